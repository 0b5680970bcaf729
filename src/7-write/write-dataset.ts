import path from 'node:path'
import type { AnnotatedDocument } from '../document/annotated-document.js'
import type { InputError } from '../document/diagnostic.js'
import type { Row } from '../document/table.js'
import {
  ARTICLES,
  DATES,
  ENTITIES,
  type EntityRow,
  MENTIONS,
  QUOTES,
  TABLES,
  type TableName,
} from '../document/tables.js'
import { type WrittenFile, writeAtomically } from './atomic-file.js'
import { dataPackage, type WrittenFormat } from './data-package.js'
import { articleRow, dateRows, type EntityIds, mentionRows, quoteRows } from './rows.js'
import type { TableFormat, TableWriter, WriteOptions, WrittenTable } from './table-writer.js'

export interface DatasetWriter {
  /** Rows of an article; call in the order of article ids. */
  readonly writeDocument: (document: AnnotatedDocument, entityIds: EntityIds) => Promise<void>
  /** Rows of `entities`; call in the order of entity ids. */
  readonly writeEntities: (rows: readonly EntityRow[]) => Promise<void>
  /** The tables appear. */
  readonly commit: () => Promise<readonly WrittenFormat[]>
  /** None of them appears. */
  readonly discard: () => Promise<void>
}

interface OpenFormat {
  readonly format: TableFormat
  readonly writers: Readonly<Record<TableName, TableWriter>>
}

/** Rows are handed to the writers in lots of this many, so that memory does not depend on the corpus. */
const LOT = 500

/** Opens the five tables in every format. Holds a few hundred rows of each, whatever the size of the corpus. */
export async function openDataset(
  folder: string,
  formats: readonly TableFormat[],
  options: WriteOptions = {},
): Promise<DatasetWriter> {
  const open: OpenFormat[] = []
  const waiting = new Map<TableName, Row[]>(TABLES.map(({ name }) => [name, []]))
  const discard = async () => {
    for (const { writers } of open) for (const writer of Object.values(writers)) await writer.discard()
  }
  const flush = async (name: TableName) => {
    const rows = waiting.get(name) ?? []
    waiting.set(name, [])
    for (const { writers } of open) await writers[name].write(rows)
  }
  const add = async (name: TableName, rows: readonly Row[]) => {
    const lot = waiting.get(name)
    for (const row of rows) lot?.push(row)
    if (lot && lot.length >= LOT) await flush(name)
  }
  try {
    for (const format of formats) open.push({ format, writers: await openTables(folder, format, options) })
  } catch (error) {
    await discard()
    throw error
  }
  return {
    writeDocument: async (document, entityIds) => {
      await add(ARTICLES.name, [articleRow(document)])
      await add(MENTIONS.name, mentionRows(document, entityIds))
      await add(DATES.name, dateRows(document))
      await add(QUOTES.name, quoteRows(document, entityIds))
    },
    writeEntities: (rows) => add(ENTITIES.name, rows),
    commit: async () => {
      for (const { name } of TABLES) await flush(name)
      const written: WrittenFormat[] = []
      for (const each of open) written.push(await commitFormat(each))
      return written
    },
    discard,
  }
}

async function openTables(folder: string, format: TableFormat, options: WriteOptions): Promise<OpenFormat['writers']> {
  const opened = await Promise.allSettled(TABLES.map((table) => format.open(folder, table, options)))
  const failure = opened.find((result) => result.status === 'rejected')
  const writers = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (failure) {
    for (const writer of writers) await writer.discard()
    throw failure.reason
  }
  const [articles, entities, mentions, dates, quotes] = writers
  return { articles, entities, mentions, dates, quotes }
}

/** One after the other: each may need memory of its own to finish. */
async function commitFormat({ format, writers }: OpenFormat): Promise<WrittenFormat> {
  const tables: WrittenTable[] = []
  for (const { name } of TABLES) tables.push(await writers[name].commit())
  return { format, tables }
}

/** `datapackage.json`, from what was written. */
export const writeDataPackage = (
  folder: string,
  documents: WrittenFile & { readonly rows: number },
  formats: readonly WrittenFormat[],
): Promise<WrittenFile> =>
  writeAtomically(
    path.join(folder, 'datapackage.json'),
    `${JSON.stringify(dataPackage(documents, formats), null, 2)}\n`,
  )

/** `errors.jsonl`: a line for each input that could not be read, in the order of sources. */
export function writeErrors(folder: string, errors: readonly InputError[]): Promise<WrittenFile> {
  const lines = [...errors]
    .sort(bySource)
    .map(({ source, stage, code, message }) => JSON.stringify({ source, stage, code, message }))
  return writeAtomically(path.join(folder, 'errors.jsonl'), lines.map((line) => `${line}\n`).join(''))
}

const bySource = (a: InputError, b: InputError): number =>
  a.source < b.source ? -1 : a.source > b.source ? 1 : a.code < b.code ? -1 : a.code > b.code ? 1 : 0

/** `run.json`: the only file with times of day, durations and machine facts. */
export const writeRunFile = (folder: string, run: object): Promise<WrittenFile> =>
  writeAtomically(path.join(folder, 'run.json'), `${JSON.stringify(run, null, 2)}\n`)
