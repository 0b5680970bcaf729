import { type Choice, placeOfFeature, type QuoteModel, type Sink } from './choice-model.js'
import type { Report } from './report.js'

/** Says what a candidate of a choice looks like. */
export type Describe = (sink: Sink) => void

/** What a choice is about: for training, where an oracle looks the answer up. */
export type Subject =
  | { readonly choice: 'end'; readonly report: Report; readonly ends: readonly number[] }
  | { readonly choice: 'owner'; readonly stretch: number; readonly reports: readonly Report[] }
  | { readonly choice: 'keep'; readonly report: Report }
  | { readonly choice: 'quotation'; readonly stretch: number }

/** Decides; `index` counts the candidates, the one after the last is "none". */
export interface Judge {
  pick(subject: Subject, candidates: readonly Describe[]): { readonly index: number; readonly p: number }
}

/** Whether "none of them" is a possible answer. */
const HAS_NONE: Readonly<Record<Choice, boolean>> = { end: false, owner: false, keep: true, quotation: true }

/** Decides by the model's weights. */
export function judgeBy({ tables }: QuoteModel): Judge {
  let table = tables.end
  // In an array, since a closure's number would be made anew with each addition.
  const sum = new Float64Array(1)
  const add: Sink = (template, value) => {
    const place = placeOfFeature(table, template, value)
    if (place >= 0) sum[0] += table.weights[place]
  }
  return {
    pick({ choice }, candidates) {
      table = tables[choice]
      const scores: number[] = []
      for (const describe of candidates) {
        sum[0] = 0
        describe(add)
        scores.push(sum[0])
      }
      if (HAS_NONE[choice]) scores.push(0)
      let index = 0
      for (let k = 1; k < scores.length; k++) if (scores[k] > scores[index]) index = k
      let total = 0
      for (const score of scores) total += Math.exp(score - scores[index])
      return { index, p: 1 / total }
    },
  }
}
