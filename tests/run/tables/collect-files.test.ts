import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { collect } from '../../../src/run/tables/collect-files.js'
import { DOCUMENT } from '../../7-write/document.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-collect-files-'))
afterAll(() => rmSync(home, { recursive: true }))

const idOf = (i: number) => i.toString(16).padStart(16, '0')
const lineOf = (i: number) => `${JSON.stringify({ ...DOCUMENT, id: idOf(i) })}\n`
function put(name: string, content: string): string {
  writeFileSync(path.join(home, name), content)
  return path.join(home, name)
}

describe('collect', () => {
  it('gives the same tables for any order and split of the documents', async () => {
    const [a, b] = [put('a.jsonl', lineOf(3) + lineOf(1)), put('b.jsonl', `${lineOf(2)}\n${lineOf(1)}`)]
    const all = put('all.jsonl', lineOf(1) + lineOf(2) + lineOf(3))
    const one = await collect({ inputs: [a, b], out: path.join(home, 'one') })
    const two = await collect({ inputs: [all], out: path.join(home, 'two') })
    expect(one.counts).toMatchObject({ inputs: 4, articles: 3, duplicates: 1, errors: 0 })
    for (const { path: name } of two.files.filter((file) => file.path !== 'run.json')) {
      const read = (run: string) => readFileSync(path.join(home, run, name), 'utf8')
      expect(read('one')).toBe(read('two'))
    }
  })

  it('keeps the same one of two copies that differ, in whatever order the files are named', async () => {
    const copyFrom = (source: string) => `${JSON.stringify({ ...DOCUMENT, id: idOf(1), source })}\n`
    const [a, b] = [put('copy-a.jsonl', copyFrom('a')), put('copy-b.jsonl', copyFrom('b'))]
    const kept = async (inputs: readonly string[], run: string) => {
      await collect({ inputs, out: path.join(home, run) })
      return readFileSync(path.join(home, run, 'documents.jsonl'), 'utf8')
    }
    expect(await kept([b, a], 'later-first')).toBe(await kept([a, b], 'earlier-first'))
  })

  it('can rebuild the tables of a folder from its own documents', async () => {
    const out = path.join(home, 'two')
    const before = readFileSync(path.join(out, 'mentions.csv'), 'utf8')
    rmSync(path.join(out, 'mentions.csv'))
    await collect({ inputs: [path.join(out, 'documents.jsonl')], out })
    expect(readFileSync(path.join(out, 'mentions.csv'), 'utf8')).toBe(before)
  })

  it('records lines that are no documents', async () => {
    const name = put('mixed.jsonl', `{"id":\n${lineOf(1)}{"schemaVersion":99}\n`)
    const report = await collect({ inputs: [name], out: path.join(home, 'mixed') })
    expect(report.counts).toMatchObject({ inputs: 3, articles: 1, errors: 2 })
    expect(readFileSync(path.join(home, 'mixed', 'errors.jsonl'), 'utf8')).toContain('mixed.jsonl#3')
  })

  it('ends before writing when a file does not exist', async () => {
    const out = path.join(home, 'none')
    await expect(collect({ inputs: [path.join(home, 'nope.jsonl')], out })).rejects.toThrow(/No such file/)
    expect(existsSync(path.join(out, 'documents.jsonl'))).toBe(false)
  })
})
