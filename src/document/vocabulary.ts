import type { Tokens } from './segmented.js'

/**
 * The different tokens seen so far, each once, by number: one article's and those of articles before. It only grows.
 * What follows from a token's text alone is worth finding once and keeping by this number: see `wordFacts`.
 */
export interface Vocabulary {
  readonly word: readonly string[]
  readonly lower: readonly string[]
  /** The bits of `SHAPE` that the text alone decides. */
  readonly shape: Uint8Array
}

/** Some numbers about each token of a vocabulary: `rows[lexeme * width]` and on. */
export type WordRows = (tokens: Pick<Tokens, 'vocabulary'>) => Int32Array

/**
 * Keeps `width` numbers for each different token, written by `fill` to `rows` from `at` on when the token is new. They
 * must follow from the token alone, so that no article changes what another gives.
 * @example const rows = isNegative(tokens); if (rows[tokens.lexeme[i]]) …
 */
export function wordRows(
  width: number,
  fill: (rows: Int32Array, at: number, vocabulary: Vocabulary, lexeme: number) => void,
): WordRows {
  const kept = new WeakMap<Vocabulary, { count: number; rows: Int32Array }>()
  return ({ vocabulary }) => {
    const size = vocabulary.word.length
    let known = kept.get(vocabulary)
    if (known === undefined) {
      known = { count: 0, rows: new Int32Array(0) }
      kept.set(vocabulary, known)
    }
    if (known.count === size) return known.rows
    if (known.rows.length < size * width) {
      const wider = new Int32Array(2 ** Math.ceil(Math.log2(size + 1024)) * width)
      wider.set(known.rows)
      known.rows = wider
    }
    for (; known.count < size; known.count++) fill(known.rows, known.count * width, vocabulary, known.count)
    return known.rows
  }
}

/** One number about each different token: see `wordRows`. */
export const wordFacts = (factsOf: (lower: string, word: string, shape: number) => number): WordRows =>
  wordRows(1, (rows, at, { lower, word, shape }, lexeme) => {
    rows[at] = factsOf(lower[lexeme], word[lexeme], shape[lexeme])
  })
