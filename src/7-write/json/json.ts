import type { Row, Table } from '../../document/table.js'
import type { TableFormat } from '../table-writer.js'
import { openTextWriter } from '../text-writer.js'

/** One array of objects, a row a line; unknown cells are null. */
export const JSON_ARRAY: TableFormat = {
  name: 'json',
  extension: 'json',
  mediaType: 'application/json',
  serialize: (rows, table) => rows.map((row) => `,\n${lineOf(row, table)}`).join(''),
  open: (folder, table) =>
    openTextWriter(folder, table, 'json', {
      head: '[',
      between: ',',
      foot: (isEmpty) => (isEmpty ? ']\n' : '\n]\n'),
    }),
}

/** JSON Lines: an object a line. */
export const JSON_LINES: TableFormat = {
  name: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  serialize: (rows, table) => rows.map((row) => `${lineOf(row, table)}\n`).join(''),
  open: (folder, table) => openTextWriter(folder, table, 'jsonl', { head: '', between: '', foot: () => '' }),
}

/** The row with its columns in the order of the schema. */
const lineOf = (row: Row, table: Table): string =>
  JSON.stringify(Object.fromEntries(table.columns.map(({ name }) => [name, row[name] ?? null])))
