import type { Identities } from '../../6-link/identities.js'
import { createLinkKey } from '../../6-link/link-key.js'
import type { AnnotatedDocument } from '../../document/annotated-document.js'
import type { LinkedDocument } from '../../document/corpus-entity.js'
import { type LineRange, linesIn, newRangeMemory, type RangeLine } from '../lines/line-ranges.js'
import { linkedDocumentOf } from './linked-document.js'

/** Parts that the corpus's entities are linked in: memory is that of one in so many of them. */
export const PARTS = 64

export interface PartitionTask {
  readonly path: string
  readonly range: LineRange
  readonly identities: Identities
}

export type Partitioned =
  | {
      readonly kind: 'partitioned'
      /** For each part the range's documents with their entities of that part, as JSON; empty where there are none. */
      readonly parts: readonly string[]
    }
  | BadLine

/** A line that is no annotated document, by where it begins in the file. */
export interface BadLine {
  readonly kind: 'bad-line'
  readonly start: number
}

/** Memory that comes and goes with each range would have V8 collect the whole heap every few ranges. */
const memory = newRangeMemory()

/** Gives the entities of a range's documents to the parts, by what may make them the same. */
export function partitionEntities({ path, range, identities }: PartitionTask): Partitioned {
  const partOf = partsBy(createLinkKey(identities))
  const parts: LinkedDocument[][] = Array.from({ length: PARTS }, () => [])
  for (const line of linesIn(path, range, memory)) {
    const document = linkedDocumentOf(line.bytes) ?? documentOf(line)
    if (!document) return { kind: 'bad-line', start: line.start }
    const { id, publishedAt } = document
    for (const [part, entities] of byPart(document.entities, partOf)) {
      parts[part].push({ id, ...(publishedAt !== undefined && { publishedAt }), entities })
    }
  }
  return {
    kind: 'partitioned',
    parts: parts.map((documents) => (documents.length > 0 ? JSON.stringify(documents) : '')),
  }
}

/** The whole document of a line; undefined if it is none. */
export function documentOf({ bytes }: RangeLine): AnnotatedDocument | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as AnnotatedDocument
  } catch {
    return undefined
  }
}

type PartOf = (entityId: string) => number
type Entities = LinkedDocument['entities']

function byPart(entities: Entities, partOf: PartOf): ReadonlyMap<number, Entities[number][]> {
  const parts = new Map<number, Entities[number][]>()
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
