import { SHAPE } from '../document/segmented.js'
import { abbreviationKind, LONGEST_ABBREVIATION } from './abbreviations.js'
import { CHARACTER, characterClass, isAstralLetter, isLetterClass, isWordClass } from './characters.js'

const APOSTROPHE = 39
const HYPHEN = 45
const PERIOD = 46
const COMMA = 44
const COLON = 58
const AMPERSAND = 38
const AT = 64
const HASH = 35
const UNDERSCORE = 95
const SLASH = 47

const CONTRACTIONS: ReadonlySet<string> = new Set(['s', 'll', 're', 've', 'd', 'm'])
const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(
  'com org net gov edu co uk io tv us info eu de fr ca au news fm'.split(' '),
)

/**
 * Where the word that begins at `from` ends: at an apostrophe of a contraction, a hyphen, white space or punctuation
 * that is not its own.
 */
function endOfWord(text: string, from: number): number {
  let at = from
  /** Start of the letters since the last inner period: "U.S." is two runs of one letter. */
  let run = from
  let periods = 0
  for (;;) {
    const kind = characterClass(text, at)
    if (isWordClass(kind)) {
      at++
      continue
    }
    if (kind === CHARACTER.SURROGATE && isAstralLetter(text, at)) {
      at += 2
      continue
    }
    if (kind !== CHARACTER.PUNCTUATION) return at
    const code = text.charCodeAt(at)
    if (code === APOSTROPHE) {
      if (!isLetterClass(characterClass(text, at + 1))) return at
      const cut = contractionCut(text, from, at)
      if (cut >= 0) return cut
      at++
      continue
    }
    if (code === PERIOD) {
      const mail = endOfMailBox(text, at)
      if (mail > at) return mail
      if (at - run === 1 && isLetterClass(characterClass(text, run))) {
        // "U.S.", "J.K.", "a.m.": single letters, each with its period.
        if (isLetterClass(characterClass(text, at + 1)) && text.charCodeAt(at + 2) === PERIOD) {
          at++
          run = at
          periods++
          continue
        }
        if (periods > 0 || isInitial(text, at)) return at + 1
        return at
      }
      if (periods > 0) return at
      const next = characterClass(text, at + 1)
      if (isLetterClass(next)) {
        if (text.slice(from, at + 2) === 'Ph.D' && text.charCodeAt(at + 2) === PERIOD) return at + 3
        const end = endOfDomain(text, at)
        if (end > at) return end
      }
      return keepsPeriod(text, from, at) ? at + 1 : at
    }
    if (code === AMPERSAND) {
      if (at - from <= 3 && isUpper(text, from, at) && characterClass(text, at + 1) === CHARACTER.UPPER) {
        at++
        run = at
        continue
      }
      return at
    }
    if (code === AT && isWordClass(characterClass(text, at + 1))) return endOfAddress(text, at + 1)
    if (
      code === COLON &&
      text.startsWith('://', at) &&
      /^(https?|ftp)$/i.test(text.slice(from, Math.min(at, from + 6)))
    )
      return endOfAddress(text, at + 3)
    return at
  }
}

/** End of the contraction whose apostrophe is at `apostrophe` ("'ll"); `apostrophe` if it is none. */
function endOfContraction(text: string, apostrophe: number): number {
  let end = apostrophe + 1
  while (end - apostrophe <= 3 && isWordClass(characterClass(text, end))) end++
  if (end - apostrophe > 3) return apostrophe
  return CONTRACTIONS.has(text.slice(apostrophe + 1, end).toLowerCase()) ? end : apostrophe
}

/** Where to cut a word before its contraction ("Obama|'s", "do|n't"); -1 if the apostrophe belongs inside ("O'Brien"). */
function contractionCut(text: string, from: number, apostrophe: number): number {
  if (endOfContraction(text, apostrophe) > apostrophe) return apostrophe
  const isT = (text.charCodeAt(apostrophe + 1) | 32) === 116 && !isWordClass(characterClass(text, apostrophe + 2))
  const before = text.charCodeAt(apostrophe - 1) | 32
  return isT && before === 110 && apostrophe - 1 > from ? apostrophe - 1 : -1
}

const isUpper = (text: string, from: number, end: number): boolean => {
  for (let at = from; at < end; at++) if (characterClass(text, at) !== CHARACTER.UPPER) return false
  return end > from
}

/** "J. Ruiz", "J.Ruiz": a capital with a period before another capital; not "I." */
function isInitial(text: string, period: number): boolean {
  if (characterClass(text, period - 1) !== CHARACTER.UPPER || text[period - 1] === 'I') return false
  let next = period + 1
  while (text.charCodeAt(next) === 32) next++
  return next - period <= 2 && characterClass(text, next) === CHARACTER.UPPER
}

function keepsPeriod(text: string, from: number, period: number): boolean {
  if (period - from > LONGEST_ABBREVIATION) return false
  const kind = abbreviationKind(text.slice(from, period))
  if (kind === undefined) return false
  if (kind === 'always') return true
  let next = period + 1
  while (text.charCodeAt(next) === 32) next++
  const following = characterClass(text, next)
  if (kind === 'beforeNumber') return following === CHARACTER.DIGIT
  return (
    next < text.length &&
    characterClass(text, from) === CHARACTER.UPPER &&
    (following === CHARACTER.LOWER || following === CHARACTER.DIGIT || text.charCodeAt(next) === COMMA)
  )
}

/** End of "example.com" whose first period is at `period`; `period` if it is none. */
function endOfDomain(text: string, period: number): number {
  let at = period
  let last = period
  while (text.charCodeAt(at) === PERIOD && isWordClass(characterClass(text, at + 1))) {
    last = at
    at++
    while (isWordClass(characterClass(text, at)) || text.charCodeAt(at) === HYPHEN) at++
  }
  if (!TOP_LEVEL_DOMAINS.has(text.slice(last + 1, at).toLowerCase())) return period
  return text.charCodeAt(at) === SLASH && isWordClass(characterClass(text, at + 1)) ? endOfAddress(text, at) : at
}

/** How long the part of a mail address before the "@" may be. */
const LONGEST_MAIL_BOX = 64

/** End of "j.ruiz@example.org" whose first period is at `period`; `period` if it is none. */
function endOfMailBox(text: string, period: number): number {
  if (!isWordClass(characterClass(text, period + 1))) return period
  const limit = Math.min(text.length, period + LONGEST_MAIL_BOX)
  for (let at = period + 1; at < limit; at++) {
    if (isWordClass(characterClass(text, at))) continue
    const code = text.charCodeAt(at)
    if (code === AT) return isWordClass(characterClass(text, at + 1)) ? endOfAddress(text, at + 1) : period
    if (code !== PERIOD && code !== HYPHEN && code !== UNDERSCORE) return period
  }
  return period
}

/** End of a URL or mail address: at white space, a quote mark or a bracket, without closing punctuation. */
function endOfAddress(text: string, from: number): number {
  let at = from
  while (at < text.length && characterClass(text, at) !== CHARACTER.SPACE && !'"\'<>()[]{}»«|'.includes(text[at])) at++
  while (at > from && '.,;:!?*_-'.includes(text[at - 1])) at--
  return at
}

function endOfNumber(text: string, from: number): number {
  let at = from
  for (;;) {
    const kind = characterClass(text, at)
    if (isWordClass(kind)) {
      at++
      continue
    }
    const code = text.charCodeAt(at)
    const inner = code === PERIOD || code === COMMA || code === COLON
    if (!inner || characterClass(text, at + 1) !== CHARACTER.DIGIT || characterClass(text, at - 1) !== CHARACTER.DIGIT)
      return at
    at++
  }
}

/** Marks that stay together when repeated: "...", "--", "''", "``". */
const RUNS: ReadonlySet<number> = new Set([PERIOD, HYPHEN, 0x2013, 0x2014, 96, UNDERSCORE, 42, 61])

function endOfPunctuation(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code === APOSTROPHE) {
    if (text.charCodeAt(from + 1) === APOSTROPHE) return from + 2
    // The contraction that a word was cut before ("he|'ll"), or one behind something that is no word: "(GOP)'s".
    const attached = from > 0 && characterClass(text, from - 1) !== CHARACTER.SPACE
    if (attached) {
      const end = endOfContraction(text, from)
      if (end > from) return end
    }
    return from + 1
  }
  if ((code === AT || code === HASH) && isWordClass(characterClass(text, from + 1))) {
    let at = from + 1
    while (isWordClass(characterClass(text, at)) || text.charCodeAt(at) === UNDERSCORE) at++
    return at
  }
  if (!RUNS.has(code)) return from + 1
  let at = from + 1
  while (text.charCodeAt(at) === code) at++
  return at
}

/** End of the token that begins at `from`, where no white space is. */
export function endOfToken(text: string, from: number): number {
  const kind = characterClass(text, from)
  if (isLetterClass(kind)) return Math.max(endOfWord(text, from), from + 1)
  if (kind === CHARACTER.DIGIT) return endOfNumber(text, from)
  if (kind === CHARACTER.PUNCTUATION) return endOfPunctuation(text, from)
  if (isAstralLetter(text, from)) return endOfWord(text, from)
  return from + ((text.codePointAt(from) as number) > 0xffff ? 2 : 1)
}

/** Bits of `SHAPE` that a token's text alone decides. */
export function shapeOf(text: string, from: number, end: number): number {
  let shape = 0
  let capitals = 0
  let letters = 0
  for (let at = from; at < end; at++) {
    const kind = characterClass(text, at)
    if (kind === CHARACTER.LOWER) {
      shape |= SHAPE.LOWER
      letters++
    } else if (kind === CHARACTER.UPPER) {
      capitals++
      letters++
      if (at === from) shape |= SHAPE.CAPITAL
    } else if (kind === CHARACTER.DIGIT) shape |= SHAPE.DIGIT
    else if (kind === CHARACTER.LETTER || kind === CHARACTER.SURROGATE) letters++
    else if (text.charCodeAt(at) === PERIOD && letters > 0) shape |= SHAPE.PERIOD
  }
  if (capitals > 1 && capitals === letters) shape |= SHAPE.ALL_CAPS
  if (letters === 0 && (shape & SHAPE.DIGIT) === 0) shape |= SHAPE.PUNCTUATION
  return shape
}
