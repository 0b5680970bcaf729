import type { Identities } from '../../6-link/identities.js'
import { createLinker } from '../../6-link/link.js'
import type { CellId, Corpus, LinkedDocument } from '../../document/corpus-entity.js'
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

/** Links one part of the corpus by itself. Memory: the linker's, the part's entities as text, and its ids article by article. */
export async function linkPart({ occurrences, identities }: LinkTask): Promise<LinkedPart> {
  const linker = createLinker(identities)
  const named = newNamed()
  for await (const line of linesOfSpool(occurrences)) {
    const [range, documents] = JSON.parse(line) as readonly [number, readonly LinkedDocument[]]
    for (const document of documents) note(named, range, document, linker.add(document))
  }
  const corpus = linker.finish()
  const changes = changesOf(named, corpus)
  return { entities: Array.from(corpus.entities(), (entity) => JSON.stringify(entity)), changes }
}

/** What a part's articles name, as columns: objects for each of them would be copied by one collection after the other. */
interface Named {
  /** For each article: its range, its id, and where its entities end in the columns below. */
  readonly ranges: number[]
  readonly documents: string[]
  readonly ends: number[]
  /** For each entity of an article: its id there, and what the linker took it for. */
  readonly entityIds: string[]
  readonly cells: CellId[]
}

const newNamed = (): Named => ({ ranges: [], documents: [], ends: [], entityIds: [], cells: [] })

function note(named: Named, range: number, document: LinkedDocument, cells: readonly CellId[]): void {
  for (const [i, { id }] of document.entities.entries()) {
    // Most are equal, and then one string is enough for all articles.
    named.entityIds.push(id === cells[i] ? cells[i] : id)
    named.cells.push(cells[i])
  }
  named.ranges.push(range)
  named.documents.push(document.id)
  named.ends.push(named.cells.length)
}

function changesOf({ ranges, documents, ends, entityIds, cells }: Named, { idOf }: Corpus): readonly string[] {
  const byRange = new Map<number, DocumentChanges[]>()
  let at = 0
  for (const [d, document] of documents.entries()) {
    const ids: (readonly [from: string, to: string])[] = []
    for (; at < ends[d]; at++) {
      const id = idOf(cells[at])
      if (id !== entityIds[at]) ids.push([entityIds[at], id])
    }
    if (ids.length === 0) continue
    const changed = byRange.get(ranges[d]) ?? []
    byRange.set(ranges[d], changed)
    changed.push([document, ids])
  }
  return Array.from(byRange, (changes) => JSON.stringify(changes satisfies RangeChanges))
}
