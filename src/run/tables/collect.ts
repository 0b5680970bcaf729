import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identities, NO_IDENTITIES, parseIdentities } from '../../6-link/identities.js'
import type { WrittenFormat } from '../../7-write/data-package.js'
import { parseFormats } from '../../7-write/formats.js'
import { writeDataPackage, writeErrors, writeRunFile } from '../../7-write/write-dataset.js'
import type { InputError } from '../../document/diagnostic.js'
import { UsageError } from '../../document/usage-error.js'
import { type Executor, THIS_THREAD } from '../pool/executor.js'
import type { RunReport } from '../run-report.js'
import { VERSION } from '../version.js'
import { createSummary } from './entity-summary.js'
import { LINK_EVIDENCE, removeStaleTables, writeTables } from './write-tables.js'

export interface CollectOptions {
  readonly out: string
  /** Names of formats: csv, json, jsonl, parquet. Default csv. */
  readonly formats?: readonly string[] | undefined
  readonly rawCells?: boolean | undefined
  /** A file of decisions about who is who; see `src/6-link/identities.ts`. */
  readonly identities?: string | undefined
  /** Stops the work and leaves the folder as it was, with the documents whole. */
  readonly signal?: AbortSignal | undefined
}

/** What is known of a run before its tables are written. */
export type Collecting = Omit<RunReport, 'seconds' | 'files' | 'entities'> & { readonly seconds: () => number }

/**
 * The writers of the formats asked for.
 * @throws UsageError for a format that there is not; call it before anything is written
 */
export const formatsOf = ({ formats = ['csv'] }: CollectOptions): ReturnType<typeof parseFormats> =>
  parseFormats(formats.join(','))

/**
 * Stages 6 and 7: from the documents in `documents.jsonl` of the output folder, which stand in order of id, to tables,
 * data package, errors and run report.
 */
export async function collectInto(
  options: CollectOptions,
  errors: readonly InputError[],
  run: Collecting,
  executor: Executor = THIS_THREAD,
): Promise<RunReport> {
  const formats = formatsOf(options)
  const path = join(options.out, 'documents.jsonl')
  const { out, rawCells = false, signal } = options
  const job = { out, path, formats, rawCells, identities: await readIdentities(options.identities), signal }
  const entities = createSummary()
  const described = executor.describeFile(path)
  // Its failure is met below, unless writing fails first.
  described.catch(() => undefined)
  let written: readonly WrittenFormat[]
  try {
    written = await writeTables(job, executor, entities.add)
  } catch (cause) {
    if (!signal?.aborted) throw cause
    return { ...run, interrupted: true, seconds: run.seconds(), files: [] }
  }
  await removeStaleTables(out, formats)
  await writeDataPackage(out, { ...(await described), rows: run.counts.articles }, written)
  await writeErrors(out, errors)
  const report: RunReport = {
    ...run,
    seconds: run.seconds(),
    entities: entities.result(),
    files: [
      ...written.flatMap(({ tables }) => tables.map((table) => ({ path: table.path, rows: table.rows }))),
      { path: 'documents.jsonl', rows: run.counts.articles },
      ...[LINK_EVIDENCE, 'datapackage.json', 'run.json', 'errors.jsonl'].map((name) => ({ path: name })),
    ],
  }
  await writeRunFile(out, runFile(report, options))
  return report
}

async function readIdentities(file: string | undefined): Promise<Identities> {
  if (file === undefined) return NO_IDENTITIES
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`Cannot read the identities file ${file}.`, { cause })
  }
  return parseIdentities(text, file)
}

const runFile = ({ out: _, interrupted: __, ...report }: RunReport, options: object): object => ({
  version: VERSION,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  finishedAt: new Date().toISOString(),
  options: plainOptions(options),
  ...report,
})

/** The options that can be written down: no functions, no signals. */
const plainOptions = (options: object): object =>
  Object.fromEntries(
    Object.entries(options).filter(
      ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value),
    ),
  )
