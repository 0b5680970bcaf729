import { ENTITY_TYPES, type EntityType } from '../document/mention.js'
import type { Span } from '../document/span.js'

export interface GoldMention extends Span {
  readonly type: EntityType
}

/** An annotated article. `set` is the name of its file without directory and `.jsonl`. */
export interface GoldDocument {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
  readonly source?: string
  readonly genre?: string
  readonly origin?: string
  readonly title?: string
}

/** A wrong line of a gold or gazetteer file; the message names file, line and reason. */
export class LineError extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`)
    this.name = 'LineError'
  }
}

/** Reads gold JSON Lines: one article a line with `id`, `text` and `mentions` of `start`, `end` and `type`. Throws at the first wrong line. */
export function readGold(content: string, file: string): readonly GoldDocument[] {
  const documents: GoldDocument[] = []
  const lines = content.split('\n')
  const seen = new Map<string, number>()
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const fail = (reason: string): never => {
      throw new LineError(file, index + 1, reason)
    }
    const document = toDocument(parseLine(line, fail), setName(file), fail)
    const earlier = seen.get(document.id)
    if (earlier !== undefined) fail(`the id "${document.id}" was already used in line ${earlier}`)
    seen.set(document.id, index + 1)
    documents.push(document)
  })
  if (documents.length === 0)
    throw new Error(`${file}: no article in it; expected JSON Lines, one annotated article a line`)
  return documents
}

type Fail = (reason: string) => never

export const setName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.jsonl$/, '')

function parseLine(line: string, fail: Fail): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    return fail(`not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  return fail('expected a JSON object')
}

const OPTIONAL = ['source', 'genre', 'origin', 'title'] as const

function toDocument(record: Record<string, unknown>, set: string, fail: Fail): GoldDocument {
  const { id, text, mentions } = record
  if (typeof id !== 'string' || id === '') return fail('"id" must be a string')
  if (typeof text !== 'string') return fail('"text" must be a string')
  if (!Array.isArray(mentions)) return fail('"mentions" must be a list')
  const checked = mentions.map((mention: unknown, m) => toMention(mention, text, `mention ${m + 1}`, fail))
  checked.sort((a, b) => a.start - b.start)
  checked.forEach((mention, m) => {
    if (m > 0 && mention.start < checked[m - 1].end)
      fail(`mentions overlap at ${mention.start} ("${text.slice(mention.start, mention.end)}")`)
  })
  const extras = Object.fromEntries(
    OPTIONAL.filter((key) => typeof record[key] === 'string').map((key) => [key, record[key]]),
  )
  return { ...extras, id, set, text, mentions: checked }
}

function toMention(mention: unknown, text: string, where: string, fail: Fail): GoldMention {
  if (typeof mention !== 'object' || mention === null) return fail(`${where} must be an object`)
  const { start, end, type } = mention as Record<string, unknown>
  if (!Number.isInteger(start) || !Number.isInteger(end))
    return fail(`${where}: "start" and "end" must be whole numbers`)
  const from = start as number
  const to = end as number
  if (from < 0 || to > text.length || from >= to)
    return fail(`${where}: ${from} to ${to} is not a stretch of the text (${text.length} characters)`)
  if (!ENTITY_TYPES.includes(type as EntityType))
    return fail(`${where}: type must be one of ${ENTITY_TYPES.join(', ')}, not ${JSON.stringify(type)}`)
  return { start: from, end: to, type: type as EntityType }
}
