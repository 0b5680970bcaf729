import type { EntityType } from '../document/mention.js'
import type { Timings } from './pool/outcome.js'

/** What a run did: the closing summary shows it, `run.json` keeps it. */
export interface RunReport {
  /** The run was stopped before its end; the same command goes on where it stopped. */
  readonly interrupted: boolean
  readonly out: string
  readonly counts: RunCounts
  /** Absent of an interrupted run. */
  readonly entities?: Readonly<Record<EntityType, EntitySummary>>
  /** Files of the dataset, relative to the output folder, with their rows where they have any. */
  readonly files: readonly FileSummary[]
  readonly words: number
  readonly seconds: number
  /** Milliseconds spent in each step, all workers together. */
  readonly timings: Timings
  readonly slowest: readonly SlowArticle[]
  /** Why earlier work in the folder was done again. */
  readonly restarted?: 'version' | 'configuration'
}

/** `inputs` = `articles` + `duplicates` + `errors`. */
export interface RunCounts {
  readonly inputs: number
  readonly articles: number
  readonly duplicates: number
  readonly errors: number
  /** Articles annotated by this run; the others were there. */
  readonly annotated: number
  readonly reused: number
}

export interface EntitySummary {
  readonly count: number
  /** The most mentioned, at most five. */
  readonly top: readonly { readonly name: string; readonly mentions: number; readonly articles: number }[]
}

export interface FileSummary {
  readonly path: string
  readonly rows?: number
}

export interface SlowArticle {
  readonly id: string
  readonly source: string
  readonly milliseconds: number
}
