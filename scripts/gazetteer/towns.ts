import { nameKey } from '../../src/gazetteer/place-key.js'
import type { Areas } from './areas.js'
import type { Spot } from './dbip.js'
import type { PlaceRow } from './encode.js'
import { readEnglishNames, type Settlement } from './sources.js'
import { distinctNames, shortEqual, spellings, usable } from './spellings.js'

/** Places of these countries have their other names whatever their size, since English-language papers write about their small places. */
const OTHER_NAMES_IN_FULL = new Set(['GB', 'IE'])
const LEAST_FOR_OTHER_NAMES = 3_000

/** English names by the id of the place that they count for. */
export function englishNames(places: readonly Settlement[]): Map<number, string[]> {
  const wanted = new Map(readEnglishNames().map(({ name, country }) => [`${nameKey(name)}|${country}`, name]))
  const best = new Map<string, Settlement>()
  for (const place of places) {
    for (const name of [place.name, place.asciiName, ...place.otherNames]) {
      const key = `${nameKey(name)}|${place.country}`
      if (wanted.has(key) && place.population > (best.get(key)?.population ?? -1)) best.set(key, place)
    }
  }
  const names = new Map<number, string[]>()
  for (const [key, name] of wanted) {
    const place = best.get(key)
    if (!place) console.error(`english-names.tsv: no place has the name ${key}`)
    else names.set(place.id, [...(names.get(place.id) ?? []), name])
  }
  return names
}

/** Rows of towns and villages. Their country's name is none of theirs ("Mexico" for Mexico City) unless it is the main one. A big city's short name counts as well unless a region or country has it ("Victoria"). */
export function townRows(
  places: readonly Settlement[],
  areas: Areas,
  english: ReadonlyMap<number, readonly string[]>,
): PlaceRow[] {
  const { rows, countryIndex, regionRows, countyRows, landNames } = areas
  const areaNames = new Set(rows.filter((row) => row.feature !== 'ADM2').map((row) => nameKey(row.name)))
  return places.map((place) => {
    const isKnownElsewhere =
      place.population >= LEAST_FOR_OTHER_NAMES ||
      OTHER_NAMES_IN_FULL.has(place.country) ||
      /^PPL(A|C)/.test(place.feature)
    const short = shortEqual(place).filter((name) => name === 'New York' || !areaNames.has(nameKey(name)))
    return {
      name: place.name,
      equalNames: [...spellings(place.name), ...short, ...(english.get(place.id) ?? [])],
      otherNames: distinctNames(place.name, [
        place.asciiName,
        ...(isKnownElsewhere
          ? place.otherNames.filter((name) => usable(name) && nameKey(name) !== landNames.get(place.country))
          : []),
      ]),
      id: place.id,
      latitude: place.latitude,
      longitude: place.longitude,
      population: place.population,
      country: countryIndex.get(place.country) ?? -1,
      admin1: regionRows.get(`${place.country}.${place.admin1}`) ?? -1,
      admin2: countyRows.get(`${place.country}.${place.admin1}.${place.admin2}`) ?? -1,
      feature: place.feature,
    }
  })
}

/** A spot within so many kilometres of a place of its name is that place. */
const SAME = 40
/** A spot takes region and county from the nearest town within so many kilometres. */
const NEAREST = 50

const kilometres = (a: Settlement | Spot, b: Settlement): number => {
  const width = Math.cos((a.latitude * Math.PI) / 180)
  return 111.2 * Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * width)
}

/** Spots that no settlement is, as settlements without id: a quarter's sort is PPLX, a town's PPL. */
export function newSettlements(spots: readonly Spot[], settlements: readonly Settlement[]): Settlement[] {
  const byName = new Map<string, Settlement[]>()
  const byCell = new Map<string, Settlement[]>()
  const cellOf = (latitude: number, longitude: number): string =>
    `${Math.floor(2 * latitude)} ${Math.floor(2 * longitude)}`
  const add = (map: Map<string, Settlement[]>, key: string, place: Settlement): void => {
    const list = map.get(key)
    if (list) list.push(place)
    else map.set(key, [place])
  }
  for (const place of settlements) {
    for (const name of [place.name, place.asciiName, ...place.otherNames]) add(byName, nameKey(name), place)
    add(byCell, cellOf(place.latitude, place.longitude), place)
  }
  const nearest = (spot: Spot): Settlement | undefined => {
    let best: Settlement | undefined
    let least = NEAREST
    for (const dLat of [-0.5, 0, 0.5]) {
      for (const dLon of [-0.5, 0, 0.5]) {
        for (const place of byCell.get(cellOf(spot.latitude + dLat, spot.longitude + dLon)) ?? []) {
          if (place.country !== spot.country) continue
          const distance = kilometres(spot, place)
          if (distance < least) [best, least] = [place, distance]
        }
      }
    }
    return best
  }
  return spots.flatMap((spot) => {
    const known = byName.get(nameKey(spot.name)) ?? []
    if (known.some((place) => place.country === spot.country && kilometres(spot, place) < SAME)) return []
    const beside = nearest(spot)
    return beside
      ? [{ ...spot, ...besides(beside), asciiName: spot.name, feature: spot.town === '' ? 'PPL' : 'PPLX' }]
      : []
  })
}

const besides = ({ admin1, admin2 }: Settlement) => ({ id: 0, otherNames: [], population: 0, admin1, admin2 })
