import type { TokenRange } from './segmented.js'
import type { Span } from './span.js'

export type QuoteKind = 'direct' | 'mixed' | 'indirect'

/** The word or words that report: "said", "according to". */
export interface Cue extends Span, TokenRange {
  readonly text: string
  readonly lemma: string
}

/** Reported speech that `4-recognize/quotes/` found, before anybody knows whose it is. */
export interface QuoteCandidate extends Span {
  readonly kind: QuoteKind
  /** The stretches inside quote marks, marks excluded; of an indirect quote its content's one span. */
  readonly parts: readonly Span[]
  readonly cue?: Cue
  /** Where the grammar of the cue puts the speaker, if it does: the noun phrase around its subject. */
  readonly source?: Span & TokenRange
  readonly by: string
}

export interface WithQuoteCandidates {
  readonly quoteCandidates: readonly QuoteCandidate[]
}

export interface Speaker extends Span {
  readonly text: string
  /** Index into `entities`. */
  readonly entity?: number
  readonly name?: string
  /** How the name was reached: `["she", "May", "Theresa May"]`. */
  readonly path: readonly string[]
}

export interface Quote extends Span {
  readonly kind: QuoteKind
  readonly text: string
  readonly parts: readonly Span[]
  readonly cue?: Cue
  /** Absent where the evidence does not name one. */
  readonly speaker?: Speaker
  /** Calibrated probability that the speaker is right (of the quote, where there is none), 0 to 1. */
  readonly confidence: number
  readonly by: string
}

export interface WithQuotes {
  readonly quotes: readonly Quote[]
}
