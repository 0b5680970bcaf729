import { PLACE_FEATURES } from './feature-names.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `scripts/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [0.885, 0.963],
  mainName: [1.052, 1.488],
  bigOtherName: [-0.971, -0.914],
  country: [1.737, 1.164],
  region: [0.142, -0.041],
  stateOfUnion: [0.611, 0.224],
  county: [-0.537, -0.212],
  capital: [2.46, 2.626],
  seat: [1.121, 1.343],
  hamlet: [-0.681, -0.603],
  area: [-1.661, -1.582],
  withinListed: [1.559, 0.935],
  inUnitedStates: [0.173, 0.714],
  english: [0.267, 0.303],
  outletCountry: [0.888, 0.825],
  outletRegion: [1.535, 0.969],
  outletNear: [0.81, 0.198],
  regionCovers: [5.141, 3.342],
  countryCovers: [2.049, 0.945],
  quarter: [-1.195, -0.312],
  populationInLocalNews: [-0.462, -0.548],
  mainNameInLocalNews: [0.128, 1.241],
  none: [1.224, 4.11],
  noneOfFacility: [1.498, 1.218],
  noneOfSeveralWords: [1.714, 1.971],
  noneOfPart: [-0.561, -1.811],
  sameCountry: [0, -0.407],
  sameRegion: [0, 1.992],
  near: [0, 2.061],
  veryNear: [0, 2.704],
  countryNamed: [0, 0.752],
  regionNamed: [0, 1.701],
  countyNamed: [0, 1.253],
  siblingRegions: [0, 1.404],
  siblingCountries: [0, 2.026],
  localDespiteState: [0, -2.915],
  localDespiteFame: [0, -0.152],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
