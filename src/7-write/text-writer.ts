import path from 'node:path'
import type { Row, Table } from '../document/table.js'
import { createAtomicFile } from './atomic-file.js'
import type { TableWriter } from './table-writer.js'

/** How a text format spells a table. */
export interface Spelling {
  readonly head: string
  /** Several rows at once; `first` is false once rows have been spelled. */
  readonly rows: (rows: readonly Row[], first: boolean) => string
  readonly foot: (isEmpty: boolean) => string
}

/** A writer for a text format, over a file that appears whole. */
export async function openTextWriter(
  folder: string,
  table: Table,
  extension: string,
  spelling: Spelling,
): Promise<TableWriter> {
  const file = await createAtomicFile(path.join(folder, `${table.name}.${extension}`))
  let count = 0
  await file.write(spelling.head)
  return {
    write: async (rows) => {
      if (rows.length === 0) return
      await file.write(spelling.rows(rows, count === 0))
      count += rows.length
    },
    commit: async () => {
      await file.write(spelling.foot(count === 0))
      return { ...(await file.commit()), table, rows: count }
    },
    discard: file.discard,
  }
}
