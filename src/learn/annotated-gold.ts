import type { Span } from '../document/span.js'
import { type GoldMention, LineError } from './gold.js'
import type { GoldQuote } from './gold-quotes.js'
import type { ScoredDate } from './score-dates.js'
import type { GoldPlace } from './score-places.js'

/** An article with any of the annotations that can be scored. */
export interface AnnotatedGold {
  readonly id: string
  readonly text: string
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
export function readAnnotatedGold(content: string, file: string): readonly AnnotatedGold[] {
  const seen = new Set<string>()
  const articles: AnnotatedGold[] = []
  content.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const fail = (reason: string): never => {
      throw new LineError(file, index + 1, reason)
    }
    const article = checked(parsed(line, fail), fail)
    if (seen.has(article.id)) fail(`the id "${article.id}" stands in an earlier line too`)
    seen.add(article.id)
    articles.push(article)
  })
  if (articles.length === 0) throw new LineError(file, 1, 'no article in it; expected one annotated article a line')
  return articles
}

type Fail = (reason: string) => never

function parsed(line: string, fail: Fail): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    return fail(`not JSON (${(error as Error).message})`)
  }
  return fail('expected a JSON object')
}

function checked(record: Record<string, unknown>, fail: Fail): AnnotatedGold {
  const { id, text } = record
  if (typeof id !== 'string' || id === '') return fail('"id" must be a text')
  if (typeof text !== 'string') return fail('"text" must be a text')
  const layers = LAYERS.filter((layer) => record[layer] !== undefined)
  if (layers.length === 0) fail(`nothing to score: expected one of ${LAYERS.join(', ')}`)
  for (const layer of layers) {
    const annotations = record[layer]
    if (!Array.isArray(annotations)) return fail(`"${layer}" must be a list`)
    annotations.forEach((annotation: unknown, i) => {
      if (!isSpanOf(annotation, text))
        fail(`${layer}[${i}]: "start" and "end" must be offsets into the text, start before end`)
    })
  }
  return record as unknown as AnnotatedGold
}

function isSpanOf(annotation: unknown, text: string): boolean {
  const { start, end } = (annotation ?? {}) as { start?: unknown; end?: unknown }
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= (start as number) &&
    (start as number) < (end as number) &&
    (end as number) <= text.length
  )
}
