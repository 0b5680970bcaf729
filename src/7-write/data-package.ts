import { DOCUMENT_FIELDS, type DocumentField } from '../document/document-fields.js'
import type { Column, Table } from '../document/table.js'
import type { WrittenFile } from './atomic-file.js'
import type { TableFormat, WrittenTable } from './table-writer.js'

/** The tables in one format. */
export interface WrittenFormat {
  readonly format: TableFormat
  readonly tables: readonly WrittenTable[]
}

const TABLE_SCHEMA = 'https://datapackage.org/profiles/2.0/tableschema.json'

/**
 * `datapackage.json` (Data Package v2): a resource for each file, with its schema, keys, size and SHA-256. The tables of
 * the first format have their plain names, those of further formats end in the format's: `articles`, `articles-json`.
 */
export function dataPackage(
  documents: WrittenFile & { readonly rows: number },
  formats: readonly WrittenFormat[],
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'dateline-dataset',
    title: 'People, places, organizations, dates and quotes in news articles',
    resources: [documentsResource(documents), ...formats.flatMap((written, index) => tableResources(written, index))],
  }
}

const fileFacts = ({ bytes, sha256 }: WrittenFile, rows: number) => ({
  bytes,
  hash: `sha256:${sha256}`,
  rowCount: rows,
})

function documentsResource(file: WrittenFile & { readonly rows: number }): object {
  return {
    name: 'documents',
    path: file.path,
    description: 'One JSON object a line, one line an article.',
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    ...fileFacts(file, file.rows),
    // A document leaves out what is not known, so it has some of these fields.
    schema: {
      $schema: TABLE_SCHEMA,
      fields: DOCUMENT_FIELDS.map(documentField),
      fieldsMatch: 'superset',
      primaryKey: ['id'],
    },
  }
}

const documentField = ({ name, type, description, required }: DocumentField): object => ({
  name,
  type,
  description,
  ...(required && { constraints: { required } }),
})

function tableResources({ format, tables }: WrittenFormat, index: number): readonly object[] {
  const nameOf = (table: string) => (index === 0 ? table : `${table}-${format.name}`)
  return tables.map((written) => ({
    name: nameOf(written.table.name),
    type: 'table',
    path: written.path,
    description: written.table.description,
    format: format.name,
    mediatype: format.mediaType,
    ...(format.name === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...fileFacts(written, written.rows),
    ...(format.name === 'csv' && {
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
    }),
    schema: tableSchema(written.table, nameOf),
  }))
}

function tableSchema(table: Table, nameOf: (table: string) => string): object {
  const foreignKeys = table.columns.flatMap(({ name, references }) =>
    references
      ? [{ fields: [name], reference: { resource: nameOf(references.table), fields: [references.column] } }]
      : [],
  )
  return {
    $schema: TABLE_SCHEMA,
    fields: table.columns.map(tableField),
    primaryKey: [table.primaryKey],
    ...(foreignKeys.length > 0 && { foreignKeys }),
  }
}

function tableField({ name, type, description, references: _, ...constraints }: Column): object {
  return { name, type, description, ...(Object.keys(constraints).length > 0 && { constraints }) }
}
