import type { Journal, JournalDocument } from './journal.js'

/** Appends documents to the journal, some together, one batch after the other. */
export interface JournalWriter {
  readonly add: (document: JournalDocument) => void
  readonly flushIfFull: () => Promise<void>
  readonly flush: () => Promise<void>
}

/** Documents are synced to disk together when they are so many, or when the last time is so long ago. */
const SYNC_DOCUMENTS = 128
const SYNC_MILLISECONDS = 1000

export function createJournalWriter(journal: Journal): JournalWriter {
  let waiting: JournalDocument[] = []
  let last: Promise<void> = Promise.resolve()
  let flushed = performance.now()
  const flush = (): Promise<void> => {
    flushed = performance.now()
    if (waiting.length === 0) return last
    const batch = waiting
    waiting = []
    last = last.then(() => journal.append(batch))
    return last
  }
  return {
    add: (document) => {
      waiting.push(document)
    },
    flushIfFull: async () => {
      if (waiting.length >= SYNC_DOCUMENTS || performance.now() - flushed > SYNC_MILLISECONDS) await flush()
    },
    flush,
  }
}
