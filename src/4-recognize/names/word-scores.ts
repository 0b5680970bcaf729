import type { NameColumns } from './columns.js'
import { MAX_FEATURES, placeFeatures } from './features.js'
import { bindKept, type KeptSums, keptAt, keptSums, makeRoom, SIDE } from './kept-sums.js'
import { LABELS } from './labels.js'
import type { NameModel } from './model.js'
import { firstSteps, ROW, secondSteps, sumRows, type WeightTable, weightTable } from './weight-table.js'

/** A model's weights, and what they gave for words of articles before. */
export interface Scorer {
  readonly words: WeightTable
  readonly evidence: WeightTable
  readonly kept: KeptSums
}

const scorers = new WeakMap<NameModel, Scorer>()

export function scorerOf(model: NameModel): Scorer {
  const known = scorers.get(model)
  if (known !== undefined) return known
  const scorer: Scorer = { words: weightTable(model.words), evidence: weightTable(model.evidence), kept: keptSums() }
  scorers.set(model, scorer)
  return scorer
}

const features = new Int32Array(MAX_FEATURES)
const place = new Float64Array(ROW)

/** Scores of the labels of all tokens in stretches, `LABELS` a token, stretch after stretch. */
export interface Scores {
  readonly first: Float64Array
  readonly second: Float64Array
}

const noScores = (length: number): Scores => ({ first: new Float64Array(length), second: new Float64Array(length) })

let room = noScores(0)

/** Scores of both passes. They are overwritten by the next call. */
export function scoreWords(columns: NameColumns, scorer: Scorer, tokens: number): Scores {
  if (room.first.length < tokens * LABELS) room = noScores(2 * tokens * LABELS)
  const { first, second } = room
  const { segments } = columns
  const { words, kept } = scorer
  const { step } = words
  bindKept(kept, columns.tokens.vocabulary)
  const { sums } = kept
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      makeRoom(kept)
      const o = keptAt(kept, words, columns, i, SIDE.OWN)
      const l = keptAt(kept, words, columns, i, SIDE.LEFT)
      const r = keptAt(kept, words, columns, i, SIDE.RIGHT)
      sumRows(words, features, placeFeatures(columns, i, features, 0), place, 0)
      for (let label = 0; label < LABELS; label++) {
        const sum = place[label] + sums[o + label] + sums[l + label] + sums[r + label]
        const steps = secondSteps(sum)
        first[at] = firstSteps(sum, steps) * step
        second[at++] = steps * step
      }
    }
  }
  return room
}

/** Adds the weights of `count` features of what the first pass thought to a token's scores of the second. */
export function addEvidence(
  { evidence }: Scorer,
  features: Int32Array,
  count: number,
  scores: Float64Array,
  at: number,
): void {
  sumRows(evidence, features, count, place, 0)
  for (let label = 0; label < LABELS; label++) scores[at + label] += secondSteps(place[label]) * evidence.step
}
