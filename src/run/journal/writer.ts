import type { Journal, JournalDocument } from './journal.js'

/** Appends documents to the journal, some together, one batch after the other. */
export interface JournalWriter {
  /** Takes a document with its line, which is copied: JSON in UTF-8 with its newline. */
  readonly add: (document: Omit<JournalDocument, 'length'>, line: Uint8Array) => void
  readonly flushIfFull: () => Promise<void>
  readonly flush: () => Promise<void>
}

/** Documents are synced to disk together when they are so many, or when the last time is so long ago. */
const SYNC_DOCUMENTS = 128
const SYNC_MILLISECONDS = 1000

/** More than this is given back after a lot with a giant in it. */
const MOST_KEPT_BYTES = 1 << 24

export function createJournalWriter(journal: Journal): JournalWriter {
  /** Lots that are on disk, whose memory the next ones use again. */
  const done: Lot[] = []
  let filling = newLot()
  let last: Promise<void> = Promise.resolve()
  let flushed = performance.now()
  const append = async (lot: Lot): Promise<void> => {
    await journal.append(lot.documents, lot.memory.subarray(0, lot.used))
    lot.documents = []
    lot.used = 0
    if (lot.memory.length > MOST_KEPT_BYTES) lot.memory = Buffer.alloc(0)
    done.push(lot)
  }
  const flush = (): Promise<void> => {
    flushed = performance.now()
    if (filling.documents.length === 0) return last
    const lot = filling
    filling = done.pop() ?? newLot()
    last = last.then(() => append(lot))
    return last
  }
  return {
    add: (document, line) => {
      filling.documents.push({ ...document, length: line.length })
      put(filling, line)
    },
    flushIfFull: async () => {
      if (filling.documents.length >= SYNC_DOCUMENTS || performance.now() - flushed > SYNC_MILLISECONDS) await flush()
    },
    flush,
  }
}

/** Documents that are appended together. */
interface Lot {
  documents: JournalDocument[]
  memory: Buffer
  used: number
}

const newLot = (): Lot => ({ documents: [], memory: Buffer.alloc(0), used: 0 })

function put(lot: Lot, line: Uint8Array): void {
  const needed = lot.used + line.length
  if (needed > lot.memory.length) {
    const wider = Buffer.allocUnsafeSlow(Math.max(needed, lot.memory.length * 2))
    lot.memory.copy(wider, 0, 0, lot.used)
    lot.memory = wider
  }
  lot.memory.set(line, lot.used)
  lot.used = needed
}
