/** The layout of `places.bin`: 16 bytes of head, a JSON header, then the sections, each aligned to 4 bytes. */
export const MAGIC = 'DLPG'
export const FORMAT_VERSION = 1

/** The sections in their order, with their element types (little-endian). */
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
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>
  readonly features: readonly string[]
  readonly countries: readonly (readonly [code: string, row: number])[]
  /** "US.MA" and its row. */
  readonly regions: readonly (readonly [code: string, row: number])[]
  /** Lower-case demonym or adjective, and the row of its place. */
  readonly demonyms: readonly (readonly [word: string, row: number])[]
  /** Spelling that counts only as it stands, and its row. */
  readonly shortForms: readonly (readonly [form: string, row: number])[]
}

/** A sum over 32-bit words: enough to tell a cut or altered file. */
export function bodyChecksum(body: Uint8Array): number {
  const words = new Uint32Array(body.buffer.slice(body.byteOffset, body.byteOffset + (body.length & ~3)))
  let sum = 0x9e3779b9
  for (let i = 0; i < words.length; i++) sum = (Math.imul(sum, 31) + words[i]) | 0
  return sum >>> 0
}
