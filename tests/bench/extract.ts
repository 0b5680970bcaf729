/**
 * The whole of `extract`, tables included, with one worker and with two, over synthetic articles:
 *   npx tsx tests/bench/extract.ts [ARTICLES]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outputDigest } from './output-digest.js'
import { syntheticArticles } from './synthetic-articles.js'

const [articles = 2000] = process.argv.slice(2).map(Number)
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
const input = join(home, 'articles.jsonl')
writeFileSync(input, [...syntheticArticles(articles, 1)].map((article) => `${JSON.stringify(article)}\n`).join(''))

/** Seconds, and the most resident memory in megabytes where there is /proc to tell. */
async function run(
  workers: number,
): Promise<{ readonly seconds: number; readonly peak: number; readonly words: number }> {
  const out = join(home, String(workers))
  const start = performance.now()
  const child = spawn(process.execPath, [CLI, 'extract', input, '--out', out, '--workers', String(workers), '--quiet'])
  let peak = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024))
    } catch {
      // No /proc here, or the process has just ended.
    }
  }, 100)
  await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  const { words } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
  return { seconds: (performance.now() - start) / 1000, peak, words }
}

const first = await run(1)
console.log(`extract, ${articles} articles, ${first.words.toLocaleString('en-US')} words`)
const second = await run(2)
for (const [workers, { seconds, peak, words }] of [first, second].entries()) {
  const speed = Math.round(words / seconds).toLocaleString('en-US')
  console.log(
    `${workers + 1} worker${workers ? 's' : ' '}${speed.padStart(10)} words/s${String(peak).padStart(6)} MB at most`,
  )
}
console.log(`two workers are ${(first.seconds / second.seconds).toFixed(2)} × one`)
console.log(outputDigest(join(home, '1')) === outputDigest(join(home, '2')) ? 'the same bytes' : 'THE BYTES DIFFER')
rmSync(home, { recursive: true })
