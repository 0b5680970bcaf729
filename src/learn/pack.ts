import { LABELS } from '../4-recognize/names/labels.js'
import {
  byteOfWeight,
  byteValues,
  GROUP,
  markOf,
  type PackedWeights,
  placeAt,
  ROW_BYTES,
} from '../4-recognize/names/weights.js'
import { ROW, type Weights } from './perceptron.js'

/** Features whose weights are all smaller than this share of the largest weight are dropped. */
const NEGLIGIBLE = 0.002

/**
 * Packs weights into at most `rows` rows (a power of two) of bytes: weights are rounded, features whose weights are all
 * nearly nothing are dropped, and where a group overflows the weakest feature is.
 */
export function packWeights(
  { features, transitions }: Weights,
  hashes: Int32Array,
  rows: number,
): PackedWeights & { readonly kept: number } {
  const strength = new Float32Array(hashes.length)
  for (let f = 0; f < hashes.length; f++) {
    for (let label = 0; label < LABELS; label++)
      strength[f] = Math.max(strength[f], Math.abs(features[f * ROW + label]))
  }
  let scale = 0
  for (const size of strength) scale = Math.max(scale, size)
  const order = Array.from(hashes.keys())
    .filter((f) => strength[f] > scale * NEGLIGIBLE)
    .sort((a, b) => strength[b] - strength[a] || hashes[a] - hashes[b])
  const marks = new Uint16Array(rows)
  const bytes = new Uint8Array(rows * ROW_BYTES).fill(byteOfWeight(0, 1))
  let kept = 0
  for (const f of order) {
    const place = freePlace(marks, hashes[f])
    if (place < 0) continue
    kept++
    marks[place] = markOf(hashes[f])
    for (let label = 0; label < LABELS; label++) {
      bytes[place * ROW_BYTES + label] = byteOfWeight(features[f * ROW + label], scale)
    }
  }
  return { marks, bytes, scale, values: byteValues(scale), transitions, kept }
}

function freePlace(marks: Uint16Array, hash: number): number {
  const mark = markOf(hash)
  for (let probe = 0; probe < GROUP; probe++) {
    const place = placeAt(hash, probe, marks.length - 1)
    if (marks[place] === 0) return place
    // A stronger feature of the same look: this one cannot be told from it.
    if (marks[place] === mark) return -1
  }
  return -1
}
