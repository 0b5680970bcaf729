import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import type { Span } from '../../document/span.js'
import { type Fail, type Fields, type GoldText, readGoldLines, spanOf } from './gold-lines.js'

export interface GoldMention extends Span {
  readonly type: EntityType
}

/** An article annotated with names, to learn from. `set` is the name of its file without directory and `.jsonl`. */
export interface GoldDocument extends GoldText {
  readonly set: string
  readonly mentions: readonly GoldMention[]
  readonly source?: string
  readonly genre?: string
  readonly origin?: string
  readonly title?: string
}

/** Reads gold JSON Lines: one article a line with `id`, `text` and `mentions` of `start`, `end` and `type`. Throws at the first wrong line. */
export const readGold = (content: string, file: string): readonly GoldDocument[] =>
  readGoldLines(content, file, (article, fields, fail) => toDocument(article, fields, setName(file), fail))

export const setName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.jsonl$/, '')

const OPTIONAL = ['source', 'genre', 'origin', 'title'] as const

function toDocument({ id, text }: GoldText, fields: Fields, set: string, fail: Fail): GoldDocument {
  const { mentions } = fields
  if (!Array.isArray(mentions)) return fail('"mentions" must be a list')
  const checked = mentions.map((mention: unknown, m) => toMention(mention, text, `mention ${m + 1}`, fail))
  checked.sort((a, b) => a.start - b.start)
  checked.forEach((mention, m) => {
    if (m > 0 && mention.start < checked[m - 1].end)
      fail(`mentions overlap at ${mention.start} ("${text.slice(mention.start, mention.end)}")`)
  })
  const extras = Object.fromEntries(
    OPTIONAL.filter((key) => typeof fields[key] === 'string').map((key) => [key, fields[key]]),
  )
  return { ...extras, id, set, text, mentions: checked }
}

function toMention(mention: unknown, text: string, where: string, fail: Fail): GoldMention {
  const span = spanOf(mention, text, where, fail)
  const { type } = mention as Fields
  if (!ENTITY_TYPES.includes(type as EntityType))
    return fail(`${where}: type must be one of ${ENTITY_TYPES.join(', ')}, not ${JSON.stringify(type)}`)
  return { ...span, type: type as EntityType }
}
