import type { Row, Table } from '../document/table.js'
import type { WrittenFile } from './atomic-file.js'

/** A table's file while it is being written. Rows are taken in the order in which they shall stand. */
export interface TableWriter {
  /** Takes so many rows as the format's `serialize` gave them. */
  readonly write: (serialized: string | Uint8Array, rows: number) => Promise<void>
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
  /** Rows as their writer takes them. It touches nothing else, so any thread can do it. */
  readonly serialize: (rows: readonly Row[], table: Table, options: WriteOptions) => string
  readonly open: (folder: string, table: Table) => Promise<TableWriter>
}
