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

/** Template to value to weight, of each choice. */
export interface QuoteModel {
  readonly tables: Readonly<Record<Choice, ReadonlyMap<string, ReadonlyMap<string, number>>>>
}

/** Takes one feature: "next word" = "but". */
export type Sink = (template: string, value: string) => void

/** Reads `models/en-news/quotes.json`: choice to template to value to weight. */
export function decodeQuoteModel(json: string): QuoteModel {
  const file = JSON.parse(json) as Partial<Record<Choice, Record<string, Record<string, number>>>>
  const tables = CHOICES.map((choice) => {
    const templates = file[choice]
    if (!templates)
      throw new Error(`quotes.json is damaged: it has no "${choice}". Train it again with scripts/train-quotes.ts.`)
    return [
      choice,
      new Map(Object.entries(templates).map(([t, values]) => [t, new Map(Object.entries(values))])),
    ] as const
  })
  return { tables: Object.fromEntries(tables) as unknown as QuoteModel['tables'] }
}

/** The summed weight of what `describe` says of a candidate. */
export function scoreOf(model: QuoteModel, choice: Choice, describe: (sink: Sink) => void): number {
  const table = model.tables[choice]
  let sum = 0
  describe((template, value) => {
    const weight = table.get(template)?.get(value)
    if (weight !== undefined) sum += weight
  })
  return sum
}

export const probability = (score: number): number => 1 / (1 + Math.exp(-score))
