import type { Journal, JournalDocument } from './journal.js'

/** Appends documents to the journal, some together, one batch after the other. */
export interface JournalWriter {
  readonly add: (document: JournalDocument) => void
  readonly flushIfFull: () => Promise<void>
  readonly flush: () => Promise<void>
}

/** Documents that are synced to disk together. */
const SYNC_DOCUMENTS = 64

export function createJournalWriter(journal: Journal): JournalWriter {
  let waiting: JournalDocument[] = []
  let last: Promise<void> = Promise.resolve()
  const flush = (): Promise<void> => {
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
      if (waiting.length >= SYNC_DOCUMENTS) await flush()
    },
    flush,
  }
}
