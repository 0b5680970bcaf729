import { availableParallelism } from 'node:os'
import { type ReadOptions, type ReadResult, readInputs } from '../1-read/read-inputs.js'
import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'
import { type CollectOptions, collectInto, formatsOf } from './collect.js'
import { inputKey, type Journal, type JournalDocument, openJournal } from './journal.js'
import { lockFolder } from './lock.js'
import type { Outcome } from './outcome.js'
import { prepareFolder } from './output-folder.js'
import { configurationDigest, type ResourceOptions, resourceOptions } from './resources.js'
import type { RunReport, SlowArticle } from './run-report.js'
import { VERSION } from './version.js'
import { openWorkerPool, type WorkerPool } from './worker-pool.js'

export interface ExtractOptions extends CollectOptions, ResourceOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly inputs: readonly string[]
  /** Worker threads; as many as cores unless given. */
  readonly workers?: number | undefined
  /** Larger inputs are left out. Default 10,000,000. */
  readonly maxArticleBytes?: number | undefined
  /** Slower articles are given up. Default 30. */
  readonly maxArticleSeconds?: number | undefined
  /** Heap of a worker in megabytes; an article that needs more is given up. Default 1024. */
  readonly maxWorkerMegabytes?: number | undefined
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
}

/** Articles that one worker is given at a time; fewer when they are long. */
const BATCH_ARTICLES = 16
const BATCH_BYTES = 200_000
/** Documents that are synced to disk together. */
const SYNC_DOCUMENTS = 64
const SLOWEST_KEPT = 5

/**
 * The whole job: inputs to an output folder. What an earlier run left in the folder is used again where input, options
 * and version are the same.
 * @throws UsageError for inputs, options or a folder that cannot be used
 */
export async function extract(options: ExtractOptions): Promise<RunReport> {
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  formatsOf(options)
  const inputs = await readInputs(options.inputs, readOptions(options))
  const configuration = await configurationDigest(options)
  await prepareFolder(options.out)
  const lock = await lockFolder(options.out)
  try {
    const journal = await openJournal(options.out, { version: VERSION, configuration })
    const tally = createTally()
    const report = (phase: Progress['phase']): void =>
      options.onProgress?.({ phase, ...tally.counts(), words: tally.words, seconds: seconds() })
    try {
      await annotateAll(inputs, journal, tally, options, () => report('annotate'))
    } finally {
      await journal.close()
    }
    const result = { out: options.out, words: tally.words, timings: tally.timings, slowest: tally.slowest }
    const restarted = journal.restarted === undefined ? {} : { restarted: journal.restarted }
    if (options.signal?.aborted) {
      const { inputs: read, annotated, reused, errors } = tally.counts()
      const counts = { inputs: read, articles: annotated + reused, duplicates: 0, errors, annotated, reused }
      return { interrupted: true, counts, files: [], seconds: seconds(), ...result, ...restarted }
    }
    report('collect')
    const { articles, duplicates } = await journal.finish()
    const { annotated, reused } = tally.counts()
    const errors = [...tally.errors].sort(bySource)
    const counts = {
      inputs: articles + duplicates + errors.length,
      articles,
      duplicates,
      errors: errors.length,
      annotated,
      reused,
    }
    const run = { interrupted: false, counts, seconds, ...result, ...restarted }
    return await collectInto(options, errors, run)
  } finally {
    await lock.release()
  }
}

const bySource = (a: InputError, b: InputError): number => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)

interface Tally {
  words: number
  readonly errors: InputError[]
  readonly timings: Record<string, number>
  slowest: SlowArticle[]
  readonly counts: () => { inputs: number; annotated: number; reused: number; errors: number }
  readonly reused: () => void
  readonly add: (outcome: Outcome, source: string) => void
}

function createTally(): Tally {
  let annotated = 0
  let reused = 0
  const tally: Tally = {
    words: 0,
    errors: [],
    timings: {},
    slowest: [],
    counts: () => ({
      inputs: annotated + reused + tally.errors.length,
      annotated,
      reused,
      errors: tally.errors.length,
    }),
    reused: () => {
      reused++
    },
    add: (outcome, source) => {
      if (outcome.kind === 'error') {
        tally.errors.push(outcome.error)
        return
      }
      annotated++
      tally.words += outcome.words
      const { id, milliseconds } = outcome
      if (tally.slowest.length === SLOWEST_KEPT && milliseconds <= tally.slowest[SLOWEST_KEPT - 1].milliseconds) return
      tally.slowest = [...tally.slowest, { id, source, milliseconds }]
        .sort((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, SLOWEST_KEPT)
    },
  }
  return tally
}

interface Work {
  readonly key: string
  readonly raw: RawArticle
}

/** Reads, annotates and journals, with at most one batch a worker in flight and one being filled. */
async function annotateAll(
  inputs: AsyncIterable<ReadResult>,
  journal: Journal,
  tally: Tally,
  options: ExtractOptions,
  report: () => void,
): Promise<void> {
  const workers = options.workers ?? availableParallelism()
  let pool: WorkerPool | undefined
  const openPool = (): WorkerPool => {
    pool ??= openWorkerPool({
      workers,
      maxArticleSeconds: options.maxArticleSeconds ?? 30,
      maxWorkerMegabytes: options.maxWorkerMegabytes ?? 1024,
      resources: resourceOptions(options),
    })
    return pool
  }
  const writer = createWriter(journal)
  const inFlight = new Set<Promise<void>>()
  let failure: unknown
  const annotate = async (batch: readonly Work[]): Promise<void> => {
    const { outcomes, timings } = await openPool().annotate(batch.map(({ raw }) => raw))
    for (const [step, time] of Object.entries(timings)) tally.timings[step] = (tally.timings[step] ?? 0) + time
    outcomes.forEach((outcome, i) => {
      const { key, raw } = batch[i]
      tally.add(outcome, raw.source)
      if (outcome.kind === 'document') writer.add({ key, id: outcome.id, source: raw.source, json: outcome.json })
    })
    report()
    await writer.flushIfFull()
  }
  const launch = async (batch: readonly Work[]): Promise<void> => {
    while (inFlight.size >= workers) await Promise.race(inFlight)
    if (failure !== undefined) throw failure
    const task = annotate(batch)
      .catch((cause) => {
        failure ??= cause
      })
      .finally(() => inFlight.delete(task))
    inFlight.add(task)
  }
  try {
    let batch: Work[] = []
    let bytes = 0
    for await (const input of inputs) {
      if (options.signal?.aborted) break
      if (input.kind === 'error') {
        tally.errors.push(input.error)
        continue
      }
      const key = inputKey(input.raw)
      if (journal.claim(key)) {
        tally.reused()
        continue
      }
      batch.push({ key, raw: input.raw })
      bytes += input.size
      if (batch.length < BATCH_ARTICLES && bytes < BATCH_BYTES) continue
      await launch(batch)
      batch = []
      bytes = 0
    }
    if (batch.length > 0 && !options.signal?.aborted) await launch(batch)
    await Promise.all(inFlight)
    await writer.flush()
    if (failure !== undefined) throw failure
  } finally {
    await pool?.close()
  }
}

const readOptions = ({ maxArticleBytes, out, signal }: ExtractOptions): ReadOptions => ({
  exclude: out,
  maxArticleBytes,
  signal,
})

interface Writer {
  readonly add: (document: JournalDocument) => void
  readonly flushIfFull: () => Promise<void>
  readonly flush: () => Promise<void>
}

/** Appends to the journal, one batch after the other. */
function createWriter(journal: Journal): Writer {
  let waiting: JournalDocument[] = []
  let last: Promise<void> = Promise.resolve()
  const flush = (): Promise<void> => {
    if (waiting.length === 0) return last
    const batch = waiting
    waiting = []
    last = last.then(() => journal.append(batch))
    return last
  }
  return {
    add: (document) => {
      waiting.push(document)
    },
    flushIfFull: async () => {
      if (waiting.length >= SYNC_DOCUMENTS) await flush()
    },
    flush,
  }
}
