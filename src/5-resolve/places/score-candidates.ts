import { contextFeatures } from './context-features.js'
import { type CandidateTable, FEATURE_COUNT } from './place-features.js'

/** Weights in the order of `PLACE_FEATURES`: before and after the other places are looked at. */
export interface PlaceWeights {
  readonly alone: Float64Array
  readonly together: Float64Array
}

/** Sets `share` to each candidate's probability among the candidates of its form (softmax of the weighted features). */
export function weigh(table: CandidateTable, weights: Float64Array, share: Float64Array): void {
  const { first, features } = table
  for (let f = 0; f + 1 < first.length; f++) {
    let most = Number.NEGATIVE_INFINITY
    for (let k = first[f]; k < first[f + 1]; k++) {
      let sum = 0
      const base = k * FEATURE_COUNT
      for (let i = 0; i < FEATURE_COUNT; i++) sum += weights[i] * features[base + i]
      share[k] = sum
      if (sum > most) most = sum
    }
    let total = 0
    for (let k = first[f]; k < first[f + 1]; k++) {
      share[k] = Math.exp(share[k] - most)
      total += share[k]
    }
    for (let k = first[f]; k < first[f + 1]; k++) share[k] /= total
  }
}

/**
 * Each candidate's probability: first by itself, then up to twice more with what the other places of the article say.
 * After the idea of minimal distance in Leidner 2007, "Toponym Resolution in Text", as a conditional logit.
 */
export function candidateShares(table: CandidateTable, weights: PlaceWeights): Float64Array {
  const share = new Float64Array(table.row.length)
  weigh(table, weights.alone, share)
  for (let round = 0; round < 2; round++) {
    contextFeatures(table, share)
    weigh(table, weights.together, share)
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
