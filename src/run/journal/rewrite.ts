import { closeSync, openSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Executor } from '../pool/executor.js'
import { type Copied, type CopyTask, readAll, WRITTEN_ANEW } from './copy-lines.js'
import { withDuplicates } from './duplicate-mark.js'
import { entryLine, hash, headerLine, type JournalHeader, type JournalPaths } from './entries.js'
import type { EntryTable, Place } from './entry-table.js'

export interface Finished {
  readonly articles: number
  readonly duplicates: number
}

/** Who copies lines. */
export type Copiers = Pick<Executor, 'atOnce' | 'copyLines'>

type Readers = readonly (number | undefined)[]

/**
 * Writes the three files anew from the entries in `order`. Of several inputs with the same article the one whose source
 * comes first stays, in whatever order they were read. Where each line will stand is known beforehand, so that many
 * threads can copy at once.
 */
export async function rewrite(
  paths: JournalPaths,
  header: JournalHeader,
  table: EntryTable,
  order: readonly number[],
  copiers: Copiers,
): Promise<Finished> {
  const readers = [openIfThere(paths.documents), openIfThere(paths.duplicates)]
  const targets = [paths.documents, paths.duplicates, paths.entries]
  let articles = 0
  try {
    await replaceFiles(targets, async ([documents, duplicates, entries]) => {
      const copier = createCopier(readers, documents.fd, copiers)
      const appenders = [createAppender(duplicates), createAppender(entries)] as const
      try {
        await appenders[1].append(Buffer.from(headerLine(header)))
        for (const group of byArticle(table, order)) {
          await writeGroup(group, table, readers, copier, ...appenders)
          articles++
        }
        await copier.finish()
      } finally {
        // Nobody may write to a descriptor that is closed and perhaps another file's by then.
        await copier.settle()
      }
      for (const appender of appenders) await appender.flush()
    })
  } finally {
    for (const reader of readers) if (reader !== undefined) closeSync(reader)
  }
  return { articles, duplicates: order.length - articles }
}

/** The entries of one article, the one that stays first. */
function* byArticle(table: EntryTable, order: readonly number[]): Generator<readonly number[]> {
  for (let at = 0, next = 1; at < order.length; at = next++) {
    while (next < order.length && table.sameArticle(order[at], order[next])) next++
    yield order.slice(at, next)
  }
}

async function writeGroup(
  [first, ...copies]: readonly number[],
  table: EntryTable,
  readers: Readers,
  documents: Copier,
  duplicates: Appender,
  entries: Appender,
): Promise<void> {
  const remember = (index: number, line?: Buffer): Promise<void> => {
    const entry = table.entry(index)
    return entries.append(Buffer.from(entryLine(line ? { ...entry, line: hash(line.subarray(0, -1)) } : entry)))
  }
  const place = table.place(first)
  const line = lineWith(readers, place, copies.map(table.source))
  await remember(first, line)
  if (line) await documents.add(line)
  else await documents.addPlace(place)
  for (const index of copies) {
    const bare = lineWith(readers, table.place(index), [])
    await remember(index, bare)
    await duplicates.append(bare ?? readPlace(readers, table.place(index)))
  }
}

/** The line anew, where it has copies to tell of or to forget; undefined where it stays as it is. */
const lineWith = (readers: Readers, place: Place, copies: readonly string[]): Buffer | undefined =>
  copies.length > 0 || place.marked ? withDuplicates(readPlace(readers, place), copies) : undefined

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

/** A line with its newline. */
function readPlace(readers: Readers, { file, start, length }: Place): Buffer {
  const line = Buffer.allocUnsafe(length + 1)
  readAll(readers[file], line, start)
  return line
}

/** Puts lines one after the other into a file, some lots of them at once. */
interface Copier {
  readonly addPlace: (place: Place) => Promise<void>
  readonly add: (line: Buffer) => Promise<void>
  /** Waits until all is written; throws what went wrong. */
  readonly finish: () => Promise<void>
  /** Waits until nobody writes any more. */
  readonly settle: () => Promise<void>
}

/** Lines that one thread copies at a time. */
const LOT_BYTES = 2_000_000

function createCopier(sources: Readers, target: number, { atOnce, copyLines }: Copiers): Copier {
  const inFlight = new Set<Promise<void>>()
  let failure: Error | undefined
  let places: number[] = []
  let lines: Uint8Array[] = []
  let start = 0
  let end = 0

  const launch = async (): Promise<void> => {
    while (inFlight.size >= atOnce) await Promise.race(inFlight)
    if (failure) throw failure
    const lot: CopyTask = { sources, target, at: start, places: Float64Array.from(places), lines }
    const copying = copyLines(lot)
      .then((copied) => {
        failure ??= failureOf(copied)
      })
      .catch((cause) => {
        failure ??= cause
      })
      .finally(() => inFlight.delete(copying))
    inFlight.add(copying)
    places = []
    lines = []
    start = end
  }
  const addNumbers = async (file: number, from: number, length: number): Promise<void> => {
    places.push(file, from, length)
    end += length
    if (end - start >= LOT_BYTES) await launch()
  }
  const settle = async (): Promise<void> => {
    await Promise.all(inFlight)
  }
  return {
    addPlace: ({ file, start: from, length }) => addNumbers(file, from, length + 1),
    add: (line) => {
      lines.push(line)
      return addNumbers(WRITTEN_ANEW, 0, line.length)
    },
    finish: async () => {
      if (places.length > 0) await launch()
      await settle()
      if (failure) throw failure
    },
    settle,
  }
}

const failureOf = (copied: Copied): Error | undefined =>
  copied.kind === 'failed' ? Object.assign(new Error(copied.message), { code: copied.code }) : undefined

/** Writes new versions of some files, then puts all of them in place; on failure none of them. */
async function replaceFiles(
  paths: readonly string[],
  write: (files: readonly FileHandle[]) => Promise<void>,
): Promise<void> {
  const files: FileHandle[] = []
  try {
    for (const path of paths) files.push(await open(`${path}.part`, 'w'))
    await write(files)
    for (const file of files) await file.datasync()
  } catch (cause) {
    for (const file of files) await file.close()
    for (const path of paths) await rm(`${path}.part`, { force: true })
    throw cause
  }
  for (const file of files) await file.close()
  // The journal goes first: what a death between the renames leaves behind is lines that it does not know.
  for (const path of [...paths].reverse()) await rename(`${path}.part`, path)
}

const FLUSH_AT = 1 << 20

interface Appender {
  readonly append: (bytes: Uint8Array) => Promise<void>
  readonly flush: () => Promise<void>
}

function createAppender(file: FileHandle): Appender {
  let waiting: Uint8Array[] = []
  let length = 0
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting, length)
    waiting = []
    length = 0
    await file.appendFile(bytes)
  }
  return {
    append: async (bytes) => {
      waiting.push(bytes)
      length += bytes.length
      if (length > FLUSH_AT) await flush()
    },
    flush,
  }
}
