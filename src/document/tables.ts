import { ORGANIZATION_KINDS } from './entity.js'
import { ENTITY_TYPES } from './mention.js'
import type { Column, RowOf, Table } from './table.js'

const ARTICLE_ID = {
  name: 'article_id',
  type: 'string',
  required: true,
  description: 'The article that it is in.',
  references: { table: 'articles', column: 'article_id' },
} as const satisfies Column

const START = {
  name: 'start',
  type: 'integer',
  required: true,
  minimum: 0,
  description: 'Where it begins in the text of the article, in UTF-16 code units from 0.',
} as const satisfies Column

const END = {
  name: 'end',
  type: 'integer',
  required: true,
  minimum: 0,
  description: 'Where it ends: the first code unit behind it.',
} as const satisfies Column

const SENTENCE_INDEX = {
  name: 'sentence_index',
  type: 'integer',
  required: true,
  minimum: 0,
  description: 'The sentence that it begins in, counted from 0.',
} as const satisfies Column

const FOUND_BY = {
  name: 'found_by',
  type: 'string',
  required: true,
  description: 'What found it: `model`, `gazetteer`, or the name of a rule.',
} as const satisfies Column

const CONFIDENCE = { type: 'number', required: true, minimum: 0, maximum: 1 } as const
const COUNT = { type: 'integer', required: true, minimum: 0 } as const
const TEXT = { type: 'string' } as const

export const ARTICLES = {
  name: 'articles',
  description: 'One row an article.',
  primaryKey: 'article_id',
  columns: [
    { name: 'article_id', type: 'string', required: true, unique: true, pattern: '^[0-9a-f]{16}$', description: 'The first 16 hex digits of SHA-256 of the canonical address, or of the text where there is no address.' },
    { name: 'title', ...TEXT, description: 'The headline.' },
    { name: 'authors', ...TEXT, description: 'Names of the byline, joined with `; `.' },
    { name: 'published_at', ...TEXT, description: 'ISO 8601, with the offset that the source gave; a plain date stays a plain date.' },
    { name: 'outlet', ...TEXT, description: 'Who published it.' },
    { name: 'url', ...TEXT, description: 'Where it was published.' },
    { name: 'language', ...TEXT, pattern: '^[a-z]{2}$', description: 'ISO 639-1 code, from the metadata or detected.' },
    { name: 'source', type: 'string', required: true, description: 'The input as the command line named it; `file.jsonl#12` is line 12 of a file.' },
    { name: 'character_count', ...COUNT, description: 'Length of the text, title included, in UTF-16 code units.' },
    { name: 'word_count', ...COUNT, description: 'Stretches of the text between white space.' },
    { name: 'sentence_count', ...COUNT, description: 'Sentences, the title included.' },
    { name: 'person_count', ...COUNT, description: 'Different people in the article.' },
    { name: 'place_count', ...COUNT, description: 'Different places in the article.' },
    { name: 'organization_count', ...COUNT, description: 'Different organizations in the article.' },
    { name: 'date_count', ...COUNT, description: 'Rows of the article in `dates`.' },
    { name: 'quote_count', ...COUNT, description: 'Rows of the article in `quotes`.' },
  ],
} as const satisfies Table // biome-ignore format: a column a line

export const ENTITIES = {
  name: 'entities',
  description: 'One row a person, place or organization of the corpus.',
  primaryKey: 'entity_id',
  columns: [
    { name: 'entity_id', type: 'string', required: true, unique: true, description: 'Readable and stable: `person:angela-merkel`, `place:geonames-2950159`; a name that gives no slug has a hash.' },
    { name: 'type', type: 'string', required: true, enum: ENTITY_TYPES, description: 'What it is.' },
    { name: 'name', type: 'string', required: true, description: 'The fullest form of its name.' },
    { name: 'aliases', ...TEXT, description: 'Other forms of its name, joined with `; `.' },
    { name: 'mention_count', ...COUNT, description: 'Rows in `mentions`.' },
    { name: 'article_count', ...COUNT, description: 'Articles that mention it.' },
    { name: 'first_published_at', ...TEXT, description: 'Publication of the earliest article that mentions it.' },
    { name: 'last_published_at', ...TEXT, description: 'Publication of the latest article that mentions it.' },
    { name: 'given_name', ...TEXT, description: 'Of a person.' },
    { name: 'family_name', ...TEXT, description: 'Of a person.' },
    { name: 'honorific', ...TEXT, description: 'Of a person, as articles write it before the name: `Sen.`, `Mr.`.' },
    { name: 'role', ...TEXT, description: 'Of a person, as an article describes it.' },
    { name: 'acronym', ...TEXT, description: 'Of an organization.' },
    { name: 'organization_kind', ...TEXT, enum: ORGANIZATION_KINDS, description: 'Of an organization.' },
    { name: 'geonames_id', type: 'integer', minimum: 1, description: 'Of a place: its number in GeoNames.' },
    { name: 'latitude', type: 'number', minimum: -90, maximum: 90, description: 'Of a place: degrees north, WGS 84.' },
    { name: 'longitude', type: 'number', minimum: -180, maximum: 180, description: 'Of a place: degrees east, WGS 84.' },
    { name: 'country_code', ...TEXT, pattern: '^[A-Z]{2}$', description: 'Of a place: ISO 3166-1 alpha-2.' },
    { name: 'admin1', ...TEXT, description: 'Of a place: GeoNames code of the first-level region, without the country.' },
    { name: 'feature_code', ...TEXT, description: 'Of a place: GeoNames feature code, such as `PPL`, `ADM1`, `PCLI`.' },
  ],
} as const satisfies Table // biome-ignore format: a column a line

const ENTITY_ID = { table: 'entities', column: 'entity_id' } as const

export const MENTIONS = {
  name: 'mentions',
  description: 'One row a name in a text.',
  primaryKey: 'mention_id',
  columns: [
    { name: 'mention_id', type: 'string', required: true, unique: true, description: 'The article, `m`, and the number in the article: `3f0c…-m0`.' },
    ARTICLE_ID,
    { name: 'entity_id', type: 'string', required: true, references: ENTITY_ID, description: 'Who or what it names.' },
    { name: 'type', type: 'string', required: true, enum: ENTITY_TYPES, description: 'What it names here; where a body and its seat share a name, the entity is an organization.' },
    { name: 'text', type: 'string', required: true, description: 'The name as it stands in the text.' },
    START,
    END,
    SENTENCE_INDEX,
    { name: 'section', type: 'string', required: true, enum: ['title', 'body'], description: 'The part of the article.' },
    { name: 'confidence', ...CONFIDENCE, description: 'Probability that span and type are right.' },
    FOUND_BY,
  ],
} as const satisfies Table // biome-ignore format: a column a line

export const DATES = {
  name: 'dates',
  description: 'One row a time expression in a text.',
  primaryKey: 'date_id',
  columns: [
    { name: 'date_id', type: 'string', required: true, unique: true, description: 'The article, `d`, and the number in the article.' },
    ARTICLE_ID,
    { name: 'text', type: 'string', required: true, description: 'The expression as it stands in the text.' },
    START,
    END,
    SENTENCE_INDEX,
    { name: 'type', type: 'string', required: true, enum: ['DATE', 'TIME', 'DURATION', 'SET'], description: 'TIMEX3 type.' },
    { name: 'value', ...TEXT, description: 'TIMEX3 value, counted from the publication date: `2016-05-03`, `2016-W18`, `2016-Q2`, `P4D`, `PAST_REF`.' },
    { name: 'mod', ...TEXT, description: 'TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, …' },
    { name: 'earliest', type: 'date', description: 'The first calendar day that the value covers.' },
    { name: 'latest', type: 'date', description: 'The last calendar day that the value covers.' },
    FOUND_BY,
  ],
} as const satisfies Table // biome-ignore format: a column a line

export const QUOTES = {
  name: 'quotes',
  description: 'One row a stretch of reported speech.',
  primaryKey: 'quote_id',
  columns: [
    { name: 'quote_id', type: 'string', required: true, unique: true, description: 'The article, `q`, and the number in the article.' },
    ARTICLE_ID,
    { name: 'kind', type: 'string', required: true, enum: ['direct', 'mixed', 'indirect'], description: 'Inside quote marks, partly so, or reported without.' },
    { name: 'text', type: 'string', required: true, description: 'What was said: of a direct quote the words inside the marks, joined where the quote is interrupted; else the whole content.' },
    START,
    END,
    SENTENCE_INDEX,
    { name: 'speaker_text', ...TEXT, description: 'The words of the text that stand for the speaker: `she`, `the mayor`.' },
    { name: 'speaker_start', type: 'integer', minimum: 0, description: 'Where these words begin.' },
    { name: 'speaker_end', type: 'integer', minimum: 0, description: 'Where these words end.' },
    { name: 'speaker_entity_id', ...TEXT, references: ENTITY_ID, description: 'Who the speaker is, where the article names them.' },
    { name: 'speaker_name', ...TEXT, description: 'The fullest name of the speaker in the article.' },
    { name: 'cue_text', ...TEXT, description: 'The words that report: `said`, `according to`.' },
    { name: 'cue_lemma', ...TEXT, description: 'Their base form: `say`.' },
    { name: 'confidence', ...CONFIDENCE, description: 'Probability that the speaker is right (of the quote, where there is none).' },
    FOUND_BY,
  ],
} as const satisfies Table // biome-ignore format: a column a line

/** The five tables, in the order of the dataset contract. */
export const TABLES = [ARTICLES, ENTITIES, MENTIONS, DATES, QUOTES] as const satisfies readonly Table[]

export type TableName = (typeof TABLES)[number]['name']
export type ArticleRow = RowOf<typeof ARTICLES>
export type EntityRow = RowOf<typeof ENTITIES>
export type MentionRow = RowOf<typeof MENTIONS>
export type DateRow = RowOf<typeof DATES>
export type QuoteRow = RowOf<typeof QUOTES>
