import { codeUnits } from '../../document/code-units.js'

/**
 * Quote marks of an article in order of reading, each told apart from apostrophes, feet and inches, and markup.
 * A mark may open, close, or leave that to the state of the pairing (straight marks between two letters).
 */
export interface Mark {
  readonly at: number
  /** 1, or 2 for `''`, ` `` ` and doubled curly single marks. */
  readonly width: number
  readonly opens: boolean
  readonly closes: boolean
  /** Curly marks and guillemets say it themselves; a contradiction with the surroundings leaves both open. */
  readonly single: boolean
}

const STRAIGHT = 0x22
const APOSTROPHE = 0x27
const BACKTICK = 0x60
const LEFT_SINGLE = 0x2018
const RIGHT_SINGLE = 0x2019
const LESS_THAN = 0x3c
const NEW_LINE = 10

/** Glyph: 1 opens, 2 closes, 3 either. */
const DOUBLE = new Map<number, 1 | 2 | 3>([
  [STRAIGHT, 3],
  [0x201c, 1],
  [0x201d, 2],
  [0x201e, 1],
  [0x201f, 1],
  [0xab, 1],
  [0xbb, 2],
  [0xff02, 3],
])

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x200a || code === 0x2009

/** Most of a text: no mark of any kind, no line's end. */
const isPlain = (code: number): boolean => code === 32 || (code > BACKTICK && code < 0xab)

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Where a mark may stand directly after and open: `(`, `[`, dashes, slash, another mark, ellipsis, colon. */
const BEFORE_OPENING = new Set('([{—–-/‘\'"“:…<>|*_«¿¡'.split('').map((c) => c.charCodeAt(0)))
/** What may follow a closing mark. */
const AFTER_CLOSING = new Set('.,;:!?)]}—–-/’\'"”…<|*_»'.split('').map((c) => c.charCodeAt(0)))

const at = (text: string, i: number): number => (i >= 0 && i < text.length ? text.charCodeAt(i) : 32)

/** Bits: 1 opens, 2 closes, judged by what stands on either side. */
function surroundings(text: string, start: number, end: number): number {
  const before = at(text, start - 1)
  const after = at(text, end)
  const gapBefore = isSpace(before)
  const gapAfter = isSpace(after)
  if (gapBefore && !gapAfter) return 1
  if (gapAfter && !gapBefore) return 2
  if (gapBefore && gapAfter) return 3
  const opens = BEFORE_OPENING.has(before)
  const closes = AFTER_CLOSING.has(after)
  if (opens !== closes) return opens ? 1 : 2
  return 3
}

/** `6'2"`, `12" pipe`: a straight mark after a digit, where no quotation is open or feet stand before it. */
function isInches(text: string, i: number, open: boolean): boolean {
  if (!isDigit(at(text, i - 1))) return false
  let k = i - 1
  while (k > i - 4 && isDigit(at(text, k))) k--
  const feet = at(text, k) === APOSTROPHE || at(text, k) === RIGHT_SINGLE || at(text, k) === 0x2032
  return (feet && isDigit(at(text, k - 1))) || !open
}

/** The end of the tag that begins at `i`, or -1. `closer` remembers that no `>` follows on this line. */
function tagEnd(text: string, i: number): number {
  const next = at(text, i + 1)
  const letter = (next >= 97 && next <= 122) || (next >= 65 && next <= 90) || next === 0x2f
  if (!letter) return -1
  const limit = Math.min(text.length, i + 600)
  for (let k = i + 1; k < limit; k++) {
    const code = text.charCodeAt(k)
    if (code === 0x3e) return k
    if (code === NEW_LINE || code === LESS_THAN) return -1
  }
  return -1
}

function orient(text: string, start: number, width: number, glyph: 1 | 2 | 3, single: boolean): Mark {
  const seen = surroundings(text, start, start + width)
  const both = glyph & seen
  // A curly mark that contradicts its surroundings ( ”So ) follows them; typists and converters turn marks round.
  const bits = both === 0 ? seen : both
  return { at: start, width, opens: (bits & 1) !== 0, closes: (bits & 2) !== 0, single }
}

/**
 * All double quote marks: straight, curly, guillemets, `''`, ` `` `, doubled curly single marks. One pass over the
 * characters; marks inside tags (`<a href="…">`) are left out.
 */
export function doubleMarks(text: string): readonly Mark[] {
  const marks: Mark[] = []
  const codes = codeUnits(text)
  let open = false
  for (let i = 0; i < text.length; i++) {
    const code = codes[i]
    if (isPlain(code)) continue
    if (code === NEW_LINE) open = false
    if (code !== STRAIGHT && code !== APOSTROPHE && code < 0x60 && code !== LESS_THAN) continue
    if (code === LESS_THAN) {
      const end = tagEnd(text, i)
      if (end > 0) i = end
      continue
    }
    const twin = code === APOSTROPHE || code === BACKTICK || code === LEFT_SINGLE || code === RIGHT_SINGLE
    if (twin) {
      if (at(text, i + 1) !== code || at(text, i + 2) === code) continue
      const glyph = code === BACKTICK || code === LEFT_SINGLE ? 1 : code === RIGHT_SINGLE ? 2 : 3
      const mark = orient(text, i, 2, glyph, false)
      marks.push(mark)
      open = mark.opens && !(mark.closes && open)
      i++
      continue
    }
    const glyph = DOUBLE.get(code)
    if (glyph === undefined) continue
    if (code === STRAIGHT && isInches(text, i, open)) continue
    const mark = orient(text, i, 1, glyph, false)
    marks.push(mark)
    open = mark.opens && !(mark.closes && open)
  }
  return marks
}

/**
 * Single marks for papers that quote with them (‘We won,’ she said). An apostrophe inside a word, of a plural
 * possessive or of a shortened year or word is none: a mark opens after a space and closes before one, after punctuation.
 */
export function singleMarks(text: string): readonly Mark[] {
  const marks: Mark[] = []
  const codes = codeUnits(text)
  for (let i = 0; i < text.length; i++) {
    const code = codes[i]
    if (isPlain(code)) continue
    if (code !== APOSTROPHE && code !== LEFT_SINGLE && code !== RIGHT_SINGLE) continue
    const seen = surroundings(text, i, i + 1)
    if (seen === 3 || (seen === 1 && (code === RIGHT_SINGLE || isDigit(at(text, i + 1))))) continue
    if (seen === 2 && code === LEFT_SINGLE) continue
    marks.push({ at: i, width: 1, opens: seen === 1, closes: seen === 2, single: true })
  }
  return marks
}
