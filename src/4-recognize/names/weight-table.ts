import { MAX_FEATURES } from './features.js'
import { LABELS } from './labels.js'
import { GROUP, markOf, type PackedWeights, ROW_BYTES, SECOND, stepOf, stepsOfByte } from './weights.js'

/**
 * Weights ready to be added up. A row is a cache line of 8 numbers: for each label the steps of the first pass, and those
 * of the second times `LANE`, in one number, so that one addition serves both. Rows are made when they are first asked
 * for and lie in that order: what every article needs stays close together.
 */
export interface WeightTable {
  readonly packed: PackedWeights
  /** Of each place the mark, and in the lower half the number of its row, 0 while it has none; 0 for an empty place. */
  readonly entries: Int32Array
  readonly rows: Float64Array
  /** What a step of the sums weighs. */
  readonly step: number
  /** The number of the next row; row 0 stays empty. */
  next: number
}

/** Numbers a row; the last is free. */
export const ROW = 8

/** 192 features of at most 127² steps need 22 bits and a sign. */
const LANE = 2 ** 26
const MOST_ROWS = 2 ** 16

export function weightTable(packed: PackedWeights): WeightTable {
  const places = packed.marks.length
  return {
    packed,
    entries: Int32Array.from(packed.marks, (mark) => mark << 16),
    rows: new Float64Array(Math.min(MOST_ROWS, places + MAX_FEATURES + 1) * ROW),
    step: stepOf(packed.scale),
    next: 1,
  }
}

/** The steps of the second pass in a sum over rows, and of the first. */
export const secondSteps = (sum: number): number => Math.round(sum / LANE)
export const firstSteps = (sum: number): number => sum - secondSteps(sum) * LANE

/** Where the rows of known features begin. */
const found = new Int32Array(MAX_FEATURES)

/** Sets the `LABELS` numbers of `sums` from `at` on to the sums over the rows of `count` features. */
export function sumRows(table: WeightTable, features: Int32Array, count: number, sums: Float64Array, at: number): void {
  const { rows } = table
  const known = findRows(table, features, count)
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  let s5 = 0
  let s6 = 0
  for (let f = 0; f < known; f++) {
    const row = found[f]
    s0 += rows[row]
    s1 += rows[row + 1]
    s2 += rows[row + 2]
    s3 += rows[row + 3]
    s4 += rows[row + 4]
    s5 += rows[row + 5]
    s6 += rows[row + 6]
  }
  sums[at] = s0
  sums[at + 1] = s1
  sums[at + 2] = s2
  sums[at + 3] = s3
  sums[at + 4] = s4
  sums[at + 5] = s5
  sums[at + 6] = s6
}

/**
 * Looks the features up, in steps that each do one thing for all of them, so that the processor can wait for many of
 * their cache lines at once.
 */
function findRows(table: WeightTable, features: Int32Array, count: number): number {
  const { entries, rows } = table
  const mask = entries.length - 1
  if (table.next > rows.length / ROW - MAX_FEATURES) forgetRows(table)
  let touched = 0
  for (let f = 0; f < count; f++) touched |= entries[features[f] & mask]
  let known = 0
  for (let f = 0; f < count; f++) {
    const feature = features[f]
    const mark = markOf(feature)
    const first = feature & mask
    const group = first & ~(GROUP - 1)
    for (let probe = 0; probe < GROUP; probe++) {
      const place = group | ((first + probe) & (GROUP - 1))
      const here = entries[place]
      if (here >>> 16 === mark) {
        found[known++] = (here & 0xffff || newRow(table, place)) * ROW
        break
      }
      if (here === 0) break
    }
  }
  for (let f = 0; f < known; f++) if (rows[found[f]] !== 0) touched |= 1
  // Never true; keeps the reads above from being optimized away.
  return touched === 0 && count < 0 ? 0 : known
}

function newRow(table: WeightTable, place: number): number {
  const { packed, entries, rows } = table
  const row = table.next++
  entries[place] |= row
  for (let label = 0; label < LABELS; label++) {
    const byte = place * ROW_BYTES + label
    rows[row * ROW + label] = stepsOfByte(packed.bytes[byte]) + stepsOfByte(packed.bytes[byte + SECOND]) * LANE
  }
  return row
}

/** All rows are free again: rare ones would never leave otherwise. */
function forgetRows(table: WeightTable): void {
  const { entries } = table
  for (let place = 0; place < entries.length; place++) entries[place] &= ~0xffff
  table.next = 1
}
