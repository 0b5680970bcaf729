/**
 * The weights of a trained model for hashed features. A feature lives in one of the 8 places of the group that its hash
 * names; a mark of 16 bits tells it from the others, so that an unknown feature is turned away without touching the
 * weights. Weights are a byte for each label, 8 bytes a feature.
 */
export interface PackedWeights {
  /** 0 where a place is empty. */
  readonly marks: Uint16Array
  readonly bytes: Uint8Array
  /** The largest weight. */
  readonly scale: number
  /** What each byte stands for: `weightOfByte`. */
  readonly values: Float32Array
  readonly transitions: Float64Array
}

export const ROW_BYTES = 8
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

/** Adds up the weights of `count` features: a score for each label to `out` from `at` on. */
export function scoreFeatures(
  { marks, bytes, values }: PackedWeights,
  features: Int32Array,
  count: number,
  out: Float64Array,
  at: number,
): void {
  const mask = marks.length - 1
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  let s5 = 0
  let s6 = 0
  for (let f = 0; f < count; f++) {
    const feature = features[f]
    const mark = Math.imul(feature, 0x9e3779b1) >>> 16 || 1
    const first = feature & mask
    const group = first & ~(GROUP - 1)
    for (let probe = 0; probe < GROUP; probe++) {
      const place = group | ((first + probe) & (GROUP - 1))
      const found = marks[place]
      if (found === mark) {
        const row = place << 3
        s0 += values[bytes[row]]
        s1 += values[bytes[row + 1]]
        s2 += values[bytes[row + 2]]
        s3 += values[bytes[row + 3]]
        s4 += values[bytes[row + 4]]
        s5 += values[bytes[row + 5]]
        s6 += values[bytes[row + 6]]
        break
      }
      if (found === 0) break
    }
  }
  out[at] = s0
  out[at + 1] = s1
  out[at + 2] = s2
  out[at + 3] = s3
  out[at + 4] = s4
  out[at + 5] = s5
  out[at + 6] = s6
}
