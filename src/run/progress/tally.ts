import type { InputError } from '../../document/diagnostic.js'
import type { Outcome } from '../pool/outcome.js'
import type { RunReport, SlowArticle } from '../run-report.js'

/** What a run has done so far. */
export interface Tally {
  /** Words of the articles annotated by this run. */
  readonly words: () => number
  readonly errors: () => readonly InputError[]
  readonly timings: () => RunReport['timings']
  readonly slowest: () => readonly SlowArticle[]
  readonly counts: () => TallyCounts
  /** Every input that is read, whatever becomes of it, with its size in bytes. */
  readonly read: (size: number) => void
  /** Bytes of the inputs read. */
  readonly bytes: () => number
  readonly reused: () => void
  readonly failed: (error: InputError) => void
  readonly add: (outcome: Outcome, source: string) => void
  readonly addTimings: (timings: RunReport['timings']) => void
}

export interface TallyCounts {
  readonly inputs: number
  readonly annotated: number
  readonly reused: number
  readonly errors: number
}

const SLOWEST_KEPT = 5

export function createTally(): Tally {
  let inputs = 0
  let bytes = 0
  let annotated = 0
  let reused = 0
  let words = 0
  let slowest: readonly SlowArticle[] = []
  const errors: InputError[] = []
  const timings: Record<string, number> = {}

  const seeSlow = (article: SlowArticle): void => {
    if (slowest.length === SLOWEST_KEPT && article.milliseconds <= slowest[SLOWEST_KEPT - 1].milliseconds) return
    slowest = [...slowest, article].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST_KEPT)
  }
  return {
    words: () => words,
    errors: () => errors,
    timings: () => timings,
    slowest: () => slowest,
    counts: () => ({ inputs, annotated, reused, errors: errors.length }),
    read: (size) => {
      inputs++
      bytes += size
    },
    bytes: () => bytes,
    reused: () => {
      reused++
    },
    failed: (error) => {
      errors.push(error)
    },
    add: (outcome, source) => {
      if (outcome.kind === 'error') {
        errors.push(outcome.error)
        return
      }
      annotated++
      words += outcome.words
      seeSlow({ id: outcome.id, source, milliseconds: outcome.milliseconds })
    },
    addTimings: (added) => {
      for (const [step, time] of Object.entries(added)) timings[step] = (timings[step] ?? 0) + time
    },
  }
}
