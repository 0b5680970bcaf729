import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { outputDigest } from './output-digest.js'
import { syntheticArticles } from './synthetic-articles.js'

/** The command as built. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Writes lines to a file, however many. */
export const writeLines = (path: string, lines: Iterable<string>): Promise<void> =>
  pipeline(function* () {
    for (const line of lines) yield `${line}\n`
  }, createWriteStream(path))

export function* articleLines(count: number, seed: number): Generator<string> {
  for (const article of syntheticArticles(count, seed)) yield JSON.stringify(article)
}

export interface Measured {
  readonly code: number | null
  readonly words: number
  readonly counts: Readonly<Record<string, number>>
  readonly seconds: number
  /** Cores at work on the average, and the most resident memory in megabytes, where there is /proc to tell. */
  readonly cores: number
  readonly peak: number
  readonly digest: string
}

/** Runs `extract` to its end and looks at it from outside. */
export async function runExtract(
  inputs: readonly string[],
  out: string,
  ...more: readonly string[]
): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, [CLI, 'extract', ...inputs, '--out', out, '--quiet', ...more], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  let processor = 0
  const look = (): void => {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
      processor = (Number(fields[11]) + Number(fields[12])) / 100
      // A process that is ending has no memory to tell of.
      peak = Math.max(peak, residentMegabytes(child.pid ?? 0, 'VmHWM') || 0)
    } catch {
      // No /proc here, or the process has just ended.
    }
  }
  const timer = setInterval(look, 50)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  const seconds = (performance.now() - began) / 1000
  clearInterval(timer)
  const { words, counts } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
  return { code, words, counts, seconds, cores: processor / seconds, peak, digest: outputDigest(out) }
}

/** Resident memory of a process; only where there is /proc. */
export function residentMegabytes(pid: number, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const kilobytes = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
