/**
 * The whole of `extract`, tables included, with one worker and with two, over synthetic articles. Short runs scale less:
 * each worker compiles its code anew, some seconds of work.
 *   npx tsx tests/bench/extract.ts [ARTICLES] [ROUNDS]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleLines, type Measured, runExtract, writeLines } from './run-extract.js'

const [articles = 20_000, rounds = 1] = process.argv.slice(2).map(Number)
const home = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
const input = join(home, 'articles.jsonl')
await writeLines(input, articleLines(articles, 1))

async function run(workers: number): Promise<Measured> {
  const out = join(home, String(workers))
  rmSync(out, { recursive: true, force: true })
  return runExtract([input], out, '--workers', String(workers))
}

/** The faster of two runs. */
const faster = (a: Measured | undefined, b: Measured): Measured => (a && a.seconds < b.seconds ? a : b)

let best: readonly [Measured, Measured] | undefined
for (let round = 0; round < rounds; round++) {
  const [one, two] = [await run(1), await run(2)]
  best = [faster(best?.[0], one), faster(best?.[1], two)]
}
if (!best) throw new Error('Give at least one round.')
console.log(
  `extract, ${articles} articles, ${best[0].words.toLocaleString('en-US')} words, the faster of ${rounds} runs`,
)
for (const [at, { seconds, peak, words, cores, digest }] of best.entries()) {
  const speed = Math.round(words / seconds).toLocaleString('en-US')
  console.log(
    `${at + 1} worker${at ? 's' : ' '}${seconds.toFixed(1).padStart(8)} s${speed.padStart(10)} words/s  ${cores.toFixed(2)} cores` +
      `${String(peak).padStart(6)} MB at most  ${digest.slice(0, 16)}`,
  )
}
const [one, two] = best
console.log(`two workers are ${(one.seconds / two.seconds).toFixed(2)} × one`)
const isSame = one.digest === two.digest
console.log(isSame ? 'the same bytes' : 'THE BYTES DIFFER')
rmSync(home, { recursive: true })
process.exitCode = isSame ? 0 : 1
