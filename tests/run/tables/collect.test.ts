import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Collecting, collectInto } from '../../../src/run/tables/collect.js'
import { DOCUMENT } from '../../7-write/document.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-collect-'))
afterAll(() => rmSync(home, { recursive: true }))

/** All but the folder where a run keeps its books. */
const visible = (folder: string) => readdirSync(folder).filter((name) => name !== '.dateline').sort() // biome-ignore format: short

const run: Collecting = {
  interrupted: false,
  out: home,
  counts: { inputs: 2, articles: 2, duplicates: 0, errors: 0, annotated: 2, reused: 0 },
  words: 26,
  seconds: () => 1,
  timings: {},
  slowest: [],
}

describe('collecting', () => {
  it('writes every file of an output folder, and says which', async () => {
    const second = { ...DOCUMENT, id: 'fedcba9876543210', publishedAt: '2021-05-01' }
    writeFileSync(path.join(home, 'documents.jsonl'), `${JSON.stringify(DOCUMENT)}\n${JSON.stringify(second)}\n`)
    writeFileSync(path.join(home, 'mentions.json'), 'of an earlier run')
    const report = await collectInto({ out: home, formats: ['csv', 'jsonl'] }, [], run)
    expect(report.entities?.person).toEqual({ count: 1, top: [{ name: 'Ana Ruiz', mentions: 2, articles: 2 }] })
    expect(visible(home)).toEqual(report.files.map((file) => file.path).sort())
    const [person] = readFileSync(path.join(home, 'entities.jsonl'), 'utf8')
      .split('\n')
      .map((line) => line && JSON.parse(line))
    expect(person).toMatchObject({
      entity_id: 'person:ana-ruiz',
      mention_count: 2,
      article_count: 2,
      first_published_at: '2021-03-04',
      last_published_at: '2021-05-01',
    })
    expect(JSON.parse(readFileSync(path.join(home, 'run.json'), 'utf8'))).toMatchObject({
      counts: run.counts,
      seconds: 1,
    })
  })

  it('says which line is no document, and writes nothing', async () => {
    const out = mkdtempSync(path.join(home, 'bad-'))
    writeFileSync(path.join(out, 'documents.jsonl'), `${JSON.stringify(DOCUMENT)}\n{"id":\n`)
    await expect(collectInto({ out }, [], { ...run, out })).rejects.toThrow(/line 2 is not an annotated document/)
    expect(visible(out)).toEqual(['documents.jsonl'])
  })
})
