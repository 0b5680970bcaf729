import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.224, 1.281],
  mainName: [1.943, 2.841],
  bigOtherName: [-0.738, -1.103],
  country: [2.007, 1.333],
  region: [-0.65, -1.033],
  stateOfUnion: [0.472, 0.898],
  county: [-0.387, -0.45],
  capital: [1.659, 1.684],
  seat: [0.812, 1.124],
  hamlet: [-0.081, -0.062],
  area: [0.05, -1.009],
  withinListed: [1.182, 1.3],
  inUnitedStates: [-0.322, 0.694],
  english: [1.193, 0.549],
  outletCountry: [1.387, 1.777],
  outletRegion: [1.75, 1.827],
  outletNear: [0.625, -0.705],
  regionCovers: [5.243, 3.673],
  countryCovers: [3.652, 1.527],
  sameCountry: [0, 1.362],
  sameRegion: [0, 2.042],
  near: [0, 1.693],
  veryNear: [0, 2.901],
  countryNamed: [0, -0.67],
  regionNamed: [0, 1.842],
  countyNamed: [0, -0.294],
  siblingRegions: [0, 0.724],
  siblingCountries: [0, 2.208],
  localDespiteState: [0, -1.6],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
