import type { RawArticle } from '../document/article.js'
import { annotateArticle, type Resources } from '../pipeline.js'
import type { Batch, BatchResult, Outcome } from './outcome.js'

/** Annotates some articles; whatever happens to one of them stays with it. */
export function annotateBatch(
  { articles }: Batch,
  resources: Resources,
  onArticle: (index: number) => void = () => undefined,
): BatchResult {
  const timings: Record<string, number> = {}
  return {
    outcomes: articles.map((article, index) => {
      onArticle(index)
      return annotateOne(article, resources, timings)
    }),
    timings,
  }
}

function annotateOne(article: RawArticle, resources: Resources, timings: Record<string, number>): Outcome {
  const start = performance.now()
  let last = start
  const onStep = (step: string): void => {
    const now = performance.now()
    timings[step] = (timings[step] ?? 0) + now - last
    last = now
  }
  try {
    const annotated = annotateArticle(article, resources, onStep)
    if (annotated.kind === 'error') return annotated
    const { document, words } = annotated
    const line = Buffer.from(`${JSON.stringify(document)}\n`)
    return { kind: 'document', id: document.id, line, words, milliseconds: performance.now() - start }
  } catch (cause) {
    const message = `dateline failed on this article: ${(cause as Error).message}. Please report it with the article.`
    return { kind: 'error', error: { source: article.source, stage: 'recognize', code: 'internal', message } }
  }
}
