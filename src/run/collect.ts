import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identities, NO_IDENTITIES, parseIdentities } from '../6-link/identities.js'
import { createAtomicFile, describeFile } from '../7-write/atomic-file.js'
import type { WrittenFormat } from '../7-write/data-package.js'
import { FORMATS, parseFormats } from '../7-write/formats.js'
import { entityRow } from '../7-write/rows.js'
import type { TableFormat } from '../7-write/table-writer.js'
import { openDataset, writeDataPackage, writeErrors, writeRunFile } from '../7-write/write-dataset.js'
import type { AnnotatedDocument } from '../document/annotated-document.js'
import type { CorpusEntity, LinkedDocument } from '../document/corpus-entity.js'
import type { InputError } from '../document/diagnostic.js'
import { ENTITY_TYPES, type EntityType } from '../document/mention.js'
import { TABLES } from '../document/tables.js'
import { UsageError } from '../document/usage-error.js'
import { byteLines } from './byte-lines.js'
import { createCorpusLinker, type LinkedCorpus } from './link-corpus.js'
import { linkedDocumentOf } from './linked-document.js'
import type { EntitySummary, RunReport } from './run-report.js'
import { VERSION } from './version.js'

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

const TOP = 5

/**
 * Stages 6 and 7: from the documents in `documents.jsonl` of the output folder, which stand in order of id, to tables,
 * data package, errors and run report. The documents are streamed twice, once to link and once to write.
 */
export async function collectInto(
  options: CollectOptions,
  errors: readonly InputError[],
  run: Collecting,
): Promise<RunReport> {
  const formats = formatsOf(options)
  const path = join(options.out, 'documents.jsonl')
  const identities = await readIdentities(options.identities)
  const linker = await createCorpusLinker(join(options.out, '.dateline', 'link'), identities)
  const entities = createSummary()
  let written: readonly WrittenFormat[]
  try {
    for await (const document of linkedDocumentsOf(path, options.signal)) await linker.add(document)
    written = await writeTables(path, await linker.finish(), formats, options, entities.add)
  } catch (cause) {
    if (!options.signal?.aborted) throw cause
    return { ...run, interrupted: true, seconds: run.seconds(), files: [] }
  } finally {
    await linker.remove()
  }
  await removeStaleTables(
    options.out,
    formats.map((format) => format.extension),
  )
  const documents = { ...(await describeFile(path)), rows: run.counts.articles }
  await writeDataPackage(options.out, documents, written)
  await writeErrors(options.out, errors)
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
  await writeRunFile(options.out, runFile(report, options))
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

/** The documents of a journal, one by one. A line that is no document is bad input for `collect`, and says where. */
export async function* documentsOf(path: string, signal?: AbortSignal): AsyncGenerator<AnnotatedDocument> {
  let line = 0
  for await (const { bytes } of byteLines(path)) {
    line++
    signal?.throwIfAborted()
    yield documentOf(bytes, `${path}, line ${line}`)
  }
}

async function* linkedDocumentsOf(path: string, signal?: AbortSignal): AsyncGenerator<LinkedDocument> {
  let line = 0
  for await (const { bytes } of byteLines(path)) {
    line++
    signal?.throwIfAborted()
    yield linkedDocumentOf(bytes) ?? documentOf(bytes, `${path}, line ${line}`)
  }
}

function documentOf(bytes: Buffer, where: string): AnnotatedDocument {
  try {
    return JSON.parse(bytes.toString('utf8')) as AnnotatedDocument
  } catch {
    throw new UsageError(`${where} is not an annotated document; make it anew with dateline annotate.`)
  }
}

/** Why names were joined across articles: a line for each entity that has others' names. */
const LINK_EVIDENCE = 'link_evidence.jsonl'

async function writeTables(
  path: string,
  corpus: LinkedCorpus,
  formats: readonly TableFormat[],
  options: CollectOptions,
  see: (entity: CorpusEntity) => void,
): Promise<readonly WrittenFormat[]> {
  const dataset = await openDataset(options.out, formats, options)
  const links = await createAtomicFile(join(options.out, LINK_EVIDENCE))
  try {
    for await (const document of documentsOf(path, options.signal)) {
      await dataset.writeDocument(document, corpus.idsIn(document))
    }
    for await (const entity of corpus.entities()) {
      see(entity)
      await dataset.writeEntities([entityRow(entity)])
      const { id, linkEvidence } = entity
      if (linkEvidence) await links.write(`${JSON.stringify({ entityId: id, linkEvidence })}\n`)
    }
    const written = await dataset.commit()
    await links.commit()
    return written
  } catch (error) {
    await dataset.discard()
    await links.discard()
    throw error
  }
}

/** Counts entities by type and keeps the most mentioned. */
function createSummary() {
  const counts = new Map<EntityType, number>()
  const tops = new Map<EntityType, CorpusEntity[]>()
  return {
    add: (entity: CorpusEntity): void => {
      counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1)
      const top = [...(tops.get(entity.type) ?? []), entity]
      tops.set(entity.type, top.sort((a, b) => b.mentionCount - a.mentionCount).slice(0, TOP))
    },
    result: (): Readonly<Record<EntityType, EntitySummary>> => {
      const summary = (type: EntityType): EntitySummary => ({
        count: counts.get(type) ?? 0,
        top: (tops.get(type) ?? []).map(({ name, mentionCount, articleCount }) => ({
          name,
          mentions: mentionCount,
          articles: articleCount,
        })),
      })
      const [person, place, organization] = ENTITY_TYPES.map(summary)
      return { person, place, organization }
    },
  }
}

/** Tables of an earlier run in a format that this run did not write would tell another story. */
async function removeStaleTables(folder: string, extensions: readonly string[]): Promise<void> {
  const stale = FORMATS.filter((format) => !extensions.includes(format.extension))
  const tables = (ending: string) => TABLES.map((table) => `${table.name}.${ending}`)
  const names = new Set([
    ...stale.flatMap((format) => tables(format.extension)),
    // What a run left that was killed while it wrote.
    ...FORMATS.flatMap((format) =>
      ['part', 'rows', 'rows.part', 'tmp'].flatMap((end) => tables(`${format.extension}.${end}`)),
    ),
  ])
  for (const name of await readdir(folder)) if (names.has(name)) await rm(join(folder, name), { recursive: true })
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
