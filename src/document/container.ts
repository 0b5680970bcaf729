/**
 * A file of named typed arrays: four letters that say what it is, a format version, a checksum, a header in JSON, and
 * the arrays' bytes. All numbers are little-endian.
 */

export interface Container {
  readonly kind: string
  readonly version: number
  /** What is not an array: numbers and short texts. */
  readonly header: Readonly<Record<string, unknown>>
  readonly arrays: Readonly<Record<string, Column>>
}

export type Column = Int8Array | Uint8Array | Uint16Array | Int32Array | Float64Array

const COLUMN_TYPES = { Int8Array, Uint8Array, Uint16Array, Int32Array, Float64Array } as const
type ColumnType = keyof typeof COLUMN_TYPES

interface Entry {
  readonly name: string
  readonly type: ColumnType
  readonly at: number
  readonly length: number
}

const FIXED = 20

const pad = (size: number): number => (size + 7) & ~7

/** FNV-1a over 32-bit words, so that ten megabytes take a few milliseconds. */
function checksum(bytes: Uint8Array): number {
  const whole = bytes.byteLength >> 2
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, whole)
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < whole; i++) h = Math.imul(h ^ words[i], 0x01000193)
  for (let i = whole * 4; i < bytes.byteLength; i++) h = Math.imul(h ^ bytes[i], 0x01000193)
  return h
}

export function encodeContainer({ kind, version, header, arrays }: Container): Uint8Array {
  const entries: Entry[] = []
  let at = 0
  for (const [name, column] of Object.entries(arrays)) {
    entries.push({ name, type: column.constructor.name as ColumnType, at, length: column.length })
    at += pad(column.byteLength)
  }
  const head = new TextEncoder().encode(JSON.stringify({ header, entries }))
  const bodyAt = pad(FIXED + head.length)
  const bytes = new Uint8Array(bodyAt + at)
  for (let i = 0; i < 4; i++) bytes[i] = kind.charCodeAt(i)
  const view = new DataView(bytes.buffer)
  view.setUint32(4, version, true)
  view.setUint32(8, head.length, true)
  view.setUint32(12, bytes.length, true)
  bytes.set(head, FIXED)
  Object.values(arrays).forEach((column, i) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), bodyAt + entries[i].at)
  })
  view.setInt32(16, checksum(bytes.subarray(FIXED)), true)
  return bytes
}

/** Reads what `encodeContainer` wrote. `what` names the file in errors; `remedy` says what to do. */
export function decodeContainer(
  input: Uint8Array,
  expected: { readonly kind: string; readonly version: number; readonly what: string; readonly remedy: string },
): Container {
  const { kind, version, what, remedy } = expected
  const fail = (reason: string): never => {
    throw new Error(`${what}: ${reason}. ${remedy}`)
  }
  // Typed arrays need aligned bytes; a slice of a larger buffer may not be.
  const bytes = input.byteOffset % 8 === 0 ? input : input.slice()
  if (bytes.length < FIXED) fail('the file is too short to be a model')
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== kind) fail('this is not a model file of dateline')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = view.getUint32(4, true)
  if (found !== version) fail(`the file is of format version ${found}, this program reads version ${version}`)
  if (view.getUint32(12, true) !== bytes.length)
    fail(`the file is cut off or has grown (${bytes.length} bytes instead of ${view.getUint32(12, true)})`)
  if (view.getInt32(16, true) !== checksum(bytes.subarray(FIXED)))
    fail('the file is damaged (its checksum does not match)')
  const headLength = view.getUint32(8, true)
  const { header, entries } = JSON.parse(new TextDecoder().decode(bytes.subarray(FIXED, FIXED + headLength))) as {
    header: Record<string, unknown>
    entries: readonly Entry[]
  }
  const bodyAt = bytes.byteOffset + pad(FIXED + headLength)
  const arrays = Object.fromEntries(
    entries.map(({ name, type, at, length }) => [
      name,
      new COLUMN_TYPES[type](bytes.buffer as ArrayBuffer, bodyAt + at, length),
    ]),
  )
  return { kind, version, header, arrays }
}
