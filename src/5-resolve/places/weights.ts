import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.099, 1.123],
  mainName: [2.108, 2.835],
  bigOtherName: [-0.655, -0.932],
  country: [2.221, 3.356],
  region: [-0.54, 0.055],
  county: [-0.237, -0.365],
  capital: [1.493, 1.674],
  seat: [0.854, 1.078],
  hamlet: [-0.164, -0.165],
  area: [5.278, 5.953],
  within: [0, -0],
  withinListed: [1.22, 2.011],
  inUnitedStates: [-0.466, 0.68],
  english: [1.471, 1.005],
  outletCountry: [1.366, 1.582],
  outletRegion: [1.878, 1.713],
  outletNear: [0.606, -0.618],
  regionCovers: [5.219, 2.649],
  countryCovers: [3.897, 1.865],
  sameCountry: [0, 1.614],
  sameRegion: [0, 1.696],
  near: [0, 1.398],
  veryNear: [0, 2.715],
  countryNamed: [0, -0.232],
  regionNamed: [0, 1.766],
  countyNamed: [0, -0.117],
  focusRegion: [0, 0.343],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
