import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, it } from 'vitest'
import { CSV } from '../../src/7-write/csv/csv.js'
import { JSON_ARRAY, JSON_LINES } from '../../src/7-write/json/json.js'
import { PARQUET } from '../../src/7-write/parquet/parquet.js'
import type { TableFormat, WriteOptions, WrittenTable } from '../../src/7-write/table-writer.js'
import type { Row, Table } from '../../src/document/table.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-write-'))
afterAll(() => rmSync(home, { recursive: true }))

const TABLE: Table = {
  name: 'things',
  description: 'For tests.',
  primaryKey: 'thing_id',
  columns: [
    { name: 'thing_id', type: 'string', required: true, description: 'An id.' },
    { name: 'text', type: 'string', description: 'Any text.' },
    { name: 'count', type: 'integer', description: 'A whole number.' },
    { name: 'share', type: 'number', description: 'A number.' },
    { name: 'day', type: 'date', description: 'A day.' },
  ],
}

interface Subject {
  readonly format: TableFormat
  /** An independent reader. Formats that have no null give an empty string instead. */
  readonly read: (content: Buffer) => readonly Row[] | Promise<readonly Row[]>
  readonly options: WriteOptions
}

const fromCsv = (content: Buffer): readonly Row[] =>
  parseCsv<Record<string, string>>(content, { columns: true }).map((row) => ({
    ...row,
    text: row['text'] === '' ? null : row['text'],
    count: row['count'] === '' ? null : Number(row['count']),
    share: row['share'] === '' ? null : Number(row['share']),
    day: row['day'] === '' ? null : row['day'],
  }))

const fromJsonLines = (content: Buffer): readonly Row[] =>
  content.toString().split('\n').filter(Boolean).map((line) => JSON.parse(line)) // biome-ignore format: short

async function fromParquet(content: Buffer): Promise<readonly Row[]> {
  const file = content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer
  const rows = await parquetReadObjects({ file })
  return rows.map((found) => ({
    ...found,
    count: found['count'] === null ? null : Number(found['count']),
    day: found['day'] === null ? null : found['day'].toISOString().slice(0, 10),
  })) as readonly Row[]
}

const SUBJECTS: readonly Subject[] = [
  { format: CSV, read: fromCsv, options: { rawCells: true } },
  { format: JSON_ARRAY, read: (content) => JSON.parse(content.toString()), options: {} },
  { format: JSON_LINES, read: fromJsonLines, options: {} },
  { format: PARQUET, read: fromParquet, options: {} },
]

const row = (text: string | null, more: Partial<Row> = {}): Row => {
  return { thing_id: 'a', text, count: 3, share: -0.25, day: '2021-03-04', ...more }
}

const serialized = ({ format, options }: Subject, rows: readonly Row[]) => format.serialize(rows, TABLE, options)

async function write(subject: Subject, batches: readonly (readonly Row[])[]): Promise<[WrittenTable, Buffer]> {
  const writer = await subject.format.open(home, TABLE)
  for (const rows of batches) await writer.write(serialized(subject, rows), rows.length)
  const written = await writer.commit()
  return [written, readFileSync(path.join(home, written.path))]
}

describe.each(SUBJECTS)('$format.name', (subject) => {
  it('writes an empty table', async () => {
    const [written, content] = await write(subject, [])
    expect(await subject.read(content)).toEqual([])
    expect(written.rows).toBe(0)
  })

  it.each([
    'plain',
    'Zoë, 東京, 😀, e\u0301, \u200f\u05d0',
    'He said "no" and ""left""',
    'two\nlines',
    'two\r\nlines\rthree',
    'a bare\rreturn',
    'a,b;c\td',
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\ttab',
    '＝1',
    ' space ',
    '  ',
    '\\',
    "'",
    'null',
    '\u0001\u001b[31m',
    '0012',
  ])('reads back %j', async (text) => {
    const [, content] = await write(subject, [[row(text)]])
    expect(await subject.read(content)).toEqual([row(text)])
  })

  it('reads back nulls, zeros and extremes', async () => {
    const rows = [
      row(null, { count: null, share: null, day: null }),
      row('x', { count: 0, share: 0 }),
      row('y', { count: Number.MAX_SAFE_INTEGER, share: 1e-7 }),
      row('z', { count: -5, share: -77.0366 }),
    ]
    const [, content] = await write(subject, [rows])
    expect(await subject.read(content)).toEqual(rows)
  })

  it('keeps the order over several batches', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(`text ${i}`, { thing_id: String(i), count: i }))
    const [written, content] = await write(subject, [rows.slice(0, 1), [], rows.slice(1, 2000), rows.slice(2000)])
    expect(await subject.read(content)).toEqual(rows)
    expect(written.rows).toBe(5000)
  })

  it('reads back any text', async () => {
    const text = fc
      .string({ unit: 'binary' })
      .map((s) => (s === '' ? null : s.replaceAll(/[\0\ud800-\udfff]/g, '')) || null)
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (texts) => {
        const rows = texts.map((t) => row(t))
        const [, content] = await write(subject, [rows])
        expect(await subject.read(content)).toEqual(rows)
      }),
      // Each file is a run of DuckDB for Parquet.
      { numRuns: subject.format === PARQUET ? 12 : 50 },
    )
  })

  it('leaves nothing behind when discarded', async () => {
    const writer = await subject.format.open(home, { ...TABLE, name: 'discarded' })
    await writer.write(serialized(subject, [row('x')]), 1)
    await writer.discard()
    expect(readdirSync(home).filter((name) => name.startsWith('discarded'))).toEqual([])
  })

  it('does not touch the old file before the new one is whole', async () => {
    const [written, before] = await write(subject, [[row('old')]])
    const writer = await subject.format.open(home, TABLE)
    await writer.write(Buffer.from(serialized(subject, [row('new')])), 1)
    expect(readFileSync(path.join(home, written.path))).toEqual(before)
    await writer.discard()
    expect(readFileSync(path.join(home, written.path))).toEqual(before)
  })
})

describe('formulas in CSV', () => {
  const subject = { ...SUBJECTS[0], options: {} }
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('escapes %j', async (text) => {
    const [, content] = await write(subject, [[row(text)]])
    expect((await subject.read(content))[0]['text']).toBe(`'${text}`)
  })

  it('never touches numbers', async () => {
    const [, content] = await write(subject, [[row('x', { share: -77.5, count: -2 })]])
    expect(content.toString()).toContain(',-2,-77.5,')
  })

  it('is in the bytes that the contract asks for', async () => {
    const [written, content] = await write(subject, [[row('a "b"\nc', { day: null })]])
    expect(content.toString()).toBe('thing_id,text,count,share,day\na,"a ""b""\nc",3,-0.25,\n')
    expect(written.bytes).toBe(content.length)
  })
})
