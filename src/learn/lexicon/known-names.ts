import type { EntityType } from '../../document/mention.js'
import type { GoldDocument } from '../gold/gold.js'
import { trimName } from '../score/names.js'

/** Rarer or less clear names of a machine's annotation are too often its mistakes. */
const LEAST = 2
const SHARE = 0.75
const LONGEST = 40

/**
 * Names with the type that they nearly always have in articles annotated by a program, as a list to look up: such
 * annotation is too wrong to learn from, but of a name that it saw often it knows the type.
 */
export function knownNames(documents: readonly GoldDocument[]): ReadonlyMap<string, EntityType> {
  const counts = new Map<string, Map<EntityType, number>>()
  for (const { text, mentions } of documents) {
    for (const mention of mentions) {
      const { start, end } = trimName(text, mention)
      if (end - start > LONGEST) continue
      const name = text.slice(start, end).replace(/\s+/g, ' ')
      const types = counts.get(name) ?? new Map<EntityType, number>()
      types.set(mention.type, (types.get(mention.type) ?? 0) + 1)
      counts.set(name, types)
    }
  }
  const known = new Map<string, EntityType>()
  for (const [name, types] of counts) {
    const total = [...types.values()].reduce((sum, count) => sum + count, 0)
    for (const [type, count] of types) if (count >= LEAST && count >= SHARE * total) known.set(name, type)
  }
  return known
}
