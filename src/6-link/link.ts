import type { Corpus, CorpusEntity, LinkedDocument, Linker } from '../document/corpus-entity.js'

type LocalEntity = LinkedDocument['entities'][number]

interface Gathered {
  readonly first: LocalEntity
  readonly names: Map<string, number>
  mentionCount: number
  articleCount: number
  from: string | undefined
  to: string | undefined
  person: CorpusEntity['person']
  place: CorpusEntity['place']
  organization: CorpusEntity['organization']
}

const MOST_NAMES = 50

/**
 * Stage 6: entities with the same id are the same. Memory: some hundred bytes for each different entity of the corpus;
 * no mention and no text is kept.
 */
export function createLinker(): Linker {
  const gathered = new Map<string, Gathered>()
  return {
    add: (document) => {
      for (const entity of document.entities) gather(gathered, entity, document.publishedAt)
    },
    finish: () => corpusOf(gathered),
  }
}

function gather(all: Map<string, Gathered>, entity: LocalEntity, publishedAt: string | undefined): void {
  let found = all.get(entity.id)
  if (!found) {
    found = {
      first: entity,
      names: new Map(),
      mentionCount: 0,
      articleCount: 0,
      from: undefined,
      to: undefined,
      person: undefined,
      place: undefined,
      organization: undefined,
    }
    all.set(entity.id, found)
  }
  found.mentionCount += entity.mentionCount
  found.articleCount++
  for (const name of [entity.name, ...entity.aliases]) {
    const weight = name === entity.name ? 1 : 0
    if (found.names.has(name) || found.names.size < MOST_NAMES)
      found.names.set(name, (found.names.get(name) ?? 0) + weight)
  }
  if (entity.person) found.person = { ...entity.person, ...found.person }
  found.place = found.place ?? entity.place
  if (entity.organization) found.organization = { ...entity.organization, ...found.organization }
  if (publishedAt === undefined) return
  if (found.from === undefined || publishedAt < found.from) found.from = publishedAt
  if (found.to === undefined || publishedAt > found.to) found.to = publishedAt
}

function corpusOf(gathered: ReadonlyMap<string, Gathered>): Corpus {
  return {
    idOf: sameId,
    entities: function* () {
      const ids = [...gathered.keys()].sort()
      for (const id of ids) {
        const found = gathered.get(id)
        if (found) yield corpusEntity(id, found)
      }
    },
  }
}

/** Outside of `corpusOf`, so that who keeps the mapping does not keep the entities. */
const sameId = (_: string, entityId: string): string => entityId

function corpusEntity(id: string, found: Gathered): CorpusEntity {
  const byUse = [...found.names].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))
  const [name, ...aliases] = byUse.map(([form]) => form)
  return {
    id,
    type: found.first.type,
    name,
    aliases,
    mentionCount: found.mentionCount,
    articleCount: found.articleCount,
    ...(found.from !== undefined && { firstPublishedAt: found.from }),
    ...(found.to !== undefined && { lastPublishedAt: found.to }),
    ...(found.person && { person: found.person }),
    ...(found.place && { place: found.place }),
    ...(found.organization && { organization: found.organization }),
  }
}
