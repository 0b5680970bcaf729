import { inflateRawSync } from 'node:zlib'
import { unpackColumn } from './pack-column.js'
import { addToKeyHash, hashOfName, keyHashValue, newKeyHash, resetKeyHash } from './place-key.js'
import { bodyChecksum, FORMAT_VERSION, type Header, MAGIC, SECTION_TYPES } from './places-format.js'

/** A place is a row number; its facts are looked up by row. */
export type PlaceRowId = number

/**
 * The compact gazetteer: 200,000 populated places, regions, countries, seas and well-known areas. Lookups forgive case,
 * diacritics, hyphens and apostrophes.
 */
export interface PlaceGazetteer {
  /** Number of rows. */
  readonly size: number
  /** Rows that bear this name, those whose main name it is first, the more populous first. */
  readonly candidates: (name: string) => readonly PlaceRowId[]
  /** Whether `name` is the row's main name (not one of its other names). */
  readonly isMainName: (row: PlaceRowId, name: string) => boolean
  /** Whether some place bears this one-word name. Cheap: no allocation. */
  readonly has: (word: string) => boolean
  /** How many tokens from `first` (before `end`) make the longest known name that begins there; 0 for none. */
  readonly longestAt: (lower: readonly string[], first: number, end: number) => number
  /** The place that a demonym or adjective belongs to ("german" → Germany), in lower case; -1 if it is none. */
  readonly demonym: (lowerWord: string) => PlaceRowId
  /** The row of a country by its ISO code, -1 if unknown. */
  readonly country: (code: string) => PlaceRowId
  /** The row of a first-level region by its code ("US.MA"), -1 if unknown. */
  readonly region: (code: string) => PlaceRowId
  /** The row of a state or province by a newspaper or postal abbreviation ("Mass.", "MA"), as spelled; else -1. */
  readonly regionByAbbreviation: (form: string) => PlaceRowId
  readonly name: (row: PlaceRowId) => string
  /** 0 where GeoNames has no id for it. */
  readonly geonamesId: (row: PlaceRowId) => number
  /** Degrees. */
  readonly latitude: (row: PlaceRowId) => number
  readonly longitude: (row: PlaceRowId) => number
  /** Inhabitants, to about a tenth. */
  readonly population: (row: PlaceRowId) => number
  /** ISO 3166-1 alpha-2, empty for seas and continents. */
  readonly countryCode: (row: PlaceRowId) => string
  /** GeoNames code of the first-level region without the country ("MA"), empty if unknown. */
  readonly admin1: (row: PlaceRowId) => string
  readonly featureCode: (row: PlaceRowId) => string
  /** Row of its first- and second-level region, -1 if unknown; a region's own row is itself. */
  readonly regionRow: (row: PlaceRowId) => PlaceRowId
  readonly countyRow: (row: PlaceRowId) => PlaceRowId
}

const NONE = 0xffff
const OTHER_NAME = 0x80

/** Thrown for bytes that are no gazetteer of this version; the caller adds the file's name. */
export class PlaceGazetteerError extends Error {}

function headerOf(bytes: Uint8Array): { header: Header; body: Uint8Array } {
  const advice = 'rebuild it with scripts/build-gazetteer.ts or reinstall the package'
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (bytes.length < 16 || magic !== MAGIC) throw new PlaceGazetteerError(`not a place gazetteer; ${advice}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(4, true)
  if (version !== FORMAT_VERSION) {
    throw new PlaceGazetteerError(
      `place gazetteer of version ${version}, this program reads ${FORMAT_VERSION}; ${advice}`,
    )
  }
  const headerLength = view.getUint32(8, true)
  const body = bytes.subarray(16 + headerLength)
  if (16 + headerLength > bytes.length || bodyChecksum(body) !== view.getUint32(12, true)) {
    throw new PlaceGazetteerError(`damaged place gazetteer (checksum differs); ${advice}`)
  }
  try {
    return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + headerLength))) as Header, body }
  } catch (cause) {
    throw new PlaceGazetteerError(`damaged place gazetteer (header unreadable); ${advice}`, { cause })
  }
}

type Columns = { readonly [Name in keyof typeof SECTION_TYPES]: InstanceType<(typeof SECTION_TYPES)[Name]> }

function columnsOf({ lengths }: Header, body: Uint8Array): Columns {
  const sections = Object.entries(SECTION_TYPES) as [keyof Columns, (typeof SECTION_TYPES)[keyof Columns]][]
  const size = sections.reduce((sum, [name, Type]) => sum + lengths[name] * Type.BYTES_PER_ELEMENT, 0)
  const packed = inflateRawSync(body, { maxOutputLength: size })
  let offset = 0
  const entries = sections.map(([name, Type]) => {
    const column = new Type(lengths[name])
    unpackColumn(packed.subarray(offset, offset + column.byteLength), column)
    offset += column.byteLength
    return [name, column]
  })
  return Object.fromEntries(entries) as Columns
}

/**
 * Reads `gazetteer/places.bin`.
 * Throws `PlaceGazetteerError` for a damaged file or one of another version.
 */
export function decodePlaces(bytes: Uint8Array): PlaceGazetteer {
  const { header, body } = headerOf(bytes)
  const column = columnsOf(header, body)
  const countryCodes = header.countries.map(([code]) => code)
  const countryRows = new Map(header.countries)
  const regionRows = new Map(header.regions)
  const regionCode = new Map(header.regions.map(([code, row]) => [row, code.slice(3)]))
  const demonyms = new Map(header.demonyms)
  const shortForms = new Map(header.shortForms)
  const decoder = new TextDecoder()
  const { bucket, hashLow, rowLow, rowHigh, longest, pool, nameStart } = column

  /** First name record of a hash, or -1. */
  const find = (hash: number): number => {
    const low = hash & 0xffff
    for (let i = bucket[hash >>> 16], end = bucket[(hash >>> 16) + 1]; i < end; i++) if (hashLow[i] === low) return i
    return -1
  }
  const rowAt = (i: number): number => ((rowHigh[i] & ~OTHER_NAME) << 16) | rowLow[i]
  const rowsOf = (hash: number): number[] => {
    const found: number[] = []
    const first = find(hash)
    if (first < 0) return found
    const end = bucket[(hash >>> 16) + 1]
    for (let i = first; i < end && hashLow[i] === (hash & 0xffff); i++) found.push(rowAt(i))
    return found
  }
  const state = newKeyHash()
  const longestAt = (lower: readonly string[], first: number, end: number): number => {
    resetKeyHash(state)
    addToKeyHash(state, lower[first], false)
    const hash = keyHashValue(state)
    const most = longest[hash & (longest.length - 1)]
    if (most === 0) return 0
    let best = find(hash) >= 0 ? 1 : 0
    let words = 1
    for (let i = first + 1; i < end; i++) {
      const token = lower[i]
      const glued = token.charCodeAt(0) === 39
      if (!glued && token !== '-' && ++words > most) break
      addToKeyHash(state, token, !glued)
      if (token !== '-' && find(keyHashValue(state)) >= 0) best = i + 1 - first
    }
    return best
  }
  const candidates = (name: string): readonly number[] => {
    const short = shortForms.get(name)
    if (short !== undefined) return [short]
    return rowsOf(hashOfName(name))
  }
  /** The name that was asked for last: a form's candidates are looked at one after the other. */
  let asked = { name: '', first: -1, end: 0 }
  const isMainName = (row: number, name: string): boolean => {
    if (name !== asked.name) {
      const hash = hashOfName(name)
      asked = { name, first: find(hash), end: bucket[(hash >>> 16) + 1] }
    }
    const { first, end } = asked
    if (first < 0) return false
    // Records of a hash stand together, the main names first.
    for (let i = first; i < end && hashLow[i] === hashLow[first] && (rowHigh[i] & OTHER_NAME) === 0; i++)
      if (rowAt(i) === row) return true
    return false
  }
  const nameOf = (row: number): string => {
    const start = nameStart[row]
    return decoder.decode(pool.subarray(start, pool.indexOf(0, start)))
  }
  return {
    size: column.id.length,
    candidates,
    isMainName,
    has: (word) => find(hashOfName(word)) >= 0,
    longestAt,
    demonym: (word) => demonyms.get(word) ?? (word.endsWith('s') ? demonyms.get(word.slice(0, -1)) : undefined) ?? -1,
    country: (code) => countryRows.get(code) ?? -1,
    region: (code) => regionRows.get(code) ?? -1,
    regionByAbbreviation: (form) => shortForms.get(`,${form}`) ?? -1,
    name: nameOf,
    geonamesId: (row) => column.id[row],
    latitude: (row) => column.latitude[row] / 1e5,
    longitude: (row) => column.longitude[row] / 1e5,
    population: (row) => Math.round(2 ** (column.population[row] / 8)) - 1,
    countryCode: (row) => countryCodes[column.country[row]] ?? '',
    admin1: (row) => regionCode.get(column.admin1[row]) ?? '',
    featureCode: (row) => header.features[column.feature[row]],
    regionRow: (row) => (column.admin1[row] === NONE ? -1 : column.admin1[row]),
    countyRow: (row) => (column.admin2[row] === NONE ? -1 : column.admin2[row]),
  }
}
