import type { AnnotatedDocument } from '../document/annotated-document.js'
import type { Row, Table } from '../document/table.js'
import { ARTICLES, DATES, ENTITIES, type EntityRow, MENTIONS, QUOTES, type TableName } from '../document/tables.js'
import { articleRow, dateRows, type EntityIds, mentionRows, quoteRows } from './rows.js'
import type { TableFormat, WriteOptions } from './table-writer.js'
import { createUtf8Buffer, type Utf8Buffer } from './utf8-buffer.js'

/** Rows of one table, ready to be written. */
export interface SerializedTable {
  readonly table: TableName
  readonly rows: number
  /** The rows as each format writes them, in UTF-8, in the order of the formats. */
  readonly texts: readonly Uint8Array[]
}

/** How rows are to be serialized. */
export interface Serialization extends WriteOptions {
  readonly formats: readonly TableFormat[]
}

/**
 * The rows of some documents, by table; `idsIn` gives the corpus's ids of a document's entities. Each document is serialized
 * before the next one is taken, so that none of them lives long. The bytes are put into `room` as far as they fit.
 */
export function serializeDocuments(
  documents: Iterable<AnnotatedDocument>,
  idsIn: (document: AnnotatedDocument) => EntityIds,
  serialization: Serialization,
  room: Uint8Array = NO_ROOM,
): readonly SerializedTable[] {
  const [articles, mentions, dates, quotes] = createLots([ARTICLES, MENTIONS, DATES, QUOTES], serialization)
  for (const document of documents) {
    const ids = idsIn(document)
    articles.add([articleRow(document)])
    mentions.add(mentionRows(document, ids))
    dates.add(dateRows(document))
    quotes.add(quoteRows(document, ids))
  }
  const take = takerInto(room)
  return [articles, mentions, dates, quotes].map((lot) => lot.serialized(take))
}

const NO_ROOM = new Uint8Array(0)

/** Takes what buffers hold, one after the other into the room while there is room. */
function takerInto(room: Uint8Array): (buffer: Utf8Buffer) => Uint8Array {
  let left = room
  return (buffer) => {
    const taken = buffer.takeInto(left)
    if (taken) left = left.subarray(taken.length)
    return taken ?? buffer.take()
  }
}

export function serializeEntities(rows: readonly EntityRow[], serialization: Serialization): SerializedTable {
  const [lot] = createLots([ENTITIES], serialization)
  lot.add(rows)
  return lot.serialized(takerInto(NO_ROOM))
}

type NamedTable = Table & { readonly name: TableName }

/** Rows of one table that are serialized as they come. */
interface Lot {
  readonly add: (rows: readonly Row[]) => void
  readonly serialized: (take: (buffer: Utf8Buffer) => Uint8Array) => SerializedTable
}

/** Used again by each call, since no call begins before another ends. */
const buffers: Utf8Buffer[] = []

function createLots(tables: readonly NamedTable[], { formats, ...options }: Serialization): readonly Lot[] {
  while (buffers.length < tables.length * formats.length) buffers.push(createUtf8Buffer())
  return tables.map((table, t) =>
    createLot(table, formats, buffers.slice(t * formats.length, (t + 1) * formats.length), options),
  )
}

function createLot(
  table: NamedTable,
  formats: Serialization['formats'],
  into: readonly Utf8Buffer[],
  options: WriteOptions,
): Lot {
  let count = 0
  for (const buffer of into) buffer.clear()
  return {
    add: (rows) => {
      if (rows.length === 0) return
      count += rows.length
      for (const [i, format] of formats.entries()) into[i].add(format.serialize(rows, table, options))
    },
    serialized: (take) => ({ table: table.name, rows: count, texts: into.map(take) }),
  }
}
