/**
 * Kills `extract` at random moments, starts it again until it ends by itself, and compares the result by hash with an
 * uninterrupted run, in rounds until there were so many kills. Every third round also cuts bytes off the journal's files,
 * as a power loss would:
 *   npx tsx tests/bench/kill-loop.ts [KILLS] [ARTICLES] [SEED]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputDigest } from './output-digest.js'
import { articleLines, CLI } from './run-extract.js'

const [leastKills = 100, articles = 600, seed = 1] = process.argv.slice(2).map(Number)
const home = mkdtempSync(join(tmpdir(), 'dateline-kill-'))
const input = join(home, 'articles.jsonl')
const lines = [...articleLines(articles, seed)]
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

/** Kills of one round, and whether its last run found articles that a killed one had done. */
async function round(out: string, isPowerLoss: boolean, typical: number): Promise<{ kills: number; resumed: boolean }> {
  for (let kills = 0; ; kills++) {
    const child = start(out)
    const timer = setTimeout(() => child.kill('SIGKILL'), random() * typical)
    const code = await ended(child)
    clearTimeout(timer)
    if (code === 0 || code === 3) {
      const { counts } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
      return { kills, resumed: counts.reused > 0 }
    }
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
let rounds = 0
let resumed = 0
let wrong = 0
for (; kills < leastKills; rounds++) {
  const out = join(home, `round-${rounds}`)
  const result = await round(out, rounds % 3 === 2, typical)
  kills += result.kills
  if (result.resumed) resumed++
  const digest = outputDigest(out)
  console.log(`round ${rounds}: ${result.kills} kills, ${digest.slice(0, 16)}${digest === expected ? '' : ' DIFFERS'}`)
  if (digest === expected) rmSync(out, { recursive: true })
  else wrong++
}
console.log(
  `${kills} kills in ${rounds} rounds, of which ${resumed} went on with articles that a killed run had done; ` +
    `${wrong} results differ from the uninterrupted run's ${expected.slice(0, 16)}`,
)
if (wrong === 0) rmSync(home, { recursive: true })
process.exitCode = wrong === 0 ? 0 : 1
