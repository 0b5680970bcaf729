import { deflateRawSync } from 'node:zlib'
import { packColumn } from '../../src/gazetteer/pack-column.js'
import { hashOfName } from '../../src/gazetteer/place-key.js'
import { bodyChecksum, FORMAT_VERSION, type Header, MAGIC, SECTION_TYPES } from '../../src/gazetteer/places-format.js'

/** A row of the gazetteer, before it is packed. Names that begin with the same letters need no order. */
export interface PlaceRow {
  readonly name: string
  readonly otherNames: readonly string[]
  /** Spellings as good as the name: "Saint Louis" for "St. Louis", "New York" for "New York City". */
  readonly equalNames?: readonly string[]
  /** Its name means something better known first: "Mexico" is the country, not the state around its capital. */
  readonly yields?: boolean
  readonly id: number
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  /** Index into the countries' list, -1 for none. */
  readonly country: number
  /** Index of the first-level region's row, -1 for none; regions come first in the list. */
  readonly admin1: number
  readonly admin2: number
  readonly feature: string
}

export interface GazetteerSource {
  readonly rows: readonly PlaceRow[]
  /** ISO code and row of each country. */
  readonly countries: Header['countries']
  /** Code ("US.MA") of each first-level region, by row. */
  readonly regions: Header['regions']
  readonly demonyms: Header['demonyms']
  readonly shortForms: Header['shortForms']
}

interface NameRecord {
  readonly hash: number
  readonly row: number
  readonly primary: boolean
}

export const logPopulation = (population: number): number => Math.min(255, Math.round(Math.log2(population + 1) * 8))

function nameRecords(rows: readonly PlaceRow[]): NameRecord[] {
  const records: NameRecord[] = []
  rows.forEach((place, row) => {
    const seen = new Set<number>()
    const equal = place.equalNames ?? []
    ;[place.name, ...equal, ...place.otherNames].forEach((name, i) => {
      const hash = hashOfName(name)
      if (seen.has(hash)) return
      seen.add(hash)
      records.push({ hash, row, primary: i <= equal.length && !(i === 0 && place.yields) })
    })
  })
  return records.sort(
    (a, b) =>
      a.hash - b.hash ||
      Number(b.primary) - Number(a.primary) ||
      rows[b.row].population - rows[a.row].population ||
      a.row - b.row,
  )
}

/** For each first word, in how many words the longest name that begins with it has; by the low bits of its hash. */
function longestByFirstWord(rows: readonly PlaceRow[]): Uint8Array<ArrayBuffer> {
  const longest = new Uint8Array(1 << 17)
  for (const place of rows) {
    for (const name of [place.name, ...(place.equalNames ?? []), ...place.otherNames]) {
      const words = name.split(/[\s-]+/)
      const at = hashOfName(words[0]) & (longest.length - 1)
      longest[at] = Math.max(longest[at], Math.min(7, words.length))
    }
  }
  return longest
}

/** Packs a gazetteer into the bytes that `decodePlaces` reads. Same source, same bytes. */
export function encodePlaces(source: GazetteerSource): Uint8Array {
  const { rows } = source
  const features = [...new Set(rows.map((row) => row.feature))].sort()
  const encoder = new TextEncoder()
  const pool: Uint8Array[] = []
  const nameStart = new Uint32Array(rows.length)
  const pooled = new Map<string, number>()
  let poolLength = 0
  rows.forEach((row, i) => {
    const known = pooled.get(row.name)
    nameStart[i] = known ?? poolLength
    if (known !== undefined) return
    pooled.set(row.name, poolLength)
    const bytes = encoder.encode(`${row.name}\0`)
    pool.push(bytes)
    poolLength += bytes.length
  })
  const records = nameRecords(rows)
  const bucket = new Uint32Array(65537)
  for (const record of records) bucket[(record.hash >>> 16) + 1]++
  for (let i = 0; i < 65536; i++) bucket[i + 1] += bucket[i]
  const optional = (value: number): number => (value < 0 ? 0xffff : value)
  const sections = {
    id: Uint32Array.from(rows, (row) => row.id),
    latitude: Int32Array.from(rows, (row) => Math.round(row.latitude * 1e5)),
    longitude: Int32Array.from(rows, (row) => Math.round(row.longitude * 1e5)),
    population: Uint8Array.from(rows, (row) => logPopulation(row.population)),
    country: Uint8Array.from(rows, (row) => (row.country < 0 ? 255 : row.country)),
    admin1: Uint16Array.from(rows, (row) => optional(row.admin1)),
    admin2: Uint16Array.from(rows, (row) => optional(row.admin2)),
    feature: Uint8Array.from(rows, (row) => features.indexOf(row.feature)),
    nameStart,
    pool: new Uint8Array(Buffer.concat(pool)),
    bucket,
    hashLow: Uint16Array.from(records, (record) => record.hash & 0xffff),
    rowLow: Uint16Array.from(records, (record) => record.row & 0xffff),
    rowHigh: Uint8Array.from(records, (record) => (record.row >>> 16) | (record.primary ? 0 : 0x80)),
    longest: longestByFirstWord(rows),
  }
  return assemble(source, features, sections)
}

type Sections = { readonly [Name in keyof typeof SECTION_TYPES]: InstanceType<(typeof SECTION_TYPES)[Name]> }

function assemble(source: GazetteerSource, features: readonly string[], sections: Sections): Uint8Array {
  const names = Object.keys(SECTION_TYPES) as (keyof Sections)[]
  const packed = Buffer.concat(names.map((name) => packColumn(sections[name])))
  const body = deflateRawSync(packed, { level: 9 })
  const header: Header = {
    lengths: Object.fromEntries(names.map((name) => [name, sections[name].length])) as Header['lengths'],
    features,
    countries: source.countries,
    regions: source.regions,
    demonyms: source.demonyms,
    shortForms: source.shortForms,
  }
  const json = Buffer.from(JSON.stringify(header), 'utf8')
  const head = Buffer.alloc(16)
  head.write(MAGIC, 0, 'latin1')
  head.writeUInt32LE(FORMAT_VERSION, 4)
  head.writeUInt32LE(json.length, 8)
  head.writeUInt32LE(bodyChecksum(body), 12)
  return new Uint8Array(Buffer.concat([head, json, body]))
}
