/** What one UTF-16 code unit is to the tokenizer. */
export const CHARACTER = {
  SPACE: 0,
  LOWER: 1,
  UPPER: 2,
  /** A letter without case, a combining mark, or a joiner inside words. */
  LETTER: 3,
  DIGIT: 4,
  PUNCTUATION: 5,
  /** Half of a character beyond the basic plane; a pair is looked at whole. */
  SURROGATE: 6,
  UNKNOWN: 255,
} as const

const classes = new Uint8Array(0x10000).fill(CHARACTER.UNKNOWN)

function classOf(character: string): number {
  if (/[\s\p{Cc}\u200b\u2060]/u.test(character)) return CHARACTER.SPACE
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CHARACTER.UPPER
  if (/\p{Ll}/u.test(character)) return CHARACTER.LOWER
  if (/[\p{L}\p{M}\u00ad\u200c\u200d]/u.test(character)) return CHARACTER.LETTER
  if (/\p{Nd}/u.test(character)) return CHARACTER.DIGIT
  return CHARACTER.PUNCTUATION
}

/** The class of the code unit at `at`; past the end it is SPACE. */
export function characterClass(text: string, at: number): number {
  if (at >= text.length) return CHARACTER.SPACE
  const code = text.charCodeAt(at)
  const known = classes[code]
  if (known !== CHARACTER.UNKNOWN) return known
  const found = code >= 0xd800 && code <= 0xdfff ? CHARACTER.SURROGATE : classOf(String.fromCharCode(code))
  classes[code] = found
  return found
}

/** Whether the surrogates at `at` make a letter (a word character beyond the basic plane). */
export function isAstralLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) as number
  return code > 0xffff && /[\p{L}\p{M}]/u.test(String.fromCodePoint(code))
}

export const isLetterClass = (kind: number): boolean => kind >= CHARACTER.LOWER && kind <= CHARACTER.LETTER

export const isWordClass = (kind: number): boolean => kind >= CHARACTER.LOWER && kind <= CHARACTER.DIGIT
