/**
 * A long run over synthetic articles: the resident memory every 5,000 articles, and whether the counts add up at the end.
 *   npx tsx tests/bench/soak.ts [ARTICLES] [WORKERS]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { articleLines, CLI, residentMegabytes, writeLines } from './run-extract.js'

const [articles = 100_000, workers = 2] = process.argv.slice(2).map(Number)
/** Articles from one look at the memory to the next. */
const STEP = Math.min(5000, Math.ceil(articles / 20))
/** What the memory after the first step may grow by, and what it may never be. */
const MOST_GROWTH = 1.1
const MOST_MEGABYTES = 1024
/** Every thousandth input is damaged, every thousandth a copy. */
const damaged = Math.floor(articles / 1000)

const home = mkdtempSync(join(tmpdir(), 'dateline-soak-'))
const input = join(home, 'articles.jsonl')
const out = join(home, 'output')

function* lines(): Generator<string> {
  yield* articleLines(articles, 1)
  for (const line of articleLines(damaged, 1)) yield `{"text":\n${line}`
}
await writeLines(input, lines())

const child = spawn(process.execPath, [CLI, 'extract', input, '--out', out, '--workers', String(workers), '--json'], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
let next = STEP
let phase = ''
let peak = 0
const curve: number[] = []
for await (const line of createInterface({ input: child.stderr })) {
  const event = JSON.parse(line)
  if (event.event !== 'progress') continue
  const resident = residentMegabytes(child.pid ?? 0)
  peak = Math.max(peak, residentMegabytes(child.pid ?? 0, 'VmHWM'))
  if (event.annotated < next && event.phase === phase) continue
  const speed = Math.round(event.words / event.seconds).toLocaleString('en-US')
  console.log(
    `${event.phase.padEnd(9)}${String(event.annotated).padStart(8)} articles${String(resident).padStart(6)} MB${speed.padStart(9)} words/s`,
  )
  phase = event.phase
  if (event.annotated < next) continue
  curve.push(resident)
  next += STEP
}
const { counts, seconds } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
const isRight =
  counts.inputs === articles + 2 * damaged &&
  counts.articles === articles &&
  counts.duplicates === damaged &&
  counts.errors === damaged
const growth = curve[curve.length - 1] / curve[0]
console.log(`${JSON.stringify(counts)} ${seconds.toFixed(0)} s`)
console.log(isRight ? 'the counts are right' : 'THE COUNTS ARE WRONG')
console.log(
  `memory after the last ${STEP} is ${growth.toFixed(2)} × that after the first (at most ${MOST_GROWTH}); ` +
    `${peak} MB at most while articles came (limit ${MOST_MEGABYTES})`,
)
const isFlat = growth <= MOST_GROWTH && peak < MOST_MEGABYTES
if (isRight) rmSync(home, { recursive: true })
process.exitCode = isRight && isFlat ? 0 : 1
