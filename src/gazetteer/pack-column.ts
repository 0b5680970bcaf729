/**
 * Columns of numbers are packed so that they compress well: whole numbers of four bytes as differences from the number
 * before, and of every number the low bytes first, then the higher ones. Bytes stand as they are.
 */

const zigzag = (difference: number): number => (difference << 1) ^ (difference >> 31)
const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1)

/** The bytes of a column of 1, 2 or 4 bytes a number, packed. */
export function packColumn(column: Uint8Array | Uint16Array | Uint32Array | Int32Array): Uint8Array {
  const { length, BYTES_PER_ELEMENT: width } = column
  const packed = new Uint8Array(length * width)
  let last = 0
  for (let i = 0; i < length; i++) {
    const value = column[i] | 0
    const written = width === 4 ? zigzag((value - last) | 0) : value
    last = value
    for (let plane = 0; plane < width; plane++) packed[plane * length + i] = written >>> (8 * plane)
  }
  return packed
}

/** Fills a column from what `packColumn` made of it. */
export function unpackColumn(packed: Uint8Array, column: Uint8Array | Uint16Array | Uint32Array | Int32Array): void {
  const { length, BYTES_PER_ELEMENT: width } = column
  if (width === 1) {
    column.set(packed)
    return
  }
  if (width === 2) {
    for (let i = 0; i < length; i++) column[i] = packed[i] | (packed[length + i] << 8)
    return
  }
  let value = 0
  for (let i = 0; i < length; i++) {
    const written =
      packed[i] | (packed[length + i] << 8) | (packed[2 * length + i] << 16) | (packed[3 * length + i] << 24)
    value = (value + unzigzag(written)) | 0
    column[i] = value
  }
}
