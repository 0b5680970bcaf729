import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Identities } from '../../6-link/identities.js'
import { createAtomicFile } from '../../7-write/atomic-file.js'
import type { WrittenFormat } from '../../7-write/data-package.js'
import { FORMATS } from '../../7-write/formats.js'
import type { TableFormat } from '../../7-write/table-writer.js'
import { type DatasetWriter, openDataset } from '../../7-write/write-dataset.js'
import type { CorpusEntity } from '../../document/corpus-entity.js'
import { TABLES } from '../../document/tables.js'
import { UsageError } from '../../document/usage-error.js'
import { inOrder } from '../in-order.js'
import { type LineRange, lineNumberAt, lineRanges } from '../lines/line-ranges.js'
import type { Executor } from '../pool/executor.js'
import { createSharedRooms } from '../pool/shared-rooms.js'
import { createCorpusLinker, type LinkedCorpus } from './link-corpus.js'
import type { BadLine } from './partition-entities.js'
import type { SerializedRange, SerializeEntitiesTask, SerializeTask } from './serialize-range.js'

/** Why names were joined across articles: a line for each entity that has others' names. */
export const LINK_EVIDENCE = 'link_evidence.jsonl'

export interface TablesJob {
  readonly out: string
  /** The documents, in order of id. */
  readonly path: string
  readonly formats: readonly TableFormat[]
  readonly rawCells: boolean
  readonly identities: Identities
  readonly signal: AbortSignal | undefined
}

/**
 * Stages 6 and 7: from documents to tables and link evidence. The documents are read twice, a range at a time by each
 * thread, once to link and once to write; what the threads give comes together here, in order.
 * @throws UsageError for a line that is no document
 */
export async function writeTables(
  job: TablesJob,
  executor: Executor,
  see: (entity: CorpusEntity) => void,
): Promise<readonly WrittenFormat[]> {
  const { out, path, identities, signal } = job
  const ranges = await lineRanges(path)
  const linker = await createCorpusLinker(join(out, '.dateline', 'link'), identities)
  try {
    for await (const partitioned of inOrder(ranges, executor.atOnce, (range) =>
      executor.partitionEntities({ path, range, identities }),
    )) {
      signal?.throwIfAborted()
      if (partitioned.kind === 'bad-line') throw notADocument(path, partitioned)
      await linker.add(partitioned.parts)
    }
    const corpus = await linker.finish(executor)
    signal?.throwIfAborted()
    return await writeCorpus(job, ranges, corpus, executor, see)
  } finally {
    await linker.remove()
  }
}

async function writeCorpus(
  job: TablesJob,
  ranges: readonly LineRange[],
  corpus: LinkedCorpus,
  executor: Executor,
  see: (entity: CorpusEntity) => void,
): Promise<readonly WrittenFormat[]> {
  const dataset = await openDataset(job.out, job.formats)
  const links = await createAtomicFile(join(job.out, LINK_EVIDENCE))
  try {
    await writeRanges(job, rangeTasks(job, ranges, corpus), executor, dataset)
    const seen = async (entity: CorpusEntity): Promise<void> => {
      see(entity)
      const { id, linkEvidence } = entity
      if (linkEvidence) await links.write(`${JSON.stringify({ entityId: id, linkEvidence })}\n`)
    }
    for await (const table of inOrder(entityTasks(job, corpus, seen), executor.atOnce, executor.serializeEntities)) {
      job.signal?.throwIfAborted()
      await dataset.write(table)
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

type RangeTask = Omit<SerializeTask, 'room'>

/** The rows of a range are about half as long as its documents, in each format. */
const ROOM_BYTES = 1 << 21

async function writeRanges(
  { path, signal }: TablesJob,
  tasks: AsyncIterable<RangeTask>,
  executor: Executor,
  dataset: DatasetWriter,
): Promise<void> {
  const rooms = createSharedRooms(ROOM_BYTES)
  const serialize = async (task: RangeTask): Promise<readonly [SerializedRange, room: Uint8Array]> => {
    const room = rooms.borrow()
    return [await executor.serializeRange({ ...task, room }), room]
  }
  for await (const [serialized, room] of inOrder(tasks, executor.atOnce, serialize)) {
    signal?.throwIfAborted()
    if (serialized.kind === 'bad-line') throw notADocument(path, serialized)
    for (const table of serialized.tables) await dataset.write(table)
    rooms.giveBack(room)
  }
}

async function* rangeTasks(
  { path, formats, rawCells }: TablesJob,
  ranges: readonly LineRange[],
  corpus: LinkedCorpus,
): AsyncGenerator<RangeTask> {
  let next = 0
  const names = formats.map(({ name }) => name)
  for await (const changes of corpus.changes()) yield { path, range: ranges[next++], changes, formats: names, rawCells }
}

/** Entities that are serialized together. */
const LOT = 1000

async function* entityTasks(
  { formats, rawCells }: TablesJob,
  corpus: LinkedCorpus,
  see: (entity: CorpusEntity) => Promise<void>,
): AsyncGenerator<SerializeEntitiesTask> {
  const names = formats.map(({ name }) => name)
  let entities: string[] = []
  for await (const { entity, json } of corpus.entities()) {
    await see(entity)
    entities.push(json)
    if (entities.length < LOT) continue
    yield { entities, formats: names, rawCells }
    entities = []
  }
  if (entities.length > 0) yield { entities, formats: names, rawCells }
}

const notADocument = (path: string, { start }: BadLine): UsageError =>
  new UsageError(
    `${path}, line ${lineNumberAt(path, start)} is not an annotated document; make it anew with dateline annotate.`,
  )

/** Tables of an earlier run in a format that this run did not write would tell another story. */
export async function removeStaleTables(folder: string, formats: readonly TableFormat[]): Promise<void> {
  const extensions = formats.map(({ extension }) => extension)
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
