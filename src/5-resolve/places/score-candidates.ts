import { contextFeatures } from './context-features.js'
import { CONTEXT_FROM, FEATURE_COUNT } from './feature-names.js'
import type { CandidateTable } from './place-features.js'

/** Weights in the order of `PLACE_FEATURES`: before and after the other places are looked at. */
export interface PlaceWeights {
  readonly alone: Float64Array
  readonly together: Float64Array
}

/** Sets `share` to each candidate's probability among the candidates of its form (softmax of the weighted features). */
export function weigh(table: CandidateTable, weights: Float64Array, share: Float64Array): void {
  addWeighted(table, weights, share.fill(0), 0, FEATURE_COUNT)
  softmax(table, share, share)
}

/** Adds the features from `from` to `to`, weighted, to the sum of each candidate. */
function addWeighted(
  { features }: CandidateTable,
  weights: Float64Array,
  sums: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = 0, base = 0; k < sums.length; k++, base += FEATURE_COUNT) {
    let sum = sums[k]
    for (let i = from; i < to; i++) sum += weights[i] * features[base + i]
    sums[k] = sum
  }
}

function softmax({ first }: CandidateTable, sums: Float64Array, share: Float64Array): void {
  for (let f = 0; f + 1 < first.length; f++) {
    const from = first[f]
    const end = first[f + 1]
    let most = Number.NEGATIVE_INFINITY
    for (let k = from; k < end; k++) if (sums[k] > most) most = sums[k]
    let total = 0
    for (let k = from; k < end; k++) {
      share[k] = Math.exp(sums[k] - most)
      total += share[k]
    }
    for (let k = from; k < end; k++) share[k] /= total
  }
}

/**
 * Each candidate's probability: first by itself, then up to twice more with what the other places of the article say.
 * After the idea of minimal distance in Leidner 2007, "Toponym Resolution in Text", as a conditional logit.
 */
export function candidateShares(table: CandidateTable, weights: PlaceWeights): Float64Array {
  const size = table.row.length
  const [share, own, sums] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  addWeighted(table, weights.alone, share, 0, CONTEXT_FROM)
  softmax(table, share, share)
  // What a candidate is by itself weighs the same in each round.
  addWeighted(table, weights.together, own, 0, CONTEXT_FROM)
  for (let round = 0; round < 2; round++) {
    contextFeatures(table, share)
    sums.set(own)
    addWeighted(table, weights.together, sums, CONTEXT_FROM, FEATURE_COUNT)
    softmax(table, sums, share)
    if (isSettled(table, share)) break
  }
  return share
}

const SETTLED = 0.97

/** Whether every name has its place, so that another round changes nothing. */
function isSettled({ first }: CandidateTable, share: Float64Array): boolean {
  for (let f = 0; f + 1 < first.length; f++) {
    let most = first[f] === first[f + 1] ? 1 : 0
    for (let k = first[f]; k < first[f + 1] && most < SETTLED; k++) if (share[k] > most) most = share[k]
    if (most < SETTLED) return false
  }
  return true
}

/** About 40 km: a city, the county and the state of its name count together. */
const SAME_SPOT = Math.cos(40 / 6371)

/**
 * The candidate to choose of form `f` and its probability, -1 if there is none; `unknown` is the probability that it is
 * none of them. Rows of one spot ("Berlin" the city, the state, the district) are counted together, and the most
 * probable of the most probable spot is chosen.
 */
export function bestCandidate(
  { first, x, y, z }: CandidateTable,
  share: Float64Array,
  f: number,
): { at: number; confidence: number; unknown: number } {
  let at = -1
  let confidence = 0
  const end = first[f + 1] - 1
  if (end < first[f]) return { at, confidence, unknown: 1 }
  for (let k = first[f]; k < end; k++) {
    if (share[k] < 0.02 && at >= 0) continue
    let spot = 0
    for (let j = first[f]; j < end; j++) {
      if (x[k] * x[j] + y[k] * y[j] + z[k] * z[j] >= SAME_SPOT) spot += share[j]
    }
    const better = spot > confidence + 1e-9 || (spot > confidence - 1e-9 && share[k] > share[at])
    if (at >= 0 && !better) continue
    at = k
    confidence = spot
  }
  return { at, confidence: Math.min(1, confidence), unknown: share[end] }
}
