import type { LinkedDocument } from '../../document/corpus-entity.js'

const HEAD = /^\{"schemaVersion":\d+,"id":"([0-9a-f]{16})"/
const ENTITIES = '"entities":['
const DATES = '],"dates":['
const PUBLISHED_AT = '"publishedAt":"'
const TEXT = '"text":"'

/**
 * What linking needs of a document, without reading the rest of its line, which is five sixths of it. That is safe
 * because a quote mark inside a JSON string is escaped: a bare `"entities":[` can only be the field. Undefined for a line
 * that another program wrote another way.
 */
export function linkedDocumentOf(line: Buffer): LinkedDocument | undefined {
  const head = HEAD.exec(line.toString('latin1', 0, 60))
  const start = line.indexOf(ENTITIES)
  const end = start < 0 ? -1 : line.indexOf(DATES, start)
  if (!head || end < 0) return undefined
  const publishedAt = publishedAtOf(line)
  try {
    const entities = JSON.parse(
      line.toString('utf8', start + ENTITIES.length - 1, end + 1),
    ) as LinkedDocument['entities']
    return { id: head[1], ...(publishedAt !== undefined && { publishedAt }), entities }
  } catch {
    return undefined
  }
}

/** The field stands before the text. */
function publishedAtOf(line: Buffer): string | undefined {
  const start = line.indexOf(PUBLISHED_AT)
  if (start < 0 || start > line.indexOf(TEXT)) return undefined
  const from = start + PUBLISHED_AT.length
  return line.toString('utf8', from, line.indexOf('"', from))
}
