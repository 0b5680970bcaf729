import type { Article } from './article.js'
import type { Span } from './span.js'
import type { Vocabulary } from './vocabulary.js'

/** Universal parts of speech, in the order of the codes in `Tokens.pos`. */
export const PARTS_OF_SPEECH = [
  'X', 'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB',
] as const // biome-ignore format: one line
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

/** The codes by name: `tokens.pos[i] === POS.VERB`. */
export const POS = Object.fromEntries(PARTS_OF_SPEECH.map((name, code) => [name, code])) as Readonly<
  Record<PartOfSpeech, number>
>

/** Bits of `Tokens.shape`: what a token looks like, so that hot loops need not look at its characters. */
export const SHAPE = {
  /** The first character is an upper-case or title-case letter. */
  CAPITAL: 1,
  /** At least two letters, all of them upper case ("FBI", "U.S."). */
  ALL_CAPS: 2,
  /** A lower-case letter somewhere. */
  LOWER: 4,
  /** A digit somewhere. */
  DIGIT: 8,
  /** Neither letter nor digit: punctuation or symbol. */
  PUNCTUATION: 16,
  /** A period inside or at the end of a word ("U.S.", "Gov.", "a.m."). */
  PERIOD: 32,
  /** White space stands before it (or it opens the text). */
  SPACE_BEFORE: 64,
  /** First token of its paragraph. */
  LINE_START: 128,
} as const

/**
 * The tokens of an article as parallel columns, one entry a token. A token never contains white space.
 * Hyphenated words are split at their hyphens ("two-day" is three tokens), possessives and contractions are split
 * ("Obama's" is "Obama" + "'s", "don't" is "do" + "n't"), abbreviations keep their period ("U.S.", "Gov.", "a.m."),
 * numbers keep their inner marks ("1,000", "3.5", "8:30"), dashes, ellipses, `''` and ` `` ` are one token.
 */
export interface Tokens {
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Codes of `PARTS_OF_SPEECH`. */
  readonly pos: Uint8Array
  /** Bits of `SHAPE`. */
  readonly shape: Uint8Array
  /** Index of the token's sentence. */
  readonly sentence: Int32Array
  /** The token with straight quote marks and apostrophes (`’s` is `'s`). */
  readonly words: readonly string[]
  /** `words` in lower case. */
  readonly lower: readonly string[]
  /** The number of the token's text in `vocabulary`. */
  readonly lexeme: Int32Array
  readonly vocabulary: Vocabulary
}

/** Tokens `firstToken` (included) to `endToken` (excluded). */
export interface TokenRange {
  readonly firstToken: number
  readonly endToken: number
}

/** Never crosses a paragraph's end. */
export interface Sentence extends Span, TokenRange {
  readonly paragraph: number
}

/** A line of the text with something on it. */
export interface Paragraph extends Span, TokenRange {
  readonly section: 'title' | 'body'
}

/** What stage 3 adds. */
export interface Segmented extends Article {
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
}

/** Stretches of text between white space: what a word processor counts. */
export function wordCount({ length, shape }: Tokens): number {
  let words = 0
  for (let i = 0; i < length; i++) if (shape[i] & SHAPE.SPACE_BEFORE) words++
  return words
}
