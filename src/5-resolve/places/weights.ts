import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `scripts/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.224, 1.28],
  mainName: [1.945, 2.844],
  bigOtherName: [-0.741, -1.102],
  country: [2.012, 1.343],
  region: [-0.649, -1.024],
  stateOfUnion: [0.469, 0.893],
  county: [-0.387, -0.443],
  capital: [1.662, 1.691],
  seat: [0.822, 1.147],
  hamlet: [-0.085, -0.066],
  area: [0.05, -0.998],
  withinListed: [1.18, 1.304],
  inUnitedStates: [-0.31, 0.703],
  english: [1.194, 0.548],
  outletCountry: [1.389, 1.771],
  outletRegion: [1.75, 1.836],
  outletNear: [0.642, -0.664],
  regionCovers: [5.239, 3.663],
  countryCovers: [3.645, 1.523],
  sameCountry: [0, 1.37],
  sameRegion: [0, 2.022],
  near: [0, 1.658],
  veryNear: [0, 2.897],
  countryNamed: [0, -0.671],
  regionNamed: [0, 1.852],
  countyNamed: [0, -0.278],
  siblingRegions: [0, 0.726],
  siblingCountries: [0, 2.211],
  localDespiteState: [0, -1.597],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
