import type { Row, Table } from '../../document/table.js'
import type { TableFormat } from '../table-writer.js'
import { openTextWriter } from '../text-writer.js'

/** One array of objects, a row a line; unknown cells are null. */
export const JSON_ARRAY: TableFormat = {
  name: 'json',
  extension: 'json',
  mediaType: 'application/json',
  open: (folder, table) =>
    openTextWriter(folder, table, 'json', {
      head: '[',
      rows: (rows, first) => rows.map((row, i) => `${first && i === 0 ? '' : ','}\n${lineOf(row, table)}`).join(''),
      foot: (isEmpty) => (isEmpty ? ']\n' : '\n]\n'),
    }),
}

/** JSON Lines: an object a line. */
export const JSON_LINES: TableFormat = {
  name: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  open: (folder, table) =>
    openTextWriter(folder, table, 'jsonl', {
      head: '',
      rows: (rows) => rows.map((row) => `${lineOf(row, table)}\n`).join(''),
      foot: () => '',
    }),
}

/** The row with its columns in the order of the schema. */
const lineOf = (row: Row, table: Table): string =>
  JSON.stringify(Object.fromEntries(table.columns.map(({ name }) => [name, row[name] ?? null])))
