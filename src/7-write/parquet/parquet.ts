import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Cell, ColumnType, Row, Table } from '../../document/table.js'
import { createAtomicFile, describeFile } from '../atomic-file.js'
import type { TableFormat, TableWriter } from '../table-writer.js'

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
}

/** DuckDB's own memory while it turns rows into a file; beyond that it works on disk. */
const MEMORY = '256MB'

/**
 * Parquet, Snappy-compressed, by DuckDB. Rows go to a temporary file of JSON Lines first, so that memory does not depend
 * on the size of the table. Half surrogate pairs and NULs, which Parquet readers stumble over, become U+FFFD.
 */
export const PARQUET: TableFormat = {
  name: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  serialize: (rows, table) => rows.map((row) => `${lineOf(row, table)}\n`).join(''),
  open: openParquet,
}

async function openParquet(folder: string, table: Table): Promise<TableWriter> {
  const target = path.join(folder, `${table.name}.parquet`)
  const spool = path.join(folder, `${table.name}.parquet.rows`)
  const rowsFile = await createAtomicFile(spool)
  let count = 0
  return {
    write: async (serialized, rows) => {
      count += rows
      await rowsFile.write(serialized)
    },
    commit: async () => {
      try {
        await rowsFile.commit()
        await convert(spool, target, table)
        await syncFile(`${target}.part`)
        await rename(`${target}.part`, target)
      } finally {
        await rm(spool, { force: true })
        await rm(`${target}.part`, { force: true })
        await rm(`${target}.tmp`, { force: true, recursive: true })
      }
      return { ...(await describeFile(target)), table, rows: count }
    },
    discard: rowsFile.discard,
  }
}

const lineOf = (row: Row, table: Table): string =>
  JSON.stringify(Object.fromEntries(table.columns.map(({ name }) => [name, safeCell(row[name])])))

const UNSAFE = /\0|\p{Surrogate}/u
const ALL_UNSAFE = /\0|\p{Surrogate}/gu

function safeCell(cell: Cell | undefined): Cell {
  if (typeof cell !== 'string') return cell ?? null
  return UNSAFE.test(cell) ? cell.replace(ALL_UNSAFE, '\ufffd') : cell
}

/** One thread, so that the same rows give the same bytes. */
async function convert(from: string, target: string, table: Table): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY,
    temp_directory: `${target}.tmp`,
  })
  const connection = await instance.connect()
  try {
    const columns = table.columns.map(({ name, type }) => `${quoted(name)}: '${readAs(type)}'`).join(', ')
    const values = table.columns.map(({ name, type }) => selection(name, type)).join(', ')
    const rows = `read_json(${quoted(from)}, format = 'newline_delimited', columns = {${columns}}, maximum_object_size = 100000000)`
    await connection.run(
      `COPY (SELECT ${values} FROM ${rows}) TO ${quoted(`${target}.part`)} (FORMAT parquet, COMPRESSION snappy)`,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const readAs = (type: ColumnType): string => (type === 'date' ? 'VARCHAR' : SQL_TYPES[type])

/** A day that the calendar does not know becomes null instead of ending the run. */
const selection = (name: string, type: ColumnType): string =>
  type === 'date' ? `TRY_CAST("${name}" AS DATE) AS "${name}"` : `"${name}"`

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function syncFile(name: string): Promise<void> {
  const file = await open(name, 'r+')
  await file.sync()
  await file.close()
}
