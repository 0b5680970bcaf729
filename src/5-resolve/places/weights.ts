import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `scripts/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.114, 1.165],
  mainName: [1.623, 2.764],
  bigOtherName: [-0.857, -1.289],
  country: [2.213, 1.602],
  region: [-0.055, -0.641],
  stateOfUnion: [0.307, -0.114],
  county: [-0.504, -0.263],
  capital: [1.434, 1.487],
  seat: [0.863, 1.189],
  hamlet: [0.107, 0.218],
  area: [-0.857, -1.576],
  withinListed: [1.927, 1.915],
  inUnitedStates: [0.011, 0.814],
  english: [0.985, 0.59],
  outletCountry: [1.098, 1.388],
  outletRegion: [1.677, 1.683],
  outletNear: [0.72, 0.471],
  regionCovers: [5.419, 4.59],
  countryCovers: [3.294, 1.416],
  sameCountry: [0, -0.075],
  sameRegion: [0, 1.744],
  near: [0, 1.639],
  veryNear: [0, 2.986],
  countryNamed: [0, 0.569],
  regionNamed: [0, 1.724],
  countyNamed: [0, 0.914],
  siblingRegions: [0, 2.483],
  siblingCountries: [0, 1.012],
  localDespiteState: [0, -1.715],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
