import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identities, NO_IDENTITIES } from '../6-link/identities.js'
import { createLinker } from '../6-link/link.js'
import { createLinkKey } from '../6-link/link-key.js'
import type { Corpus, CorpusEntity, LinkedDocument } from '../document/corpus-entity.js'
import { createSpool, type Spool } from './spool.js'

/** Links a corpus of any size. Documents come in order of article id. */
export interface CorpusLinker {
  readonly add: (document: LinkedDocument) => Promise<void>
  readonly finish: () => Promise<LinkedCorpus>
  /** Takes its folder away; call in any case. */
  readonly remove: () => Promise<void>
}

export interface LinkedCorpus {
  readonly idsIn: Corpus['idsIn']
  /** All entities, in order of id. */
  readonly entities: () => AsyncGenerator<CorpusEntity>
}

/** Memory is that of one part in so many of the corpus's entities. */
const PARTS = 64

/**
 * Stage 6 out of core: the entities of the articles are dealt out to parts by what may make them the same, every part is
 * linked by itself, and the parts' entities are merged in order of id. Small corpora never touch the disk.
 */
export async function createCorpusLinker(
  folder: string,
  identities: Identities = NO_IDENTITIES,
  keptInMemory?: number,
): Promise<CorpusLinker> {
  // A run that was killed may have left its parts.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const spoolsOf = (name: string): readonly Spool[] =>
    Array.from({ length: PARTS }, (_, part) => createSpool(join(folder, `${name}-${part}.part`), keptInMemory))
  const partOf = partsBy(createLinkKey(identities))
  const occurrences = spoolsOf('occurrences')
  const linked = spoolsOf('entities')
  return {
    add: async (document) => {
      for (const [part, entities] of dealOut(document.entities, partOf)) {
        const { id, publishedAt } = document
        await occurrences[part].add(JSON.stringify({ id, publishedAt, entities }))
      }
    },
    finish: async () => {
      const idsOf: Corpus['idsIn'][] = []
      for (const [part, spool] of occurrences.entries()) {
        idsOf.push(await linkPart(spool, linked[part], identities))
        await spool.remove()
      }
      return {
        idsIn: idsInAll(idsOf, partOf),
        entities: () => mergeById(linked.map((spool) => entitiesOf(spool))),
      }
    },
    remove: async () => {
      for (const spool of [...occurrences, ...linked]) await spool.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type PartOf = (entityId: string) => number

function dealOut(
  entities: LinkedDocument['entities'],
  partOf: PartOf,
): ReadonlyMap<number, LinkedDocument['entities'][number][]> {
  const parts = new Map<number, LinkedDocument['entities'][number][]>()
  for (const entity of entities) {
    const part = partOf(entity.id)
    const list = parts.get(part)
    if (list) list.push(entity)
    else parts.set(part, [entity])
  }
  return parts
}

/** FNV-1a of the link key. */
const partsBy =
  (linkKey: (entityId: string) => string): PartOf =>
  (entityId) => {
    const key = linkKey(entityId)
    let hash = 0x811c9dc5
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return (hash >>> 0) % PARTS
  }

/** The parts' answers together. */
const idsInAll =
  (parts: readonly Corpus['idsIn'][], partOf: PartOf): Corpus['idsIn'] =>
  (document) => {
    const readers = new Map<number, (entityId: string) => string>()
    for (const [part, entities] of dealOut(document.entities, partOf)) {
      readers.set(part, parts[part]({ id: document.id, entities }))
    }
    return (entityId) => readers.get(partOf(entityId))?.(entityId) ?? entityId
  }

/** Only what maps ids outlives this; the part's entities go to `to`. */
async function linkPart(from: Spool, to: Spool, identities: Identities): Promise<Corpus['idsIn']> {
  const linker = createLinker(identities)
  for await (const line of from.lines()) linker.add(JSON.parse(line) as LinkedDocument)
  const { idsIn, entities } = linker.finish()
  for (const entity of entities()) await to.add(JSON.stringify(entity))
  return idsIn
}

async function* entitiesOf(spool: Spool): AsyncGenerator<CorpusEntity> {
  for await (const line of spool.lines()) yield JSON.parse(line) as CorpusEntity
}

async function* mergeById(sources: readonly AsyncGenerator<CorpusEntity>[]): AsyncGenerator<CorpusEntity> {
  const heads = await Promise.all(sources.map((source) => source.next()))
  while (true) {
    let least = -1
    for (let i = 0; i < heads.length; i++) {
      if (!heads[i].done && (least < 0 || heads[i].value.id < heads[least].value.id)) least = i
    }
    if (least < 0) return
    yield heads[least].value
    heads[least] = await sources[least].next()
  }
}
