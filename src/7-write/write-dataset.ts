import path from 'node:path'
import type { InputError } from '../document/diagnostic.js'
import { TABLES, type TableName } from '../document/tables.js'
import { type WrittenFile, writeAtomically } from './atomic-file.js'
import { dataPackage, type WrittenFormat } from './data-package.js'
import type { SerializedTable } from './serialize.js'
import type { TableFormat, TableWriter, WrittenTable } from './table-writer.js'

export interface DatasetWriter {
  /** Takes rows serialized in the formats of the dataset; call in the order in which they shall stand. */
  readonly write: (serialized: SerializedTable) => Promise<void>
  /** The tables appear. */
  readonly commit: () => Promise<readonly WrittenFormat[]>
  /** None of them appears. */
  readonly discard: () => Promise<void>
}

interface OpenFormat {
  readonly format: TableFormat
  readonly writers: Readonly<Record<TableName, TableWriter>>
}

/** Opens the five tables in every format. Holds what waits for the disk, whatever the size of the corpus. */
export async function openDataset(folder: string, formats: readonly TableFormat[]): Promise<DatasetWriter> {
  const open: OpenFormat[] = []
  const discard = async () => {
    for (const { writers } of open) for (const writer of Object.values(writers)) await writer.discard()
  }
  try {
    for (const format of formats) open.push({ format, writers: await openTables(folder, format) })
  } catch (error) {
    await discard()
    throw error
  }
  return {
    write: async ({ table, rows, texts }) => {
      for (const [i, { writers }] of open.entries()) await writers[table].write(texts[i], rows)
    },
    commit: async () => {
      const written: WrittenFormat[] = []
      for (const each of open) written.push(await commitFormat(each))
      return written
    },
    discard,
  }
}

async function openTables(folder: string, format: TableFormat): Promise<OpenFormat['writers']> {
  const opened = await Promise.allSettled(TABLES.map((table) => format.open(folder, table)))
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
