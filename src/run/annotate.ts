import type { ReadResult } from '../1-read/read-inputs.js'
import type { AnnotatedDocument } from '../document/annotated-document.js'
import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'
import { inOrder } from './in-order.js'
import { annotateBatch } from './pool/annotate-batch.js'
import type { Outcome } from './pool/outcome.js'
import { openWorkerPool, withOwnLines } from './pool/worker-pool.js'
import { loadResources, type ResourceOptions, resourceOptions } from './resources.js'

export interface AnnotateOptions extends ResourceOptions {
  /** Worker threads; 1 works in this thread, without a limit of time. */
  readonly workers?: number | undefined
  readonly maxArticleSeconds?: number | undefined
  readonly maxWorkerMegabytes?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** An article as a line of JSON Lines has it: `text`, and what is known of `id`, `title`, `url`, `published`, … */
export type ArticleRecord = Readonly<Record<string, unknown>>

/** What became of an article: the annotated document, or why there is none. */
export type Annotation =
  | { readonly kind: 'document'; readonly document: AnnotatedDocument }
  | { readonly kind: 'error'; readonly error: InputError }

/**
 * Stages 2 to 5 for programs: records in, one annotation for each, in order. An article that cannot be read is an error
 * in the stream and stops nothing.
 */
export async function* annotate(
  records: Iterable<ArticleRecord> | AsyncIterable<ArticleRecord>,
  options: AnnotateOptions = {},
): AsyncGenerator<Annotation> {
  for await (const outcome of annotateAll(numbered(records), options)) {
    if (outcome.kind === 'error') yield outcome
    else yield { kind: 'document', document: documentOf(outcome.line) }
  }
}

const documentOf = (line: Uint8Array): AnnotatedDocument =>
  JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'))

async function* numbered(records: Iterable<ArticleRecord> | AsyncIterable<ArticleRecord>): AsyncGenerator<ReadResult> {
  let number = 0
  for await (const record of records) {
    number++
    yield { kind: 'article', raw: { kind: 'record', source: `#${number}`, record }, size: 0 }
  }
}

/** Articles that one worker is given at a time. */
const BATCH = 8

/**
 * Stages 2 to 5 over a stream of articles: one outcome for each, in order. Reads ahead only as far as the workers need.
 */
export async function* annotateAll(
  articles: Iterable<ReadResult> | AsyncIterable<ReadResult>,
  options: AnnotateOptions,
): AsyncGenerator<Outcome> {
  const workers = options.workers ?? 1
  if (workers > 1) {
    yield* inWorkers(articles, workers, options)
    return
  }
  const resources = await loadResources(options)
  for await (const article of articles) {
    if (options.signal?.aborted) return
    if (article.kind === 'error') yield article
    else yield* annotateBatch({ articles: [article.raw] }, resources).outcomes
  }
}

async function* inWorkers(
  articles: Iterable<ReadResult> | AsyncIterable<ReadResult>,
  workers: number,
  options: AnnotateOptions,
): AsyncGenerator<Outcome> {
  const pool = openWorkerPool({
    workers,
    maxArticleSeconds: options.maxArticleSeconds ?? 30,
    maxWorkerMegabytes: options.maxWorkerMegabytes ?? 1024,
    resources: resourceOptions(options),
  })
  try {
    for await (const outcomes of inOrder(batches(articles), workers + 1, (batch) =>
      annotateMixed(batch, (articles) => pool.annotate(articles, withOwnLines)),
    )) {
      if (options.signal?.aborted) return
      yield* outcomes
    }
  } finally {
    await pool.close()
  }
}

async function annotateMixed(
  batch: readonly ReadResult[],
  annotate: (articles: readonly RawArticle[]) => Promise<{ readonly outcomes: readonly Outcome[] }>,
): Promise<readonly Outcome[]> {
  const articles = batch.flatMap((incoming) => (incoming.kind === 'error' ? [] : [incoming.raw]))
  const { outcomes } = articles.length > 0 ? await annotate(articles) : { outcomes: [] }
  let next = 0
  return batch.map((incoming) => (incoming.kind === 'error' ? incoming : outcomes[next++]))
}

async function* batches(
  articles: Iterable<ReadResult> | AsyncIterable<ReadResult>,
): AsyncGenerator<readonly ReadResult[]> {
  let batch: ReadResult[] = []
  for await (const article of articles) {
    batch.push(article)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
