import type { Identities } from '../6-link/identities.js'
import { createLinker } from '../6-link/link.js'
import type { LinkedDocument } from '../document/corpus-entity.js'
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

/** Links one part of the corpus by itself. Memory: the linker's, and the part's entities as text. */
export async function linkPart({ occurrences, identities }: LinkTask): Promise<LinkedPart> {
  const linker = createLinker(identities)
  for await (const [, documents] of rangesOf(occurrences)) for (const document of documents) linker.add(document)
  const corpus = linker.finish()
  const changes: string[] = []
  for await (const [range, documents] of rangesOf(occurrences)) {
    const changed = documents.map((document) => changesOf(document, corpus.idsIn)).filter(([, ids]) => ids.length > 0)
    if (changed.length > 0) changes.push(JSON.stringify([range, changed] satisfies RangeChanges))
  }
  return { entities: Array.from(corpus.entities(), (entity) => JSON.stringify(entity)), changes }
}

async function* rangesOf(from: SpoolContent): AsyncGenerator<readonly [range: number, documents: LinkedDocument[]]> {
  for await (const line of linesOfSpool(from)) yield JSON.parse(line)
}

function changesOf(
  document: LinkedDocument,
  idsIn: (document: LinkedDocument) => (entityId: string) => string,
): DocumentChanges {
  const idOf = idsIn(document)
  const ids = document.entities.map(({ id }) => [id, idOf(id)] as const).filter(([from, to]) => from !== to)
  return [document.id, ids]
}
