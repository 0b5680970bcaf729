import type { AnnotatedDocument, DocumentDate, DocumentMention, DocumentQuote } from '../document/annotated-document.js'
import type { CorpusEntity } from '../document/corpus-entity.js'
import type { EntityType } from '../document/mention.js'
import { indexAt } from '../document/span.js'
import type { ArticleRow, DateRow, EntityRow, MentionRow, QuoteRow } from '../document/tables.js'

/** From an entity's id inside a document to its id in the corpus. */
export type EntityIds = (entityId: string) => string

export function articleRow(document: AnnotatedDocument): ArticleRow {
  const count = (type: EntityType) => document.entities.filter((entity) => entity.type === type).length
  return {
    article_id: document.id,
    title: document.title ?? null,
    authors: document.authors.length > 0 ? document.authors.join('; ') : null,
    published_at: document.publishedAt ?? null,
    outlet: document.outlet ?? null,
    url: document.url ?? null,
    language: document.language ?? null,
    source: document.source,
    character_count: document.text.length,
    word_count: countWords(document.text),
    sentence_count: document.sentences.length,
    person_count: count('person'),
    place_count: count('place'),
    organization_count: count('organization'),
    date_count: document.dates.length,
    quote_count: document.quotes.length,
  }
}

export function entityRow({ person, place, organization, ...entity }: CorpusEntity): EntityRow {
  return {
    entity_id: entity.id,
    type: entity.type,
    name: entity.name,
    aliases: entity.aliases.length > 0 ? entity.aliases.join('; ') : null,
    mention_count: entity.mentionCount,
    article_count: entity.articleCount,
    first_published_at: entity.firstPublishedAt ?? null,
    last_published_at: entity.lastPublishedAt ?? null,
    given_name: person?.given ?? null,
    family_name: person?.family ?? null,
    honorific: person?.honorific ?? null,
    role: person?.role ?? null,
    acronym: organization?.acronym ?? null,
    organization_kind: organization?.kind ?? null,
    geonames_id: place?.geonamesId ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    country_code: place?.countryCode ?? null,
    admin1: place?.admin1 ?? null,
    feature_code: place?.featureCode ?? null,
  }
}

export function mentionRows(document: AnnotatedDocument, entityIds: EntityIds): readonly MentionRow[] {
  return document.mentions.map((mention, index) => mentionRow(document, mention, index, entityIds))
}

function mentionRow(document: AnnotatedDocument, mention: DocumentMention, index: number, ids: EntityIds): MentionRow {
  const section = document.sections[indexAt(document.sections, mention.start)]
  return {
    mention_id: `${document.id}-m${index}`,
    article_id: document.id,
    entity_id: ids(mention.entityId),
    type: mention.type,
    text: mention.text,
    start: mention.start,
    end: mention.end,
    sentence_index: sentenceAt(document, mention.start),
    section: section?.kind ?? 'body',
    confidence: mention.confidence,
    found_by: mention.by,
  }
}

export function dateRows(document: AnnotatedDocument): readonly DateRow[] {
  return document.dates.map((date, index) => dateRow(document, date, index))
}

function dateRow(document: AnnotatedDocument, date: DocumentDate, index: number): DateRow {
  return {
    date_id: `${document.id}-d${index}`,
    article_id: document.id,
    text: date.text,
    start: date.start,
    end: date.end,
    sentence_index: sentenceAt(document, date.start),
    type: date.type,
    value: date.value ?? null,
    mod: date.mod ?? null,
    earliest: date.earliest ?? null,
    latest: date.latest ?? null,
    found_by: date.by,
  }
}

export function quoteRows(document: AnnotatedDocument, entityIds: EntityIds): readonly QuoteRow[] {
  return document.quotes.map((quote, index) => quoteRow(document, quote, index, entityIds))
}

function quoteRow(document: AnnotatedDocument, quote: DocumentQuote, index: number, ids: EntityIds): QuoteRow {
  const { speaker, cue } = quote
  return {
    quote_id: `${document.id}-q${index}`,
    article_id: document.id,
    kind: quote.kind,
    text: quote.text,
    start: quote.start,
    end: quote.end,
    sentence_index: sentenceAt(document, quote.start),
    speaker_text: speaker?.text ?? null,
    speaker_start: speaker?.start ?? null,
    speaker_end: speaker?.end ?? null,
    speaker_entity_id: speaker?.entityId === undefined ? null : ids(speaker.entityId),
    speaker_name: speaker?.name ?? null,
    cue_text: cue?.text ?? null,
    cue_lemma: cue?.lemma ?? null,
    confidence: quote.confidence,
    found_by: quote.by,
  }
}

const sentenceAt = (document: AnnotatedDocument, offset: number): number =>
  Math.max(0, indexAt(document.sentences, offset))

/** Stretches between white space, counted without making them. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text.charCodeAt(i))
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0x2028 ||
  code === 0x2029 ||
  (code >= 0x2000 && code <= 0x200a)
