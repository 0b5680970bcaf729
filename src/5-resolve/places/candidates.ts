import { remember } from '../../document/remember.js'
import { nameKey } from '../../gazetteer/place-key.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import type { DescribedRows } from './describe-rows.js'

/** Those of one spelling. It is kept with the name, and with it what has been worked out of it. */
export interface Candidates {
  readonly rows: readonly number[]
  /** They belong to a part of the name only. */
  readonly approximate: boolean
  described?: DescribedRows
  /** By the area written after the name. */
  contained?: Map<readonly number[], Contained>
}

/** What is left of the candidates if an area is written after the name, and whether the two are a list instead. */
export interface Contained {
  readonly candidates: Candidates
  readonly listed: boolean
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

/** A part of a name that may be a place's name. */
interface Part {
  readonly form: string
  /** It counts even if the article does not name it by itself. */
  readonly always: boolean
  /** Looked up once it counts. */
  candidates?: Candidates
}

/**
 * The places whose names are part of a name: "Seoul" of "Seoul's Olympic Stadium", "Harlan County" of "Harlan County
 * Jail", and any that the article names by itself ("Velden" of "Old Town Velden"). "Madison" of "Madison Square Garden" is none.
 */
function parts(name: string): Part[] {
  const possessive = /^(.{3,}?)['’]s? (?=\p{Lu})/u.exec(name)
  if (possessive) return [{ form: possessive[1], always: true }]
  const words = name.split(/[ /]/)
  if (words.length < 2 || words.length > 8) return []
  const forms: Part[] = []
  for (let length = words.length - 1; length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const form = words.slice(first, first + length).join(' ')
      if (form.length > 3 && !BARE_DIRECTION.test(form))
        forms.push({ form, always: first === 0 && AREA_WORD.test(form) })
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

/** What a name means, as far as the name alone tells. */
interface KnownName {
  readonly key: string
  /** `undefined` if it depends on which of its parts the article names. */
  readonly candidates: Candidates | undefined
  readonly parts: readonly Part[]
  /** Regions, counties and countries of the name; found once asked for. */
  areas?: readonly number[]
}

const knownName: (text: string, places: PlaceGazetteer) => KnownName = remember(1500, learn)

/** `nameKey`, remembered. */
export const knownKey = (text: string, places: PlaceGazetteer): string => knownName(text, places).key

const isArea = (places: PlaceGazetteer, row: number): boolean => {
  const code = places.featureCode(row)
  return code === 'ADM1' || code === 'ADM2' || code.startsWith('PCL')
}

/** Rows of a region's, county's or country's name or abbreviation. */
export function areaRows(text: string, places: PlaceGazetteer): readonly number[] {
  const known = knownName(text, places)
  if (known.areas) return known.areas
  const abbreviated = places.regionByAbbreviation(text)
  known.areas = abbreviated >= 0 ? [abbreviated] : places.candidates(text).filter((row) => isArea(places, row))
  return known.areas
}

function learn(text: string, places: PlaceGazetteer): KnownName {
  const key = nameKey(text)
  const sure = (candidates: Candidates): KnownName => ({ key, candidates, parts: [] })
  if (BARE_DIRECTION.test(text) || FACILITY_WORDS.has(text.toLowerCase())) return sure(NONE)
  const own = places.candidates(text)
  if (own.length > 0) return sure({ rows: own.slice(0, MOST_CANDIDATES), approximate: false })
  const rest = withoutTrimmings(text)
  if (rest !== text) {
    const { candidates, parts } = knownName(rest, places)
    const copy = candidates && { rows: candidates.rows, approximate: candidates.approximate }
    return { key, candidates: copy, parts: parts.map(({ form, always }) => ({ form, always })) }
  }
  const abbreviated = places.regionByAbbreviation(text)
  if (abbreviated >= 0) return sure({ rows: [abbreviated], approximate: false })
  for (const form of shortened(text)) {
    const candidates = candidatesOfPart(form, places)
    if (candidates.rows.length > 0) return sure(candidates)
  }
  const maybe = parts(text)
  return { key, candidates: maybe.length === 0 ? NONE : undefined, parts: maybe }
}

/** Without an article before it, a region after it, or a genitive ending. */
function withoutTrimmings(text: string): string {
  if (/^the /i.test(text)) return text.slice(4)
  const comma = text.indexOf(', ')
  if (comma > 2) return text.slice(0, comma)
  return text.endsWith("'s") || text.endsWith('’s') ? text.slice(0, -2) : text
}

function candidatesOfPart(form: string, places: PlaceGazetteer): Candidates {
  const rows = places.candidates(form).filter((row) => isWellKnown(places, row) && places.isMainName(row, form))
  return rows.length > 0 ? { rows: rows.slice(0, MOST_CANDIDATES), approximate: true } : NONE
}

/**
 * The rows that a name can mean: its own, else those of the name without a direction or a word of kind ("northern
 * Kenya", "Ames area"), which are then only approximate.
 */
export function placeCandidates(text: string, places: PlaceGazetteer, isNamed: IsNamed = () => false): Candidates {
  const { candidates, parts } = knownName(text, places)
  if (candidates) return candidates
  for (const part of parts) {
    if (!part.always && !isNamed(part.form)) continue
    part.candidates ??= candidatesOfPart(part.form, places)
    if (part.candidates.rows.length > 0) return part.candidates
  }
  return NONE
}
