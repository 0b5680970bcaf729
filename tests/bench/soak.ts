/**
 * A long run over synthetic articles: the resident memory as it goes, and whether the counts add up at the end.
 *   npx tsx tests/bench/soak.ts [ARTICLES] [WORKERS]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { syntheticArticles } from './synthetic-articles.js'

const [articles = 100_000, workers = 2] = process.argv.slice(2).map(Number)
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'dateline-soak-'))
const input = join(home, 'articles.jsonl')
const out = join(home, 'output')

const file = createWriteStream(input)
for (const article of syntheticArticles(articles, 1)) {
  if (!file.write(`${JSON.stringify(article)}\n`)) await once(file, 'drain')
}
// Every thousandth input is damaged, every thousandth a copy.
const damaged = Math.floor(articles / 1000)
for (const article of syntheticArticles(damaged, 1)) file.write(`{"text":\n${JSON.stringify(article)}\n`)
file.end()
await once(file, 'close')

/** Resident memory in megabytes; only where there is /proc. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

const child = spawn(process.execPath, [CLI, 'extract', input, '--out', out, '--workers', String(workers), '--json'], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
let next = 0
for await (const line of createInterface({ input: child.stderr })) {
  const event = JSON.parse(line)
  if (event.event !== 'progress' || (event.annotated < next && event.phase === 'annotate')) continue
  console.log(
    `${event.phase.padEnd(9)}${String(event.annotated).padStart(8)} articles${residentMegabytes(child.pid ?? 0)
      .toString()
      .padStart(6)} MB` +
      `${Math.round(event.words / event.seconds)
        .toLocaleString('en-US')
        .padStart(9)} words/s`,
  )
  next = event.annotated + Math.max(1000, articles / 40)
}
const { counts, seconds } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
const isRight =
  counts.inputs === articles + 2 * damaged &&
  counts.articles === articles &&
  counts.duplicates === damaged &&
  counts.errors === damaged
console.log(
  JSON.stringify(counts),
  `${seconds.toFixed(0)} s`,
  isRight ? 'the counts are right' : 'THE COUNTS ARE WRONG',
)
if (isRight) rmSync(home, { recursive: true })
process.exitCode = isRight ? 0 : 1
