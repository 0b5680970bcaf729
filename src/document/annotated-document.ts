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

// All objects of one kind have all fields, in the same order; JSON leaves out those that are undefined. Objects of many
// shapes would cost more to make and to write than what they say to find.

/** What a resolved article says to the outside, its fields always in the same order. */
export function toDocument(resolved: Resolved): AnnotatedDocument {
  const { text, entities } = resolved
  const document: Loose<AnnotatedDocument> = {
    schemaVersion: SCHEMA_VERSION,
    id: resolved.id,
    sourceId: resolved.sourceId,
    source: resolved.source,
    title: resolved.title,
    authors: resolved.authors,
    publishedAt: resolved.publishedAt,
    outlet: resolved.outlet,
    url: resolved.url,
    language: resolved.language,
    focus: resolved.focus,
    text,
    sections: resolved.sections.map(({ kind, start, end }) => ({ kind, start, end })),
    sentences: resolved.sentences.map(toSpan),
    mentions: resolved.mentions.map((mention) => toMention(mention, text, entities)),
    entities: entities.map(toEntity),
    dates: resolved.dates.map((date) => toDate(date, text)),
    quotes: resolved.quotes.map((quote) => toQuote(quote, entities)),
    diagnostics: resolved.diagnostics,
  }
  return document as AnnotatedDocument
}

/** With undefined for unknown fields. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }

const toSpan = ({ start, end }: Span): Span => ({ start, end })

function toMention(mention: Mention, text: string, entities: readonly Entity[]): DocumentMention {
  const { start, end, type, by } = mention
  const entityId = entities[mention.entity].id
  return { start, end, text: text.slice(start, end), type, entityId, confidence: rounded(mention.confidence), by }
}

function toEntity({ id, type, name, aliases, mentions, person, place, organization }: Entity): DocumentEntity {
  const entity: Loose<DocumentEntity> = {
    id,
    type,
    name,
    aliases,
    mentionCount: mentions.length,
    person: person && toPerson(person),
    place: place && toPlace(place),
    organization: organization && toOrganization(organization),
  }
  return entity as DocumentEntity
}

const toPerson = ({ given, family, honorific, role }: PersonFacts): PersonFacts => ({ given, family, honorific, role })

function toPlace(place: PlaceFacts): PlaceFacts {
  const { geonamesId, latitude, longitude, countryCode, admin1, featureCode, confidence } = place
  const sureness = confidence === undefined ? undefined : rounded(confidence)
  return { geonamesId, latitude, longitude, countryCode, admin1, featureCode, confidence: sureness }
}

const toOrganization = ({ acronym, kind }: OrganizationFacts): OrganizationFacts => ({ acronym, kind })

function toDate({ start, end, type, value, mod, earliest, latest, by }: Timex, text: string): DocumentDate {
  const date: Loose<DocumentDate> = { start, end, text: text.slice(start, end), type, value, mod, earliest, latest, by }
  return date as DocumentDate
}

function toQuote(given: Quote, entities: readonly Entity[]): DocumentQuote {
  const { start, end, text, kind, parts, cue, speaker, confidence, by } = given
  const quote: Loose<DocumentQuote> = {
    start,
    end,
    text,
    kind,
    parts: parts.map(toSpan),
    cue: cue && { start: cue.start, end: cue.end, text: cue.text, lemma: cue.lemma },
    speaker: speaker && toSpeaker(speaker, entities),
    confidence: rounded(confidence),
    by,
  }
  return quote as DocumentQuote
}

function toSpeaker({ start, end, text, entity, name, path }: Speaker, entities: readonly Entity[]): DocumentSpeaker {
  const entityId = entity === undefined ? undefined : entities[entity].id
  const speaker: Loose<DocumentSpeaker> = { start, end, text, entityId, name, path }
  return speaker as DocumentSpeaker
}

/** Four decimals: more would only be noise of floating point. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
