import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.098, 1.121],
  mainName: [2.104, 2.874],
  bigOtherName: [-0.587, -0.876],
  country: [2.216, 3.385],
  region: [-0.533, 0.114],
  county: [-0.257, -0.311],
  capital: [1.498, 1.704],
  seat: [0.827, 1.018],
  hamlet: [-0.162, -0.171],
  area: [5.278, 5.961],
  within: [-0, -0],
  withinListed: [1.22, 1.995],
  inUnitedStates: [-0.465, 0.695],
  english: [1.456, 0.976],
  outletCountry: [1.371, 1.588],
  outletRegion: [1.873, 1.727],
  outletNear: [0.601, -0.595],
  regionCovers: [5.219, 2.664],
  countryCovers: [3.899, 1.858],
  sameCountry: [0, 1.655],
  sameRegion: [0, 1.731],
  near: [0, 1.423],
  veryNear: [0, 2.744],
  countryNamed: [0, -0.216],
  regionNamed: [0, 1.787],
  countyNamed: [0, -0.069],
  focusRegion: [0, 0.271],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
