import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { RawArticle } from '../document/article.js'
import type { Batch, BatchResult, Outcome } from './outcome.js'
import type { ResourceOptions } from './resources.js'

export interface PoolOptions {
  readonly workers: number
  /** An article that takes longer is given up, and its worker replaced. */
  readonly maxArticleSeconds: number
  /** Heap of one worker, in megabytes; an article that needs more is given up, and its worker replaced. */
  readonly maxWorkerMegabytes: number
  readonly resources: ResourceOptions
}

/** Worker threads that annotate articles. A batch that hangs or kills its worker is tried again one by one. */
export interface WorkerPool {
  readonly annotate: (articles: readonly RawArticle[]) => Promise<BatchResult>
  readonly close: () => Promise<void>
}

export function openWorkerPool(options: PoolOptions): WorkerPool {
  const pool: Piscina<Batch, BatchResult> = new Piscina({
    filename: fileURLToPath(new URL('./annotate-worker.js', import.meta.url)),
    minThreads: options.workers,
    maxThreads: options.workers,
    concurrentTasksPerWorker: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: options.maxWorkerMegabytes },
    workerData: options.resources,
  })
  // A worker that dies between two tasks is replaced by the pool; its task, if it had one, is rejected by itself.
  pool.on('error', () => undefined)

  const run = async (articles: readonly RawArticle[]): Promise<BatchResult> =>
    pool.run({ articles }, { signal: AbortSignal.timeout(options.maxArticleSeconds * 1000) })

  const annotate = async (articles: readonly RawArticle[]): Promise<BatchResult> => {
    try {
      return await run(articles)
    } catch (cause) {
      if (articles.length === 1) return { outcomes: [givenUp(articles[0], cause, options)], timings: {} }
    }
    const outcomes: Outcome[] = []
    const timings: Record<string, number> = {}
    for (const article of articles) {
      const one = await annotate([article])
      outcomes.push(...one.outcomes)
      for (const [step, time] of Object.entries(one.timings)) timings[step] = (timings[step] ?? 0) + time
    }
    return { outcomes, timings }
  }
  return { annotate, close: () => pool.destroy() }
}

function givenUp({ source }: RawArticle, cause: unknown, options: PoolOptions): Outcome {
  const { name, code, message } = cause as Error & { code?: string }
  const error = (errorCode: string, text: string): Outcome => ({
    kind: 'error',
    error: { source, stage: 'recognize', code: errorCode, message: text },
  })
  if (name === 'AbortError' || name === 'TimeoutError')
    return error('timeout', `The article took more than ${options.maxArticleSeconds} s (--max-article-seconds).`)
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return error('out-of-memory', `The article took more than ${options.maxWorkerMegabytes} MB of memory.`)
  return error('crashed', `The article stopped its worker: ${message}`)
}
