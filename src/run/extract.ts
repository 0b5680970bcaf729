import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { measureInputs } from '../1-read/measure-inputs.js'
import { type ReadOptions, type ReadResult, readInputs } from '../1-read/read-inputs.js'
import { annotateInputs } from './annotate-inputs.js'
import { explainDiskFailure } from './disk-failure.js'
import { openJournal } from './journal/journal.js'
import { openQuarantine } from './journal/quarantine.js'
import { lockFolder } from './lock.js'
import { prepareFolder } from './output-folder.js'
import { createWorkers, DEFAULT_LIMITS, type WorkerOptions, type Workers } from './pool/workers.js'
import { createTally } from './progress/tally.js'
import { configurationDigest } from './resources.js'
import type { RunReport } from './run-report.js'
import { type CollectOptions, collectInto, formatsOf } from './tables/collect.js'
import { VERSION } from './version.js'

export interface ExtractOptions extends CollectOptions, WorkerOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly inputs: readonly string[]
  /** Larger inputs are left out. Default 10,000,000. */
  readonly maxArticleBytes?: number | undefined
  /** Stops the run: what is in flight is finished, and the folder can be resumed. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Where a run is. */
export interface Progress {
  readonly phase: 'annotate' | 'collect'
  /** Inputs read so far; more may come. */
  readonly inputs: number
  /** Articles annotated by this run so far. */
  readonly annotated: number
  /** Articles that an earlier run had annotated. */
  readonly reused: number
  readonly errors: number
  readonly words: number
  readonly seconds: number
  /** Part of the inputs' bytes that has been read, 0 to 1; absent while it is not known, as with standard input. */
  readonly share?: number
}

/**
 * The whole job: inputs to an output folder. What an earlier run left in the folder is used again where input, options
 * and version are the same.
 * @throws UsageError for inputs, options or a folder that cannot be used
 */
export async function extract(options: ExtractOptions): Promise<RunReport> {
  const started = performance.now()
  formatsOf(options)
  const inputs = await readInputs(options.inputs, readOptions(options))
  const configuration = await configurationDigest(options)
  await prepareFolder(options.out)
  const lock = await lockFolder(options.out)
  const workers = createWorkers(options)
  try {
    return await extractInto(options, inputs, configuration, workers, started)
  } catch (cause) {
    throw explainDiskFailure(cause, options.out)
  } finally {
    await workers.close()
    await lock.release()
  }
}

async function extractInto(
  options: ExtractOptions,
  inputs: AsyncIterable<ReadResult>,
  configuration: string,
  workers: Workers,
  started: number,
): Promise<RunReport> {
  const seconds = (): number => (performance.now() - started) / 1000
  const journal = await openJournal(options.out, { version: VERSION, configuration })
  const { maxArticleSeconds = DEFAULT_LIMITS.maxArticleSeconds } = options
  const { maxWorkerMegabytes = DEFAULT_LIMITS.maxWorkerMegabytes } = options
  const limits = { version: VERSION, configuration, maxArticleSeconds, maxWorkerMegabytes }
  const quarantine = await openQuarantine(options.out, limits)
  const tally = createTally()
  let total: number | undefined
  if (options.onProgress) {
    // Beside the work: a crawl has many files to look at, and nothing depends on the answer.
    void measureInputs(options.inputs, options.out).then((bytes) => {
      total = bytes
    })
  }
  const report = (phase: Progress['phase']): void => {
    const share = total ? { share: Math.min(1, tally.bytes() / total) } : {}
    options.onProgress?.({ phase, ...tally.counts(), words: tally.words(), seconds: seconds(), ...share })
  }
  try {
    await annotateInputs(inputs, { journal, quarantine, tally }, workers, options.signal, () => report('annotate'))
  } finally {
    await journal.close()
    await quarantine.close()
  }
  const { inputs: read, annotated, reused, errors } = tally.counts()
  const result = {
    out: options.out,
    words: tally.words(),
    timings: tally.timings(),
    slowest: tally.slowest(),
    ...(journal.restarted !== undefined && { restarted: journal.restarted }),
  }
  if (options.signal?.aborted) {
    const counts = { inputs: read, articles: annotated + reused, duplicates: 0, errors, annotated, reused }
    return { interrupted: true, counts, files: [], seconds: seconds(), ...result }
  }
  report('collect')
  const { size } = await stat(join(options.out, 'documents.jsonl'))
  const executor = workers.executorFor(size)
  const { articles, duplicates } = await journal.finish(executor)
  const counts = { inputs: read, articles, duplicates, errors, annotated, reused }
  if (read !== articles + duplicates + errors) {
    throw new Error(`A fault of dateline: ${JSON.stringify(counts)} does not add up. Please report it.`)
  }
  return collectInto(options, tally.errors(), { interrupted: false, counts, seconds, ...result }, executor)
}

const readOptions = ({ maxArticleBytes, out, signal }: ExtractOptions): ReadOptions => ({
  exclude: out,
  maxArticleBytes,
  signal,
})
