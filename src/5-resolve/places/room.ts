/** Memory for one article's numbers is used again for the next: allocated anew, it would cost more than the reckoning. */

const STEP = 512

const roomy = (size: number): number => STEP * Math.ceil(size / STEP)

/** A column of at least `size` numbers: the one at hand if it is long enough, what it holds being of no use. */
export const realsFor = (column: Float64Array, size: number): Float64Array =>
  column.length < size ? new Float64Array(roomy(size)) : column

export const wholesFor = (column: Int32Array, size: number): Int32Array =>
  column.length < size ? new Int32Array(roomy(size)) : column
