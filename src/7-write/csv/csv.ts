import { stringify } from 'csv-stringify/sync'
import type { Row, Table } from '../../document/table.js'
import type { TableFormat, WriteOptions } from '../table-writer.js'
import { openTextWriter } from '../text-writer.js'

/**
 * RFC 4180 in UTF-8 with LF and a header; numbers bare, empty for unknown. Text cells that a spreadsheet would run as a
 * formula get an apostrophe in front, unless `rawCells`. NULs, which many readers take for the end, become U+FFFD.
 */
export const CSV: TableFormat = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  serialize: (rows, table, options) =>
    csvText(
      rows.map((row) => cellsOf(row, table)),
      options,
    ),
  open: (folder, table) =>
    openTextWriter(folder, table, 'csv', {
      head: csvText([table.columns.map((column) => column.name)], { rawCells: true }),
      between: '',
      foot: () => '',
    }),
}

const cellsOf = (row: Row, table: Table) => table.columns.map((column) => row[column.name])

/** NULs are replaced in the whole text at once: a function called for every cell takes a quarter of the time. */
const csvText = (rows: unknown[][], { rawCells }: WriteOptions): string =>
  stringify(rows, { record_delimiter: '\n', escape_formulas: rawCells !== true }).replaceAll('\0', '\ufffd')
