import { PLACE_FEATURES } from './place-features.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by `src/learn/train-places.ts` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
  population: [1.138, 1.182],
  mainName: [2.023, 2.784],
  bigOtherName: [-0.32, -0.091],
  country: [1.912, 1.049],
  region: [-0.758, -1.479],
  stateOfUnion: [0.731, 1.394],
  county: [-0.572, -1.082],
  capital: [1.601, 1.526],
  seat: [0.94, 1.195],
  hamlet: [-0.214, -0.218],
  area: [4.98, 5.036],
  withinListed: [1.271, 1.435],
  inUnitedStates: [-0.423, 0.626],
  english: [0.925, 0.231],
  outletCountry: [1.342, 1.71],
  outletRegion: [1.838, 1.819],
  outletNear: [0.506, -0.688],
  regionCovers: [5.241, 3.593],
  countryCovers: [3.6, 1.728],
  sameCountry: [0, 0.858],
  sameRegion: [0, 2.054],
  near: [0, 1.577],
  veryNear: [0, 2.879],
  countryNamed: [0, -0.998],
  regionNamed: [0, 1.888],
  countyNamed: [0, -0.138],
  siblingRegions: [0, 0.865],
  siblingCountries: [0, 2.245],
  localDespiteState: [0, -1.688],
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
