/** What speaks for a candidate. The names are those of the weights. */
export const PLACE_FEATURES = [
  'population',
  'mainName',
  'bigOtherName',
  'country',
  'region',
  'stateOfUnion',
  'county',
  'capital',
  'seat',
  'hamlet',
  'area',
  'withinListed',
  'inUnitedStates',
  'english',
  'outletCountry',
  'outletRegion',
  'outletNear',
  'regionCovers',
  'countryCovers',
  'quarter',
  'populationInLocalNews',
  'mainNameInLocalNews',
  'none',
  'noneOfFacility',
  'noneOfSeveralWords',
  'noneOfPart',
  // from here on: what the article's other places say
  'sameCountry',
  'sameRegion',
  'near',
  'veryNear',
  'countryNamed',
  'regionNamed',
  'countyNamed',
  'siblingRegions',
  'siblingCountries',
  'localDespiteState',
  'localDespiteFame',
] as const
export const CONTEXT_FROM = PLACE_FEATURES.indexOf('sameCountry')
export const FEATURE_COUNT = PLACE_FEATURES.length

/** Where each feature stands among a candidate's numbers. */
export const featureAt = Object.fromEntries(PLACE_FEATURES.map((name, i) => [name, i])) as Readonly<
  Record<(typeof PLACE_FEATURES)[number], number>
>

/** The sorts of places that speak for others, of which they are a part. */
export const AREA = { NONE: 0, COUNTRY: 1, REGION: 2, COUNTY: 3 } as const
