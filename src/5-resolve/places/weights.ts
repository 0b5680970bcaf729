import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.112, 1.153],
  mainName: [1.975, 2.759],
  bigOtherName: [-0.325, -0.08],
  country: [2.03, 1.144],
  region: [-0.566, -1.308],
  stateOfUnion: [0.882, 1.387],
  county: [-0.575, -1.076],
  capital: [1.71, 1.575],
  seat: [0.964, 1.195],
  hamlet: [-0.221, -0.254],
  area: [4.939, 4.941],
  withinListed: [1.319, 1.328],
  inUnitedStates: [-0.431, 0.625],
  english: [0.921, 0.227],
  outletCountry: [1.35, 1.694],
  outletRegion: [1.836, 1.873],
  outletNear: [0.507, -0.711],
  regionCovers: [5.242, 3.628],
  countryCovers: [3.606, 1.709],
  sameCountry: [0, 0.84],
  sameRegion: [0, 2.117],
  near: [0, 1.582],
  veryNear: [0, 2.911],
  countryNamed: [0, -0.99],
  regionNamed: [0, 1.788],
  countyNamed: [0, -0.148],
  siblingRegions: [0, 0.71],
  siblingCountries: [0, 2.281],
  localDespiteState: [0, -2.575],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
