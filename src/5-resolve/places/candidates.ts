import type { PlaceGazetteer } from '../../gazetteer/places.js'

export interface Candidates {
  readonly rows: readonly number[]
  /** They belong to a part of the name only. */
  readonly approximate: boolean
}

/** Springfields and San Antonios beyond these are too small to be meant without more being said. */
const MOST_CANDIDATES = 48

const DIRECTIONS =
  '(?:north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|northeastern|northwestern|' +
  'southeastern|southwestern|north-central|south-central|downtown|uptown|midtown|greater|metro|metropolitan|inner|upper|lower|mainland|' +
  'rural|suburban|old|outer|far)'
const BEFORE = new RegExp(`^(?:the )?(?:${DIRECTIONS}[ -])+(?=\\p{L})`, 'iu')
const OF =
  /^(?:the )?(?:city|town|village|township|borough|county|state|province|republic|port|commonwealth|district|island|kingdom|region|gulf|valley) of (?:the )?/iu
const AFTER =
  / (?:area|region|metro area|metropolitan area|city|town|township|twp\.?|village|borough|parish|county|province|state|district|prefecture|governorate|island|islands|valley|peninsula|suburbs|metro|coast|border|neighborhood|neighbourhood|international airport|airport|harbor|harbour|desert|strip|heights)$/iu

/** What is left of a name without a word that only says where in it or of what sort it is. */
function shortened(name: string): string[] {
  const forms: string[] = []
  for (const pattern of [AFTER, OF, BEFORE]) {
    const rest = name.replace(pattern, '')
    if (rest !== name && rest.length > 2) forms.push(rest)
  }
  return forms
}

/**
 * The rows that a name can mean: its own, else those of the name without a direction or a word of kind ("northern
 * Kenya", "Ames area"), which are then only approximate.
 */
export function placeCandidates(text: string, places: PlaceGazetteer): Candidates {
  const own = places.candidates(text)
  if (own.length > 0) return { rows: own.slice(0, MOST_CANDIDATES), approximate: false }
  const noArticle = /^the /i.test(text) ? text.slice(4) : text
  if (noArticle !== text) return placeCandidates(noArticle, places)
  const comma = text.indexOf(', ')
  if (comma > 2) return placeCandidates(text.slice(0, comma), places)
  if (text.endsWith("'s") || text.endsWith('’s')) return placeCandidates(text.slice(0, -2), places)
  const abbreviated = places.regionByAbbreviation(text)
  if (abbreviated >= 0) return { rows: [abbreviated], approximate: false }
  for (const form of shortened(text)) {
    const rows = places.candidates(form)
    if (rows.length > 0) return { rows: rows.slice(0, MOST_CANDIDATES), approximate: true }
  }
  return { rows: [], approximate: false }
}
