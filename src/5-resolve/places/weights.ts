import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.08, 0.943],
  mainName: [2.286, 2.851],
  country: [1.954, 3.494],
  region: [-0.515, 0.344],
  county: [-0.582, -0.739],
  capital: [1.763, 2.219],
  seat: [0.663, 0.959],
  hamlet: [-0.254, -0.392],
  area: [4.897, 4.633],
  within: [3.371, 1.881],
  withinListed: [3.746, 2.019],
  inUnitedStates: [1.082, 0.483],
  english: [2.024, 1.956],
  outletCountry: [2.324, 1.907],
  outletRegion: [1.653, 0.88],
  outletNear: [-0.108, -0.884],
  sameCountry: [0, 2.079],
  sameRegion: [0, 1.714],
  near: [0, 1.359],
  veryNear: [0, 2.598],
  countryNamed: [0, -0.489],
  regionNamed: [0, 1.892],
  countyNamed: [0, 0.924],
  focusRegion: [0, 0.75],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
