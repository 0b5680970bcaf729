import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CSV } from '../../src/7-write/csv/csv.js'
import { JSON_ARRAY, JSON_LINES } from '../../src/7-write/json/json.js'
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
  readonly read: (content: string) => readonly Row[]
  readonly options: WriteOptions
}

const fromCsv = (content: string): readonly Row[] =>
  parseCsv<Record<string, string>>(content, { columns: true }).map((row) => ({
    ...row,
    text: row['text'] === '' ? null : row['text'],
    count: row['count'] === '' ? null : Number(row['count']),
    share: row['share'] === '' ? null : Number(row['share']),
    day: row['day'] === '' ? null : row['day'],
  }))

const SUBJECTS: readonly Subject[] = [
  { format: CSV, read: fromCsv, options: { rawCells: true } },
  { format: JSON_ARRAY, read: (content) => JSON.parse(content), options: {} },
  { format: JSON_LINES, read: (content) => content.split('\n').filter(Boolean).map((line) => JSON.parse(line)), options: {} },
] // biome-ignore format: a subject a line

const row = (text: string | null, more: Partial<Row> = {}): Row => {
  return { thing_id: 'a', text, count: 3, share: -0.25, day: '2021-03-04', ...more }
}

async function write(subject: Subject, batches: readonly (readonly Row[])[]): Promise<[WrittenTable, string]> {
  const writer = await subject.format.open(home, TABLE, subject.options)
  for (const rows of batches) await writer.write(rows)
  const written = await writer.commit()
  return [written, readFileSync(path.join(home, written.path), 'utf8')]
}

describe.each(SUBJECTS)('$format.name', (subject) => {
  it('writes an empty table', async () => {
    const [written, content] = await write(subject, [])
    expect(subject.read(content)).toEqual([])
    expect(written.rows).toBe(0)
  })

  it.each([
    'plain',
    'Zoë, 東京, 😀, e\u0301, \u200f\u05d0',
    'He said "no" and ""left""',
    'two\nlines',
    'two\r\nlines\rthree',
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
    expect(subject.read(content)).toEqual([row(text)])
  })

  it('reads back nulls, zeros and extremes', async () => {
    const rows = [
      row(null, { count: null, share: null, day: null }),
      row('x', { count: 0, share: 0 }),
      row('y', { count: Number.MAX_SAFE_INTEGER, share: 1e-7 }),
      row('z', { count: -5, share: -77.0366 }),
    ]
    const [, content] = await write(subject, [rows])
    expect(subject.read(content)).toEqual(rows)
  })

  it('keeps the order over several batches', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(`text ${i}`, { thing_id: String(i), count: i }))
    const [written, content] = await write(subject, [rows.slice(0, 1), [], rows.slice(1, 2000), rows.slice(2000)])
    expect(subject.read(content)).toEqual(rows)
    expect(written.rows).toBe(5000)
  })

  it('reads back any text', async () => {
    const text = fc.string({ unit: 'binary' }).map((s) => (s === '' ? null : s.replaceAll('\0', '')) || null)
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (texts) => {
        const rows = texts.map((t) => row(t))
        const [, content] = await write(subject, [rows])
        expect(subject.read(content)).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  it('leaves nothing behind when discarded', async () => {
    const writer = await subject.format.open(home, { ...TABLE, name: 'discarded' }, subject.options)
    await writer.write([row('x')])
    await writer.discard()
    expect(readdirSync(home).filter((name) => name.startsWith('discarded'))).toEqual([])
  })

  it('does not touch the old file before the new one is whole', async () => {
    const [written, before] = await write(subject, [[row('old')]])
    const writer = await subject.format.open(home, TABLE, subject.options)
    await writer.write([row('new')])
    expect(readFileSync(path.join(home, written.path), 'utf8')).toBe(before)
    await writer.discard()
    expect(readFileSync(path.join(home, written.path), 'utf8')).toBe(before)
  })
})

describe('formulas in CSV', () => {
  const subject = { ...SUBJECTS[0], options: {} }
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('escapes %j', async (text) => {
    const [, content] = await write(subject, [[row(text)]])
    expect(subject.read(content)[0]['text']).toBe(`'${text}`)
  })

  it('never touches numbers', async () => {
    const [, content] = await write(subject, [[row('x', { share: -77.5, count: -2 })]])
    expect(content).toContain(',-2,-77.5,')
  })

  it('is in the bytes that the contract asks for', async () => {
    const [written, content] = await write(subject, [[row('a "b"\nc', { day: null })]])
    expect(content).toBe('thing_id,text,count,share,day\na,"a ""b""\nc",3,-0.25,\n')
    expect(written.bytes).toBe(Buffer.byteLength(content))
  })
})
