import type { Span } from '../../document/span.js'
import type { ScoredDate } from '../score/dates.js'
import type { GoldPlace } from '../score/places.js'
import type { GoldMention } from './gold.js'
import { type GoldText, readGoldLines, spanOf } from './gold-lines.js'
import type { GoldQuote } from './gold-quotes.js'

/** An article with any of the annotations that can be scored. */
export interface AnnotatedGold extends GoldText {
  readonly published?: string
  readonly mentions?: readonly GoldMention[]
  readonly dates?: readonly ScoredDate[]
  readonly quotes?: readonly GoldQuote[]
  readonly places?: readonly GoldPlace[]
  readonly ignore?: readonly Span[]
}

export const LAYERS = ['mentions', 'dates', 'quotes', 'places'] as const
export type Layer = (typeof LAYERS)[number]

/**
 * Reads annotated articles, JSON Lines with `id`, `text` and at least one of `mentions`, `dates`, `quotes`, `places`.
 * @throws LineError at the first line that is none, with file, line and reason
 */
export const readAnnotatedGold = (content: string, file: string): readonly AnnotatedGold[] =>
  readGoldLines(content, file, ({ text }, fields, fail) => {
    const layers = LAYERS.filter((layer) => fields[layer] !== undefined)
    if (layers.length === 0) fail(`nothing to score: expected one of ${LAYERS.join(', ')}`)
    for (const layer of layers) {
      const annotations = fields[layer]
      if (!Array.isArray(annotations)) return fail(`"${layer}" must be a list`)
      annotations.forEach((annotation: unknown, i) => {
        spanOf(annotation, text, `${layer}[${i}]`, fail)
      })
    }
    return fields as unknown as AnnotatedGold
  })
