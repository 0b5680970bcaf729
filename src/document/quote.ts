import type { TokenRange } from './segmented.js'
import type { Span } from './span.js'

export type QuoteKind = 'direct' | 'mixed' | 'indirect'

/** The word or words that report: "said", "according to". */
export interface Cue extends Span, TokenRange {
  readonly text: string
  readonly lemma: string
}

/** Where the grammar of a cue puts the speaker: "a spokesman for the ministry", "Jane Roe, the mayor". */
export interface QuoteSource extends Span, TokenRange {
  /** Token of the head noun: "spokesman", "Roe". */
  readonly head: number
  /** What the pronoun of a relative clause stands for: "the mayor, who said …". */
  readonly antecedent?: QuoteSource | undefined
}

/** Reported speech that `4-recognize/quotes/` found, before anybody knows whose it is. */
export interface QuoteCandidate extends Span {
  readonly kind: QuoteKind
  /** The stretches inside quote marks, marks excluded; of an indirect quote its content's one span. */
  readonly parts: readonly Span[]
  readonly cue?: Cue | undefined
  /** The noun phrase around the cue's subject, if the grammar tells it. */
  readonly source?: QuoteSource | undefined
  /** Tokens of the whole content, marks and a cue in the middle included. */
  readonly content: TokenRange
  /** Probability that these are somebody's words at all, 0 to 1. */
  readonly confidence: number
  readonly by: string
}

export interface WithQuoteCandidates {
  readonly quoteCandidates: readonly QuoteCandidate[]
}

export interface Speaker extends Span {
  readonly text: string
  /** Index into `entities`. */
  readonly entity?: number | undefined
  readonly name?: string | undefined
  /** How the name was reached: `["she", "May", "Theresa May"]`. */
  readonly path: readonly string[]
}

export interface Quote extends Span {
  readonly kind: QuoteKind
  readonly text: string
  readonly parts: readonly Span[]
  readonly cue?: Cue | undefined
  /** Absent where the evidence does not name one. */
  readonly speaker?: Speaker | undefined
  /** Calibrated probability that the speaker is right (of the quote, where there is none), 0 to 1. */
  readonly confidence: number
  readonly by: string
}

export interface WithQuotes {
  readonly quotes: readonly Quote[]
}
