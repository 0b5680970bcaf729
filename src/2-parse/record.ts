/** The fields of a record by their names in other people's data, the first that is there wins. */
export const RECORD_FIELDS = {
  id: ['id'],
  text: ['text', 'body', 'content'],
  title: ['title', 'headline'],
  url: ['url', 'link'],
  published: ['published', 'publishedAt', 'published_at', 'date', 'datePublished'],
  authors: ['authors', 'author', 'byline'],
  outlet: ['outlet', 'source', 'publisher'],
  language: ['language', 'lang', 'inLanguage'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RecordField = keyof typeof RECORD_FIELDS

/** The value of a field under any of its names; empty strings and nulls count as missing. */
export function fieldOf(record: Readonly<Record<string, unknown>>, field: RecordField): unknown {
  for (const name of RECORD_FIELDS[field]) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

/** A field's text; of a schema.org object its `name`; a number as its digits. */
export function textOf(record: Readonly<Record<string, unknown>>, field: RecordField): string | undefined {
  const value = fieldOf(record, field)
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return value.name
  return undefined
}
