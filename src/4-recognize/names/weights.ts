/**
 * The weights of a trained model for hashed features. A feature lives in one of the 8 places of the group that its hash
 * names; a mark of 16 bits tells it from the others, so that an unknown feature is turned away without touching the
 * weights. Weights are a byte for each label; both passes' weights of a feature lie side by side, 8 bytes each.
 */
export interface PackedWeights {
  /** 0 where a place is empty. */
  readonly marks: Uint16Array
  readonly bytes: Uint8Array
  /** The largest weight. */
  readonly scale: number
  /** What each byte stands for: `weightOfByte`. */
  readonly values: Float32Array
}

/** Bytes of a feature: the first pass's from 0 on, the second's from `SECOND` on. */
export const ROW_BYTES = 16
export const SECOND = 8
export const GROUP = 8

export const markOf = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 16 || 1

/** Place `probe` (0 to 7) of a feature's group. */
export const placeAt = (feature: number, probe: number, mask: number): number => {
  const place = feature & mask
  return (place & ~(GROUP - 1)) | ((place + probe) & (GROUP - 1))
}

const ZERO = 128
const SIDE = 127

/** Weights are many small ones and few large ones, so bytes stand for squares: near nothing they are close together. */
const weightOfByte = (byte: number, scale: number): number => {
  const step = (byte - ZERO) / SIDE
  return Math.sign(step) * step * step * scale
}

export const byteOfWeight = (weight: number, scale: number): number =>
  ZERO + Math.sign(weight) * Math.min(SIDE, Math.round(Math.sqrt(Math.abs(weight) / scale) * SIDE))

export const byteValues = (scale: number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, byte) => weightOfByte(byte, scale))

/** Where the rows of known features begin; room for the features of one token. */
const rowsFound = new Int32Array(256)

/**
 * Looks the features up, in steps that each do one thing for all of them, so that the processor can wait for many of
 * their cache lines at once.
 */
function findRows({ marks, bytes }: PackedWeights, features: Int32Array, count: number): number {
  const mask = marks.length - 1
  let touched = 0
  for (let f = 0; f < count; f++) touched += marks[features[f] & mask]
  let found = 0
  for (let f = 0; f < count; f++) {
    const feature = features[f]
    const mark = Math.imul(feature, 0x9e3779b1) >>> 16 || 1
    const first = feature & mask
    const group = first & ~(GROUP - 1)
    for (let probe = 0; probe < GROUP; probe++) {
      const place = group | ((first + probe) & (GROUP - 1))
      const here = marks[place]
      if (here === mark) {
        rowsFound[found++] = place << 4
        break
      }
      if (here === 0) break
    }
  }
  for (let f = 0; f < found; f++) touched += bytes[rowsFound[f]]
  // Never true; keeps the reads above from being optimized away.
  return touched === -1 ? 0 : found
}

/**
 * Adds up both passes' weights of `count` features: a sum for each label to `sums`, the first pass's from `at` on, the
 * second's from `at + SECOND` on. The sums are exact, so that parts may be added up apart and in any order: a weight has
 * 24 bits and the least is 1/127² of the largest, so 192 of them need 46 of the 53 bits of a number.
 */
export function sumBothPasses(
  weights: PackedWeights,
  features: Int32Array,
  count: number,
  sums: Float64Array,
  at: number,
): void {
  const { bytes, values } = weights
  const found = findRows(weights, features, count)
  let a0 = 0
  let a1 = 0
  let a2 = 0
  let a3 = 0
  let a4 = 0
  let a5 = 0
  let a6 = 0
  let b0 = 0
  let b1 = 0
  let b2 = 0
  let b3 = 0
  let b4 = 0
  let b5 = 0
  let b6 = 0
  for (let f = 0; f < found; f++) {
    const row = rowsFound[f]
    a0 += values[bytes[row]]
    a1 += values[bytes[row + 1]]
    a2 += values[bytes[row + 2]]
    a3 += values[bytes[row + 3]]
    a4 += values[bytes[row + 4]]
    a5 += values[bytes[row + 5]]
    a6 += values[bytes[row + 6]]
    b0 += values[bytes[row + 8]]
    b1 += values[bytes[row + 9]]
    b2 += values[bytes[row + 10]]
    b3 += values[bytes[row + 11]]
    b4 += values[bytes[row + 12]]
    b5 += values[bytes[row + 13]]
    b6 += values[bytes[row + 14]]
  }
  sums[at] = a0
  sums[at + 1] = a1
  sums[at + 2] = a2
  sums[at + 3] = a3
  sums[at + 4] = a4
  sums[at + 5] = a5
  sums[at + 6] = a6
  sums[at + 8] = b0
  sums[at + 9] = b1
  sums[at + 10] = b2
  sums[at + 11] = b3
  sums[at + 12] = b4
  sums[at + 13] = b5
  sums[at + 14] = b6
}

/** Adds up the second pass's weights alone. */
export function scoreSecondPass(
  weights: PackedWeights,
  features: Int32Array,
  count: number,
  second: Float64Array,
  at: number,
): void {
  const { bytes, values } = weights
  const found = findRows(weights, features, count)
  let b0 = 0
  let b1 = 0
  let b2 = 0
  let b3 = 0
  let b4 = 0
  let b5 = 0
  let b6 = 0
  for (let f = 0; f < found; f++) {
    const row = rowsFound[f]
    b0 += values[bytes[row + 8]]
    b1 += values[bytes[row + 9]]
    b2 += values[bytes[row + 10]]
    b3 += values[bytes[row + 11]]
    b4 += values[bytes[row + 12]]
    b5 += values[bytes[row + 13]]
    b6 += values[bytes[row + 14]]
  }
  second[at] = b0
  second[at + 1] = b1
  second[at + 2] = b2
  second[at + 3] = b3
  second[at + 4] = b4
  second[at + 5] = b5
  second[at + 6] = b6
}
