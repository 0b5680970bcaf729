import type { PlaceGazetteer } from '../../gazetteer/places.js'

export interface Candidates {
  readonly rows: readonly number[]
  /** They belong to a part of the name only. */
  readonly approximate: boolean
}

const NONE: Candidates = { rows: [], approximate: false }

/** "the West", "up North": which one no gazetteer tells. */
const BARE_DIRECTION = /^(?:the )?(?:north|south|east|west)$/i

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
  / (?:area|region|metro area|metropolitan area|city|town|township|twp\.?|village|borough|parish|county|province|state|republic|district|prefecture|governorate|island|islands|valley|peninsula|suburbs|metro|coast|border|neighborhood|neighbourhood|international airport|airport|harbor|harbour|desert|strip|heights)$/iu

/** What is left of a name without a word that only says where in it or of what sort it is. */
function shortened(name: string): string[] {
  const forms: string[] = []
  for (const pattern of [AFTER, OF, BEFORE]) {
    const rest = name.replace(pattern, '')
    if (rest !== name && rest.length > 2) forms.push(rest)
  }
  return forms
}

/** Whether the article itself names a place so. */
export type IsNamed = (name: string) => boolean

/**
 * The places whose names are part of a name: "Seoul" of "Seoul's Olympic Stadium", "Harlan County" of "Harlan County
 * Jail", and any that the article names by itself ("Velden" of "Old Town Velden"). "Madison" of "Madison Square Garden" is none.
 */
function parts(name: string, isNamed: IsNamed): string[] {
  const possessive = /^(.{3,}?)['’]s? (?=\p{Lu})/u.exec(name)
  if (possessive) return [possessive[1]]
  const words = name.split(/[ /]/)
  if (words.length < 2 || words.length > 8) return []
  const forms: string[] = []
  for (let length = words.length - 1; length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const form = words.slice(first, first + length).join(' ')
      if (form.length > 3 && !BARE_DIRECTION.test(form) && (isNamed(form) || (first === 0 && AREA_WORD.test(form))))
        forms.push(form)
    }
  }
  return forms
}

const AREA_WORD = / (?:County|Parish|Township|City)$/

const LEAST_POPULATION = 10_000

/** A part of a name counts only as a place that readers know: "Royal" in "Royal Street" is no village in Arkansas. */
const isWellKnown = (places: PlaceGazetteer, row: number): boolean =>
  places.population(row) >= LEAST_POPULATION || /^(?:ADM|PCL|RGN|CONT|ISL)/.test(places.featureCode(row))

const FACILITY_WORDS = new Set(
  (
    'street st road rd avenue ave boulevard blvd lane ln drive dr way court square plaza place highway hwy route parkway expressway ' +
    'turnpike freeway interstate bridge tunnel station airport terminal park stadium arena field fields fairgrounds center centre hall ' +
    'tower towers building house hotel inn mall market church cathedral chapel basilica mosque temple synagogue cemetery school college ' +
    'university hospital clinic library museum theatre theater prison jail courthouse camp farm ranch mine dam reservoir zoo pier ' +
    'harbor harbour port marina beach club roundabout junction circle trail landfill plant depot barracks pub restaurant cafe office ' +
    'canal river creek brook pond parade crescent terrace row alley quay wharf embankment metro subway ' +
    'apartments estates plantation speedway racetrack course rink gym pool garden gardens monument memorial palace castle fort lodge'
  ).split(' '),
)
const ROAD =
  /^(?:[A-Z]{1,2}-?\d{1,4}[A-Z]?|(?:U\.?S\.?|Interstate|Route|Highway|Hwy\.?|State Road|County Road|[A-Z][a-z]+) \d{1,4}[A-Z]?)$/

/** Whether a name is that of a street, a building or grounds: something inside a town, too small for a gazetteer. */
export function isFacility(name: string): boolean {
  if (ROAD.test(name)) return true
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
  return last.length < name.length && FACILITY_WORDS.has(last.endsWith('.') ? last.slice(0, -1) : last)
}

/** Names looked up lately, with what was found; the same few hundred come again in every article. */
const lookedUp = new WeakMap<PlaceGazetteer, Map<string, Candidates | undefined>>()
const MOST_REMEMBERED = 2000

/** The rows that bear a name, `undefined` if there are none. */
function ownCandidates(text: string, places: PlaceGazetteer): Candidates | undefined {
  let known = lookedUp.get(places)
  if (!known || known.size >= MOST_REMEMBERED) {
    known = new Map()
    lookedUp.set(places, known)
  }
  const found = known.get(text)
  if (found || known.has(text)) return found
  let candidates: Candidates | undefined
  if (BARE_DIRECTION.test(text) || FACILITY_WORDS.has(text.toLowerCase())) candidates = NONE
  else {
    const rows = places.candidates(text)
    if (rows.length > 0) candidates = { rows: rows.slice(0, MOST_CANDIDATES), approximate: false }
  }
  known.set(text, candidates)
  return candidates
}

/**
 * The rows that a name can mean: its own, else those of the name without a direction or a word of kind ("northern
 * Kenya", "Ames area"), which are then only approximate.
 */
export function placeCandidates(text: string, places: PlaceGazetteer, isNamed: IsNamed = () => false): Candidates {
  const own = ownCandidates(text, places)
  if (own) return own
  const noArticle = /^the /i.test(text) ? text.slice(4) : text
  if (noArticle !== text) return placeCandidates(noArticle, places, isNamed)
  const comma = text.indexOf(', ')
  if (comma > 2) return placeCandidates(text.slice(0, comma), places, isNamed)
  if (text.endsWith("'s") || text.endsWith('’s')) return placeCandidates(text.slice(0, -2), places, isNamed)
  const abbreviated = places.regionByAbbreviation(text)
  if (abbreviated >= 0) return { rows: [abbreviated], approximate: false }
  for (const form of [...shortened(text), ...parts(text, isNamed)]) {
    const rows = places.candidates(form).filter((row) => isWellKnown(places, row) && places.isMainName(row, form))
    if (rows.length > 0) return { rows: rows.slice(0, MOST_CANDIDATES), approximate: true }
  }
  return NONE
}
