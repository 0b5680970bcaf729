import type { CandidateTable } from '../../5-resolve/places/candidate-table.js'
import { contextFeatures } from '../../5-resolve/places/context-features.js'
import { CONTEXT_FROM, FEATURE_COUNT } from '../../5-resolve/places/feature-names.js'
import type { PlaceWeights } from '../../5-resolve/places/score-candidates.js'
import { candidateShares, weigh } from '../../5-resolve/places/score-candidates.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { kilometres } from '../score/places.js'

/** One article's names with their candidates, and which of them are right. */
export interface PlaceExample {
  readonly table: CandidateTable
  /** For each candidate its worth as an answer: 1 for the very place, less for one near enough, 0 for a wrong one. */
  readonly worth: Float64Array
  /** For each form, how many mentions the annotation has. */
  readonly counts: Float64Array
}

const NEAR = 161
/** A candidate that is near enough is worth less where the very id is among the candidates. */
const WORTH_NEARBY = 0.3

interface Target {
  readonly geonameId?: number
  readonly lat: number
  readonly lon: number
}

/** What each candidate is worth where the annotation says which place a form is. */
export function worthOf(
  table: CandidateTable,
  targets: readonly (Target | undefined)[],
  places: PlaceGazetteer,
): Float64Array {
  const worth = new Float64Array(table.size)
  targets.forEach((target, f) => {
    if (!target) return
    const range = rangeOf(table, f)
    if (range.length === 0) return
    const same = range.map((k) => places.geonamesId(table.row[k]) === target.geonameId)
    const anySame = same.includes(true)
    range.forEach((k, i) => {
      const point = { lat: places.latitude(table.row[k]), lon: places.longitude(table.row[k]) }
      if (same[i]) worth[k] = 1
      else if (kilometres(point, target) <= NEAR) worth[k] = anySame ? WORTH_NEARBY : 1
    })
    if (range.every((k) => worth[k] === 0)) worth[table.first[f + 1] - 1] = 1
  })
  return worth
}

const LEAST_FAME = 300_000
const FAME_RATIO = 20

/**
 * Targets for articles without annotation: a name whose one place is far more populous than all others of that name
 * means that place in national news, and so does the name of a capital ("Washington"). Keeps the trained weights from reading all news as local news.
 */
export function famousTargets(table: CandidateTable, places: PlaceGazetteer): (Target | undefined)[] {
  return table.forms.map((form, f) => {
    const range = rangeOf(table, f)
    if (range.length < 2 || form.within.length > 0 || form.approximate || form.mentions.length === 0) return undefined
    const fame = range.map(
      (k) => places.population(table.row[k]) * (places.isMainName(table.row[k], form.text) ? 1 : 0.1),
    )
    const capital = range.findIndex((k, i) => places.featureCode(table.row[k]) === 'PPLC' && fame[i] >= LEAST_FAME)
    const top = capital >= 0 ? capital : fame.indexOf(Math.max(...fame))
    const at = { lat: places.latitude(table.row[range[top]]), lon: places.longitude(table.row[range[top]]) }
    const rivals = range.map((k, i) => {
      const point = { lat: places.latitude(table.row[k]), lon: places.longitude(table.row[k]) }
      return kilometres(at, point) > NEAR ? fame[i] : 0
    })
    return capital >= 0 || (fame[top] >= LEAST_FAME && fame[top] >= FAME_RATIO * Math.max(...rivals)) ? at : undefined
  })
}

/** The candidates of a form besides the last, which is none of them. */
const rangeOf = ({ first }: CandidateTable, f: number): number[] =>
  Array.from({ length: Math.max(0, first[f + 1] - first[f] - 1) }, (_, i) => first[f] + i)

const ROUNDS = 150
const RATE = 0.3
const RIDGE = 0.5

/** A conditional logit by full-batch AdaGrad: the log of the share that the right candidates of each form have. */
function fit(examples: readonly PlaceExample[], from: Float64Array, context: boolean): Float64Array {
  const weights = Float64Array.from(from)
  const squares = new Float64Array(FEATURE_COUNT).fill(1e-6)
  const used = context ? FEATURE_COUNT : CONTEXT_FROM
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(FEATURE_COUNT)
    for (const example of examples) addGradient(example, weights, gradient)
    for (let i = 0; i < used; i++) {
      const step = gradient[i] - RIDGE * weights[i]
      squares[i] += step * step
      weights[i] += (RATE * step) / Math.sqrt(squares[i])
    }
  }
  return weights
}

function addGradient({ table, worth, counts }: PlaceExample, weights: Float64Array, gradient: Float64Array): void {
  const share = new Float64Array(table.size)
  weigh(table, weights, share)
  for (let f = 0; f + 1 < table.first.length; f++) {
    let right = 0
    for (let k = table.first[f]; k < table.first[f + 1]; k++) right += share[k] * worth[k]
    if (right === 0) continue
    const importance = Math.sqrt(counts[f])
    for (let k = table.first[f]; k < table.first[f + 1]; k++) {
      const error = importance * ((share[k] * worth[k]) / Math.max(right, 1e-12) - share[k])
      for (let i = 0; i < FEATURE_COUNT; i++) gradient[i] += error * table.features[k * FEATURE_COUNT + i]
    }
  }
}

/** Learns the weights of a candidate by itself, then, three times over, together with the article's other places. */
export function trainPlaces(examples: readonly PlaceExample[]): PlaceWeights {
  const alone = fit(examples, new Float64Array(FEATURE_COUNT), false)
  let together = alone
  for (let round = 0; round < 3; round++) {
    for (const { table } of examples) {
      if (round > 0) candidateShares(table, { alone, together })
      else {
        const share = new Float64Array(table.size)
        weigh(table, alone, share)
        contextFeatures(table, share)
      }
    }
    together = fit(examples, alone, true)
  }
  return { alone, together }
}
