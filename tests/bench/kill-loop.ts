/**
 * Kills `extract` at random moments, starts it again until it ends by itself, and compares the result by hash with an
 * uninterrupted run. Every third round also cuts bytes off the journal's files, as a power loss would:
 *   npx tsx tests/bench/kill-loop.ts [ROUNDS] [ARTICLES] [SEED]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outputDigest } from './output-digest.js'
import { syntheticArticles } from './synthetic-articles.js'

const [rounds = 100, articles = 60, seed = 1] = process.argv.slice(2).map(Number)
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'dateline-kill-'))
const input = join(home, 'articles.jsonl')
const lines = [...syntheticArticles(articles, seed)].map((article) => JSON.stringify(article))
// Damaged lines and copies belong to a real crawl.
writeFileSync(input, [...lines, '{"text":', lines[0], '{"title":"no text"}', ''].join('\n'))

let state = seed
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

const start = (out: string): ChildProcess =>
  spawn(process.execPath, [CLI, 'extract', input, '--out', out, '--workers', '2', '--format', 'csv,json', '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)))

/** Takes some bytes off the end of a file that was not synced to the end. */
function cut(path: string): void {
  if (!existsSync(path)) return
  const { size } = statSync(path)
  truncateSync(path, Math.max(0, size - Math.floor(random() * 3000)))
}

async function round(out: string, isPowerLoss: boolean, typical: number): Promise<number> {
  for (let kills = 0; ; kills++) {
    const child = start(out)
    const timer = setTimeout(() => child.kill('SIGKILL'), random() * typical)
    const code = await ended(child)
    clearTimeout(timer)
    if (code === 0 || code === 3) return kills
    if (code !== null) throw new Error(`extract ended with ${code}`)
    if (isPowerLoss && random() < 0.5) {
      cut(join(out, 'documents.jsonl'))
      if (random() < 0.5) cut(join(out, '.dateline', 'journal.jsonl'))
    }
  }
}

const began = performance.now()
await ended(start(join(home, 'whole')))
const typical = performance.now() - began
const expected = outputDigest(join(home, 'whole'))
let kills = 0
let wrong = 0
for (let index = 0; index < rounds; index++) {
  const out = join(home, `round-${index}`)
  kills += await round(out, index % 3 === 2, typical)
  const isRight = outputDigest(out) === expected
  if (!isRight) wrong++
  if (isRight) rmSync(out, { recursive: true })
  else console.log(`round ${index}: the result differs, see ${out}`)
}
console.log(`${rounds} rounds, ${kills} kills, ${wrong} results that differ from the uninterrupted run's ${expected}`)
if (wrong === 0) rmSync(home, { recursive: true })
process.exitCode = wrong === 0 ? 0 : 1
