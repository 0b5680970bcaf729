import type { RawArticle } from '../../document/article.js'
import type { InputError } from '../../document/diagnostic.js'

/** Work for one worker: some articles, so that the cost of handing over is shared. */
export interface Batch {
  readonly articles: readonly RawArticle[]
}

/** A batch on its way to a worker, with memory that both threads see. */
export interface Task extends Batch {
  /** One number: which article the worker is at, counted from 1. */
  readonly progress: Int32Array
  /** Where the worker puts its lines, if they have room there. */
  readonly lines: Uint8Array
}

export interface AnnotatedOutcome {
  readonly kind: 'document'
  readonly id: string
  /** The document as it stands in `documents.jsonl`: JSON in UTF-8 with its newline. */
  readonly line: Uint8Array
  /** Hash of the line without its newline. */
  readonly digest: string
  readonly words: number
  readonly milliseconds: number
}

export interface FailedOutcome {
  readonly kind: 'error'
  readonly error: InputError
}

/** What became of one article. */
export type Outcome = AnnotatedOutcome | FailedOutcome

/** Milliseconds by name of the step in `pipeline.ts`. */
export type Timings = Readonly<Record<string, number>>

export interface BatchResult {
  /** One for each article, in order. */
  readonly outcomes: readonly Outcome[]
  readonly timings: Timings
}
