import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decode } from '../../src/1-read/decode.js'
import { type ReadOptions, type ReadResult, readInputs } from '../../src/1-read/read-inputs.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-read-'))
const start = process.cwd()

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(path.join(home, name)), { recursive: true })
  writeFileSync(path.join(home, name), content)
  return name
}

async function readAll(names: readonly string[], options?: ReadOptions): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = []
  for await (const result of await readInputs(names, options)) results.push(result)
  return results
}

const shown = (result: ReadResult): string =>
  result.kind === 'error' ? `${result.error.source} ${result.error.code}` : `${result.raw.source} ${result.raw.kind}`

beforeAll(() => process.chdir(home))
afterAll(() => {
  process.chdir(start)
  rmSync(home, { recursive: true })
})

describe('inputs', () => {
  it('walks folders in order, skips hidden entries, reads no file twice and no circle', async () => {
    put('walk/b.txt', 'b')
    put('walk/a.md', 'a')
    put('walk/a/deep/Z', 'z')
    put('walk/.hidden', 'h')
    put('walk/.git/config', 'c')
    symlinkSync('..', path.join(home, 'walk/a/up'))
    const results = await readAll(['walk', 'walk/b.txt', './walk/a.md'])
    expect(results.map(shown)).toEqual(['walk/a/deep/Z text', 'walk/a.md text', 'walk/b.txt text'])
  })

  it('resolves patterns, in order', async () => {
    put('glob/2.txt', 'b')
    put('glob/1.txt', 'a')
    put('glob/x/3.txt', 'c')
    put('glob/[4].txt', 'd')
    expect((await readAll(['glob/**/*.txt'])).map(shown)).toEqual([
      'glob/1.txt text',
      'glob/2.txt text',
      'glob/[4].txt text',
      'glob/x/3.txt text',
    ])
    expect((await readAll(['glob/[4].txt'])).map(shown)).toEqual(['glob/[4].txt text'])
  })

  it('leaves out the output folder, and what earlier runs wrote', async () => {
    put('out/in.txt', 'a')
    put('out/result/table.csv', 'b')
    expect((await readAll(['out'], { exclude: 'out/result' })).map(shown)).toEqual(['out/in.txt text'])
    put('out/result/.dateline/journal.jsonl', '')
    put('out/result/documents.jsonl', '{"text":"a"}')
    expect((await readAll(['out'])).map(shown)).toEqual(['out/in.txt text'])
  })

  it.each(['missing.txt', 'missing/*.txt'])('ends at once for %s', async (name) => {
    await expect(readInputs([name])).rejects.toThrow(/^No (?:such )?file/)
  })

  it.skipIf(process.getuid?.() === 0)('records what it may not read', async () => {
    chmodSync(path.join(home, put('secret.txt', 'a')), 0)
    expect((await readAll(['secret.txt'])).map(shown)).toEqual(['secret.txt unreadable'])
  })
})

describe('JSON Lines', () => {
  it('gives a record or an error a line and goes on', async () => {
    const lines = ['\ufeff{"text":"a"}', '', '{"text":"b\n', '[1]', '"x"', '{"text":"ü"}\r', '{"text":"last"}']
    put('a.jsonl', lines.join('\n'))
    expect((await readAll(['a.jsonl'])).map(shown)).toEqual([
      'a.jsonl#1 record',
      'a.jsonl#3 invalid-json',
      'a.jsonl#5 not-an-object',
      'a.jsonl#6 not-an-object',
      'a.jsonl#7 record',
      'a.jsonl#8 record',
    ])
  })

  it('refuses a line that is not UTF-8', async () => {
    put('latin1.jsonl', Buffer.from('{"text":"caf\xe9"}\n{"text":"b"}', 'latin1'))
    expect((await readAll(['latin1.jsonl'])).map(shown)).toEqual([
      'latin1.jsonl#1 undecodable',
      'latin1.jsonl#2 record',
    ])
  })

  it('refuses a line of 50 MB without holding it', async () => {
    const line = Buffer.alloc(50_000_000, 'a')
    put('huge.jsonl', Buffer.concat([line, Buffer.from('\n{"text":"b"}\n')]))
    const before = process.memoryUsage().rss
    const results = await readAll(['huge.jsonl'], { maxArticleBytes: 1_000_000 })
    expect(results.map(shown)).toEqual(['huge.jsonl#1 too-large', 'huge.jsonl#2 record'])
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000)
  })

  it('shows no control characters of the input in messages', async () => {
    put('evil.jsonl', '{"text": \u001b[31mred\u001b[0m}\n')
    const [result] = await readAll(['evil.jsonl'])
    expect(result.kind === 'error' && /^[\x20-\x7e]+$/.test(result.error.message)).toBe(true)
  })

  it('keeps a field named __proto__ from being more than data', async () => {
    put('proto.jsonl', '{"__proto__":{"title":"T"},"text":"a"}')
    const [result] = await readAll(['proto.jsonl'])
    expect(result.kind === 'article' && result.raw.kind === 'record' && result.raw.record['title']).toBeUndefined()
  })

  it('reads JSON files with one article or a list', async () => {
    put('one.json', '{"text":"a"}')
    put('list.json', '[{"text":"a"}, 3]')
    put('bad.json', '[{"text":')
    expect((await readAll(['one.json', 'list.json', 'bad.json'])).map(shown)).toEqual([
      'one.json record',
      'list.json#1 record',
      'list.json#2 not-an-object',
      'bad.json invalid-json',
    ])
  })
})

describe('bytes', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 with mark', Buffer.from('\ufeffcafé'), 'café'],
    ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('café', 'utf16le')]), 'café'],
    ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('café', 'utf16le').swap16()]), 'café'],
    ['nothing', new Uint8Array(), ''],
    ['a stray NUL', Buffer.from(`${'word '.repeat(100)}\0`), `${'word '.repeat(100)}\0`],
  ])('decodes %s', (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ kind: 'text', text })
  })

  it.each<[string, Uint8Array, string, RegExp]>([
    ['Latin-1', Buffer.from('caf\xe9 au lait', 'latin1'), 'undecodable', /around byte [34];/],
    ['a cut character', Buffer.from('café').subarray(0, 4), 'undecodable', /UTF-8/],
    ['odd UTF-16', Buffer.from([0xff, 0xfe, 0x41]), 'undecodable', /UTF-16/],
    ['a PDF', Buffer.from('%PDF-1.4 ...'), 'binary', /PDF/],
    ['zeros', new Uint8Array(100), 'binary', /binary/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'binary', /image/],
  ])('refuses %s', (_, bytes, code, message) => {
    expect(decode(bytes)).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(message) })
  })

  it('refuses formats that would give garbage as text', async () => {
    put('web/a.html', '<p>Hello</p>')
    put('web/b.csv', 'a,b')
    put('web/c', '\n<!DOCTYPE html><html>')
    put('web/d.txt', 'A <html> tag in the text.')
    put('web/e.html', '\n# A title\n\nA story.')
    expect((await readAll(['web'])).map(shown)).toEqual([
      'web/a.html unsupported-format',
      'web/b.csv unsupported-format',
      'web/c unsupported-format',
      'web/d.txt text',
      'web/e.html text',
    ])
  })

  it('refuses a file above the limit', async () => {
    put('large.txt', 'a'.repeat(1001))
    expect((await readAll(['large.txt'], { maxArticleBytes: 1000 })).map(shown)).toEqual(['large.txt too-large'])
  })

  it('stops when the signal fires', async () => {
    const results: ReadResult[] = []
    const controller = new AbortController()
    put('many.jsonl', '{"text":"a"}\n'.repeat(100))
    for await (const result of await readInputs(['many.jsonl'], { signal: controller.signal })) {
      results.push(result)
      controller.abort()
    }
    expect(results).toHaveLength(1)
  })
})
