import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identities, NO_IDENTITIES } from '../../6-link/identities.js'
import type { CorpusEntity } from '../../document/corpus-entity.js'
import { inOrder } from '../in-order.js'
import type { Executor } from '../pool/executor.js'
import { PARTS } from './partition-entities.js'
import { createSpool, linesOfSpool, type Spool, type SpoolContent } from './spool.js'

/** Links a corpus of any size. Ranges of documents come in order of article id. */
export interface CorpusLinker {
  /** Takes a range's documents as `partitionEntities` gave them. */
  readonly add: (parts: readonly string[]) => Promise<void>
  readonly finish: (executor: Executor) => Promise<LinkedCorpus>
  /** Takes its folder away; call in any case. */
  readonly remove: () => Promise<void>
}

export interface LinkedCorpus {
  /** `RangeChanges` as JSON for each range of documents, in order. */
  readonly changes: () => AsyncGenerator<readonly string[]>
  /** All entities, in order of id. */
  readonly entities: () => AsyncGenerator<EntityLine>
}

/** An entity, and the same as JSON, to be handed on. */
export interface EntityLine {
  readonly entity: CorpusEntity
  readonly json: string
}

/**
 * Stage 6 out of core: the entities of the articles are given to parts by what may make them the same, every part is
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
  const occurrences = spoolsOf('occurrences')
  const entities = spoolsOf('entities')
  const changes = spoolsOf('changes')
  let ranges = 0
  return {
    add: async (parts) => {
      for (const [part, json] of parts.entries()) if (json !== '') await occurrences[part].add(`[${ranges},${json}]`)
      ranges++
    },
    finish: async (executor) => {
      let part = 0
      const link = (spool: Spool) => executor.linkPart({ occurrences: spool.content(), identities })
      for await (const linked of inOrder(occurrences, executor.atOnce, link)) {
        for (const line of linked.entities) await entities[part].add(line)
        for (const line of linked.changes) await changes[part].add(line)
        await occurrences[part].remove()
        part++
      }
      return {
        changes: () =>
          changesByRange(
            changes.map((spool) => spool.content()),
            ranges,
          ),
        entities: () => mergeById(entities.map((spool) => entitiesOf(spool.content()))),
      }
    },
    remove: async () => {
      for (const spool of [...occurrences, ...entities, ...changes]) await spool.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Every part has at most one line for a range, which begins with the range's number: `[12,…`. */
async function* changesByRange(parts: readonly SpoolContent[], ranges: number): AsyncGenerator<readonly string[]> {
  const sources = parts.map((content) => linesOfSpool(content))
  const heads = await Promise.all(sources.map((source) => source.next()))
  for (let range = 0; range < ranges; range++) {
    const changes: string[] = []
    for (const [part, head] of heads.entries()) {
      if (head.done || !head.value.startsWith(`[${range},`)) continue
      changes.push(head.value)
      heads[part] = await sources[part].next()
    }
    yield changes
  }
}

async function* entitiesOf(content: SpoolContent): AsyncGenerator<EntityLine> {
  for await (const json of linesOfSpool(content)) yield { entity: JSON.parse(json) as CorpusEntity, json }
}

async function* mergeById(sources: readonly AsyncGenerator<EntityLine>[]): AsyncGenerator<EntityLine> {
  const heads = await Promise.all(sources.map((source) => source.next()))
  while (true) {
    let least = -1
    for (let i = 0; i < heads.length; i++) {
      if (!heads[i].done && (least < 0 || heads[i].value.entity.id < heads[least].value.entity.id)) least = i
    }
    if (least < 0) return
    yield heads[least].value
    heads[least] = await sources[least].next()
  }
}
