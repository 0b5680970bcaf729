import path from 'node:path'
import type { Table } from '../document/table.js'
import { createAtomicFile } from './atomic-file.js'
import type { TableWriter } from './table-writer.js'

/** What a text format puts around the rows. */
export interface Frame {
  readonly head: string
  /** What each lot of rows begins with; left out before the first. */
  readonly between: string
  readonly foot: (isEmpty: boolean) => string
}

/** A writer for a text format, over a file that appears whole. */
export async function openTextWriter(
  folder: string,
  table: Table,
  extension: string,
  { head, between, foot }: Frame,
): Promise<TableWriter> {
  const file = await createAtomicFile(path.join(folder, `${table.name}.${extension}`))
  let count = 0
  await file.write(head)
  return {
    write: async (serialized, rows) => {
      if (rows === 0) return
      const skipped = count === 0 ? between.length : 0
      await file.write(typeof serialized === 'string' ? serialized.slice(skipped) : serialized.subarray(skipped))
      count += rows
    },
    commit: async () => {
      await file.write(foot(count === 0))
      return { ...(await file.commit()), table, rows: count }
    },
    discard: file.discard,
  }
}
