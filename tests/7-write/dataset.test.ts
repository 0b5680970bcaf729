import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { describeFile, writeAtomically } from '../../src/7-write/atomic-file.js'
import { dataDictionary } from '../../src/7-write/data-dictionary.js'
import { parseFormats } from '../../src/7-write/formats.js'
import { countWords } from '../../src/7-write/rows.js'
import { serializeDocuments, serializeEntities } from '../../src/7-write/serialize.js'
import { openDataset, writeDataPackage, writeErrors } from '../../src/7-write/write-dataset.js'
import type { AnnotatedDocument } from '../../src/document/annotated-document.js'
import { DOCUMENT_FIELDS, type DocumentField } from '../../src/document/document-fields.js'
import type { Table } from '../../src/document/table.js'
import { type EntityRow, TABLES } from '../../src/document/tables.js'
import { DOCUMENT } from './document.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-dataset-'))
afterAll(() => rmSync(home, { recursive: true }))

/** The columns that the dataset contract promises. */
const PROMISED: Readonly<Record<string, string>> = {
  articles:
    'article_id, title, authors, published_at, outlet, url, language, source, character_count, word_count, sentence_count, person_count, place_count, organization_count, date_count, quote_count',
  entities:
    'entity_id, type, name, aliases, mention_count, article_count, first_published_at, last_published_at, given_name, family_name, honorific, role, acronym, organization_kind, geonames_id, latitude, longitude, country_code, admin1, feature_code',
  mentions: 'mention_id, article_id, entity_id, type, text, start, end, sentence_index, section, confidence, found_by',
  dates: 'date_id, article_id, text, start, end, sentence_index, type, value, mod, earliest, latest, found_by',
  quotes:
    'quote_id, article_id, kind, text, start, end, sentence_index, speaker_text, speaker_start, speaker_end, speaker_entity_id, speaker_name, cue_text, cue_lemma, confidence, found_by',
}

const entityRow = (id: string, type: 'person' | 'place', name: string): EntityRow => ({
  entity_id: id,
  type,
  name,
  aliases: null,
  mention_count: 1,
  article_count: 1,
  first_published_at: '2021-03-04',
  last_published_at: '2021-03-04',
  given_name: null,
  family_name: null,
  honorific: null,
  role: null,
  acronym: null,
  organization_kind: null,
  geonames_id: null,
  latitude: null,
  longitude: null,
  country_code: null,
  admin1: null,
  feature_code: null,
})

async function writeSample(
  folder: string,
  documents: readonly AnnotatedDocument[],
  lot = 1,
  formats = 'csv,json,parquet',
) {
  mkdirSync(folder, { recursive: true })
  const serialization = { formats: parseFormats(formats) }
  const dataset = await openDataset(folder, serialization.formats)
  for (let at = 0; at < documents.length; at += lot)
    for (const table of serializeDocuments(documents.slice(at, at + lot), () => (id) => `${id}-1`, serialization))
      await dataset.write(table)
  const entities = [
    entityRow('person:ana-ruiz-1', 'person', 'Ana Ruiz'),
    entityRow('place:ferndale-1', 'place', 'Ferndale'),
  ]
  await dataset.write(serializeEntities(entities, serialization))
  const written = await dataset.commit()
  const lines = documents.map((document) => `${JSON.stringify(document)}\n`).join('')
  const file = await writeAtomically(path.join(folder, 'documents.jsonl'), lines)
  await writeDataPackage(folder, { ...file, rows: documents.length }, written)
}

const readCsv = (folder: string, name: string) =>
  parseCsv<Record<string, string>>(readFileSync(path.join(folder, `${name}.csv`), 'utf8'), { columns: true })

describe('the schema', () => {
  it.each(TABLES.map((table): [string, Table] => [table.name, table]))('has the columns of the contract: %s', (name, table) => {
    expect(table.columns.map((column) => column.name).join(', ')).toBe(PROMISED[name])
    expect(table.columns.every((column) => column.description.endsWith('.') || column.description.endsWith('…'))).toBe(true)
    expect(table.columns.some((column) => column.name === table.primaryKey)).toBe(true)
  }) // biome-ignore format: short

  it('describes every field of a document, in order', () => {
    const check = (value: unknown, fields: readonly DocumentField[]): void => {
      if (Array.isArray(value)) for (const item of value) check(item, fields)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return
      const known = fields.map((field) => field.name)
      const names = Object.keys(value)
      expect(known).toEqual(expect.arrayContaining(names))
      for (const field of fields) {
        if (field.required) expect(names).toContain(field.name)
        if (field.fields) check(Reflect.get(value, field.name), field.fields)
      }
    }
    check(DOCUMENT, DOCUMENT_FIELDS)
  })

  it('is what output/README.md says (npm run dictionary)', () => {
    expect(readFileSync('output/README.md', 'utf8')).toBe(dataDictionary())
  })
})

describe('a dataset', () => {
  it('links its tables, and every span is its text', async () => {
    const folder = path.join(home, 'links')
    await writeSample(folder, [DOCUMENT])
    const mentions = readCsv(folder, 'mentions')
    expect(mentions.map((row) => [row['entity_id'], row['section'], row['sentence_index']])).toEqual([
      ['person:ana-ruiz-1', 'body', '1'],
      ['place:ferndale-1', 'body', '1'],
    ])
    for (const row of [...mentions, ...readCsv(folder, 'dates'), ...readCsv(folder, 'quotes')]) {
      expect(DOCUMENT.text.slice(Number(row['start']), Number(row['end']))).toBe(row['text'])
      expect(row['article_id']).toBe(DOCUMENT.id)
    }
    const ids = readCsv(folder, 'entities').map((row) => row['entity_id'])
    expect(ids).toContain(readCsv(folder, 'quotes')[0]['speaker_entity_id'])
    expect(readCsv(folder, 'articles')).toMatchObject([{ authors: 'Tom Blake; Mia Wong', person_count: '1', word_count: '13' }])
  }) // biome-ignore format: short

  it('comes with a data package that tells the truth', async () => {
    const folder = path.join(home, 'package')
    await writeSample(folder, [DOCUMENT])
    const { resources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
    expect(resources.map((resource: { name: string }) => resource.name)).toEqual([
      'documents',
      ...TABLES.map((table) => table.name),
      ...TABLES.map((table) => `${table.name}-json`),
      ...TABLES.map((table) => `${table.name}-parquet`),
    ])
    for (const resource of resources) {
      const content = readFileSync(path.join(folder, resource.path))
      expect(resource.bytes).toBe(content.length)
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      for (const key of resource.schema.foreignKeys ?? []) {
        const target = resources.find((other: { name: string }) => other.name === key.reference.resource)
        expect(target.format).toBe(resource.format)
        expect(target.schema.primaryKey).toEqual(key.reference.fields)
      }
    }
    expect(resources.find((resource: { name: string }) => resource.name === 'mentions').rowCount).toBe(2)
  })

  it('is the same bytes each time, in any number of lots', async () => {
    const many = Array.from({ length: 700 }, (_, i) => ({ ...DOCUMENT, id: i.toString(16).padStart(16, '0') }))
    await writeSample(path.join(home, 'one'), many)
    await writeSample(path.join(home, 'two'), many, 256)
    for (const name of readdirSync(path.join(home, 'one'))) {
      const [one, two] = await Promise.all(['one', 'two'].map((run) => describeFile(path.join(home, run, name))))
      expect(one).toEqual(two)
    }
    expect(readCsv(path.join(home, 'one'), 'mentions').map((row) => row['article_id'])).toEqual(
      many.flatMap(({ id }) => [id, id]),
    )
  })

  it('leaves nothing when discarded', async () => {
    const folder = path.join(home, 'discarded')
    mkdirSync(folder)
    const serialization = { formats: parseFormats('csv,jsonl') }
    const dataset = await openDataset(folder, serialization.formats)
    for (const table of serializeDocuments([DOCUMENT], () => (id) => id, serialization)) await dataset.write(table)
    await dataset.discard()
    expect(readdirSync(folder)).toEqual([])
  })

  it('orders errors by source', async () => {
    const error = (source: string) => ({ source, stage: 'read', code: 'empty', message: 'm' }) as const
    await writeErrors(home, [error('b'), error('a')])
    expect(readFileSync(path.join(home, 'errors.jsonl'), 'utf8')).toBe(
      '{"source":"a","stage":"read","code":"empty","message":"m"}\n{"source":"b","stage":"read","code":"empty","message":"m"}\n',
    )
  })
})

describe('small things', () => {
  it.each([
    ['', 0],
    [' one  two\nthree\u00a0four ', 4],
  ])('words of %j', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('refuses a format that is none', () => {
    expect(() => parseFormats('csv,xls')).toThrow(/Unknown format "xls"; choose from csv, parquet, json/)
    expect(() => parseFormats(' , ')).toThrow(/No format/)
    expect(parseFormats(' CSV,json,csv ').map((format) => format.name)).toEqual(['csv', 'json'])
  })
})

describe('rows put into memory that others see', () => {
  const serialization = { formats: parseFormats('csv,json') }
  const serialized = (room?: Uint8Array) =>
    serializeDocuments([DOCUMENT, DOCUMENT], () => (id) => id, serialization, room).map(({ table, rows, texts }) => ({
      table,
      rows,
      texts: texts.map((text) => Buffer.from(text).toString('utf8')),
    }))

  it.each([0, 1, 300, 2000, 100_000])('are the same with room for %i bytes', (bytes) => {
    const alone = serialized()
    expect(alone.flatMap(({ texts }) => texts).join('').length).toBeGreaterThan(2000)
    expect(serialized(new Uint8Array(new SharedArrayBuffer(bytes)))).toEqual(alone)
  })
})
