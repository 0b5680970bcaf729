import type { CandidateTable } from './candidate-table.js'
import { contextFeatures } from './context-features.js'
import { CONTEXT_FROM, FEATURE_COUNT } from './feature-names.js'
import { realsFor } from './room.js'

/** Weights in the order of `PLACE_FEATURES`: before and after the other places are looked at. */
export interface PlaceWeights {
  readonly alone: Float64Array
  readonly together: Float64Array
}

/** Sets `share` to each candidate's probability among the candidates of its form (softmax of the weighted features). */
export function weigh(table: CandidateTable, weights: Float64Array, share: Float64Array): void {
  addWeighted(table, weights, share.fill(0), 0, share)
  softmax(table, share, share)
}

/** Sets `to` to the sums plus the features from `from`, weighted. */
function addWeighted(
  { features, size }: CandidateTable,
  weights: Float64Array,
  sums: Float64Array,
  from: number,
  to: Float64Array,
): void {
  for (let k = 0, base = 0; k < size; k++, base += FEATURE_COUNT) {
    let sum = sums[k]
    for (let i = from; i < FEATURE_COUNT; i++) sum += weights[i] * features[base + i]
    to[k] = sum
  }
}

/** What a candidate is by itself, with both weights. */
function weighOwn(
  { features, size }: CandidateTable,
  { alone, together }: PlaceWeights,
  first: Float64Array,
  later: Float64Array,
): void {
  for (let k = 0, base = 0; k < size; k++, base += FEATURE_COUNT) {
    let sum = 0
    let laterSum = 0
    for (let i = 0; i < CONTEXT_FROM; i++) {
      const feature = features[base + i]
      sum += alone[i] * feature
      laterSum += together[i] * feature
    }
    first[k] = sum
    later[k] = laterSum
  }
}

function softmax({ first, forms }: CandidateTable, sums: Float64Array, share: Float64Array): void {
  for (let f = 0; f < forms.length; f++) {
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

/** Columns of the article at hand. */
let shares: Float64Array = new Float64Array(0)
let owns: Float64Array = new Float64Array(0)
let allSums: Float64Array = new Float64Array(0)

/**
 * Each candidate's probability: first by itself, then up to twice more with what the other places of the article say.
 * After the idea of minimal distance in Leidner 2007, "Toponym Resolution in Text", as a conditional logit.
 * The column is as good as the table's `size` and holds until the next call.
 */
export function candidateShares(table: CandidateTable, weights: PlaceWeights): Float64Array {
  shares = realsFor(shares, table.size)
  owns = realsFor(owns, table.size)
  allSums = realsFor(allSums, table.size)
  const [share, own, sums] = [shares, owns, allSums]
  weighOwn(table, weights, share, own)
  softmax(table, share, share)
  for (let round = 0; round < 2; round++) {
    contextFeatures(table, share)
    addWeighted(table, weights.together, own, CONTEXT_FROM, sums)
    softmax(table, sums, share)
    if (isSettled(table, share)) break
  }
  return share
}

const SETTLED = 0.97

/** Whether every name has its place, so that another round changes nothing. */
function isSettled({ first, forms }: CandidateTable, share: Float64Array): boolean {
  for (let f = 0; f < forms.length; f++) {
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
