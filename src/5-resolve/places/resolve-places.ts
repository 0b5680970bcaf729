import type { Entity, Focus, Mention, PlaceFacts, WithEntities, WithFocus } from '../../document/entity.js'
import { entityId, geonamesEntityId } from '../../document/entity-id.js'
import type { Segmented } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { placeFacilities } from './facilities.js'
import { focusOf } from './focus.js'
import { homeOf } from './home.js'
import { candidateTable } from './place-features.js'
import { type PlaceForm, placeForms } from './place-forms.js'
import { bestCandidate, candidateShares } from './score-candidates.js'
import { PLACE_WEIGHTS } from './weights.js'

/** What one name of the article turned out to be. */
export interface ResolvedForm {
  readonly form: PlaceForm
  /** Row in the gazetteer, -1 for a place that it does not know. */
  readonly row: number
  readonly confidence: number
  /** The row is that of a place around it or of which it is a part: it gives the position, not the id. */
  readonly approximate: boolean
}

/** Decides for each place name of an article which place it is; exported for scoring and training. */
export function resolveForms(article: Segmented & WithEntities, places: PlaceGazetteer): readonly ResolvedForm[] {
  const forms = placeForms(article, places)
  const table = candidateTable(forms, homeOf(article, places), places)
  const share = candidateShares(table, PLACE_WEIGHTS, places)
  const resolved = forms.map((form, f): ResolvedForm => {
    const { at, confidence } = bestCandidate(table, share, f)
    if (at < 0) return { form, row: -1, confidence: 0, approximate: false }
    return { form, row: table.row[at], confidence, approximate: form.approximate }
  })
  return placeFacilities(article, resolved, places)
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
  const groups = new Map<string, ResolvedForm[]>()
  for (const one of resolved) {
    if (one.form.mentions.length === 0) continue
    const key = one.row < 0 || one.approximate ? entityId('place', one.form.text) : `${one.row}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const focus = focusOf(resolved, places)
  const placeEntities = [...groups.values()].map((group) => placeEntity(group, article, places, focus))
  const others = article.entities.filter((entity) => entity.type !== 'place')
  const entities = withDistinctIds([...others, ...placeEntities].sort((a, b) => a.mentions[0] - b.mentions[0]))
  const entityOf = new Int32Array(article.mentions.length)
  entities.forEach((entity, i) => {
    for (const mention of entity.mentions) entityOf[mention] = i
  })
  const mentions = article.mentions.map((mention, i) =>
    mention.entity === entityOf[i] ? mention : moved(mention, entityOf[i]),
  )
  return { ...article, mentions, entities, ...(focus && { focus }) }
}

const moved = ({ start, end, firstToken, endToken, type, confidence, by }: Mention, entity: number): Mention => {
  return { start, end, firstToken, endToken, type, confidence, by, entity }
}

function withDistinctIds(entities: readonly Entity[]): Entity[] {
  const taken = new Map<string, number>()
  return entities.map((entity) => {
    const uses = (taken.get(entity.id) ?? 0) + 1
    taken.set(entity.id, uses)
    return uses === 1 ? entity : { ...entity, id: `${entity.id}-${uses}` }
  })
}

function placeEntity(
  group: readonly ResolvedForm[],
  { text, mentions }: Segmented & WithEntities,
  places: PlaceGazetteer,
  focus: Focus | undefined,
): Entity {
  const indexes = group.flatMap((one) => one.form.mentions).sort((a, b) => a - b)
  const forms = indexes.map((i) => text.slice(mentions[i].start, mentions[i].end))
  const isCapitals = (form: string): boolean => form.length > 4 && form === form.toUpperCase()
  const better = (form: string, best: string): boolean =>
    isCapitals(form) === isCapitals(best) ? form.length > best.length : isCapitals(best)
  const name = forms.reduce((best, form) => (better(form, best) ? form : best))
  const [{ row, approximate }] = group
  const confidence = Math.max(...group.map((one) => one.confidence))
  const seen = new Set([name.toLowerCase()])
  const aliases = forms.filter((one) => (seen.has(one.toLowerCase()) ? false : seen.add(one.toLowerCase())))
  return {
    id: placeId(name, row, approximate, places),
    type: 'place',
    name,
    aliases,
    mentions: indexes,
    place: row < 0 ? unknownFacts(focus) : factsOf(row, approximate, confidence, places),
  }
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
  focus ? { countryCode: focus.countryCode, confidence: UNKNOWN_CONFIDENCE } : {}

const UNKNOWN_CONFIDENCE = 0.3

const hundredth = (value: number): number => Math.round(value * 100) / 100

function factsOf(row: number, approximate: boolean, confidence: number, places: PlaceGazetteer): PlaceFacts {
  const geonamesId = places.geonamesId(row)
  const countryCode = places.countryCode(row)
  const admin1 = places.admin1(row)
  return {
    ...(geonamesId !== 0 && !approximate && { geonamesId }),
    latitude: places.latitude(row),
    longitude: places.longitude(row),
    ...(countryCode && { countryCode }),
    ...(admin1 && { admin1 }),
    ...(!approximate && { featureCode: places.featureCode(row) }),
    confidence: hundredth(approximate ? confidence * 0.7 : confidence),
  }
}
