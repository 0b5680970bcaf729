import type { ReadResult } from '../1-read/read-inputs.js'
import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'
import { inputKey, type Journal } from './journal/journal.js'
import type { Quarantine } from './journal/quarantine.js'
import { createJournalWriter } from './journal/writer.js'
import type { Workers } from './pool/workers.js'
import type { Tally } from './progress/tally.js'

/** Where a run keeps what it has done. */
export interface Books {
  readonly journal: Journal
  readonly quarantine: Quarantine
  readonly tally: Tally
}

/** An article on its way, with the hash that it is known by. */
interface Work {
  readonly key: string
  readonly raw: RawArticle
}

/** An article that could not be annotated. */
interface Failed {
  readonly key: string
  readonly error: InputError
}

/** Articles that one worker is given at a time; fewer when they are long, and in the beginning, so that all have work. */
const BATCH_ARTICLES = 24
const BATCH_BYTES = 300_000

/** Reads, annotates and journals the inputs, with at most two batches a worker on their way and one being filled. */
export async function annotateInputs(
  inputs: AsyncIterable<ReadResult>,
  books: Books,
  workers: Workers,
  signal: AbortSignal | undefined,
  report: () => void,
): Promise<void> {
  const crew = createCrew(books, workers, report)
  let batch: Work[] = []
  let bytes = 0
  for await (const input of inputs) {
    if (signal?.aborted) break
    const work = workOf(input, books)
    if (!work) continue
    batch.push(work)
    bytes += input.kind === 'article' ? input.size : 0
    const enough = Math.min(BATCH_ARTICLES, 1 + Math.floor(crew.launched() / workers.count))
    if (batch.length < enough && bytes < BATCH_BYTES) continue
    await crew.launch(batch)
    batch = []
    bytes = 0
  }
  if (batch.length > 0 && !signal?.aborted) await crew.launch(batch)
  await crew.finish()
}

/** What is left to do for an input: nothing where it cannot be read, or where its article is known. */
function workOf(input: ReadResult, { journal, quarantine, tally }: Books): Work | undefined {
  tally.read(input.kind === 'article' ? input.size : 0)
  if (input.kind === 'error') {
    tally.failed(input.error)
    return undefined
  }
  const key = inputKey(input.raw, input.bytes)
  if (journal.claim(key)) {
    tally.reused()
    return undefined
  }
  const error = quarantine.find(key)
  if (!error) return { key, raw: input.raw }
  tally.failed({ ...error, source: input.raw.source })
  return undefined
}

/** The workers, and what is in their hands. */
interface Crew {
  /** Waits until there is room, then hands the batch over. */
  readonly launch: (batch: readonly Work[]) => Promise<void>
  readonly launched: () => number
  /** Waits until all is done and on disk; throws what went wrong with the run itself. */
  readonly finish: () => Promise<void>
}

function createCrew(books: Books, workers: Workers, report: () => void): Crew {
  const { journal, quarantine, tally } = books
  const writer = createJournalWriter(journal)
  const inFlight = new Set<Promise<void>>()
  let failure: { readonly cause: unknown } | undefined
  let launched = 0
  const annotate = async (batch: readonly Work[]): Promise<void> => {
    const failed: Failed[] = []
    await workers.annotate(
      batch.map(({ raw }) => raw),
      ({ outcomes, timings }) => {
        tally.addTimings(timings)
        for (const [i, outcome] of outcomes.entries()) {
          const { key, raw } = batch[i]
          tally.add(outcome, raw.source)
          if (outcome.kind === 'error') failed.push({ key, error: outcome.error })
          else writer.add({ key, id: outcome.id, source: raw.source, digest: outcome.digest }, outcome.line)
        }
      },
    )
    for (const { key, error } of failed) await quarantine.add(key, error)
    report()
    await writer.flushIfFull()
  }
  return {
    launched: () => launched,
    launch: async (batch) => {
      while (inFlight.size >= 2 * workers.count) await Promise.race(inFlight)
      if (failure) throw failure.cause
      launched++
      const task = annotate(batch)
        .catch((cause) => {
          failure ??= { cause }
        })
        .finally(() => inFlight.delete(task))
      inFlight.add(task)
    },
    finish: async () => {
      await Promise.all(inFlight)
      await writer.flush()
      if (failure) throw failure.cause
    },
  }
}
