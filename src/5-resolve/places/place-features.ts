import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { isFacility } from './candidates.js'
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
  'quarter',
  'populationInLocalNews',
  'mainNameInLocalNews',
  'none',
  'noneOfFacility',
  'noneOfSeveralWords',
  'noneOfPart',
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
  'localDespiteFame',
] as const
export const CONTEXT_FROM = PLACE_FEATURES.indexOf('sameCountry')
export const FEATURE_COUNT = PLACE_FEATURES.length

/** Where each feature stands among a candidate's numbers. */
export const featureAt = Object.fromEntries(PLACE_FEATURES.map((name, i) => [name, i])) as Readonly<
  Record<(typeof PLACE_FEATURES)[number], number>
>
// Constants, since looking the names up for each candidate would take longer than all the rest.
const { population, mainName, bigOtherName, country, region, stateOfUnion, county, capital, seat, hamlet, area } =
  featureAt
const { withinListed, inUnitedStates, english, outletCountry, outletRegion, outletNear } = featureAt
const {
  regionCovers,
  countryCovers,
  quarter,
  populationInLocalNews,
  mainNameInLocalNews,
  none,
  noneOfFacility,
  noneOfSeveralWords,
  noneOfPart,
} = featureAt

const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ'])

/** Where the newspaper is at home, as far as its name and address tell. */
export interface Home {
  readonly country: string
  /** Row of the first-level region, -1 if unknown. */
  readonly region: number
  /** Row of its town, -1 if unknown. */
  readonly town: number
}

/** The sorts of places that speak for others, of which they are a part. */
export const AREA = { NONE: 0, COUNTRY: 1, REGION: 2, COUNTY: 3 } as const

/** The row of the last candidate of a form that has any: none of them, but a place that the gazetteer does not know. */
export const NO_ROW = -1

/** All candidates of all forms of an article in flat columns; candidate `k` of form `f` stands at `first[f] + k`. */
export interface CandidateTable {
  readonly forms: readonly PlaceForm[]
  readonly first: Int32Array
  readonly row: Int32Array
  readonly form: Int32Array
  /** One of `AREA`. */
  readonly area: Int32Array
  readonly country: readonly string[]
  readonly region: Int32Array
  readonly county: Int32Array
  /** The article's countries and regions numbered from 1, so that sums over them are columns too; 0 for none. */
  readonly countryNumber: Int32Array
  readonly regionNumber: Int32Array
  /** How many numbers there are. */
  readonly countries: number
  readonly regions: number
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
  const table = emptyTable(forms)
  const countries = new Map([['', 0]])
  const regions = new Map([[-1, 0]])
  for (let f = 0; f < forms.length; f++) {
    const { candidates } = forms[f]
    for (let k = 0; k < candidates.length; k++) {
      const at = table.first[f] + k
      const row = candidates[k]
      table.row[at] = row
      table.form[at] = f
      table.country[at] = places.countryCode(row)
      table.region[at] = places.regionRow(row)
      table.county[at] = places.countyRow(row)
      table.countryNumber[at] = numberOf(countries, table.country[at])
      table.regionNumber[at] = numberOf(regions, table.region[at])
      const phi = places.latitude(row) * RAD
      const lambda = places.longitude(row) * RAD
      const width = Math.cos(phi)
      table.x[at] = width * Math.cos(lambda)
      table.y[at] = width * Math.sin(lambda)
      table.z[at] = Math.sin(phi)
    }
    if (candidates.length > 0) addNone(table, f)
    ownFeatures(table, f, home, places)
  }
  table.countries = countries.size
  table.regions = regions.size
  coverFeatures(table)
  localFeatures(table)
  return table
}

/** Logarithm of the population from which a place is known beyond its region. */
const KNOWN = 5

/**
 * News of small towns and counties means small places by famous names. How local an article is: the share of its names
 * under which there is no place that is known beyond its region.
 */
function localFeatures({ forms, first, features, area }: CandidateTable): void {
  let named = 0
  let local = 0
  for (let f = 0; f < forms.length; f++) {
    if (first[f] === first[f + 1] || forms[f].mentions.length === 0) continue
    named++
    let isKnown = false
    for (let at = first[f]; at < first[f + 1] - 1 && !isKnown; at++)
      isKnown = features[at * FEATURE_COUNT + population] >= KNOWN && area[at] !== AREA.COUNTY
    if (!isKnown) local++
  }
  if (local === 0) return
  const share = local / named
  for (let f = 0; f < forms.length; f++) {
    for (let at = first[f]; at < first[f + 1] - 1; at++) {
      const base = at * FEATURE_COUNT
      features[base + populationInLocalNews] = share * features[base + population]
      features[base + mainNameInLocalNews] = share * features[base + mainName]
    }
  }
}

/** The candidate that is none of the others. It lies nowhere, so that it says nothing of other places, nor they of it. */
function addNone(table: Columns, f: number): void {
  const { text, approximate } = table.forms[f]
  const at = table.first[f + 1] - 1
  const base = at * FEATURE_COUNT
  table.row[at] = NO_ROW
  table.form[at] = f
  table.country[at] = ''
  table.region[at] = -1
  table.county[at] = -1
  table.features[base + none] = 1
  if (isFacility(text)) table.features[base + noneOfFacility] = 1
  if (text.includes(' ')) table.features[base + noneOfSeveralWords] = 1
  if (approximate) table.features[base + noneOfPart] = 1
}

/** Room for all candidates, in two pieces of memory. */
function emptyTable(forms: readonly PlaceForm[]) {
  const first = new Int32Array(forms.length + 1)
  for (let f = 0; f < forms.length; f++) {
    const { length } = forms[f].candidates
    first[f + 1] = first[f] + (length === 0 ? 0 : length + 1)
  }
  const size = first[forms.length]
  const whole = new Int32Array(7 * size)
  const real = new Float64Array((3 + FEATURE_COUNT) * size)
  return {
    forms,
    first,
    countries: 0,
    regions: 0,
    row: whole.subarray(0, size),
    form: whole.subarray(size, 2 * size),
    area: whole.subarray(2 * size, 3 * size),
    region: whole.subarray(3 * size, 4 * size),
    county: whole.subarray(4 * size, 5 * size),
    countryNumber: whole.subarray(5 * size, 6 * size),
    regionNumber: whole.subarray(6 * size),
    country: new Array<string>(size),
    x: real.subarray(0, size),
    y: real.subarray(size, 2 * size),
    z: real.subarray(2 * size, 3 * size),
    features: real.subarray(3 * size),
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** The feature that says of what sort a place is. */
const sortOf = (code: string): number => {
  if (code === 'ADM1') return region
  if (code === 'ADM2') return county
  if (code === 'PPLC') return capital
  if (code === 'PPLA') return seat
  if (code === 'PPLX') return quarter
  if (code.startsWith('PPL')) return hamlet
  return code.startsWith('PCL') ? country : area
}

/** The few hundred codes that there are, once asked for. */
const remembered = new Map<string, number>()

function rememberedSort(code: string): number {
  const known = remembered.get(code)
  if (known !== undefined) return known
  const sort = sortOf(code)
  remembered.set(code, sort)
  return sort
}

const areaOfSort = (sort: number): number => {
  if (sort === country) return AREA.COUNTRY
  if (sort === region) return AREA.REGION
  return sort === county ? AREA.COUNTY : AREA.NONE
}

type Columns = ReturnType<typeof emptyTable>

function ownFeatures(table: Columns, f: number, home: Home | undefined, places: PlaceGazetteer): void {
  const { first, forms, features, row } = table
  const form = forms[f]
  // Those whose main name it is come first.
  let main = true
  for (let at = first[f]; at < first[f + 1] - 1; at++) {
    const base = at * FEATURE_COUNT
    const sort = rememberedSort(places.featureCode(row[at]))
    table.area[at] = areaOfSort(sort)
    const people = Math.log10(places.population(row[at]) + 1)
    features[base + population] = people
    main = main && places.isMainName(row[at], form.text)
    features[base + mainName] = main ? 1 : 0
    if (!main) features[base + bigOtherName] = Math.max(0, people - 4)
    if (sort !== hamlet || people < 3) features[base + sort] = 1
    if (form.listed && form.within.some((around) => isInside(places, row[at], around)))
      features[base + withinListed] = 1
    const code = table.country[at]
    if (code === 'US') features[base + inUnitedStates] = 1
    if (code === 'US' && sort === region) features[base + stateOfUnion] = 1
    if (ENGLISH.has(code)) features[base + english] = 1
    if (home) homeFeatures(table, at, home, places)
  }
}

function homeFeatures(table: Columns, at: number, home: Home, places: PlaceGazetteer): void {
  const { features, row } = table
  const base = at * FEATURE_COUNT
  if (home.country !== '' && home.country === table.country[at]) features[base + outletCountry] = 1
  if (home.region >= 0 && home.region === table.region[at]) features[base + outletRegion] = 1
  if (home.town >= 0) features[base + outletNear] = closeness(kilometres(places, home.town, row[at]), 80)
}

/**
 * For each region and country, how many of the article's names it has a place for. A name that few regions have says
 * more than one that many have ("Bonham" against "Springfield"), so each name is shared out among its regions.
 */
function coverFeatures(table: CandidateTable): void {
  const { forms, form, features, row, regionNumber, countryNumber } = table
  let named = 0
  for (const { candidates } of forms) if (candidates.length > 0) named++
  if (named < 2) return
  const regions = sharedOut(table, regionNumber, table.regions)
  const countries = sharedOut(table, countryNumber, table.countries)
  const others = named - 1
  for (let at = 0; at < row.length; at++) {
    const base = at * FEATURE_COUNT
    const inRegion = regionNumber[at]
    const inCountry = countryNumber[at]
    if (inRegion > 0) features[base + regionCovers] = (regions.sums[inRegion] - regions.parts[form[at]]) / others
    if (inCountry > 0) features[base + countryCovers] = (countries.sums[inCountry] - countries.parts[form[at]]) / others
  }
}

/** What each area gets from all forms, and what each form gives to each of its areas. */
interface SharedOut {
  readonly sums: Float64Array
  readonly parts: Float64Array
}

function sharedOut({ first, forms }: CandidateTable, numbers: Int32Array, areas: number): SharedOut {
  const sums = new Float64Array(areas)
  const parts = new Float64Array(forms.length)
  // The last form that had a place in the area, counted from 1.
  const seenBy = new Int32Array(areas)
  for (let f = 0; f < forms.length; f++) {
    let different = 0
    for (let at = first[f]; at < first[f + 1]; at++) {
      const number = numbers[at]
      if (number === 0 || seenBy[number] === f + 1) continue
      seenBy[number] = f + 1
      different++
    }
    parts[f] = 1 / Math.max(1, different)
    for (let at = first[f]; at < first[f + 1]; at++) {
      const number = numbers[at]
      if (seenBy[number] !== f + 1) continue
      sums[number] += parts[f]
      seenBy[number] = 0
    }
  }
  return { sums, parts }
}

/** Great-circle distance of two rows. */
export function kilometres(places: PlaceGazetteer, a: number, b: number): number {
  const dLat = (places.latitude(b) - places.latitude(a)) * RAD
  const dLon = (places.longitude(b) - places.longitude(a)) * RAD
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(places.latitude(a) * RAD) * Math.cos(places.latitude(b) * RAD) * Math.sin(dLon / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** 1 on the spot, a half at `scale` kilometres. */
export const closeness = (distance: number, scale: number): number => 1 / (1 + distance / scale)
