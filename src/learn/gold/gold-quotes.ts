import type { Span } from '../../document/span.js'

/** A quote of the gold folder's `quotes/*.jsonl`; its README says what each field means. */
export interface GoldQuote extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly segments?: readonly Span[]
  readonly quoted?: readonly Span[]
  readonly speaker?:
    | (Span & {
        readonly text: string
        readonly head?: Span & { readonly text: string }
        readonly segments?: readonly Span[]
      })
    | null
  readonly speaker_type?: 'proper' | 'pronoun' | 'nominal'
  readonly speaker_name?: string
  readonly said_by?: string | null
  readonly cue?: (Span & { readonly text: string }) | null
}

export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly published?: string
  readonly quotes: readonly GoldQuote[]
  readonly ignore?: readonly Span[]
}
