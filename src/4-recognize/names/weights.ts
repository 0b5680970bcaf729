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

/**
 * Weights are many small ones and few large ones, so bytes stand for squares: near nothing they are close together.
 * A weight is a whole number of steps, which add up without rounding in any order.
 */
export const stepsOfByte = (byte: number): number => (byte - ZERO) * Math.abs(byte - ZERO)

export const byteOfWeight = (weight: number, scale: number): number =>
  ZERO + Math.sign(weight) * Math.min(SIDE, Math.round(Math.sqrt(Math.abs(weight) / scale) * SIDE))

/** The weight of one step, where the largest weight is `scale`. */
export const stepOf = (scale: number): number => scale / (SIDE * SIDE)
