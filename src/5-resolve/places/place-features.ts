import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { isInside, type PlaceForm } from './place-forms.js'

/** What speaks for a candidate. The names are those of the weights. */
export const PLACE_FEATURES = [
  'population',
  'mainName',
  'bigOtherName',
  'country',
  'region',
  'stateOfUnion',
  'county',
  'capital',
  'seat',
  'hamlet',
  'area',
  'withinListed',
  'inUnitedStates',
  'english',
  'outletCountry',
  'outletRegion',
  'outletNear',
  'regionCovers',
  'countryCovers',
  // from here on: what the article's other places say
  'sameCountry',
  'sameRegion',
  'near',
  'veryNear',
  'countryNamed',
  'regionNamed',
  'countyNamed',
  'siblingRegions',
  'siblingCountries',
  'localDespiteState',
] as const
export const CONTEXT_FROM = PLACE_FEATURES.indexOf('sameCountry')
export const FEATURE_COUNT = PLACE_FEATURES.length

const index = Object.fromEntries(PLACE_FEATURES.map((name, i) => [name, i])) as Readonly<
  Record<(typeof PLACE_FEATURES)[number], number>
>

const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ'])

/** Where the newspaper is at home, as far as its name and address tell. */
export interface Home {
  readonly country: string
  /** Row of the first-level region, -1 if unknown. */
  readonly region: number
  /** Row of its town, -1 if unknown. */
  readonly town: number
}

/** All candidates of all forms of an article in flat columns; candidate `k` of form `f` stands at `first[f] + k`. */
export interface CandidateTable {
  readonly forms: readonly PlaceForm[]
  readonly first: Int32Array
  readonly row: Int32Array
  readonly form: Int32Array
  readonly country: readonly string[]
  readonly region: Int32Array
  readonly county: Int32Array
  /** Unit vectors. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** `FEATURE_COUNT` numbers for each candidate. */
  readonly features: Float64Array
}

const RAD = Math.PI / 180

/** The candidates of an article with the features that do not depend on its other places. */
export function candidateTable(
  forms: readonly PlaceForm[],
  home: Home | undefined,
  places: PlaceGazetteer,
): CandidateTable {
  const first = new Int32Array(forms.length + 1)
  forms.forEach((form, f) => {
    first[f + 1] = first[f] + form.candidates.length
  })
  const size = first[forms.length]
  const table = {
    forms,
    first,
    row: new Int32Array(size),
    form: new Int32Array(size),
    country: new Array<string>(size),
    region: new Int32Array(size),
    county: new Int32Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    z: new Float64Array(size),
    features: new Float64Array(size * FEATURE_COUNT),
  }
  const covers = coverage(forms, places)
  forms.forEach((form, f) => {
    form.candidates.forEach((row, k) => {
      const at = first[f] + k
      table.row[at] = row
      table.form[at] = f
      table.country[at] = places.countryCode(row)
      table.region[at] = places.regionRow(row)
      table.county[at] = places.countyRow(row)
      const phi = places.latitude(row) * RAD
      const lambda = places.longitude(row) * RAD
      table.x[at] = Math.cos(phi) * Math.cos(lambda)
      table.y[at] = Math.cos(phi) * Math.sin(lambda)
      table.z[at] = Math.sin(phi)
      ownFeatures(table, at, form, home, places)
      coverFeatures(table, at, covers)
    })
  })
  return table
}

function ownFeatures(
  table: CandidateTable,
  at: number,
  form: PlaceForm,
  home: Home | undefined,
  places: PlaceGazetteer,
): void {
  const { features, row, country, region } = table
  const base = at * FEATURE_COUNT
  const code = places.featureCode(row[at])
  features[base + index.population] = Math.log10(places.population(row[at]) + 1)
  const main = places.isMainName(row[at], form.text)
  features[base + index.mainName] = main ? 1 : 0
  if (!main) features[base + index.bigOtherName] = Math.max(0, features[base + index.population] - 4)
  const kind = code.startsWith('PCL')
    ? index.country
    : code === 'ADM1'
      ? index.region
      : code === 'ADM2'
        ? index.county
        : code === 'PPLC'
          ? index.capital
          : code === 'PPLA'
            ? index.seat
            : code.startsWith('PPL')
              ? index.hamlet
              : index.area
  if (kind !== index.hamlet || features[base + index.population] < 3) features[base + kind] = 1
  const inside = form.within.some((area) => isInside(places, row[at], area))
  if (inside && form.listed) features[base + index.withinListed] = 1
  if (country[at] === 'US') features[base + index.inUnitedStates] = 1
  if (country[at] === 'US' && code === 'ADM1') features[base + index.stateOfUnion] = 1
  if (ENGLISH.has(country[at])) features[base + index.english] = 1
  if (!home) return
  if (home.country !== '' && home.country === country[at]) features[base + index.outletCountry] = 1
  if (home.region >= 0 && home.region === region[at]) features[base + index.outletRegion] = 1
  if (home.town >= 0) features[base + index.outletNear] = closeness(kilometres(places, home.town, row[at]), 80)
}

/**
 * For each region and country, how many of the article's names it has a place for. A name that few regions have says
 * more than one that many have ("Bonham" against "Springfield"), so each name is shared out among its regions.
 */
interface Coverage {
  readonly forms: number
  readonly regions: ReadonlyMap<number, number>
  readonly countries: ReadonlyMap<string, number>
  /** What each form gives to a region and to a country. */
  readonly regionPart: Float64Array
  readonly countryPart: Float64Array
}

function coverage(forms: readonly PlaceForm[], places: PlaceGazetteer): Coverage {
  const regions = new Map<number, number>()
  const countries = new Map<string, number>()
  const regionPart = new Float64Array(forms.length)
  const countryPart = new Float64Array(forms.length)
  let count = 0
  forms.forEach((form, f) => {
    const inRegions = new Set<number>()
    const inCountries = new Set<string>()
    for (const row of form.candidates) {
      const region = places.regionRow(row)
      if (region >= 0) inRegions.add(region)
      const country = places.countryCode(row)
      if (country !== '') inCountries.add(country)
    }
    if (form.candidates.length > 0) count++
    regionPart[f] = 1 / Math.max(1, inRegions.size)
    countryPart[f] = 1 / Math.max(1, inCountries.size)
    for (const region of inRegions) regions.set(region, (regions.get(region) ?? 0) + regionPart[f])
    for (const country of inCountries) countries.set(country, (countries.get(country) ?? 0) + countryPart[f])
  })
  return { forms: count, regions, countries, regionPart, countryPart }
}

function coverFeatures({ features, region, country, form }: CandidateTable, at: number, covers: Coverage): void {
  if (covers.forms < 2) return
  const base = at * FEATURE_COUNT
  const others = covers.forms - 1
  const inRegion = (covers.regions.get(region[at]) ?? 0) - covers.regionPart[form[at]]
  const inCountry = (covers.countries.get(country[at]) ?? 0) - covers.countryPart[form[at]]
  if (region[at] >= 0) features[base + index.regionCovers] = inRegion / others
  if (country[at] !== '') features[base + index.countryCovers] = inCountry / others
}

function kilometres(places: PlaceGazetteer, a: number, b: number): number {
  const dLat = (places.latitude(b) - places.latitude(a)) * RAD
  const dLon = (places.longitude(b) - places.longitude(a)) * RAD
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(places.latitude(a) * RAD) * Math.cos(places.latitude(b) * RAD) * Math.sin(dLon / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** 1 on the spot, a half at `scale` kilometres. */
const closeness = (distance: number, scale: number): number => 1 / (1 + distance / scale)

const EARTH = 6371

/** Logarithm of the population below which a town yields to the state of its name; New York City and Washington do not. */
const TOWN = 5

/** Candidates below this share of their form say nothing of the others. */
const LEAST_SHARE = 0.08

/** Fills the features that the other places of the article decide, given the shares that each candidate has so far. */
export function contextFeatures(table: CandidateTable, share: Float64Array, places: PlaceGazetteer): void {
  const { forms, row, form, country, region, county, features, x, y, z } = table
  const voices: number[] = []
  const weights: number[] = []
  const countries = new Map<string, number>()
  const regions = new Map<number, number>()
  const countryNamed = new Map<string, number>()
  const areaNamed = new Map<number, number>()
  const regionsNamed = new Map<string, number>()
  let allCountriesNamed = 0
  let total = 0
  for (let k = 0; k < row.length; k++) {
    if (share[k] < LEAST_SHARE) continue
    const own = forms[form[k]]
    const weight = Math.sqrt(own.weight) * share[k] * (own.approximate ? 0.5 : 1)
    total += weight
    voices.push(k)
    weights.push(weight)
    if (country[k] !== '') countries.set(country[k], (countries.get(country[k]) ?? 0) + weight)
    if (region[k] >= 0) regions.set(region[k], (regions.get(region[k]) ?? 0) + weight)
    const code = places.featureCode(row[k])
    if (code.startsWith('PCL')) countryNamed.set(country[k], (countryNamed.get(country[k]) ?? 0) + share[k])
    if (code.startsWith('PCL')) allCountriesNamed += share[k]
    if (code === 'ADM1') regionsNamed.set(country[k], (regionsNamed.get(country[k]) ?? 0) + share[k])
    if (code === 'ADM1' || code === 'ADM2') areaNamed.set(row[k], (areaNamed.get(row[k]) ?? 0) + share[k])
  }
  const ownCountry = new Map<string, number>()
  const ownRegion = new Map<number, number>()
  for (let f = 0; f < forms.length; f++) {
    ownCountry.clear()
    ownRegion.clear()
    let own = 0
    const boost = Math.sqrt(forms[f].weight) * (forms[f].approximate ? 0.5 : 1)
    for (let k = table.first[f]; k < table.first[f + 1]; k++) {
      if (share[k] < LEAST_SHARE) continue
      const weight = boost * share[k]
      own += weight
      ownCountry.set(country[k], (ownCountry.get(country[k]) ?? 0) + weight)
      ownRegion.set(region[k], (ownRegion.get(region[k]) ?? 0) + weight)
    }
    const others = Math.max(0, total - own)
    let state = false
    for (let k = table.first[f]; k < table.first[f + 1]; k++) {
      const base = k * FEATURE_COUNT
      if (features[base + index.mainName] === 1 && features[base + index.stateOfUnion] === 1) state = true
    }
    for (let k = table.first[f]; k < table.first[f + 1]; k++) {
      const base = k * FEATURE_COUNT
      for (let i = CONTEXT_FROM; i < FEATURE_COUNT; i++) features[base + i] = 0
      if (others < 0.01) continue
      const inCountry = (countries.get(country[k]) ?? 0) - (ownCountry.get(country[k]) ?? 0)
      const inRegion = region[k] < 0 ? 0 : (regions.get(region[k]) ?? 0) - (ownRegion.get(region[k]) ?? 0)
      features[base + index.sameCountry] = inCountry / (others + 0.5)
      features[base + index.sameRegion] = inRegion / (others + 0.5)
      let near = 0
      let nearest = 0
      for (let v = 0; v < voices.length; v++) {
        const other = voices[v]
        if (form[other] === f) continue
        const dot = x[k] * x[other] + y[k] * y[other] + z[k] * z[other]
        if (dot < 0.99) continue
        const distance = EARTH * Math.acos(Math.min(1, dot))
        const weight = weights[v] * closeness(distance, 60)
        near += weight
        if (weight > nearest && distance > 1) nearest = weight
      }
      features[base + index.near] = near / (others + 0.5)
      features[base + index.veryNear] = Math.min(1, nearest)
      const code = places.featureCode(row[k])
      if (!code.startsWith('PCL')) features[base + index.countryNamed] = Math.min(1, countryNamed.get(country[k]) ?? 0)
      if (code !== 'ADM1' && region[k] >= 0)
        features[base + index.regionNamed] = Math.min(1, areaNamed.get(region[k]) ?? 0)
      if (code !== 'ADM2' && county[k] >= 0)
        features[base + index.countyNamed] = Math.min(1, areaNamed.get(county[k]) ?? 0)
      const local =
        features[base + index.sameRegion] + features[base + index.regionNamed] + features[base + index.regionCovers]
      if (state && code !== 'ADM1' && features[base + index.population] < TOWN)
        features[base + index.localDespiteState] = local
      const siblings = code === 'ADM1' ? (regionsNamed.get(country[k]) ?? 0) - share[k] : 0
      if (siblings > 0) features[base + index.siblingRegions] = siblings / (siblings + 1)
      const lands = code.startsWith('PCL') ? allCountriesNamed - share[k] : 0
      if (lands > 0) features[base + index.siblingCountries] = lands / (lands + 1)
    }
  }
}
