/** How a token is written, for features. */
export const KLASS = {
  LOWER: 0,
  CAPITALIZED: 1,
  ALL_CAPS: 2,
  LETTER: 3,
  MIXED: 4,
  NUMBER: 5,
  LETTERS_AND_DIGITS: 6,
  PUNCTUATION: 7,
  ABBREVIATION: 8,
  INITIALS: 9,
} as const

/** How a sentence uses capitals: as a headline in capitals tells nothing about names. */
export const MODE = { PLAIN: 0, TITLE_CASE: 1, ALL_CAPS: 2 } as const

const KLASS_BITS = 15
export const MODE_SHIFT = 5
export const SENTENCE_START = 16

export const bareKlass = (klass: number): number => klass & KLASS_BITS
