import type { Name, WithNames } from '../../document/mention.js'
import { POS, type Segmented, SHAPE, type TokenRange, type Tokens } from '../../document/segmented.js'
import type { Stretch } from './pairing.js'
import { tokenAfter } from './token-after.js'
import { quoteWords, WORD } from './words.js'

/** An article's tokens with what this stage asks of each: the name and the quoted stretch that it is part of. */
export interface View {
  readonly tokens: Tokens
  readonly text: string
  readonly names: readonly Name[]
  /** Index of the token's name + 1, or 0. */
  readonly nameAt: Int32Array
  readonly stretches: readonly Stretch[]
  /** Tokens of each stretch, marks included. */
  readonly stretchTokens: readonly TokenRange[]
  /** Index of the token's stretch + 1 (its marks count as inside), or 0. */
  readonly stretchAt: Int32Array
  /** Bits of `WORD`, by the number of the token's text. */
  readonly words: Int32Array
}

export function viewOf(article: Segmented & WithNames, stretches: readonly Stretch[]): View {
  const { tokens, names } = article
  const nameAt = new Int32Array(tokens.length)
  for (let k = 0; k < names.length; k++) {
    const { firstToken, endToken } = names[k]
    for (let i = firstToken; i < endToken; i++) nameAt[i] = k + 1
  }
  const stretchAt = new Int32Array(tokens.length)
  const stretchTokens = stretches.map((stretch, k) => {
    const range = {
      firstToken: tokenAfter(tokens, stretch.outerStart),
      endToken: Math.max(tokenAfter(tokens, stretch.outerEnd - 1) + 1, tokenAfter(tokens, stretch.outerStart)),
    }
    const endToken = Math.min(range.endToken, tokens.length)
    stretchAt.fill(k + 1, range.firstToken, endToken)
    return { firstToken: range.firstToken, endToken }
  })
  return { tokens, text: article.text, names, nameAt, stretches, stretchTokens, stretchAt, words: quoteWords(tokens) }
}

/** Bits of `WORD`; none beyond the ends of the text. */
export const wordAt = ({ words, tokens }: View, i: number): number => words[tokens.lexeme[i]]

/** Kinds of token as the grammar of this stage sees them. */
export const isName = (v: View, i: number): boolean => v.nameAt[i] > 0

export const isNominal = (v: View, i: number): boolean => {
  if (v.nameAt[i] > 0) return true
  const pos = v.tokens.pos[i]
  return pos === POS.NOUN || pos === POS.PROPN || pos === POS.NUM
}

export const isVerb = (v: View, i: number): boolean => {
  if (v.nameAt[i] > 0) return false
  const pos = v.tokens.pos[i]
  return pos === POS.VERB || pos === POS.AUX
}

export const isCapital = (v: View, i: number): boolean => (v.tokens.shape[i] & SHAPE.CAPITAL) !== 0

/** A pronoun that can be the subject of a verb of saying. */
export const isSubjectPronoun = (v: View, i: number): boolean =>
  v.nameAt[i] === 0 && (wordAt(v, i) & WORD.SUBJECT_PRONOUN) !== 0
