/**
 * The whole of `extract`, tables included, with one worker and with two, over synthetic articles. Short runs scale less:
 * each worker compiles its code anew, some seconds of work. The yardstick is what the machine gives to two runs with one
 * worker each that share nothing: half the articles each, side by side, and two datasets that nobody joins.
 *   npx tsx tests/bench/extract.ts [ARTICLES] [ROUNDS]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleLines, type Measured, runExtract, writeLines } from './run-extract.js'

const [articles = 20_000, rounds = 1] = process.argv.slice(2).map(Number)
const home = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
const input = join(home, 'articles.jsonl')
const halves = [join(home, 'first.jsonl'), join(home, 'second.jsonl')]
const lines = [...articleLines(articles, 1)]
await writeLines(input, lines)
await writeLines(halves[0], lines.slice(0, articles / 2))
await writeLines(halves[1], lines.slice(articles / 2))
lines.length = 0

async function run(path: string, workers: number): Promise<Measured> {
  const out = `${path}.${workers}`
  rmSync(out, { recursive: true, force: true })
  return runExtract([path], out, '--workers', String(workers))
}

interface Round {
  readonly one: Measured
  readonly two: Measured
  /** Seconds until both runs that share nothing were done. */
  readonly apart: number
}

const measured: Round[] = []
for (let round = 0; round < rounds; round++) {
  const [one, two] = [await run(input, 1), await run(input, 2)]
  const apart = Math.max(...(await Promise.all(halves.map((half) => run(half, 1)))).map(({ seconds }) => seconds))
  measured.push({ one, two, apart })
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]
const ratio = (of: (round: Round) => number): string => {
  const ratios = measured.map((round) => round.one.seconds / of(round))
  return `${median(ratios).toFixed(2)} × one (${ratios.map((each) => each.toFixed(2)).join(', ')})`
}
console.log(
  `extract, ${articles} articles, ${measured[0].one.words.toLocaleString('en-US')} words; medians of ${rounds} runs`,
)
for (const which of ['one', 'two'] as const) {
  const runs = measured.map((round) => round[which])
  const seconds = median(runs.map((each) => each.seconds))
  const speed = Math.round(runs[0].words / seconds).toLocaleString('en-US')
  console.log(
    `${which} worker${which === 'two' ? 's' : ' '}${seconds.toFixed(1).padStart(8)} s${speed.padStart(10)} words/s` +
      `  ${median(runs.map((each) => each.cores)).toFixed(2)} cores` +
      `${String(Math.max(...runs.map((each) => each.peak))).padStart(6)} MB at most  ${runs[0].digest.slice(0, 16)}`,
  )
}
console.log(`two workers are ${ratio(({ two }) => two.seconds)}`)
console.log(`two runs that share nothing are ${ratio(({ apart }) => apart)}`)
const isSame = new Set(measured.flatMap(({ one, two }) => [one.digest, two.digest])).size === 1
console.log(isSame ? 'the same bytes' : 'THE BYTES DIFFER')
rmSync(home, { recursive: true })
process.exitCode = isSame ? 0 : 1
