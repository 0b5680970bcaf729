import type { CandidateTable } from './candidate-table.js'
import { AREA, CONTEXT_FROM, FEATURE_COUNT, featureAt } from './feature-names.js'
import { closeness, NO_ROW } from './place-features.js'
import { realsFor, wholesFor } from './room.js'

// Constants, since looking the names up for each candidate would take longer than all the rest.
const { population, mainName, stateOfUnion, regionCovers, sameCountry, sameRegion, near, veryNear } = featureAt
const {
  countryNamed,
  regionNamed,
  countyNamed,
  siblingRegions,
  siblingCountries,
  localDespiteState,
  localDespiteFame,
} = featureAt

const EARTH = 6371

/** Logarithm of the population below which a town yields to the state of its name; New York City and Washington do not. */
const TOWN = 5

/** Logarithm of the population from which a city is known everywhere, and how far a namesake must stay behind to be local. */
const FAMOUS = 5.3
const BEHIND = 0.5

/** Candidates below this share of their form say nothing of the others. */
const LEAST_SHARE = 0.08

/** The candidates that say something of the others, and what they say together. */
interface Voices {
  /** How many there are; those of form `f` stand from `first[f]` to `first[f + 1]`. */
  count: number
  first: Int32Array
  /** Which candidate it is. */
  candidate: Int32Array
  weight: Float64Array
  x: Float64Array
  y: Float64Array
  z: Float64Array
  total: number
  /** By number of the country or region: weight of all voices there, and shares of those that name it or its regions. */
  inCountry: Float64Array
  inRegion: Float64Array
  countryNamed: Float64Array
  regionsNamed: Float64Array
  regionNamed: Float64Array
  anyRegionNamed: boolean
  allCountriesNamed: number
  /** By row. */
  countyNamed: Map<number, number>
}

const none = new Float64Array(0)

/** Those of the article at hand. */
const voices: Voices = {
  count: 0,
  first: new Int32Array(0),
  candidate: new Int32Array(0),
  weight: none,
  x: none,
  y: none,
  z: none,
  total: 0,
  inCountry: none,
  inRegion: none,
  countryNamed: none,
  regionsNamed: none,
  regionNamed: none,
  anyRegionNamed: false,
  allCountriesNamed: 0,
  countyNamed: new Map(),
}
let countryOfForm: Float64Array = none
let regionOfForm: Float64Array = none

function makeRoom({ forms, size, countries, regions }: CandidateTable): void {
  voices.first = wholesFor(voices.first, forms.length + 1)
  const { weight, inCountry, inRegion } = voices
  if (weight.length >= size && inCountry.length >= countries && inRegion.length >= regions) return
  voices.candidate = wholesFor(voices.candidate, size)
  for (const name of ['weight', 'x', 'y', 'z'] as const) voices[name] = realsFor(voices[name], size)
  for (const name of ['inCountry', 'countryNamed', 'regionsNamed'] as const)
    voices[name] = realsFor(voices[name], countries)
  for (const name of ['inRegion', 'regionNamed'] as const) voices[name] = realsFor(voices[name], regions)
  countryOfForm = realsFor(countryOfForm, countries)
  regionOfForm = realsFor(regionOfForm, regions)
}

function forget({ countries, regions }: CandidateTable): void {
  voices.count = 0
  voices.total = 0
  voices.anyRegionNamed = false
  voices.allCountriesNamed = 0
  // A map that is cleared links its old table to the new one, and so on, and V8 frees none of them for long.
  if (voices.countyNamed.size > 0) voices.countyNamed = new Map()
  voices.inCountry.fill(0, 0, countries)
  voices.countryNamed.fill(0, 0, countries)
  voices.regionsNamed.fill(0, 0, countries)
  voices.inRegion.fill(0, 0, regions)
  voices.regionNamed.fill(0, 0, regions)
  countryOfForm.fill(0, 0, countries)
  regionOfForm.fill(0, 0, regions)
}

function listen(table: CandidateTable, share: Float64Array): void {
  makeRoom(table)
  forget(table)
  const { forms, first } = table
  for (let f = 0; f < forms.length; f++) {
    voices.first[f] = voices.count
    const { weight, approximate } = forms[f]
    const root = Math.sqrt(weight)
    const part = approximate ? 0.5 : 1
    for (let k = first[f]; k < first[f + 1] - 1; k++)
      if (share[k] >= LEAST_SHARE) hear(table, k, share[k], root * share[k] * part)
  }
  voices.first[forms.length] = voices.count
}

function hear(
  { row, area, countryNumber, regionNumber, x, y, z }: CandidateTable,
  k: number,
  share: number,
  weight: number,
): void {
  const v = voices.count++
  voices.total += weight
  voices.weight[v] = weight
  voices.candidate[v] = k
  voices.x[v] = x[k]
  voices.y[v] = y[k]
  voices.z[v] = z[k]
  const country = countryNumber[k]
  const region = regionNumber[k]
  if (country > 0) voices.inCountry[country] += weight
  if (region > 0) voices.inRegion[region] += weight
  const sort = area[k]
  if (sort === AREA.NONE) return
  if (sort === AREA.COUNTRY) {
    voices.countryNamed[country] += share
    voices.allCountriesNamed += share
  } else if (sort === AREA.REGION) {
    voices.regionsNamed[country] += share
    // A region's own region is itself.
    voices.regionNamed[region] += share
    voices.anyRegionNamed = true
  } else voices.countyNamed.set(row[k], (voices.countyNamed.get(row[k]) ?? 0) + share)
}

/** Fills the features that the other places of the article decide, given the shares that each candidate has so far. */
export function contextFeatures(table: CandidateTable, share: Float64Array): void {
  const { forms, first, row, area, county, countryNumber, regionNumber, features } = table
  listen(table, share)
  const { countyNamed: counties } = voices
  const [ownCountry, ownRegion] = [countryOfForm, regionOfForm]
  for (let f = 0; f < forms.length; f++) {
    const from = first[f]
    const end = first[f + 1]
    const boost = Math.sqrt(forms[f].weight) * (forms[f].approximate ? 0.5 : 1)
    let own = 0
    let state = false
    let fame = 0
    for (let k = from; k < end; k++) {
      const base = k * FEATURE_COUNT
      if (features[base + mainName] === 1) {
        if (features[base + stateOfUnion] === 1) state = true
        if (features[base + population] > fame) fame = features[base + population]
      }
      if (share[k] < LEAST_SHARE) continue
      const weight = boost * share[k]
      own += weight
      ownCountry[countryNumber[k]] += weight
      ownRegion[regionNumber[k]] += weight
    }
    const others = Math.max(0, voices.total - own)
    silence(f)
    for (let k = from; k < end; k++) {
      const base = k * FEATURE_COUNT
      for (let i = CONTEXT_FROM; i < FEATURE_COUNT; i++) features[base + i] = 0
      if (others < 0.01 || row[k] === NO_ROW) continue
      const inCountry = countryNumber[k]
      const inRegion = regionNumber[k]
      const sort = area[k]
      features[base + sameCountry] = (voices.inCountry[inCountry] - ownCountry[inCountry]) / (others + 0.5)
      if (inRegion > 0) features[base + sameRegion] = (voices.inRegion[inRegion] - ownRegion[inRegion]) / (others + 0.5)
      nearFeatures(table, k, others)
      if (sort !== AREA.COUNTRY) features[base + countryNamed] = Math.min(1, voices.countryNamed[inCountry])
      if (sort !== AREA.REGION && inRegion > 0 && voices.anyRegionNamed)
        features[base + regionNamed] = Math.min(1, voices.regionNamed[inRegion])
      if (sort !== AREA.COUNTY && county[k] >= 0 && counties.size > 0)
        features[base + countyNamed] = Math.min(1, counties.get(county[k]) ?? 0)
      if (state && sort !== AREA.REGION && features[base + population] < TOWN)
        features[base + localDespiteState] =
          features[base + sameRegion] + features[base + regionNamed] + features[base + regionCovers]
      const behind = fame - BEHIND - features[base + population]
      if (fame > FAMOUS && behind > 0)
        features[base + localDespiteFame] =
          Math.min(1, behind) *
          (features[base + sameRegion] + features[base + regionNamed] + features[base + regionCovers])
      const siblings = sort === AREA.REGION ? voices.regionsNamed[inCountry] - share[k] : 0
      if (siblings > 0) features[base + siblingRegions] = siblings / (siblings + 1)
      const lands = sort === AREA.COUNTRY ? voices.allCountriesNamed - share[k] : 0
      if (lands > 0) features[base + siblingCountries] = lands / (lands + 1)
    }
    raise(f, table)
    for (let k = from; k < end; k++) {
      ownCountry[countryNumber[k]] = 0
      ownRegion[regionNumber[k]] = 0
    }
  }
}

/** About 900 km; what lies farther away is not looked at. */
const WITHIN_REACH = 0.99

/** The distances asked for last, each at a place of its own; the rounds and the names of one region ask for the same. */
const SLOTS = 4096
const slotDot = new Float64Array(SLOTS)
const slotDistance = new Float64Array(SLOTS)
const slotCloseness = new Float64Array(SLOTS)

/** The slot of two unit vectors of this inner product, which is within reach. */
function slotOf(dot: number): number {
  const slot = ((dot - WITHIN_REACH) * 1e11) & (SLOTS - 1)
  if (slotDot[slot] === dot) return slot
  const distance = EARTH * Math.acos(Math.min(1, dot))
  slotDot[slot] = dot
  slotDistance[slot] = distance
  slotCloseness[slot] = closeness(distance, 60)
  return slot
}

/** While the candidates of a form are looked at, its own voices lie nowhere, that is, out of everybody's reach. */
function silence(f: number): void {
  for (let v = voices.first[f]; v < voices.first[f + 1]; v++) voices.x[v] = voices.y[v] = voices.z[v] = 0
}

function raise(f: number, { x, y, z }: CandidateTable): void {
  for (let v = voices.first[f]; v < voices.first[f + 1]; v++) {
    const k = voices.candidate[v]
    voices.x[v] = x[k]
    voices.y[v] = y[k]
    voices.z[v] = z[k]
  }
}

function nearFeatures(table: CandidateTable, k: number, others: number): void {
  const { features } = table
  const { x, y, z, weight, count } = voices
  const atX = table.x[k]
  const atY = table.y[k]
  const atZ = table.z[k]
  let sum = 0
  let most = 0
  for (let v = 0; v < count; v++) {
    const dot = atX * x[v] + atY * y[v] + atZ * z[v]
    if (dot < WITHIN_REACH) continue
    const slot = slotOf(dot)
    const heard = weight[v] * slotCloseness[slot]
    sum += heard
    if (heard > most && slotDistance[slot] > 1) most = heard
  }
  features[k * FEATURE_COUNT + near] = sum / (others + 0.5)
  features[k * FEATURE_COUNT + veryNear] = Math.min(1, most)
}
