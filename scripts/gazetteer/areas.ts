import { COUNTRY_NAMES } from '../../src/gazetteer/country-names.js'
import { nameKey } from '../../src/gazetteer/place-key.js'
import type { PlaceRow } from './encode.js'
import { type Country, type Region, readRegions, type Settlement } from './sources.js'
import { distinctNames, spellings } from './spellings.js'

/** Countries and first- and second-level regions, and where each stands in the list of rows: regions, counties, countries. */
export interface Areas {
  readonly rows: readonly PlaceRow[]
  /** Index of a country in the list of countries. */
  readonly countryIndex: ReadonlyMap<string, number>
  /** By ISO code, "US.MA" and "US.MA.025". */
  readonly countryRows: ReadonlyMap<string, number>
  readonly regionRows: ReadonlyMap<string, number>
  readonly countyRows: ReadonlyMap<string, number>
  /** Key of each country's main name, by ISO code. */
  readonly landNames: ReadonlyMap<string, string>
}

interface Middle {
  readonly latitude: number
  readonly longitude: number
  readonly population: number
}

export function areasOf(folder: string, settlements: readonly Settlement[], countries: readonly Country[]): Areas {
  const byAdmin1 = middles(settlements, (p) => `${p.country}.${p.admin1}`)
  const byAdmin2 = middles(settlements, (p) => `${p.country}.${p.admin1}.${p.admin2}`)
  const regions = readRegions(folder, 'admin1CodesASCII.txt').filter(({ code }) => byAdmin1.has(code))
  const counties = readRegions(folder, 'admin2Codes.txt').filter(
    ({ code }) => (byAdmin2.get(code)?.population ?? 0) > 0,
  )
  const countryIndex = new Map(countries.map(({ code }, i) => [code, i]))
  const regionRows = new Map(regions.map(({ code }, i) => [code, i]))
  const countyRows = new Map(counties.map(({ code }, i) => [code, regions.length + i]))
  const first = regions.length + counties.length
  const countryRows = new Map(countries.map(({ code }, i) => [code, first + i]))
  const landNames = new Map(countries.map((country) => [country.code, nameKey(countryRow(country, 0).name)]))
  const rowOf = (region: Region, middle: Middle, feature: string): PlaceRow => ({
    name: region.name,
    otherNames: distinctNames(region.name, regionNames(region, feature)),
    yields: nameKey(region.name) === landNames.get(region.code.slice(0, 2)),
    id: region.id,
    ...middle,
    country: countryIndex.get(region.code.slice(0, 2)) ?? -1,
    admin1: regionRows.get(region.code.split('.').slice(0, 2).join('.')) ?? -1,
    admin2: feature === 'ADM2' ? (countyRows.get(region.code) ?? -1) : -1,
    feature,
  })
  const rows = [
    ...regions.map((region) => rowOf(region, byAdmin1.get(region.code)!, 'ADM1')),
    ...counties.map((region) => rowOf(region, byAdmin2.get(region.code)!, 'ADM2')),
    ...countries.map((country, i) => countryRow(country, i)),
  ]
  return { rows, countryIndex, countryRows, regionRows, countyRows, landNames }
}

function regionNames(region: Region, feature: string): string[] {
  const bare = region.name.replace(REGION_WORDS, '')
  const asciiBare = region.asciiName.replace(REGION_WORDS, '')
  const names = [region.asciiName, bare, asciiBare, ...spellings(region.name)].filter((name) => name.length > 2)
  const country = region.code.slice(0, 2)
  if (country === 'US' && feature === 'ADM2' && !/ (County|Parish)$/.test(region.name)) names.push(`${bare} County`)
  if (country === 'IE' && feature === 'ADM2') {
    const english = IRISH_COUNTIES[region.id] ?? bare.replace('County ', '')
    names.push(english, `County ${english}`, `Co. ${english}`)
  }
  return names
}

function countryRow(country: Country, index: number): PlaceRow {
  const own = COUNTRY_NAMES[country.code] ?? []
  const name = own[0] ?? country.name
  const names = [...own, country.name, ...country.otherNames].filter((other) => other.length > 3)
  return {
    name,
    equalNames: own,
    otherNames: distinctNames(name, names),
    id: country.id,
    latitude: country.latitude,
    longitude: country.longitude,
    population: country.population,
    country: index,
    admin1: -1,
    admin2: -1,
    feature: country.feature,
  }
}

/** Where a region lies: the middle of its places, each weighted by the root of its population. */
function middles(places: readonly Settlement[], keyOf: (place: Settlement) => string): ReadonlyMap<string, Middle> {
  const sums = new Map<string, { x: number; y: number; z: number; weight: number; population: number }>()
  for (const place of places) {
    const key = keyOf(place)
    const sum = sums.get(key) ?? { x: 0, y: 0, z: 0, weight: 0, population: 0 }
    const weight = Math.sqrt(place.population + 1)
    const phi = (place.latitude * Math.PI) / 180
    const lambda = (place.longitude * Math.PI) / 180
    sum.x += weight * Math.cos(phi) * Math.cos(lambda)
    sum.y += weight * Math.cos(phi) * Math.sin(lambda)
    sum.z += weight * Math.sin(phi)
    sum.weight += weight
    sum.population += place.population
    sums.set(key, sum)
  }
  return new Map(
    [...sums].map(([key, s]) => [
      key,
      {
        latitude: (Math.atan2(s.z, Math.hypot(s.x, s.y)) * 180) / Math.PI,
        longitude: (Math.atan2(s.y, s.x) * 180) / Math.PI,
        population: s.population,
      },
    ]),
  )
}

/** English names of Irish counties that the table has in Irish, by GeoNames id. */
const IRISH_COUNTIES: Readonly<Record<number, string>> = {
  2960963: 'Wexford', 2960972: 'Westmeath', 2962187: 'Offaly', 2962661: 'Meath', 2962666: 'Mayo', 2962793: 'Louth', 2962839: 'Longford',
  2963517: 'Kerry', 2965479: 'Clare', 2965534: 'Cavan',
} // biome-ignore format: a table

/** "Greater Accra Region", "Kyiv Oblast", "State of Bavaria": the bare name as well. */
const REGION_WORDS =
  /^(?:County|Borough|City|District|Royal Borough|County Borough|Metropolitan Borough|City and Borough|City and County|State|Province|Region|Republic|Canton|Emirate|Federal State|Autonomous Region) of |(?: (?:Region|Oblast|Province|State|Governorate|Department|District|Prefecture|County|Parish|Krai|Canton|Voivodeship|Division|Autonomous Region|Municipality|Borough|Census Area|City))$/i
