import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { type CandidateTable, emptyTable, makeRoom } from './candidate-table.js'
import {
  AT,
  countryNumberOf,
  type DescribedRows,
  describeRows,
  numbered,
  ownFeatures,
  ROW_WIDTH,
} from './describe-rows.js'
import { AREA, FEATURE_COUNT, featureAt } from './feature-names.js'
import { isInside, type PlaceForm } from './place-forms.js'
import { realsFor, wholesFor } from './room.js'

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

const RAD = Math.PI / 180

/** The candidates of an article with the features that do not depend on its other places. Fills `table` anew. */
export function candidateTable(
  forms: readonly PlaceForm[],
  home: Home | undefined,
  places: PlaceGazetteer,
  table: CandidateTable = emptyTable(),
): CandidateTable {
  makeRoom(table, forms)
  for (let f = 0; f < forms.length; f++) {
    const { candidates, meant, text } = forms[f]
    if (candidates.length === 0) continue
    const own = describeRows(meant, text, places)
    addRows(table, f, own)
    addNone(table, f, own)
    articleFeatures(table, f, home, places)
  }
  table.countries = numbered.countries()
  numberRegions(table)
  coverFeatures(table)
  localFeatures(table)
  return table
}

function addRows(table: CandidateTable, f: number, { numbers }: DescribedRows): void {
  const { row, form, area, region, county, countryNumber, regionNumber, x, y, z, features } = table
  const end = table.first[f + 1] - 1
  for (let at = table.first[f], from = 0; at < end; at++, from += ROW_WIDTH) {
    row[at] = numbers[from + AT.ROW]
    form[at] = f
    area[at] = numbers[from + AT.AREA]
    region[at] = numbers[from + AT.REGION]
    county[at] = numbers[from + AT.COUNTY]
    countryNumber[at] = numbers[from + AT.COUNTRY_NUMBER]
    regionNumber[at] = numbers[from + AT.REGION_NUMBER]
    x[at] = numbers[from + AT.X]
    y[at] = numbers[from + AT.Y]
    z[at] = numbers[from + AT.Z]
    ownFeatures(numbers, from, features, at * FEATURE_COUNT)
  }
}

/** By number of a region among all, its number in the article at hand; 0 throughout between articles. */
let inArticle: Int32Array = new Int32Array(0)

/** There are thousands of regions, of which an article names few. */
function numberRegions(table: CandidateTable): void {
  const { regionNumber, size } = table
  inArticle = wholesFor(inArticle, numbered.regions())
  const met: number[] = []
  for (let at = 0; at < size; at++) {
    const number = regionNumber[at]
    if (number === 0) continue
    if (inArticle[number] === 0) inArticle[number] = met.push(number)
    regionNumber[at] = inArticle[number]
  }
  for (const number of met) inArticle[number] = 0
  table.regions = met.length + 1
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
function addNone(table: CandidateTable, f: number, { isFacility, severalWords }: DescribedRows): void {
  const at = table.first[f + 1] - 1
  const base = at * FEATURE_COUNT
  table.row[at] = NO_ROW
  table.form[at] = f
  table.area[at] = AREA.NONE
  table.region[at] = -1
  table.county[at] = -1
  table.countryNumber[at] = 0
  table.regionNumber[at] = 0
  table.x[at] = 0
  table.y[at] = 0
  table.z[at] = 0
  table.features.fill(0, base, base + FEATURE_COUNT)
  table.features[base + none] = 1
  if (isFacility) table.features[base + noneOfFacility] = 1
  if (severalWords) table.features[base + noneOfSeveralWords] = 1
  if (table.forms[f].approximate) table.features[base + noneOfPart] = 1
}

/** What the text and the newspaper say of the candidates of a form. */
function articleFeatures(table: CandidateTable, f: number, home: Home | undefined, places: PlaceGazetteer): void {
  const { first, forms, features, row } = table
  const { listed, within } = forms[f]
  if (!listed && !home) return
  const country = home && home.country !== '' ? countryNumberOf(home.country) : -1
  for (let at = first[f]; at < first[f + 1] - 1; at++) {
    if (listed && within.some((around) => isInside(places, row[at], around)))
      features[at * FEATURE_COUNT + withinListed] = 1
    if (home) homeFeatures(table, at, country, home, places)
  }
}

function homeFeatures(table: CandidateTable, at: number, country: number, home: Home, places: PlaceGazetteer): void {
  const { features, row } = table
  const base = at * FEATURE_COUNT
  if (country === table.countryNumber[at]) features[base + outletCountry] = 1
  if (home.region >= 0 && home.region === table.region[at]) features[base + outletRegion] = 1
  if (home.town >= 0) features[base + outletNear] = closeness(kilometres(places, home.town, row[at]), 80)
}

/**
 * For each region and country, how many of the article's names it has a place for. A name that few regions have says
 * more than one that many have ("Bonham" against "Springfield"), so each name is shared out among its regions.
 */
function coverFeatures(table: CandidateTable): void {
  const { forms, form, features, size, regionNumber, countryNumber } = table
  let named = 0
  for (const { candidates } of forms) if (candidates.length > 0) named++
  if (named < 2) return
  const regions = sharedOut(table, regionNumber, table.regions, byRegion)
  const countries = sharedOut(table, countryNumber, table.countries, byCountry)
  const others = named - 1
  for (let at = 0; at < size; at++) {
    const base = at * FEATURE_COUNT
    const inRegion = regionNumber[at]
    const inCountry = countryNumber[at]
    if (inRegion > 0) features[base + regionCovers] = (regions.sums[inRegion] - regions.parts[form[at]]) / others
    if (inCountry > 0) features[base + countryCovers] = (countries.sums[inCountry] - countries.parts[form[at]]) / others
  }
}

/** What each area gets from all forms, and what each form gives to each of its areas. */
interface SharedOut {
  sums: Float64Array
  parts: Float64Array
  /** The last form that had a place in the area, counted from 1. */
  seenBy: Int32Array
}

const nothing = (): SharedOut => ({ sums: new Float64Array(0), parts: new Float64Array(0), seenBy: new Int32Array(0) })
const byRegion = nothing()
const byCountry = nothing()

function sharedOut({ first, forms }: CandidateTable, numbers: Int32Array, areas: number, out: SharedOut): SharedOut {
  out.sums = realsFor(out.sums, areas).fill(0, 0, areas)
  out.parts = realsFor(out.parts, forms.length)
  out.seenBy = wholesFor(out.seenBy, areas).fill(0, 0, areas)
  const { sums, parts, seenBy } = out
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
  return out
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
