import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { isFacility } from './candidates.js'
import { describeRows } from './describe-rows.js'
import { AREA, FEATURE_COUNT, featureAt } from './feature-names.js'
import { isInside, type PlaceForm } from './place-forms.js'

// Constants, since looking the names up for each candidate would take longer than all the rest.
const { population, mainName, withinListed, outletCountry, outletRegion, outletNear, regionCovers, countryCovers } =
  featureAt
const { populationInLocalNews, mainNameInLocalNews, none, noneOfFacility, noneOfSeveralWords, noneOfPart } = featureAt

/** Where the newspaper is at home, as far as its name and address tell. */
export interface Home {
  readonly country: string
  /** Row of the first-level region, -1 if unknown. */
  readonly region: number
  /** Row of its town, -1 if unknown. */
  readonly town: number
}

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
    const { candidates, text } = forms[f]
    if (candidates.length === 0) continue
    const own = describeRows(candidates, text, places)
    const start = table.first[f]
    table.form.fill(f, start, table.first[f + 1])
    table.region.set(own.region, start)
    table.county.set(own.county, start)
    table.area.set(own.area, start)
    table.x.set(own.x, start)
    table.y.set(own.y, start)
    table.z.set(own.z, start)
    table.features.set(own.features, start * FEATURE_COUNT)
    for (let k = 0; k < candidates.length; k++) {
      const at = start + k
      table.row[at] = candidates[k]
      table.country[at] = own.country[k]
      table.countryNumber[at] = numberOf(countries, own.country[k])
      table.regionNumber[at] = numberOf(regions, own.region[k])
    }
    addNone(table, f)
    articleFeatures(table, f, home, places)
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

type Columns = ReturnType<typeof emptyTable>

/** What the text and the newspaper say of the candidates of a form. */
function articleFeatures(table: Columns, f: number, home: Home | undefined, places: PlaceGazetteer): void {
  const { first, forms, features, row } = table
  const { listed, within } = forms[f]
  if (!listed && !home) return
  for (let at = first[f]; at < first[f + 1] - 1; at++) {
    if (listed && within.some((around) => isInside(places, row[at], around)))
      features[at * FEATURE_COUNT + withinListed] = 1
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
