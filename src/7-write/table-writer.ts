import type { Row, Table } from '../document/table.js'
import type { WrittenFile } from './atomic-file.js'

/** A table's file while it is being written. Rows are taken in the order in which they shall stand. */
export interface TableWriter {
  readonly write: (rows: readonly Row[]) => Promise<void>
  /** The file appears, whole. */
  readonly commit: () => Promise<WrittenTable>
  /** No file appears. */
  readonly discard: () => Promise<void>
}

export interface WrittenTable extends WrittenFile {
  readonly table: Table
  readonly rows: number
}

export interface WriteOptions {
  /** Leave cells alone that a spreadsheet would run as a formula. */
  readonly rawCells?: boolean | undefined
}

/** A way to write a table. One folder each; all pass the same contract suite. */
export interface TableFormat {
  readonly name: 'csv' | 'json' | 'jsonl' | 'parquet'
  readonly extension: string
  readonly mediaType: string
  readonly open: (folder: string, table: Table, options: WriteOptions) => Promise<TableWriter>
}
