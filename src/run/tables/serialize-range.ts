import { formatsNamed } from '../../7-write/formats.js'
import { type EntityIds, entityRow } from '../../7-write/rows.js'
import { type SerializedTable, serializeDocuments, serializeEntities } from '../../7-write/serialize.js'
import type { TableFormat } from '../../7-write/table-writer.js'
import type { AnnotatedDocument } from '../../document/annotated-document.js'
import type { CorpusEntity } from '../../document/corpus-entity.js'
import { type LineRange, linesIn, newRangeMemory } from '../lines/line-ranges.js'
import type { RangeChanges } from './link-part.js'
import { type BadLine, documentOf } from './partition-entities.js'

/** How the rows are to be serialized. */
interface Serialized {
  readonly formats: readonly TableFormat['name'][]
  readonly rawCells: boolean
}

export interface SerializeTask extends Serialized {
  readonly path: string
  readonly range: LineRange
  /** `RangeChanges` of this range as JSON, from all parts. */
  readonly changes: readonly string[]
  /** Where the rows are put, as far as they fit. */
  readonly room: Uint8Array
}

export interface SerializeEntitiesTask extends Serialized {
  /** A `CorpusEntity` as JSON for each. */
  readonly entities: readonly string[]
}

export type SerializedRange = { readonly kind: 'serialized'; readonly tables: readonly SerializedTable[] } | BadLine

const memory = newRangeMemory()

/** The rows of a range's documents, as bytes of each format. */
export function serializeRange({ path, range, changes, formats, rawCells, room }: SerializeTask): SerializedRange {
  let bad: BadLine | undefined
  function* documents(): Generator<AnnotatedDocument> {
    for (const line of linesIn(path, range, memory)) {
      const document = documentOf(line)
      if (!document) {
        bad = { kind: 'bad-line', start: line.start }
        return
      }
      yield document
    }
  }
  const tables = serializeDocuments(documents(), idsBy(changes), { formats: formatsNamed(formats), rawCells }, room)
  return bad ?? { kind: 'serialized', tables }
}

/** The rows of some entities, as bytes of each format. */
export function serializeEntityLot({ entities, formats, rawCells }: SerializeEntitiesTask): SerializedTable {
  const rows = entities.map((json) => entityRow(JSON.parse(json) as CorpusEntity))
  return serializeEntities(rows, { formats: formatsNamed(formats), rawCells })
}

/** An id that linking did not change is the same in the corpus. */
function idsBy(changes: readonly string[]): (document: AnnotatedDocument) => EntityIds {
  const changed = new Map<string, Map<string, string>>()
  for (const json of changes) {
    const [, documents] = JSON.parse(json) as RangeChanges
    for (const [document, ids] of documents) {
      const known = changed.get(document) ?? new Map<string, string>()
      changed.set(document, known)
      for (const [from, to] of ids) known.set(from, to)
    }
  }
  return (document) => {
    const ids = changed.get(document.id)
    return ids ? (entityId) => ids.get(entityId) ?? entityId : (entityId) => entityId
  }
}
