import type { Entity, Focus, Mention, PlaceFacts, WithEntities, WithFocus } from '../../document/entity.js'
import { entityId, geonamesEntityId } from '../../document/entity-id.js'
import type { Segmented } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { emptyTable } from './candidate-table.js'
import { focusOf } from './focus.js'
import { homeOf } from './home.js'
import { candidateTable } from './place-features.js'
import { type PlaceForm, placeForms } from './place-forms.js'
import { bestCandidate, candidateShares } from './score-candidates.js'
import { placeUnknown } from './surroundings.js'
import { PLACE_WEIGHTS } from './weights.js'

/** What one name of the article turned out to be. */
export interface ResolvedForm {
  readonly form: PlaceForm
  /** Row in the gazetteer, -1 for a place that it does not know. */
  readonly row: number
  readonly confidence: number
  /** The row is that of a place around it or of which it is a part: it gives the position, not the id. */
  readonly approximate: boolean
  /** How likely it is none of the places that the gazetteer has under the name. */
  readonly unknown: number
}

/** How sure a place is that is only part of a name ("northern Kenya"), at most. */
const PART = 0.7

/** Filled anew for each article. */
const tableAtHand = emptyTable()

/** Decides for each place name of an article which place it is; exported for scoring and training. */
export function resolveForms(article: Segmented & WithEntities, places: PlaceGazetteer): readonly ResolvedForm[] {
  const forms = placeForms(article, places)
  const table = candidateTable(forms, homeOf(article, places), places, tableAtHand)
  const share = candidateShares(table, PLACE_WEIGHTS)
  const resolved = forms.map((form, f): ResolvedForm => {
    const { at, confidence, unknown } = bestCandidate(table, share, f)
    if (at < 0) return { form, row: -1, confidence: 0, approximate: false, unknown }
    const certainty = form.approximate ? PART * confidence : confidence
    return { form, row: table.row[at], confidence: certainty, approximate: form.approximate, unknown }
  })
  return placeUnknown(article, resolved, places)
}

/**
 * Gives the places of an article their ids, coordinates and regions, and the article its focus. Names of one place
 * become one entity ("U.S.", "United States"); one name of two places becomes two ("Portland, Maine", "Portland, Ore.").
 * A place that the gazetteer does not know keeps its name and has no coordinates.
 */
export function resolvePlaces<A extends Segmented & WithEntities>(
  article: A,
  places: PlaceGazetteer,
): A & WithEntities & WithFocus {
  const resolved = resolveForms(article, places)
  const groups = new Map<string | number, ResolvedForm[]>()
  for (const one of resolved) {
    if (one.form.mentions.length === 0) continue
    const key = one.row < 0 || one.approximate ? entityId('place', one.form.text) : one.row
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const focus = focusOf(resolved, places)
  const entities = article.entities.filter((entity) => entity.type !== 'place')
  for (const group of groups.values()) entities.push(placeEntity(group, article, places, focus))
  entities.sort((a, b) => a.mentions[0] - b.mentions[0])
  giveDistinctIds(entities)
  const mentions = movedMentions(article.mentions, entities)
  return focus ? { focus, ...article, mentions, entities } : { ...article, mentions, entities }
}

/** Mentions that point to the entities as they now are. */
function movedMentions(mentions: readonly Mention[], entities: readonly Entity[]): readonly Mention[] {
  const entityOf = new Int32Array(mentions.length)
  for (let i = 0; i < entities.length; i++) for (const mention of entities[i].mentions) entityOf[mention] = i
  return mentions.map((mention, i) => (mention.entity === entityOf[i] ? mention : moved(mention, entityOf[i])))
}

const moved = ({ start, end, firstToken, endToken, type, confidence, by }: Mention, entity: number): Mention => {
  return { start, end, firstToken, endToken, type, confidence, by, entity }
}

function giveDistinctIds(entities: Entity[]): void {
  const ids = new Set<string>()
  for (const { id } of entities) ids.add(id)
  if (ids.size === entities.length) return
  const taken = new Map<string, number>()
  for (let i = 0; i < entities.length; i++) {
    const { id } = entities[i]
    const uses = (taken.get(id) ?? 0) + 1
    taken.set(id, uses)
    if (uses > 1) entities[i] = { ...entities[i], id: `${id}-${uses}` }
  }
}

function placeEntity(
  group: readonly ResolvedForm[],
  { text, mentions }: Segmented & WithEntities,
  places: PlaceGazetteer,
  focus: Focus | undefined,
): Entity {
  const indexes = mentionsOf(group)
  const written = indexes.map((i) => text.slice(mentions[i].start, mentions[i].end))
  const forms = written.length === 1 ? written : [...new Set(written)]
  const { row, approximate } = group[0]
  const name = spelled(bestName(forms), row, places)
  let confidence = 0
  for (const one of group) if (one.confidence > confidence) confidence = one.confidence
  return {
    id: placeId(name, row, approximate, places),
    type: 'place',
    name,
    aliases: forms.length === 1 ? [] : aliasesOf(name, forms),
    mentions: indexes,
    gender: undefined,
    person: undefined,
    place: row < 0 ? unknownFacts(focus) : factsOf(row, approximate, confidence, places),
    organization: undefined,
  }
}

function mentionsOf(group: readonly ResolvedForm[]): readonly number[] {
  const { mentions } = group[0].form
  if (group.length === 1) return mentions.length === 1 ? mentions : mentions.sort((a, b) => a - b)
  return group.flatMap((one) => one.form.mentions).sort((a, b) => a - b)
}

function isCapitals(form: string): boolean {
  if (form.length <= 4) return false
  const second = form.charCodeAt(1)
  // Most names tell by their second letter.
  return (second < 97 || second > 122) && form === form.toUpperCase()
}

/** The longest form; capitals throughout only if there is no other. */
function bestName(forms: readonly string[]): string {
  let best: string | undefined
  for (const form of forms) {
    if (best === undefined) {
      best = form
      continue
    }
    const better = isCapitals(form) === isCapitals(best) ? form.length > best.length : isCapitals(best)
    if (better) best = form
  }
  return best ?? ''
}

/** "ATHENS" of a dateline is "Athens": as the gazetteer writes it, else with capitals where words begin. */
function spelled(name: string, row: number, places: PlaceGazetteer): string {
  if (!isCapitals(name)) return name
  const known = row < 0 ? '' : places.name(row)
  if (known.toUpperCase() === name) return known
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

function aliasesOf(name: string, forms: readonly string[]): readonly string[] {
  const seen = new Set([name.toLowerCase()])
  return forms.filter((form) => {
    const lower = form.toLowerCase()
    return seen.has(lower) ? false : seen.add(lower)
  })
}

function placeId(name: string, row: number, approximate: boolean, places: PlaceGazetteer): string {
  if (row < 0) return entityId('place', name)
  const geonames = places.geonamesId(row)
  if (geonames !== 0 && !approximate) return geonamesEntityId(geonames)
  const region = places.regionRow(row)
  const within = region >= 0 && region !== row ? places.name(region) : places.countryCode(row)
  return entityId('place', within === '' || approximate ? name : `${places.name(row)} ${within}`)
}

/** What the gazetteer does not know has no position; it lies in the country that the article plays in, most likely. */
const unknownFacts = (focus: Focus | undefined): PlaceFacts =>
  focus ? { ...NO_FACTS, countryCode: focus.countryCode, confidence: UNKNOWN_CONFIDENCE } : NO_FACTS

const NO_FACTS: PlaceFacts = {
  geonamesId: undefined,
  latitude: undefined,
  longitude: undefined,
  countryCode: undefined,
  admin1: undefined,
  featureCode: undefined,
  confidence: undefined,
}

const UNKNOWN_CONFIDENCE = 0.3

const hundredth = (value: number): number => Math.round(value * 100) / 100

function factsOf(row: number, approximate: boolean, confidence: number, places: PlaceGazetteer): PlaceFacts {
  const geonamesId = places.geonamesId(row)
  return {
    geonamesId: geonamesId !== 0 && !approximate ? geonamesId : undefined,
    latitude: places.latitude(row),
    longitude: places.longitude(row),
    countryCode: places.countryCode(row) || undefined,
    admin1: places.admin1(row) || undefined,
    featureCode: approximate ? undefined : places.featureCode(row),
    confidence: hundredth(confidence),
  }
}
