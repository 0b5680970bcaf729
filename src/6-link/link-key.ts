/**
 * What entities that may turn out to be the same have in common, from the id inside an article: of people the family
 * name, of organizations the first letter (which an acronym shares with the name that it stands for), of places the id
 * itself. So the corpus can be linked in parts, each by itself.
 */
export function linkKey(entityId: string): string {
  const colon = entityId.indexOf(':')
  const [type, slug] = [entityId.slice(0, colon), entityId.slice(colon + 1)]
  if (type === 'person') return `person:${slug.slice(slug.lastIndexOf('-') + 1)}`
  return type === 'organization' ? `organization:${slug.slice(0, 1)}` : entityId
}
