/**
 * The layout of `places.bin`: 16 bytes of head (magic, version, length of the header, checksum), a JSON header, then the
 * sections one after the other as `packColumn` packs them, all in one raw
 * Deflate stream (Brotli would be 7 % smaller and take three times as long to read).
 */
export const MAGIC = 'DLPG'
export const FORMAT_VERSION = 2

/** The sections in their order, with their element types. */
export const SECTION_TYPES = {
  id: Uint32Array,
  latitude: Int32Array,
  longitude: Int32Array,
  population: Uint8Array,
  country: Uint8Array,
  admin1: Uint16Array,
  admin2: Uint16Array,
  feature: Uint8Array,
  nameStart: Uint32Array,
  pool: Uint8Array,
  bucket: Uint32Array,
  hashLow: Uint16Array,
  rowLow: Uint16Array,
  rowHigh: Uint8Array,
  longest: Uint8Array,
} as const

export interface Header {
  /** How many numbers each section has. */
  readonly lengths: Readonly<Record<keyof typeof SECTION_TYPES, number>>
  readonly features: readonly string[]
  readonly countries: readonly (readonly [code: string, row: number])[]
  /** "US.MA" and its row. */
  readonly regions: readonly (readonly [code: string, row: number])[]
  /** Lower-case demonym or adjective, and the row of its place. */
  readonly demonyms: readonly (readonly [word: string, row: number])[]
  /** Spelling that counts only as it stands, and its row. */
  readonly shortForms: readonly (readonly [form: string, row: number])[]
}

/** A sum over the bytes of the compressed body: enough to tell a cut or altered file. */
export function bodyChecksum(body: Uint8Array): number {
  let sum = 0x9e3779b9 ^ body.length
  for (let i = 0; i < body.length; i++) sum = (Math.imul(sum, 31) + body[i]) | 0
  return sum >>> 0
}
