import type { Mention, WithEntities } from '../../document/entity.js'
import { type Segmented, SHAPE } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { areaRows, type Candidates, type Contained, type IsNamed, knownKey, placeCandidates } from './candidates.js'

/** One name of a place in one sense: mentions with the same text and the same region written after them. */
export interface PlaceForm {
  readonly text: string
  /** Indexes into `mentions`; empty for a name inside an organization's name, which is evidence only. */
  readonly mentions: number[]
  /** Rows of the regions or countries written after the name ("Portland, Maine"); empty for none. */
  readonly within: readonly number[]
  /** Whether the name is a state's or country's as well, so that the two may be a list: "Georgia, Texas and Utah". */
  readonly listed: boolean
  readonly candidates: readonly number[]
  /** The same, as they are kept with the name. */
  readonly meant: Candidates
  /** The candidates belong to a part of the name only ("northern Kenya" → Kenya). */
  readonly approximate: boolean
  /** How much it says of where the article plays. */
  weight: number
  /** Where it stands inside names of organizations, in characters. */
  readonly inside: number[]
}

const NOWHERE: number[] = []

const NOT_CONTAINED: readonly number[] = []

/** What "Maine" in "Portland, Maine" or "(Maine)" says. */
function containment(
  article: Segmented & WithEntities,
  mention: Mention,
  next: Mention | undefined,
  places: PlaceGazetteer,
): readonly number[] {
  const { tokens, text } = article
  const mark = tokens.words[mention.endToken]
  if ((mark !== ',' && mark !== '(') || tokens.sentence[mention.endToken] !== tokens.sentence[mention.firstToken])
    return NOT_CONTAINED
  const at = mention.endToken + 1
  if (next?.firstToken === at && next.type === 'place') {
    return areaRows(text.slice(next.start, next.end), places)
  }
  if (at >= tokens.length || (tokens.shape[at] & SHAPE.CAPITAL) === 0) return NOT_CONTAINED
  const word = tokens.words[at]
  return places.regionByAbbreviation(word) >= 0 ? areaRows(word, places) : NOT_CONTAINED
}

/** Whether a region, county or country holds a place other than itself. */
export function isInside(places: PlaceGazetteer, row: number, area: number): boolean {
  if (row === area) return false
  if (area === places.regionRow(row) || area === places.countyRow(row)) return true
  return places.featureCode(area).startsWith('PCL') && places.countryCode(area) === places.countryCode(row)
}

/** Whether two rows may stand side by side in a list: two countries, or two regions of one country. */
function areSiblings(places: PlaceGazetteer, a: number, b: number): boolean {
  const isCountry = (row: number): boolean => places.featureCode(row).startsWith('PCL')
  if (isCountry(a) || isCountry(b)) return isCountry(a) && isCountry(b)
  const areRegions = places.featureCode(a) === 'ADM1' && places.featureCode(b) === 'ADM1'
  return areRegions && places.countryCode(a) === places.countryCode(b)
}

const DATELINE_MARKS = new Set(['—', '–', '--', '-', '('])
/** More different places than this are not looked up: an index of towns, or an attack. */
const MOST_FORMS = 400

/** The place names of an article, by text and containing region, and the place names inside its organizations' names. */
export function placeForms(article: Segmented & WithEntities, places: PlaceGazetteer): PlaceForm[] {
  const { mentions, text, sections } = article
  const forms = new Map<string, PlaceForm>()
  const inside = new Map<string, PlaceForm>()
  const openings = new Map<string, PlaceForm[]>()
  const bodyStart = sections.find((section) => section.kind === 'body')?.start ?? 0
  const waiting: number[] = []
  const isNamed = namedIn(article)
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]
    if (mention.type === 'organization') addInside(forms, inside, article, mention, places)
    if (mention.type !== 'place') continue
    const rows = containment(article, mention, mentions[i + 1], places)
    if (rows.length === 0) {
      waiting.push(i)
      continue
    }
    const name = text.slice(mention.start, mention.end)
    const key = knownKey(name, places)
    const form = formFor(forms, `${key}|${rows[0]}`, name, rows, places, isNamed)
    form.mentions.push(i)
    form.weight++
    const opened = openings.get(key)
    if (!opened) openings.set(key, [form])
    else if (!opened.includes(form)) opened.push(form)
  }
  const alone = new Map<string, PlaceForm>()
  for (const i of waiting) {
    const mention = mentions[i]
    const name = text.slice(mention.start, mention.end)
    let form = alone.get(name)
    if (!form) {
      const key = knownKey(name, places)
      form = openings.get(key)?.[0] ?? formFor(forms, key, name, NOT_CONTAINED, places, isNamed)
      alone.set(name, form)
    }
    form.mentions.push(i)
    form.weight++
    if (mention.start >= bodyStart + DATELINE_REACH) continue
    const dateline = mention.start >= bodyStart && isDateline(article, mention)
    if (dateline || mention.end <= bodyStart) form.weight += dateline ? 3 : 1
  }
  const found = [...forms.values()]
  for (let i = MOST_FORMS; i < found.length; i++) found[i] = { ...found[i], candidates: [] }
  return found
}

/** How far into the story its dateline may stand, in characters. */
const DATELINE_REACH = 30

/** Whether the article names a place so; gathered only once somebody asks. */
function namedIn({ mentions, text }: Segmented & WithEntities): IsNamed {
  let named: Set<string> | undefined
  return (name) => {
    if (!named) {
      named = new Set()
      for (const { type, start, end } of mentions) if (type === 'place') named.add(text.slice(start, end).toLowerCase())
    }
    return named.has(name.toLowerCase())
  }
}

/** "SPRINGFIELD, Ill. (AP) —", "Springfield -". */
function isDateline({ tokens }: Segmented, mention: Mention): boolean {
  for (let i = mention.endToken; i < mention.endToken + 5 && i < tokens.length; i++) {
    if (DATELINE_MARKS.has(tokens.words[i]) && (tokens.shape[i] & SHAPE.SPACE_BEFORE) !== 0) return true
  }
  return false
}

function formFor(
  forms: Map<string, PlaceForm>,
  key: string,
  text: string,
  within: readonly number[],
  places: PlaceGazetteer,
  isNamed: IsNamed,
): PlaceForm {
  const known = forms.get(key)
  if (known) return known
  const all = placeCandidates(text, places, isNamed)
  const none = within.length === 0 || all.rows.length === 0
  const { candidates: meant, listed } = none
    ? { candidates: all, listed: false }
    : containedIn(all, text, within, places)
  const { rows: candidates, approximate } = meant
  const form: PlaceForm = {
    text,
    mentions: [],
    within,
    listed,
    candidates,
    meant,
    approximate,
    weight: 0,
    inside: NOWHERE,
  }
  forms.set(key, form)
  return form
}

const MOST_AREAS = 60

/** What a name means with an area written after it, remembered. */
function containedIn(all: Candidates, text: string, within: readonly number[], places: PlaceGazetteer): Contained {
  if (!all.contained || all.contained.size >= MOST_AREAS) all.contained = new Map()
  const known = all.contained.get(within)
  if (known) return known
  const { rows, approximate } = all
  const listed = within.some((area) =>
    rows.some((row) => areSiblings(places, row, area) && places.isMainName(row, text)),
  )
  const inside = listed ? [] : rows.filter((row) => within.some((area) => isInside(places, row, area)))
  const made = { candidates: inside.length > 0 ? { rows: inside, approximate } : all, listed }
  all.contained.set(within, made)
  return made
}

/** "Harlan County School Board" speaks of Harlan County. Those found `inside` others are kept by their text as well. */
function addInside(
  forms: Map<string, PlaceForm>,
  inside: Map<string, PlaceForm>,
  { tokens, text }: Segmented,
  mention: Mention,
  places: PlaceGazetteer,
): void {
  for (let i = mention.firstToken; i < mention.endToken; i++) {
    if ((tokens.shape[i] & SHAPE.CAPITAL) === 0) continue
    const length = places.longestAt(tokens.lower, i, mention.endToken)
    if (length === 0 || length === mention.endToken - mention.firstToken) continue
    const name = text.slice(tokens.start[i], tokens.end[i + length - 1])
    let form = inside.get(name)
    if (!form) {
      form = formInside(forms, name, places)
      inside.set(name, form)
    }
    form.weight += 0.3
    form.inside.push(tokens.start[i])
    i += length - 1
  }
}

function formInside(forms: Map<string, PlaceForm>, text: string, places: PlaceGazetteer): PlaceForm {
  const key = `in|${knownKey(text, places)}`
  const known = forms.get(key)
  if (known) return known
  const meant = placeCandidates(text, places)
  const form: PlaceForm = {
    text,
    mentions: [],
    within: NOT_CONTAINED,
    listed: false,
    candidates: meant.rows,
    meant,
    approximate: false,
    weight: 0,
    inside: [],
  }
  forms.set(key, form)
  return form
}
