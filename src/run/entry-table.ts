/** An input that was annotated: which article it gave, and where its line stands. */
export interface Entry {
  /** 32 hex digits: the hash of the input. */
  readonly key: string
  /** 16 hex digits: the article's id. */
  readonly id: string
  readonly source: string
  /** 32 hex digits: the hash of the document's line. */
  readonly line: string
}

/** Byte range of a line in one of the journal's two files of documents. */
export interface Place {
  readonly file: number
  readonly start: number
  /** Without its newline. */
  readonly length: number
  /** Whether the line tells of copies of its article. */
  readonly marked: boolean
}

/**
 * Entries by key, some eighty bytes and the source's name each, so that the journal of a million articles is a hundred
 * megabytes and not a heap of a million objects.
 */
export interface EntryTable {
  readonly size: () => number
  /** Index of the entry with this key, -1 if there is none. */
  readonly find: (key: string) => number
  /** Adds an entry or replaces the one with its key; its index. */
  readonly put: (entry: Entry, place: Place) => number
  readonly entry: (index: number) => Entry
  readonly place: (index: number) => Place
  readonly source: (index: number) => string
  /** Order by article id, then source, then key. */
  readonly compare: (a: number, b: number) => number
  readonly sameArticle: (a: number, b: number) => boolean
}

/** Of each entry: key 16, id 8, line 16 bytes. */
const RECORD = 40
const KEY = 0
const ID = 16
const LINE = 24

const MARKED = 128

export function createEntryTable(): EntryTable {
  let capacity = 1024
  let size = 0
  let records = Buffer.alloc(capacity * RECORD)
  let starts = new Float64Array(capacity)
  let lengths = new Uint32Array(capacity)
  /** Number of the file, and `MARKED`. */
  let files = new Uint8Array(capacity)
  let sourceEnds = new Float64Array(capacity)
  let sources = Buffer.alloc(1 << 16)
  /** Open addressing: index + 1, 0 where free. */
  let slots = new Uint32Array(capacity * 2)
  const probe = Buffer.alloc(16)

  const slotOf = (key: Buffer, offset: number): number => {
    const mask = slots.length - 1
    let slot = key.readUInt32LE(offset) & mask
    while (slots[slot] !== 0) {
      const at = (slots[slot] - 1) * RECORD + KEY
      if (records.compare(key, offset, offset + 16, at, at + 16) === 0) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  const grow = (): void => {
    capacity *= 2
    records = Buffer.concat([records], capacity * RECORD)
    starts = widened(starts, new Float64Array(capacity))
    lengths = widened(lengths, new Uint32Array(capacity))
    files = widened(files, new Uint8Array(capacity))
    sourceEnds = widened(sourceEnds, new Float64Array(capacity))
    slots = new Uint32Array(capacity * 2)
    for (let index = 0; index < size; index++) slots[slotOf(records, index * RECORD + KEY)] = index + 1
  }

  const addSource = (source: string): void => {
    const from = size === 0 ? 0 : sourceEnds[size - 1]
    const length = Buffer.byteLength(source)
    if (from + length > sources.length) sources = Buffer.concat([sources], Math.max(sources.length * 2, from + length))
    sources.write(source, from, 'utf8')
    sourceEnds[size] = from + length
  }

  const source = (index: number): string => {
    const from = index === 0 ? 0 : sourceEnds[index - 1]
    return sources.toString('utf8', from, sourceEnds[index])
  }

  const hex = (index: number, field: number, bytes: number): string =>
    records.toString('hex', index * RECORD + field, index * RECORD + field + bytes)

  const order = (a: number, b: number, field: number, bytes: number): number => {
    const first = a * RECORD + field
    const second = b * RECORD + field
    return records.compare(records, second, second + bytes, first, first + bytes)
  }

  return {
    size: () => size,
    find: (key) => {
      probe.write(key, 'hex')
      return slots[slotOf(probe, 0)] - 1
    },
    put: (entry, place) => {
      if (size === capacity) grow()
      probe.write(entry.key, 'hex')
      const slot = slotOf(probe, 0)
      const known = slots[slot] - 1
      const index = known >= 0 ? known : size
      if (known < 0) {
        addSource(entry.source)
        slots[slot] = index + 1
        size++
      }
      records.write(entry.key, index * RECORD + KEY, 'hex')
      records.write(entry.id, index * RECORD + ID, 'hex')
      records.write(entry.line, index * RECORD + LINE, 'hex')
      starts[index] = place.start
      lengths[index] = place.length
      files[index] = place.file | (place.marked ? MARKED : 0)
      return index
    },
    entry: (index) => ({
      key: hex(index, KEY, 16),
      id: hex(index, ID, 8),
      source: source(index),
      line: hex(index, LINE, 16),
    }),
    place: (index) => ({
      file: files[index] & ~MARKED,
      start: starts[index],
      length: lengths[index],
      marked: files[index] >= MARKED,
    }),
    source,
    compare: (a, b) => {
      const byId = order(a, b, ID, 8)
      if (byId !== 0) return byId
      const first = source(a)
      const second = source(b)
      if (first !== second) return first < second ? -1 : 1
      return order(a, b, KEY, 16)
    },
    sameArticle: (a, b) => order(a, b, ID, 8) === 0,
  }
}

function widened<Column extends Float64Array | Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
