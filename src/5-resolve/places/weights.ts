import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `scripts/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.111, 1.183],
  mainName: [1.655, 2.853],
  bigOtherName: [-0.85, -1.353],
  country: [1.745, 1.71],
  region: [0.379, 0.47],
  stateOfUnion: [-0.365, -1.083],
  county: [-0.509, -0.188],
  capital: [2.005, 2.101],
  seat: [0.926, 1.249],
  hamlet: [0.045, 0.174],
  area: [-0.963, -1.432],
  withinListed: [1.516, 0.892],
  inUnitedStates: [0.198, 1.163],
  english: [0.852, 0.51],
  outletCountry: [1.196, 1.574],
  outletRegion: [1.647, 1.69],
  outletNear: [0.669, 0.451],
  regionCovers: [5.372, 4.401],
  countryCovers: [3.071, 1.15],
  sameCountry: [0, -0.16],
  sameRegion: [0, 1.658],
  near: [0, 1.545],
  veryNear: [0, 3.046],
  countryNamed: [0, 0.765],
  regionNamed: [0, 1.759],
  countyNamed: [0, 0.825],
  siblingRegions: [0, 1.286],
  siblingCountries: [0, 0.142],
  localDespiteState: [0, -3.085],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
