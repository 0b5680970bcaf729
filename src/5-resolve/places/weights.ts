import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.137, 0.98],
  mainName: [2.389, 3.098],
  country: [1.847, 3.618],
  region: [-0.565, 0.383],
  county: [-0.523, -0.551],
  capital: [1.735, 2.153],
  seat: [0.711, 1.059],
  hamlet: [-0.258, -0.32],
  area: [5.374, 5.46],
  within: [0, -0],
  withinListed: [1.27, 1.835],
  inUnitedStates: [0.835, 0.355],
  english: [2.123, 1.845],
  outletCountry: [2.285, 1.925],
  outletRegion: [1.779, 1.169],
  outletNear: [-0.301, -1.103],
  sameCountry: [0, 2.419],
  sameRegion: [0, 1.962],
  near: [0, 1.608],
  veryNear: [0, 2.594],
  countryNamed: [0, -0.31],
  regionNamed: [0, 1.963],
  countyNamed: [0, 0.635],
  focusRegion: [0, 0.517],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
