import { fullNameOf } from '../gazetteer/everyday-names.js'
import { createGroups } from './groups.js'
import type { Identities } from './identities.js'

/** What stands before the word that counts: "the U.S. Senate" is "Senate", "U.S. Department of Labor" "Labor Department". */
const BEFORE = /^(?:the-(?=.))?(?:(?:us|united-states)-(?=.))?(?:department-of-(?:the-)?(?=.))?/

/** "-jr", and the number of a namesake within the article. */
const SUFFIXES = /(?:-(?:jr|sr|ii|iii|iv|esq|phd|md|\d))+$/

/**
 * What entities that may turn out to be the same have in common, from the id inside an article: of people the family
 * name, of organizations the first letter (which an acronym shares with the name that it stands for), and so of places
 * without GeoNames id, which may be an organization's seat; of other places the id itself. So the corpus can be linked in parts, each by itself.
 */
export function linkKey(entityId: string): string {
  const colon = entityId.indexOf(':')
  const [type, slug] = [entityId.slice(0, colon), entityId.slice(colon + 1)]
  if (type === 'person') {
    const family = slug.replace(SUFFIXES, '')
    return `person:${family.slice(family.lastIndexOf('-') + 1)}`
  }
  if (type === 'place' && slug.startsWith('geonames-')) return entityId
  const bare = slug.replace(BEFORE, '')
  return `organization:${(fullNameOf(bare)?.toLowerCase() ?? bare).slice(0, 1)}`
}

/**
 * Link keys that also hold together what the identities file names in one line: "same person:ann-lee person:ann-cole".
 */
export function createLinkKey({ same, different, rename }: Identities): (entityId: string) => string {
  if (same.length + different.length + rename.length === 0) return linkKey
  const groups = createGroups([])
  for (const ids of [...same, ...different.map(({ a, b }) => [a, b]), ...rename]) {
    for (const id of ids) {
      groups.add(linkKey(id))
      groups.join(linkKey(id), linkKey(ids[0]), '')
    }
  }
  return (entityId) => groups.of(linkKey(entityId))
}
