import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { RawArticle } from '../../document/article.js'
import type { ResourceOptions } from '../resources.js'
import type { Executor } from './executor.js'
import type { BatchResult, Outcome } from './outcome.js'
import { createSharedRooms } from './shared-rooms.js'

export interface PoolOptions {
  readonly workers: number
  /** An article that takes longer is given up, and its worker replaced. */
  readonly maxArticleSeconds: number
  /** Heap of one worker, in megabytes; an article that needs more is given up, and its worker replaced. */
  readonly maxWorkerMegabytes: number
  readonly resources: ResourceOptions
  /** What a worker runs; for tests of what may happen to one. */
  readonly workerFile?: URL
}

/** Worker threads that annotate articles. One that hangs or dies costs the article that it was at, and is replaced. */
export interface WorkerPool {
  /** Gives the result to `take`; its lines are there only until that returns. */
  readonly annotate: <Taken>(articles: readonly RawArticle[], take: (result: BatchResult) => Taken) => Promise<Taken>
  /** The same workers, for making tables. */
  readonly executor: Executor
  readonly close: () => Promise<void>
}

/** A worker that has not begun its first article by then never will. */
const MAX_START_SECONDS = 300

export function openWorkerPool(options: PoolOptions): WorkerPool {
  const pool = new Piscina({
    filename: fileURLToPath(options.workerFile ?? new URL('./pool-worker.js', import.meta.url)),
    minThreads: options.workers,
    maxThreads: options.workers,
    concurrentTasksPerWorker: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: options.maxWorkerMegabytes },
    workerData: options.resources,
  })
  // A worker that dies between two tasks is replaced by the pool; its task, if it had one, is rejected by itself.
  pool.on('error', () => undefined)

  const rooms = createSharedRooms(LINES_BYTES)
  const run = async (articles: readonly RawArticle[], lines: Uint8Array): Promise<BatchResult | Failure> => {
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const watch = watchProgress(progress, options.maxArticleSeconds)
    try {
      return await pool.run({ articles, progress, lines }, { signal: watch.signal })
    } catch (cause) {
      return { at: Atomics.load(progress, 0) - 1, hung: watch.signal.aborted, cause }
    } finally {
      watch.stop()
    }
  }

  const annotate: WorkerPool['annotate'] = async (articles, take) => {
    if (articles.length === 0) return take({ outcomes: [], timings: {} })
    const lines = rooms.borrow()
    const result = await run(articles, lines)
    // A worker that is being ended may still write, so its room goes with it.
    if ('cause' in result) return take(await annotateAround(articles, result))
    try {
      return take(result)
    } finally {
      rooms.giveBack(lines)
    }
  }

  /** What becomes of a batch that ended its worker: the article that it was at is tried by itself or given up. */
  const annotateAround = async (articles: readonly RawArticle[], failure: Failure): Promise<BatchResult> => {
    const { at, hung, cause } = failure
    if (at < 0) throw new Error(`No worker could be started: ${messageOf(cause)}`, { cause })
    // One that died may have died of what the articles before left behind, so it has a second try by itself.
    const retry = !hung && articles.length > 1
    const lost: BatchResult = retry
      ? await annotate([articles[at]], withOwnLines)
      : { outcomes: [givenUp(articles[at], failure, options)], timings: {} }
    const others = await annotate([...articles.slice(0, at), ...articles.slice(at + 1)], withOwnLines)
    return inserted(others, at, lost)
  }
  return { annotate, executor: executorOf(pool, options.workers), close: () => pool.destroy() }
}

/** Each kind of work is a function of the worker's file, by name. */
function executorOf(pool: Piscina, workers: number): Executor {
  const give =
    <Given, Result>(name: string) =>
    (task: Given): Promise<Result> =>
      pool.run(task, { name })
  return {
    atOnce: 2 * workers + 1,
    copyLines: give('copyLines'),
    partitionEntities: give('partitionEntities'),
    linkPart: give('linkPart'),
    serializeRange: give('serializeRange'),
    serializeEntities: give('serializeEntities'),
    describeFile: give('describeFile'),
  }
}

/** Twice the lines of a usual batch. */
const LINES_BYTES = 1 << 20

/** The result with lines that stay. */
export const withOwnLines = ({ outcomes, timings }: BatchResult): BatchResult => ({
  outcomes: outcomes.map((outcome) =>
    outcome.kind === 'document' ? { ...outcome, line: outcome.line.slice() } : outcome,
  ),
  timings,
})

/** How a batch ended before its end. */
interface Failure {
  /** Index of the article that the worker was at; -1 before the first. */
  readonly at: number
  readonly hung: boolean
  readonly cause: unknown
}

interface Watch {
  readonly signal: AbortSignal
  readonly stop: () => void
}

/** Fires when the number in `progress` has not changed for too long. */
function watchProgress(progress: Int32Array, maxArticleSeconds: number): Watch {
  const controller = new AbortController()
  let seen = 0
  let since = performance.now()
  const look = (): void => {
    const now = Atomics.load(progress, 0)
    const limit = now === 0 ? MAX_START_SECONDS : maxArticleSeconds
    if (now !== seen) since = performance.now()
    else if (performance.now() - since > limit * 1000) controller.abort()
    seen = now
  }
  const timer = setInterval(look, Math.min(500, maxArticleSeconds * 250))
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}

function inserted(others: BatchResult, at: number, lost: BatchResult): BatchResult {
  const timings: Record<string, number> = { ...others.timings }
  for (const [step, time] of Object.entries(lost.timings)) timings[step] = (timings[step] ?? 0) + time
  return { outcomes: [...others.outcomes.slice(0, at), ...lost.outcomes, ...others.outcomes.slice(at)], timings }
}

function givenUp({ source }: RawArticle, { hung, cause }: Failure, options: PoolOptions): Outcome {
  const error = (code: string, message: string): Outcome => ({
    kind: 'error',
    error: { source, stage: 'recognize', code, message },
  })
  if (hung) return error('timeout', `It took more than ${options.maxArticleSeconds} s (--max-article-seconds).`)
  if ((cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return error('out-of-memory', `It took more than ${options.maxWorkerMegabytes} MB of memory.`)
  return error('crashed', `It ended its worker: ${messageOf(cause)}`)
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
