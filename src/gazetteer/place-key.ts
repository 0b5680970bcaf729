/**
 * Names are compared by a 32-bit hash of their key: lower case, no diacritics, no apostrophes, hyphens as spaces, periods
 * only inside initials. "Winston-Salem" and "winston salem" share a key, as do "St. John's" and "st johns"; "U.S." keeps
 * a period ("u.s") so that it is not the pronoun.
 */

const SPACE = 32
const APOSTROPHE = 39
const HYPHEN = 45
const PERIOD = 46

/** What a character becomes in a key: itself in lower case, a space, or 0 for nothing. Above ASCII see `foldSlowly`. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= SPACE || code === HYPHEN || code === 47) return SPACE
  if (code === APOSTROPHE || code === 96) return 0
  return code >= 65 && code <= 90 ? code + 32 : code
})

/** Letters that Unicode does not take apart. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŋ: 'n', ə: 'a',
  '’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", '–': '-', '‑': '-', '‐': '-', '\u00a0': ' ', '´': "'",
} // biome-ignore format: a table

function foldSlowly(text: string): string {
  let out = ''
  for (const letter of text.toLowerCase().normalize('NFD')) {
    const code = letter.charCodeAt(0)
    if (code >= 0x300 && code <= 0x36f) continue
    out += WHOLE_LETTERS[letter] ?? letter
  }
  return out
}

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/**
 * A hash that takes a name in pieces: `add` each token in turn, with or without a space before it. Holds its state in
 * one small object so that the hot path allocates nothing.
 */
export interface KeyHash {
  hash: number
  /** Letters since the last space; a period counts only after a single letter or in a word that has one. */
  wordLength: number
  wordHasPeriod: boolean
  pendingPeriod: boolean
  pendingSpace: boolean
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

export const newKeyHash = (): KeyHash => ({
  hash: OFFSET,
  wordLength: 0,
  wordHasPeriod: false,
  pendingPeriod: false,
  pendingSpace: false,
})

export function resetKeyHash(state: KeyHash): void {
  state.hash = OFFSET
  state.wordLength = 0
  state.wordHasPeriod = false
  state.pendingPeriod = false
  state.pendingSpace = false
}

function addCode(state: KeyHash, code: number): void {
  if (code === SPACE) {
    state.pendingSpace = state.hash !== OFFSET
    state.pendingPeriod = false
    state.wordLength = 0
    state.wordHasPeriod = false
    return
  }
  if (code === PERIOD) {
    state.pendingPeriod = state.wordLength === 1 || state.wordHasPeriod
    return
  }
  let hash = state.hash
  if (state.pendingSpace) hash = Math.imul(hash ^ SPACE, PRIME)
  if (state.pendingPeriod) {
    hash = Math.imul(hash ^ PERIOD, PRIME)
    state.wordHasPeriod = true
    state.pendingPeriod = false
  }
  state.pendingSpace = false
  hash = Math.imul(hash ^ (code & 0xff), PRIME)
  if (code > 0xff) hash = Math.imul(hash ^ (code >>> 8), PRIME)
  state.hash = hash
  state.wordLength++
}

/** Adds a stretch of text. */
export function addToKeyHash(state: KeyHash, text: string, spaceBefore: boolean): void {
  if (spaceBefore) addCode(state, SPACE)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) {
      addFolded(state, text.slice(i))
      return
    }
    const folded = FOLDED[code]
    if (folded !== 0) addCode(state, folded)
  }
}

function addFolded(state: KeyHash, text: string): void {
  const plain = foldSlowly(text)
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    const folded = code < 128 ? FOLDED[code] : code
    if (folded !== 0) addCode(state, folded)
  }
}

/** The hash so far, 0 to 2^32 - 1. */
export function keyHashValue(state: KeyHash): number {
  let hash = state.hash
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0
}

const shared = newKeyHash()

/** Hash of a whole name. */
export function hashOfName(name: string): number {
  resetKeyHash(shared)
  addToKeyHash(shared, name, false)
  return keyHashValue(shared)
}

/** A name's key as text, for maps: `nameKey('Winston-Salem')` is `winston salem`. */
export function nameKey(name: string): string {
  const plain = isAscii(name) ? name.toLowerCase() : foldSlowly(name)
  let out = ''
  let wordLength = 0
  let wordHasPeriod = false
  let pendingPeriod = false
  let pendingSpace = false
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    const folded = code < 128 ? FOLDED[code] : code
    if (folded === 0) continue
    if (folded === SPACE) {
      pendingSpace = out !== ''
      pendingPeriod = false
      wordHasPeriod = false
      wordLength = 0
      continue
    }
    if (folded === PERIOD) {
      pendingPeriod = wordLength === 1 || wordHasPeriod
      continue
    }
    if (pendingSpace) out += ' '
    if (pendingPeriod) {
      out += '.'
      wordHasPeriod = true
      pendingPeriod = false
    }
    pendingSpace = false
    out += String.fromCharCode(folded)
    wordLength++
  }
  return out
}
