import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { type Candidates, isFacility } from './candidates.js'
import { AREA, FEATURE_COUNT, featureAt } from './feature-names.js'

// Constants, since looking the names up for each candidate would take longer than all the rest.
const {
  population,
  mainName,
  bigOtherName,
  country,
  region,
  stateOfUnion,
  county,
  capital,
  seat,
  hamlet,
  area,
  quarter,
} = featureAt
const { inUnitedStates, english } = featureAt

const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ'])

/** Where each number of a row stands in `DescribedRows`: side by side, since the memory of names seen is far away. */
export const AT = {
  ROW: 0,
  /** One of `AREA`. */
  AREA: 1,
  REGION: 2,
  COUNTY: 3,
  /** What `countryNumberOf` and `regionNumberOf` give. */
  COUNTRY_NUMBER: 4,
  REGION_NUMBER: 5,
  /** Unit vectors. */
  X: 6,
  Y: 7,
  Z: 8,
  /** The decimal logarithm of the population. */
  SIZE: 9,
  IS_MAIN: 10,
  /** The feature that says of what sort it is, -1 for none. */
  SORT: 11,
  /** 2 in the United States, 1 where English is spoken, else 0. */
  ENGLISH: 12,
} as const
export const ROW_WIDTH = 13

const RAD = Math.PI / 180

/** Rows that a name can mean, with all of their numbers that do not depend on the article. */
export interface DescribedRows {
  readonly numbers: Float64Array
  readonly isFacility: boolean
  readonly severalWords: boolean
}

/** Countries and regions are numbered from 1 as they come up, 0 is none: sums over them are then columns. */
const countryNumbers = new Map<string, number>([['', 0]])
const regionNumbers = new Map<number, number>([[-1, 0]])

const numberOf =
  <Key>(numbers: Map<Key, number>) =>
  (key: Key): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
export const countryNumberOf = numberOf(countryNumbers)
const regionNumberOf = numberOf(regionNumbers)

/** How many numbers there are so far. */
export const numbered = {
  countries: (): number => countryNumbers.size,
  regions: (): number => regionNumbers.size,
} as const

/** The numbers of the rows that are the candidates of `text`, kept with them. */
export function describeRows(candidates: Candidates, text: string, places: PlaceGazetteer): DescribedRows {
  candidates.described ??= describe(candidates.rows, text, places)
  return candidates.described
}

function describe(rows: readonly number[], text: string, places: PlaceGazetteer): DescribedRows {
  const numbers = new Float64Array(rows.length * ROW_WIDTH)
  // Those whose main name it is come first.
  let main = true
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]
    main = main && places.isMainName(row, text)
    describeRow(numbers, k * ROW_WIDTH, row, main, places)
  }
  return { numbers, isFacility: isFacility(text), severalWords: text.includes(' ') }
}

function describeRow(numbers: Float64Array, base: number, row: number, main: boolean, places: PlaceGazetteer): void {
  const phi = places.latitude(row) * RAD
  const lambda = places.longitude(row) * RAD
  const width = Math.cos(phi)
  const code = places.countryCode(row)
  const sort = rememberedSort(places.featureCode(row))
  const size = Math.log10(places.population(row) + 1)
  numbers[base + AT.ROW] = row
  numbers[base + AT.AREA] = areaOfSort(sort)
  numbers[base + AT.REGION] = places.regionRow(row)
  numbers[base + AT.COUNTY] = places.countyRow(row)
  numbers[base + AT.COUNTRY_NUMBER] = countryNumberOf(code)
  numbers[base + AT.REGION_NUMBER] = regionNumberOf(places.regionRow(row))
  numbers[base + AT.X] = width * Math.cos(lambda)
  numbers[base + AT.Y] = width * Math.sin(lambda)
  numbers[base + AT.Z] = Math.sin(phi)
  numbers[base + AT.SIZE] = size
  numbers[base + AT.IS_MAIN] = main ? 1 : 0
  numbers[base + AT.SORT] = sort !== hamlet || size < 3 ? sort : -1
  numbers[base + AT.ENGLISH] = code === 'US' ? 2 : ENGLISH.has(code) ? 1 : 0
}

/** Sets the features of a candidate that do not depend on the article, all others to 0. */
export function ownFeatures(numbers: Float64Array, from: number, features: Float64Array, base: number): void {
  for (let i = base; i < base + FEATURE_COUNT; i++) features[i] = 0
  const size = numbers[from + AT.SIZE]
  const sort = numbers[from + AT.SORT]
  const tongue = numbers[from + AT.ENGLISH]
  features[base + population] = size
  if (numbers[from + AT.IS_MAIN] === 1) features[base + mainName] = 1
  else if (size > 4) features[base + bigOtherName] = size - 4
  if (sort >= 0) features[base + sort] = 1
  if (tongue > 0) features[base + english] = 1
  if (tongue < 2) return
  features[base + inUnitedStates] = 1
  if (sort === region) features[base + stateOfUnion] = 1
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
