import type { AnnotatedDocument } from '../document/annotated-document.js'
import type { Row, Table } from '../document/table.js'
import { ARTICLES, DATES, ENTITIES, type EntityRow, MENTIONS, QUOTES, type TableName } from '../document/tables.js'
import { articleRow, dateRows, type EntityIds, mentionRows, quoteRows } from './rows.js'
import type { TableFormat, WriteOptions } from './table-writer.js'

/** Rows of one table, ready to be written. */
export interface SpelledTable {
  readonly table: TableName
  readonly rows: number
  /** The rows as each format spells them, in the order of the formats. */
  readonly texts: readonly (string | Uint8Array)[]
}

/** How rows are to be spelled. */
export interface Spelling extends WriteOptions {
  readonly formats: readonly TableFormat[]
}

/** The rows of some documents, by table; `idsIn` gives the corpus's ids of a document's entities. */
export function spellDocuments(
  documents: Iterable<AnnotatedDocument>,
  idsIn: (document: AnnotatedDocument) => EntityIds,
  spelling: Spelling,
): readonly SpelledTable[] {
  const articles: Row[] = []
  const mentions: Row[] = []
  const dates: Row[] = []
  const quotes: Row[] = []
  for (const document of documents) {
    const ids = idsIn(document)
    articles.push(articleRow(document))
    for (const row of mentionRows(document, ids)) mentions.push(row)
    for (const row of dateRows(document)) dates.push(row)
    for (const row of quoteRows(document, ids)) quotes.push(row)
  }
  return [
    spell(ARTICLES, articles, spelling),
    spell(MENTIONS, mentions, spelling),
    spell(DATES, dates, spelling),
    spell(QUOTES, quotes, spelling),
  ]
}

export const spellEntities = (rows: readonly EntityRow[], spelling: Spelling): SpelledTable =>
  spell(ENTITIES, rows, spelling)

const spell = (
  table: Table & { readonly name: TableName },
  rows: readonly Row[],
  { formats, ...options }: Spelling,
) => ({
  table: table.name,
  rows: rows.length,
  texts: formats.map((format) => format.spell(rows, table, options)),
})
