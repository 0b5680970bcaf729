import type { CorpusEntity } from '../../document/corpus-entity.js'
import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import type { EntitySummary } from '../run-report.js'

/** Counts entities by type and keeps the most mentioned. */
export interface Summary {
  readonly add: (entity: CorpusEntity) => void
  readonly result: () => Readonly<Record<EntityType, EntitySummary>>
}

const TOP = 5

export function createSummary(): Summary {
  const counts = new Map<EntityType, number>()
  const tops = new Map<EntityType, CorpusEntity[]>()
  const summary = (type: EntityType): EntitySummary => ({
    count: counts.get(type) ?? 0,
    top: (tops.get(type) ?? []).map(({ name, mentionCount, articleCount }) => ({
      name,
      mentions: mentionCount,
      articles: articleCount,
    })),
  })
  return {
    add: (entity) => {
      counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1)
      const top = tops.get(entity.type) ?? []
      if (top.length === TOP && entity.mentionCount <= top[TOP - 1].mentionCount) return
      tops.set(entity.type, [...top, entity].sort((a, b) => b.mentionCount - a.mentionCount).slice(0, TOP))
    },
    result: () => {
      const [person, place, organization] = ENTITY_TYPES.map(summary)
      return { person, place, organization }
    },
  }
}
