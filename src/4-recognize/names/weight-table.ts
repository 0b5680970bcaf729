import { MAX_FEATURES } from './features.js'
import { LABELS } from './labels.js'
import { GROUP, markOf, type PackedWeights, ROW_BYTES, SECOND, stepOf, stepsOfByte } from './weights.js'

/**
 * Weights ready to be added up. A row is half a cache line: for each label the steps of the first pass in the lower half
 * of a number, those of the second in the upper. Rows are made when they are first asked for and lie in that order: what
 * every article needs stays close together.
 */
export interface WeightTable {
  readonly packed: PackedWeights
  /** Of each place the mark, and in the lower half the number of its row, 0 while it has none; 0 for an empty place. */
  readonly entries: Int32Array
  readonly rows: Int32Array
  /** What a step of the sums weighs. */
  readonly step: number
  /** The number of the next row; row 0 stays empty. */
  next: number
}

/** Numbers a row; the last is free. */
export const ROW = 8

/**
 * Sums of both passes are kept in one number, those of the second times this: 192 features of at most 127² steps need 22
 * bits and a sign.
 */
const LANE = 2 ** 26
const MOST_ROWS = 2 ** 16

export function weightTable(packed: PackedWeights): WeightTable {
  const places = packed.marks.length
  const entries = new Int32Array(places)
  for (let place = 0; place < places; place++) entries[place] = packed.marks[place] << 16
  return {
    packed,
    entries,
    rows: new Int32Array(Math.min(MOST_ROWS, places + MAX_FEATURES + 1) * ROW),
    step: stepOf(packed.scale),
    next: 1,
  }
}

/** The steps of the second pass in a sum over rows. A power of two: multiplying is exact, and quicker than dividing. */
export const secondSteps = (sum: number): number => Math.round(sum * (1 / LANE))
/** Those of the first, where the second's are known. */
export const firstSteps = (sum: number, second: number): number => sum - second * LANE

/** Where the rows of known features begin. */
const found = new Int32Array(MAX_FEATURES)

/** Sets the `LABELS` numbers of `sums` from `at` on to the sums over the rows of `count` features. */
export function sumRows(table: WeightTable, features: Int32Array, count: number, sums: Float64Array, at: number): void {
  const { rows } = table
  const known = findRows(table, features, count)
  let a0 = 0
  let b0 = 0
  let a1 = 0
  let b1 = 0
  let a2 = 0
  let b2 = 0
  let a3 = 0
  let b3 = 0
  let a4 = 0
  let b4 = 0
  let a5 = 0
  let b5 = 0
  let a6 = 0
  let b6 = 0
  for (let f = 0; f < known; f++) {
    const row = found[f]
    const x0 = rows[row]
    a0 = (a0 + ((x0 << 16) >> 16)) | 0
    b0 = (b0 + (x0 >> 16)) | 0
    const x1 = rows[row + 1]
    a1 = (a1 + ((x1 << 16) >> 16)) | 0
    b1 = (b1 + (x1 >> 16)) | 0
    const x2 = rows[row + 2]
    a2 = (a2 + ((x2 << 16) >> 16)) | 0
    b2 = (b2 + (x2 >> 16)) | 0
    const x3 = rows[row + 3]
    a3 = (a3 + ((x3 << 16) >> 16)) | 0
    b3 = (b3 + (x3 >> 16)) | 0
    const x4 = rows[row + 4]
    a4 = (a4 + ((x4 << 16) >> 16)) | 0
    b4 = (b4 + (x4 >> 16)) | 0
    const x5 = rows[row + 5]
    a5 = (a5 + ((x5 << 16) >> 16)) | 0
    b5 = (b5 + (x5 >> 16)) | 0
    const x6 = rows[row + 6]
    a6 = (a6 + ((x6 << 16) >> 16)) | 0
    b6 = (b6 + (x6 >> 16)) | 0
  }
  sums[at] = a0 + b0 * LANE
  sums[at + 1] = a1 + b1 * LANE
  sums[at + 2] = a2 + b2 * LANE
  sums[at + 3] = a3 + b3 * LANE
  sums[at + 4] = a4 + b4 * LANE
  sums[at + 5] = a5 + b5 * LANE
  sums[at + 6] = a6 + b6 * LANE
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
  for (let f = 0; f < known; f++) touched |= rows[found[f]]
  // Never true; keeps the reads above from being optimized away.
  return touched === 0 && count < 0 ? 0 : known
}

function newRow(table: WeightTable, place: number): number {
  const { packed, entries, rows } = table
  const row = table.next++
  entries[place] |= row
  for (let label = 0; label < LABELS; label++) {
    const byte = place * ROW_BYTES + label
    const first = stepsOfByte(packed.bytes[byte])
    const second = stepsOfByte(packed.bytes[byte + SECOND])
    rows[row * ROW + label] = (second << 16) | (first & 0xffff)
  }
  return row
}

/** All rows are free again: rare ones would never leave otherwise. */
function forgetRows(table: WeightTable): void {
  const { entries } = table
  for (let place = 0; place < entries.length; place++) entries[place] &= ~0xffff
  table.next = 1
}
