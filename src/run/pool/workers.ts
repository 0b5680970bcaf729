import { availableParallelism } from 'node:os'
import { type ResourceOptions, resourceOptions } from '../resources.js'
import { type Executor, THIS_THREAD } from './executor.js'
import { openWorkerPool, type WorkerPool } from './worker-pool.js'

export interface WorkerOptions extends ResourceOptions {
  /** Worker threads; as many as cores unless given. */
  readonly workers?: number | undefined
  /** Slower articles are given up. Default 30. */
  readonly maxArticleSeconds?: number | undefined
  /** Heap of a worker in megabytes; an article that needs more is given up. Default 1024. */
  readonly maxWorkerMegabytes?: number | undefined
}

/** The workers of a run, who are only started when there is something to do. */
export interface Workers {
  readonly count: number
  readonly annotate: WorkerPool['annotate']
  /** Who makes tables of so many bytes of documents: the workers, unless they are not there and it is not worth it. */
  readonly executorFor: (bytes: number) => Executor
  readonly close: () => Promise<void>
}

export const DEFAULT_LIMITS = { maxArticleSeconds: 30, maxWorkerMegabytes: 1024 } as const

/** Bytes of documents that this thread has made tables of by the time that workers would be ready. */
const WORTH_A_START = 16_000_000

export function createWorkers(options: WorkerOptions): Workers {
  const count = options.workers ?? availableParallelism()
  let pool: WorkerPool | undefined
  const open = (): WorkerPool => {
    pool ??= openWorkerPool({
      workers: count,
      maxArticleSeconds: options.maxArticleSeconds ?? DEFAULT_LIMITS.maxArticleSeconds,
      maxWorkerMegabytes: options.maxWorkerMegabytes ?? DEFAULT_LIMITS.maxWorkerMegabytes,
      resources: resourceOptions(options),
    })
    return pool
  }
  return {
    count,
    annotate: (articles, take) => open().annotate(articles, take),
    executorFor: (bytes) => (pool || (count > 1 && bytes > WORTH_A_START) ? open().executor : THIS_THREAD),
    close: async () => pool?.close(),
  }
}
