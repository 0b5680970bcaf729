import { ABBREVIATIONS } from './abbreviations.js'
import { HASH_START, hashStep } from './lexemes.js'

const PERIOD = 46
const SPACE = 32
const NEW_LINE = 10

/** What a plain token can be, by its first character: letters, or a mark that is always a token by itself. */
const PLAIN = { NO: 0, LETTER: 1, MARK: 2 } as const
const PLAIN_KIND = new Uint8Array(0x10000)
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  PLAIN_KIND[letter.charCodeAt(0)] = PLAIN.LETTER
for (const mark of ',;:()[]"?!$%/') PLAIN_KIND[mark.charCodeAt(0)] = PLAIN.MARK

/** Characters that end a word whatever follows them. */
const ENDS_WORD = new Uint8Array(0x10000)
for (const mark of ' \n,;()[]"?!-/') ENDS_WORD[mark.charCodeAt(0)] = 1

/** Abbreviations by hash of their small letters: 1 where there may be one. */
const MAY_KEEP_PERIOD = new Uint8Array(1 << 12)
const HASH_BITS = MAY_KEEP_PERIOD.length - 1
for (const word of ABBREVIATIONS) MAY_KEEP_PERIOD[spreadBits(foldedHash(word))] = 1

function spreadBits(hash: number): number {
  return (hash ^ (hash >>> 15)) & HASH_BITS
}

function foldedHash(word: string): number {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i) | 32)
  return hash
}

/** Hash of the token that `endOfPlainToken` found last. */
export let plainHash = 0

/**
 * End of an English word ("the", "Council") or mark that surely ends there; 0 where the careful way has to look. Most
 * tokens of the news end here.
 */
export function endOfPlainToken(codes: Uint16Array, from: number): number {
  let code = codes[from]
  const kind = PLAIN_KIND[code]
  if (kind === PLAIN.NO) return 0
  plainHash = hashStep(HASH_START, code)
  if (kind === PLAIN.MARK) return from + 1
  let folded = hashStep(HASH_START, code | 32)
  let at = from + 1
  for (code = codes[at]; PLAIN_KIND[code] === PLAIN.LETTER; code = codes[++at]) {
    plainHash = hashStep(plainHash, code)
    folded = hashStep(folded, code | 32)
  }
  if (ENDS_WORD[code] === 1) return at
  // A period that ends a sentence: not that of "U.S.", "Gov.", "example.com".
  const isStop = code === PERIOD && at - from > 1 && (codes[at + 1] === SPACE || codes[at + 1] === NEW_LINE)
  return isStop && MAY_KEEP_PERIOD[spreadBits(folded)] === 0 ? at : 0
}
