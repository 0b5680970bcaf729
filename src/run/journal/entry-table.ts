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
 * Entries by key, some eighty bytes each and what its source's name does not share with its neighbours', so that the
 * journal of a million articles is a hundred megabytes and not a heap of a million objects.
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

/** Entries that lie together. A table that doubled would leave holes in memory as large as itself. */
const SEGMENT_BITS = 13
const SEGMENT = 1 << SEGMENT_BITS

interface Segment {
  readonly records: Buffer
  readonly starts: Float64Array
  readonly lengths: Uint32Array
  /** Number of the file, and `MARKED`. */
  readonly files: Uint8Array
  /** The segment's first source: the others have so many code units of its beginning as `shared` says. */
  readonly pattern: string
  readonly shared: Uint8Array
  /** Where the rest of each source ends in `rests`. */
  readonly restEnds: Uint32Array
  rests: Buffer
}

const newSegment = (pattern: string): Segment => ({
  records: Buffer.alloc(SEGMENT * RECORD),
  starts: new Float64Array(SEGMENT),
  lengths: new Uint32Array(SEGMENT),
  files: new Uint8Array(SEGMENT),
  pattern,
  shared: new Uint8Array(SEGMENT),
  restEnds: new Uint32Array(SEGMENT),
  rests: Buffer.alloc(SEGMENT * 8),
})

const MOST_SHARED = 255

/** Code units that both begin with; never half of a pair. */
function sharedBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length, MOST_SHARED)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length > 0 && (a.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length - 1 : length
}

export function createEntryTable(): EntryTable {
  const segments: Segment[] = []
  let size = 0
  /** Open addressing: index + 1, 0 where free. */
  let slots = new Uint32Array(SEGMENT * 2)
  const probe = Buffer.alloc(16)

  const segmentOf = (index: number): Segment => segments[index >>> SEGMENT_BITS]
  const rowOf = (index: number): number => index & (SEGMENT - 1)

  const order = (a: number, b: number, field: number, bytes: number): number => {
    const first = rowOf(a) * RECORD + field
    const second = rowOf(b) * RECORD + field
    return segmentOf(a).records.compare(segmentOf(b).records, second, second + bytes, first, first + bytes)
  }

  /** The slot of the entry with the key, or the free one where it belongs. */
  const slotOf = (key: Buffer, offset: number): number => {
    const mask = slots.length - 1
    let slot = key.readUInt32LE(offset) & mask
    while (slots[slot] !== 0) {
      const index = slots[slot] - 1
      const at = rowOf(index) * RECORD + KEY
      if (segmentOf(index).records.compare(key, offset, offset + 16, at, at + 16) === 0) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  const makeRoom = (source: string): void => {
    if (size === segments.length * SEGMENT) segments.push(newSegment(source))
    if (size * 2 < slots.length) return
    slots = new Uint32Array(slots.length * 2)
    for (let index = 0; index < size; index++)
      slots[slotOf(segmentOf(index).records, rowOf(index) * RECORD + KEY)] = index + 1
  }

  const addSource = (source: string): void => {
    const segment = segmentOf(size)
    const row = rowOf(size)
    const shared = sharedBeginning(segment.pattern, source)
    const rest = source.slice(shared)
    const from = row === 0 ? 0 : segment.restEnds[row - 1]
    const end = from + Buffer.byteLength(rest)
    if (end > segment.rests.length)
      segment.rests = Buffer.concat([segment.rests], Math.max(segment.rests.length * 2, end))
    segment.rests.write(rest, from, 'utf8')
    segment.restEnds[row] = end
    segment.shared[row] = shared
  }

  const source = (index: number): string => {
    const { pattern, shared, rests, restEnds } = segmentOf(index)
    const row = rowOf(index)
    const rest = rests.toString('utf8', row === 0 ? 0 : restEnds[row - 1], restEnds[row])
    return pattern.slice(0, shared[row]) + rest
  }

  const hex = (index: number, field: number, bytes: number): string => {
    const from = rowOf(index) * RECORD + field
    return segmentOf(index).records.toString('hex', from, from + bytes)
  }

  return {
    size: () => size,
    find: (key) => {
      probe.write(key, 'hex')
      return slots[slotOf(probe, 0)] - 1
    },
    put: (entry, place) => {
      makeRoom(entry.source)
      probe.write(entry.key, 'hex')
      const slot = slotOf(probe, 0)
      const known = slots[slot] - 1
      const index = known >= 0 ? known : size
      if (known < 0) {
        addSource(entry.source)
        slots[slot] = index + 1
        size++
      }
      const { records, starts, lengths, files } = segmentOf(index)
      const row = rowOf(index)
      records.write(entry.key, row * RECORD + KEY, 'hex')
      records.write(entry.id, row * RECORD + ID, 'hex')
      records.write(entry.line, row * RECORD + LINE, 'hex')
      starts[row] = place.start
      lengths[row] = place.length
      files[row] = place.file | (place.marked ? MARKED : 0)
      return index
    },
    entry: (index) => ({
      key: hex(index, KEY, 16),
      id: hex(index, ID, 8),
      source: source(index),
      line: hex(index, LINE, 16),
    }),
    place: (index) => {
      const { starts, lengths, files } = segmentOf(index)
      const row = rowOf(index)
      return { file: files[row] & ~MARKED, start: starts[row], length: lengths[row], marked: files[row] >= MARKED }
    },
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
