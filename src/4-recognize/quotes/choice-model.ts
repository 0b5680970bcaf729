import { symbol, UNKNOWN } from './symbols.js'

/**
 * The decisions of this stage that rules alone get wrong too often, each a log-linear choice:
 *
 * - `end`: where reported words end (at this comma, or at the sentence's end)
 * - `owner`: which of several cues around a quoted stretch reports it
 * - `keep`: does a cue without any marks report words at all ("he said so little")
 * - `quotation`: are words in marks somebody's, or a title, a term, a scare quote
 */
export const CHOICES = ['end', 'owner', 'keep', 'quotation'] as const
export type Choice = (typeof CHOICES)[number]

/** Weights of features of one choice in an open-addressing table; a key is never 0. */
export interface FeatureWeights {
  readonly keys: Int32Array
  readonly weights: Float64Array
}

export interface QuoteModel {
  readonly tables: Readonly<Record<Choice, FeatureWeights>>
}

/** What features ask, of all choices. */
export const TEMPLATES = [
  'final', 'final-length', 'final-passed', 'final-kind', 'final-verb', 'next', 'next-two', 'second', 'passed',
  'kind', 'kind-next', 'fronted', 'fronted-next', 'verb-before', 'verb-after', 'length', 'lemma', 'same-subject',
  'rest', 'class', 'lemma-kind', 'class-kind', 'form', 'lemma-form', 'source', 'class-source', 'before',
  'class-before', 'left', 'bias', 'first', 'first-two', 'after-cue', 'unit-opens', 'cue-before', 'verb', 'rank',
  'outermost', 'side', 'by', 'by-rank', 'class-rank', 'opens', 'words', 'inner', 'outer', 'words-by', 'size',
  'title', 'by-title', 'by-size', 'ending', 'ending-by', 'previous', 'previous-title', 'previous-by',
  'previous-word', 'second-word', 'next-title', 'alone', 'name', 'closed', 'pronoun',
] as const // biome-ignore format: a table

/** Number of each template. */
export const TEMPLATE = Object.fromEntries(TEMPLATES.map((name, k) => [name, k + 1])) as Readonly<
  Record<(typeof TEMPLATES)[number], number>
>

/** Takes one feature, a number of `TEMPLATE` and one of `symbols`: "next word" = "but". */
export type Sink = (template: number, value: number) => void

/** Reads `models/en-news/quotes.json`: choice to template to value to weight. */
export function decodeQuoteModel(json: string): QuoteModel {
  const file = JSON.parse(json) as Partial<Record<Choice, Record<string, Record<string, number>>>>
  const tables = CHOICES.map((choice) => {
    const templates = file[choice]
    if (!templates)
      throw new Error(`quotes.json is damaged: it has no "${choice}". Train it again with scripts/train-quotes.ts.`)
    return [choice, weightsOf(templates)] as const
  })
  return { tables: Object.fromEntries(tables) as unknown as QuoteModel['tables'] }
}

function weightsOf(templates: Readonly<Record<string, Readonly<Record<string, number>>>>): FeatureWeights {
  const entries = TEMPLATES.flatMap((template) =>
    Object.entries(templates[template] ?? {}).map(
      ([value, weight]) => [keyOf(TEMPLATE[template], symbol(value)), weight] as const,
    ),
  )
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, entries.length * 2.5)))
  const table = { keys: new Int32Array(size), weights: new Float64Array(size) }
  for (const [key, weight] of entries) {
    const place = placeOf(table, key)
    table.keys[place] = key
    table.weights[place] = weight
  }
  return table
}

const keyOf = (template: number, value: number): number => (value << 8) | template

function placeOf({ keys }: FeatureWeights, key: number): number {
  const mask = keys.length - 1
  let place = (Math.imul(key, 0x9e3779b1) >>> 16) & mask
  while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & mask
  return place
}

/** Where the weight of a feature is in the table; -1 for one that training did not see. */
export function placeOfFeature(table: FeatureWeights, template: number, value: number): number {
  if (value === UNKNOWN) return -1
  const key = keyOf(template, value)
  const place = placeOf(table, key)
  return table.keys[place] === key ? place : -1
}
