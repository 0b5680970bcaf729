import type { Section } from './article.js'
import type { Diagnostic } from './diagnostic.js'
import type { Entity, Focus, Mention, OrganizationFacts, PersonFacts, PlaceFacts } from './entity.js'
import type { EntityType } from './mention.js'
import type { Quote, QuoteKind, Speaker } from './quote.js'
import type { Span } from './span.js'
import type { Resolved } from './stages.js'
import type { Timex, TimexType } from './timex.js'

/** Goes up when a reader of the old form would break. */
export const SCHEMA_VERSION = 1

/** A line of `documents.jsonl`: an article with all that was found in it. Unknown fields are absent. */
export interface AnnotatedDocument {
  readonly schemaVersion: number
  readonly id: string
  readonly sourceId?: string
  readonly source: string
  readonly title?: string
  readonly authors: readonly string[]
  readonly publishedAt?: string
  readonly outlet?: string
  readonly url?: string
  readonly language?: string
  /** Country and region that the article plays in, by the places that it names. */
  readonly focus?: Focus
  readonly text: string
  readonly sections: readonly Section[]
  readonly sentences: readonly Span[]
  readonly mentions: readonly DocumentMention[]
  readonly entities: readonly DocumentEntity[]
  readonly dates: readonly DocumentDate[]
  readonly quotes: readonly DocumentQuote[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface DocumentMention extends Span {
  readonly text: string
  readonly type: EntityType
  readonly entityId: string
  readonly confidence: number
  readonly by: string
}

export interface DocumentEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentionCount: number
  readonly person?: PersonFacts
  readonly place?: PlaceFacts
  readonly organization?: OrganizationFacts
}

export interface DocumentDate extends Span {
  readonly text: string
  readonly type: TimexType
  readonly value?: string
  readonly mod?: string
  readonly earliest?: string
  readonly latest?: string
  readonly by: string
}

export interface DocumentCue extends Span {
  readonly text: string
  readonly lemma: string
}

export interface DocumentSpeaker extends Span {
  readonly text: string
  readonly entityId?: string
  readonly name?: string
  readonly path: readonly string[]
}

export interface DocumentQuote extends Span {
  readonly text: string
  readonly kind: QuoteKind
  readonly parts: readonly Span[]
  readonly cue?: DocumentCue
  readonly speaker?: DocumentSpeaker
  readonly confidence: number
  readonly by: string
}

// What an article has by the hundred is built field by field: spreading would cost more than finding them.
/** Objects that are still being put together. */
type Draft<T> = { -readonly [K in keyof T]?: T[K] }

/** What a resolved article says to the outside, its fields always in the same order. */
export function toDocument(resolved: Resolved): AnnotatedDocument {
  const { text, entities } = resolved
  const document: Draft<AnnotatedDocument> = { schemaVersion: SCHEMA_VERSION, id: resolved.id }
  if (resolved.sourceId !== undefined) document.sourceId = resolved.sourceId
  document.source = resolved.source
  if (resolved.title !== undefined) document.title = resolved.title
  document.authors = resolved.authors
  if (resolved.publishedAt !== undefined) document.publishedAt = resolved.publishedAt
  if (resolved.outlet !== undefined) document.outlet = resolved.outlet
  if (resolved.url !== undefined) document.url = resolved.url
  if (resolved.language !== undefined) document.language = resolved.language
  if (resolved.focus !== undefined) document.focus = resolved.focus
  document.text = text
  document.sections = resolved.sections.map(({ kind, start, end }) => ({ kind, start, end }))
  document.sentences = resolved.sentences.map(toSpan)
  document.mentions = resolved.mentions.map((mention) => toMention(mention, text, entities))
  document.entities = entities.map(toEntity)
  document.dates = resolved.dates.map((date) => toDate(date, text))
  document.quotes = resolved.quotes.map((quote) => toQuote(quote, entities))
  document.diagnostics = resolved.diagnostics
  return document as AnnotatedDocument
}

const toSpan = ({ start, end }: Span): Span => ({ start, end })

function toMention(mention: Mention, text: string, entities: readonly Entity[]): DocumentMention {
  const { start, end, type, by } = mention
  const entityId = entities[mention.entity].id
  return { start, end, text: text.slice(start, end), type, entityId, confidence: rounded(mention.confidence), by }
}

function toEntity({ id, type, name, aliases, mentions, person, place, organization }: Entity): DocumentEntity {
  const entity: Draft<DocumentEntity> = { id, type, name, aliases, mentionCount: mentions.length }
  if (person) entity.person = toPerson(person)
  if (place) entity.place = toPlace(place)
  if (organization) entity.organization = toOrganization(organization)
  return entity as DocumentEntity
}

function toPerson({ given, family, honorific, role }: PersonFacts): PersonFacts {
  const facts: Draft<PersonFacts> = {}
  if (given !== undefined) facts.given = given
  if (family !== undefined) facts.family = family
  if (honorific !== undefined) facts.honorific = honorific
  if (role !== undefined) facts.role = role
  return facts
}

function toPlace(place: PlaceFacts): PlaceFacts {
  const facts: Draft<PlaceFacts> = {}
  if (place.geonamesId !== undefined) facts.geonamesId = place.geonamesId
  if (place.latitude !== undefined) facts.latitude = place.latitude
  if (place.longitude !== undefined) facts.longitude = place.longitude
  if (place.countryCode !== undefined) facts.countryCode = place.countryCode
  if (place.admin1 !== undefined) facts.admin1 = place.admin1
  if (place.featureCode !== undefined) facts.featureCode = place.featureCode
  if (place.confidence !== undefined) facts.confidence = rounded(place.confidence)
  return facts
}

function toOrganization({ acronym, kind }: OrganizationFacts): OrganizationFacts {
  const facts: Draft<OrganizationFacts> = {}
  if (acronym !== undefined) facts.acronym = acronym
  if (kind !== undefined) facts.kind = kind
  return facts
}

function toDate({ start, end, type, value, mod, earliest, latest, by }: Timex, text: string): DocumentDate {
  const date: Draft<DocumentDate> = { start, end, text: text.slice(start, end), type }
  if (value !== undefined) date.value = value
  if (mod !== undefined) date.mod = mod
  if (earliest !== undefined) date.earliest = earliest
  if (latest !== undefined) date.latest = latest
  date.by = by
  return date as DocumentDate
}

function toQuote(given: Quote, entities: readonly Entity[]): DocumentQuote {
  const { start, end, text, kind, parts, cue, speaker, confidence, by } = given
  const quote: Draft<DocumentQuote> = { start, end, text, kind, parts: parts.map(toSpan) }
  if (cue) quote.cue = { start: cue.start, end: cue.end, text: cue.text, lemma: cue.lemma }
  if (speaker) quote.speaker = toSpeaker(speaker, entities)
  quote.confidence = rounded(confidence)
  quote.by = by
  return quote as DocumentQuote
}

function toSpeaker({ start, end, text, entity, name, path }: Speaker, entities: readonly Entity[]): DocumentSpeaker {
  const speaker: Draft<DocumentSpeaker> = { start, end, text }
  if (entity !== undefined) speaker.entityId = entities[entity].id
  if (name !== undefined) speaker.name = name
  speaker.path = path
  return speaker as DocumentSpeaker
}

/** Four decimals: more would only be noise of floating point. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
