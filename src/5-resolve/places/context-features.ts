import { AREA, CONTEXT_FROM, FEATURE_COUNT, featureAt } from './feature-names.js'
import { type CandidateTable, closeness, NO_ROW } from './place-features.js'

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
  readonly form: number[]
  readonly weight: number[]
  readonly x: number[]
  readonly y: number[]
  readonly z: number[]
  total: number
  /** By number of the country or region: weight of all voices there, and shares of those that name it or its regions. */
  readonly inCountry: Float64Array
  readonly inRegion: Float64Array
  readonly countryNamed: Float64Array
  readonly regionsNamed: Float64Array
  allCountriesNamed: number
  /** By row of the region or county. */
  readonly areaNamed: Map<number, number>
}

const boostOf = ({ forms }: CandidateTable, f: number): number =>
  Math.sqrt(forms[f].weight) * (forms[f].approximate ? 0.5 : 1)

function listen(table: CandidateTable, share: Float64Array): Voices {
  const { row, form, area, countryNumber, regionNumber, x, y, z } = table
  const voices: Voices = {
    form: [],
    weight: [],
    x: [],
    y: [],
    z: [],
    total: 0,
    inCountry: new Float64Array(table.countries),
    inRegion: new Float64Array(table.regions),
    countryNamed: new Float64Array(table.countries),
    regionsNamed: new Float64Array(table.countries),
    allCountriesNamed: 0,
    areaNamed: new Map(),
  }
  for (let k = 0; k < row.length; k++) {
    if (share[k] < LEAST_SHARE || row[k] === NO_ROW) continue
    const own = table.forms[form[k]]
    const weight = Math.sqrt(own.weight) * share[k] * (own.approximate ? 0.5 : 1)
    voices.total += weight
    voices.form.push(form[k])
    voices.weight.push(weight)
    voices.x.push(x[k])
    voices.y.push(y[k])
    voices.z.push(z[k])
    if (countryNumber[k] > 0) voices.inCountry[countryNumber[k]] += weight
    if (regionNumber[k] > 0) voices.inRegion[regionNumber[k]] += weight
    if (area[k] === AREA.NONE) continue
    if (area[k] === AREA.COUNTRY) {
      voices.countryNamed[countryNumber[k]] += share[k]
      voices.allCountriesNamed += share[k]
      continue
    }
    if (area[k] === AREA.REGION) voices.regionsNamed[countryNumber[k]] += share[k]
    voices.areaNamed.set(row[k], (voices.areaNamed.get(row[k]) ?? 0) + share[k])
  }
  return voices
}

/** Fills the features that the other places of the article decide, given the shares that each candidate has so far. */
export function contextFeatures(table: CandidateTable, share: Float64Array): void {
  const { forms, first, row, area, county, region, countryNumber, regionNumber, features } = table
  const voices = listen(table, share)
  const { areaNamed } = voices
  const ownCountry = new Float64Array(table.countries)
  const ownRegion = new Float64Array(table.regions)
  for (let f = 0; f < forms.length; f++) {
    const from = first[f]
    const end = first[f + 1]
    const boost = boostOf(table, f)
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
    for (let k = from; k < end; k++) {
      const base = k * FEATURE_COUNT
      for (let i = CONTEXT_FROM; i < FEATURE_COUNT; i++) features[base + i] = 0
      if (others < 0.01 || row[k] === NO_ROW) continue
      const inCountry = countryNumber[k]
      const inRegion = regionNumber[k]
      const sort = area[k]
      features[base + sameCountry] = (voices.inCountry[inCountry] - ownCountry[inCountry]) / (others + 0.5)
      if (inRegion > 0) features[base + sameRegion] = (voices.inRegion[inRegion] - ownRegion[inRegion]) / (others + 0.5)
      nearFeatures(table, k, voices, others)
      if (sort !== AREA.COUNTRY) features[base + countryNamed] = Math.min(1, voices.countryNamed[inCountry])
      if (areaNamed.size > 0) {
        if (sort !== AREA.REGION && region[k] >= 0)
          features[base + regionNamed] = Math.min(1, areaNamed.get(region[k]) ?? 0)
        if (sort !== AREA.COUNTY && county[k] >= 0)
          features[base + countyNamed] = Math.min(1, areaNamed.get(county[k]) ?? 0)
      }
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
    for (let k = from; k < end; k++) {
      ownCountry[countryNumber[k]] = 0
      ownRegion[regionNumber[k]] = 0
    }
  }
}

/** About 900 km; what lies farther away is not looked at. */
const WITHIN_REACH = 0.99

function nearFeatures(table: CandidateTable, k: number, voices: Voices, others: number): void {
  const { features } = table
  const { x, y, z, form, weight } = voices
  const own = table.form[k]
  const [atX, atY, atZ] = [table.x[k], table.y[k], table.z[k]]
  let sum = 0
  let most = 0
  for (let v = 0; v < weight.length; v++) {
    const dot = atX * x[v] + atY * y[v] + atZ * z[v]
    if (dot < WITHIN_REACH || form[v] === own) continue
    const distance = EARTH * Math.acos(Math.min(1, dot))
    const heard = weight[v] * closeness(distance, 60)
    sum += heard
    if (heard > most && distance > 1) most = heard
  }
  features[k * FEATURE_COUNT + near] = sum / (others + 0.5)
  features[k * FEATURE_COUNT + veryNear] = Math.min(1, most)
}
