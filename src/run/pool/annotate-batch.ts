import { createUtf8Buffer } from '../../7-write/utf8-buffer.js'
import type { RawArticle } from '../../document/article.js'
import { annotateArticle, type Resources } from '../../pipeline.js'
import { hash } from '../journal/entries.js'
import type { AnnotatedOutcome, Batch, BatchResult, FailedOutcome, Outcome } from './outcome.js'

/** An outcome with the length of its line instead of the line. */
type Draft = (Omit<AnnotatedOutcome, 'line'> & { readonly length: number }) | FailedOutcome

/** A batch's lines lie one after the other, so that they go to the other thread at once. */
const lines = createUtf8Buffer()

/** Annotates some articles; whatever happens to one of them stays with it. Lines are put into `room` if they fit. */
export function annotateBatch(
  { articles }: Batch,
  resources: Resources,
  onArticle: (index: number) => void = () => undefined,
  room?: Uint8Array,
): BatchResult {
  const timings: Record<string, number> = {}
  const drafts = articles.map((article, index) => {
    onArticle(index)
    return annotateOne(article, resources, timings)
  })
  const bytes = (room && lines.takeInto(room)) ?? lines.take()
  return { outcomes: withLines(drafts, bytes), timings }
}

function withLines(drafts: readonly Draft[], bytes: Uint8Array): readonly Outcome[] {
  let start = 0
  return drafts.map((draft) => {
    if (draft.kind === 'error') return draft
    const { length, ...outcome } = draft
    const line = bytes.subarray(start, start + length)
    start += length
    return { line, ...outcome }
  })
}

function annotateOne(article: RawArticle, resources: Resources, timings: Record<string, number>): Draft {
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
    const json = lines.add(JSON.stringify(document))
    const digest = hash(json)
    lines.add('\n')
    return {
      kind: 'document',
      id: document.id,
      digest,
      length: json.length + 1,
      words,
      milliseconds: performance.now() - start,
    }
  } catch (cause) {
    const message = `dateline failed on this article: ${(cause as Error).message}. Please report it with the article.`
    return { kind: 'error', error: { source: article.source, stage: 'recognize', code: 'internal', message } }
  }
}
