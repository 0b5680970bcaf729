import { LABELS } from '../../4-recognize/names/labels.js'
import {
  byteOfWeight,
  GROUP,
  markOf,
  type PackedWeights,
  placeAt,
  ROW_BYTES,
  SECOND,
} from '../../4-recognize/names/weights.js'
import { ROW } from './perceptron.js'

/** Features whose weights are all smaller than this share of the largest weight are dropped. */
const NEGLIGIBLE = 0.002

/** Weights of a pass, `ROW` a feature, from feature `from` on. */
export interface PassWeights {
  readonly weights: Float32Array
  readonly from: number
}

/**
 * Packs the weights of both passes of the features with these hashes into at most `places` places (a power of two):
 * weights become bytes, features that weigh next to nothing are dropped, and where a group overflows the weakest are.
 */
export function packWeights(
  hashes: Int32Array,
  first: PassWeights | undefined,
  second: PassWeights,
  places: number,
): PackedWeights & { readonly kept: number } {
  const passes = [first, second]
  const weightOf = (pass: number, f: number, label: number): number => {
    const found = passes[pass]
    return found === undefined ? 0 : found.weights[(found.from + f) * ROW + label]
  }
  const strength = new Float32Array(hashes.length)
  let scale = 0
  for (let f = 0; f < hashes.length; f++) {
    for (let label = 0; label < LABELS; label++) {
      strength[f] = Math.max(strength[f], Math.abs(weightOf(0, f, label)), Math.abs(weightOf(1, f, label)))
    }
    scale = Math.max(scale, strength[f])
  }
  const order = Array.from(hashes.keys())
    .filter((f) => strength[f] > scale * NEGLIGIBLE)
    .sort((a, b) => strength[b] - strength[a] || hashes[a] - hashes[b])
  const marks = new Uint16Array(places)
  const bytes = new Uint8Array(places * ROW_BYTES).fill(byteOfWeight(0, 1))
  let kept = 0
  for (const f of order) {
    const place = freePlace(marks, hashes[f])
    if (place < 0) continue
    kept++
    marks[place] = markOf(hashes[f])
    for (let label = 0; label < LABELS; label++) {
      bytes[place * ROW_BYTES + label] = byteOfWeight(weightOf(0, f, label), scale)
      bytes[place * ROW_BYTES + SECOND + label] = byteOfWeight(weightOf(1, f, label), scale)
    }
  }
  return { marks, bytes, scale, kept }
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
