import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `scripts/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [0.741, 0.813],
  mainName: [1.07, 2.192],
  bigOtherName: [-0.847, -0.561],
  country: [1.569, 1.332],
  region: [0.286, 0.502],
  stateOfUnion: [0.533, -0.229],
  county: [-0.734, -0.433],
  capital: [2.146, 2.457],
  seat: [1.136, 1.441],
  hamlet: [-0.52, -0.227],
  area: [-1.362, -1.24],
  withinListed: [1.755, 1.026],
  inUnitedStates: [0.056, 0.833],
  english: [0.222, 0.388],
  outletCountry: [0.807, 0.88],
  outletRegion: [1.573, 1.108],
  outletNear: [0.797, 0.044],
  regionCovers: [5.108, 3.38],
  countryCovers: [2.102, 0.644],
  quarter: [-1.125, -0.148],
  none: [1.291, 5.092],
  noneOfFacility: [1.375, 1.139],
  noneOfSeveralWords: [1.734, 1.33],
  noneOfPart: [-0.395, -1.512],
  sameCountry: [0, -0.552],
  sameRegion: [0, 1.898],
  near: [0, 1.986],
  veryNear: [0, 2.797],
  countryNamed: [0, 1.214],
  regionNamed: [0, 1.644],
  countyNamed: [0, 1.07],
  siblingRegions: [0, 1.322],
  siblingCountries: [0, 1.872],
  localDespiteState: [0, -3.105],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
