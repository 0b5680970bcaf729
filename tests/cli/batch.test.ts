import { spawn } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputDigest } from '../bench/output-digest.js'
import { syntheticArticles } from '../bench/synthetic-articles.js'
import { CLI, runCli } from './run-cli.js'

const ARTICLES = 36
let home: string
let whole: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'dateline-batch-'))
  const lines = [...syntheticArticles(ARTICLES, 3)].map((article) => JSON.stringify(article))
  writeFileSync(join(home, 'a.jsonl'), lines.slice(0, 20).join('\n'))
  // A copy, two damaged lines, and an article that is not UTF-8.
  const latin = Buffer.from('{"text":"caf\xe9"}\n', 'latin1')
  writeFileSync(join(home, 'b.jsonl'), [...lines.slice(20), lines[3], '{"text":', '{"title":"T"}', ''].join('\n'))
  appendFileSync(join(home, 'b.jsonl'), latin)
  mkdirSync(join(home, 'files'))
  writeFileSync(join(home, 'files', 'empty.txt'), '')
  writeFileSync(join(home, 'files', 'image.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
  writeFileSync(join(home, 'files', 'only-title'), '# Only a title\n\nAuthor: **Ana Ruiz**\n')
  const { code, stderr } = await extract('whole', ['a.jsonl', 'b.jsonl', 'files'], '--workers', '1')
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
  whole = outputDigest(join(home, 'whole'))
}, 60_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const INPUTS = ['a.jsonl', 'b.jsonl', 'files']
const argumentsOf = (out: string, inputs: readonly string[], ...more: readonly string[]) =>
  ['extract', ...inputs, '--out', out, '--format', 'csv,jsonl', '--quiet', ...more] // biome-ignore format: short
const extract = (out: string, inputs: readonly string[], ...more: readonly string[]) =>
  runCli(argumentsOf(out, inputs, ...more), { cwd: home })
const runFile = (out: string) => JSON.parse(readFileSync(join(home, out, 'run.json'), 'utf8'))
const documentsOf = (out: string) => join(home, out, 'documents.jsonl')

/** Starts a run and signals it as soon as some articles are on disk. */
async function interrupt(out: string, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [CLI, ...argumentsOf(out, INPUTS, '--workers', '1')], { cwd: home, stdio: 'ignore' })
  const timer = setInterval(() => {
    if (!existsSync(documentsOf(out)) || statSync(documentsOf(out)).size === 0) return
    clearInterval(timer)
    child.kill(signal)
  }, 5)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  return code
} // biome-ignore format: short

describe('a batch', () => {
  it('counts every input once', () => {
    const { counts } = runFile('whole')
    expect(counts).toMatchObject({ inputs: 43, articles: ARTICLES, duplicates: 1, errors: 6, annotated: 37 })
    const errors = readFileSync(join(home, 'whole', 'errors.jsonl'), 'utf8')
      .trim()
      .split('\n')
    expect(errors.map((line) => JSON.parse(line)).map(({ source, code }) => `${source} ${code}`)).toEqual([
      'b.jsonl#18 invalid-json',
      'b.jsonl#19 no-text',
      'b.jsonl#20 undecodable',
      'files/empty.txt empty',
      'files/image.md binary',
      'files/only-title no-body',
    ])
  })

  it.each([
    ['with 2 workers', INPUTS, '2'],
    ['with 5 workers and the inputs in another order', ['files', 'b.jsonl', 'a.jsonl'], '5'],
  ])('gives the same bytes %s', async (_, inputs, workers) => {
    await extract(`order-${workers}`, inputs, '--workers', workers)
    expect(outputDigest(join(home, `order-${workers}`))).toBe(whole)
  })

  it('has tables that `collect` makes from its documents alone', async () => {
    const documents = join(home, 'whole', 'documents.jsonl')
    await runCli(['collect', documents, '--out', 'collected', '--format', 'csv,jsonl', '--quiet'], { cwd: home })
    const names = readdirSync(join(home, 'whole')).filter(
      (name) => /^(?!run|errors).*\./.test(name) && name !== '.dateline',
    )
    expect(names).toHaveLength(13)
    for (const name of names) {
      const read = (out: string) => readFileSync(join(home, out, name), 'utf8')
      expect(read('collected'), name).toBe(read('whole'))
    }
  })

  it('goes on after SIGKILL and a torn last line as if nothing had happened', async () => {
    expect(await interrupt('killed', 'SIGKILL')).toBe(null)
    truncateSync(documentsOf('killed'), statSync(documentsOf('killed')).size - 100)
    await extract('killed', INPUTS)
    expect(outputDigest(join(home, 'killed'))).toBe(whole)
  })

  it('stops at Ctrl-C with exit code 130, and goes on', async () => {
    expect(await interrupt('stopped', 'SIGINT')).toBe(130)
    await extract('stopped', INPUTS)
    const { counts } = runFile('stopped')
    expect(counts.reused).toBeGreaterThan(0)
    expect(counts.reused + counts.annotated).toBe(37)
    expect(outputDigest(join(home, 'stopped'))).toBe(whole)
  })

  it('does only what is new or changed', async () => {
    const before = outputDigest(join(home, 'stopped'))
    await extract('stopped', INPUTS)
    expect(runFile('stopped').counts).toMatchObject({ annotated: 0, reused: 37 })
    expect(outputDigest(join(home, 'stopped'))).toBe(before)
    writeFileSync(join(home, 'files', 'new.txt'), 'Bridge to close\n\nThe council of Dublin met on Tuesday.\n')
    await extract('stopped', INPUTS)
    expect(runFile('stopped').counts).toMatchObject({ annotated: 1, reused: 37, articles: ARTICLES + 1 })
    rmSync(join(home, 'files', 'new.txt'))
    await extract('stopped', INPUTS)
    expect(outputDigest(join(home, 'stopped'))).toBe(whole)
  })

  it('keeps a second run out of the folder', async () => {
    mkdirSync(join(home, 'locked', '.dateline'), { recursive: true })
    writeFileSync(join(home, 'locked', '.dateline', 'lock'), String(process.pid))
    const { code, stderr } = await extract('locked', INPUTS)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/Another dateline run/) })
  })
})
