import type { Identities } from '../6-link/identities.js'
import { createLinker } from '../6-link/link.js'
import type { CellId, Corpus, LinkedDocument, Linker } from '../document/corpus-entity.js'
import { linesOfSpool, type SpoolContent } from './spool.js'

export interface LinkTask {
  /** Lines of `[number of the range, its documents with their entities of this part]`. */
  readonly occurrences: SpoolContent
  readonly identities: Identities
}

export interface LinkedPart {
  /** A `CorpusEntity` as JSON for each entity, in order of id. */
  readonly entities: readonly string[]
  /** `RangeChanges` as JSON, at most one for each range, in order. */
  readonly changes: readonly string[]
}

/** In which documents of a range which entities have another id in the corpus. */
export type RangeChanges = readonly [range: number, documents: readonly DocumentChanges[]]
export type DocumentChanges = readonly [documentId: string, ids: readonly (readonly [from: string, to: string])[]]

/** An article's entities of this part, and what the linker took them for. */
interface Linked {
  readonly id: string
  readonly entityIds: readonly string[]
  readonly cells: readonly CellId[]
}

/** Links one part of the corpus by itself. Memory: the linker's, the part's entities as text, and its ids article by article. */
export async function linkPart({ occurrences, identities }: LinkTask): Promise<LinkedPart> {
  const linker = createLinker(identities)
  const ranges: (readonly [range: number, documents: readonly Linked[]])[] = []
  for await (const line of linesOfSpool(occurrences)) {
    const [range, documents] = JSON.parse(line) as readonly [number, readonly LinkedDocument[]]
    ranges.push([range, documents.map((document) => added(document, linker))])
  }
  const corpus = linker.finish()
  const changes = ranges.flatMap(([range, documents]) => {
    const changed = documents.map((document) => changesOf(document, corpus)).filter(([, ids]) => ids.length > 0)
    return changed.length > 0 ? [JSON.stringify([range, changed] satisfies RangeChanges)] : []
  })
  return { entities: Array.from(corpus.entities(), (entity) => JSON.stringify(entity)), changes }
}

function added(document: LinkedDocument, linker: Linker): Linked {
  const cells = linker.add(document)
  // Most are equal, and then one string is enough for all articles.
  const entityIds = document.entities.map(({ id }, i) => (id === cells[i] ? cells[i] : id))
  return { id: document.id, entityIds, cells }
}

function changesOf({ id, entityIds, cells }: Linked, { idOf }: Corpus): DocumentChanges {
  const ids = entityIds.map((from, i) => [from, idOf(cells[i])] as const).filter(([from, to]) => from !== to)
  return [id, ids]
}
