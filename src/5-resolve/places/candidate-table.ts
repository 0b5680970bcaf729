import { FEATURE_COUNT } from './feature-names.js'
import type { PlaceForm } from './place-forms.js'
import { realsFor, wholesFor } from './room.js'

/**
 * All candidates of all forms of an article in flat columns, which may be longer than they are used; candidate `k` of
 * form `f` stands at `first[f] + k`.
 */
export interface CandidateTable {
  forms: readonly PlaceForm[]
  /** How many candidates there are. */
  size: number
  first: Int32Array
  row: Int32Array
  form: Int32Array
  /** One of `AREA`. */
  area: Int32Array
  region: Int32Array
  county: Int32Array
  /** Countries and regions numbered from 1, so that sums over them are columns too; 0 for none. */
  countryNumber: Int32Array
  regionNumber: Int32Array
  /** How many numbers there are; regions are numbered article by article. */
  countries: number
  regions: number
  /** Unit vectors. */
  x: Float64Array
  y: Float64Array
  z: Float64Array
  /** `FEATURE_COUNT` numbers for each candidate. */
  features: Float64Array
}

const wholes = new Int32Array(0)
const reals = new Float64Array(0)

/** A table without candidates, to be filled. */
export const emptyTable = (): CandidateTable => ({
  forms: [],
  size: 0,
  first: wholes,
  row: wholes,
  form: wholes,
  area: wholes,
  region: wholes,
  county: wholes,
  countryNumber: wholes,
  regionNumber: wholes,
  countries: 0,
  regions: 0,
  x: reals,
  y: reals,
  z: reals,
  features: reals,
})

/** Sets where the candidates of each form stand, with room for all of them. */
export function makeRoom(table: CandidateTable, forms: readonly PlaceForm[]): void {
  table.forms = forms
  table.first = wholesFor(table.first, forms.length + 1)
  let size = 0
  for (let f = 0; f < forms.length; f++) {
    table.first[f] = size
    const { length } = forms[f].candidates
    if (length > 0) size += length + 1
  }
  table.first[forms.length] = size
  table.size = size
  if (table.row.length >= size && table.features.length >= size * FEATURE_COUNT) return
  for (const name of ['row', 'form', 'area', 'region', 'county', 'countryNumber', 'regionNumber'] as const)
    table[name] = wholesFor(table[name], size)
  for (const name of ['x', 'y', 'z'] as const) table[name] = realsFor(table[name], size)
  table.features = realsFor(table.features, size * FEATURE_COUNT)
}
