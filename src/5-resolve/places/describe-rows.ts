import type { PlaceGazetteer } from '../../gazetteer/places.js'
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

/** Rows that a name can mean, with all of their columns that do not depend on the article. */
export interface DescribedRows {
  readonly text: string
  readonly country: readonly string[]
  readonly region: Int32Array
  readonly county: Int32Array
  /** One of `AREA`. */
  readonly area: Int32Array
  /** Unit vectors. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** `FEATURE_COUNT` numbers for each row. */
  readonly features: Float64Array
}

const RAD = Math.PI / 180

/** Of lists that are kept for names looked up lately; a list may serve two spellings, of which one is remembered. */
const described = new WeakMap<readonly number[], DescribedRows>()

/** The columns of the rows that are the candidates of `text`. */
export function describeRows(rows: readonly number[], text: string, places: PlaceGazetteer): DescribedRows {
  const known = described.get(rows)
  if (known?.text === text) return known
  const made = columnsOf(rows, text, places)
  if (!known) described.set(rows, made)
  return made
}

function columnsOf(rows: readonly number[], text: string, places: PlaceGazetteer): DescribedRows {
  const size = rows.length
  const columns = {
    text,
    country: rows.map(places.countryCode),
    region: Int32Array.from(rows, places.regionRow),
    county: Int32Array.from(rows, places.countyRow),
    area: new Int32Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    z: new Float64Array(size),
    features: new Float64Array(size * FEATURE_COUNT),
  }
  // Those whose main name it is come first.
  let main = true
  for (let k = 0; k < size; k++) {
    const row = rows[k]
    const phi = places.latitude(row) * RAD
    const lambda = places.longitude(row) * RAD
    const width = Math.cos(phi)
    columns.x[k] = width * Math.cos(lambda)
    columns.y[k] = width * Math.sin(lambda)
    columns.z[k] = Math.sin(phi)
    main = main && places.isMainName(row, text)
    const sort = rememberedSort(places.featureCode(row))
    columns.area[k] = areaOfSort(sort)
    ownFeatures(columns.features, k * FEATURE_COUNT, sort, main, columns.country[k], places.population(row))
  }
  return columns
}

function ownFeatures(features: Float64Array, base: number, sort: number, main: boolean, code: string, people: number) {
  const size = Math.log10(people + 1)
  features[base + population] = size
  features[base + mainName] = main ? 1 : 0
  if (!main) features[base + bigOtherName] = Math.max(0, size - 4)
  if (sort !== hamlet || size < 3) features[base + sort] = 1
  if (code === 'US') features[base + inUnitedStates] = 1
  if (code === 'US' && sort === region) features[base + stateOfUnion] = 1
  if (ENGLISH.has(code)) features[base + english] = 1
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
