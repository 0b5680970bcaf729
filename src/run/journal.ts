import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RawArticle } from '../document/article.js'
import { byteLines } from './byte-lines.js'
import { createEntryTable, type Entry, type EntryTable, type Place } from './entry-table.js'

/**
 * The journal of an output folder. `documents.jsonl` holds the annotated articles, one a line; while a run is under way
 * lines are appended, when it ends they stand in order of article id. Beside it, `.dateline/` remembers which input each
 * line came from (`journal.jsonl`) and the annotated articles that lost against a copy of themselves
 * (`duplicates.jsonl`). A line counts only when both files have it whole, so a run that dies at any moment, even in the
 * middle of a line, loses at most the articles of its last batch, and the next run does those again.
 */
export interface Journal {
  /** Marks an input as part of this run; whether its article is in the journal already. */
  readonly claim: (key: string) => boolean
  /** Appends annotated articles and waits until the disk has them. They count as claimed. */
  readonly append: (documents: readonly JournalDocument[]) => Promise<void>
  /** Leaves in `documents.jsonl` one line an article, of the claimed inputs only, in order of id. */
  readonly finish: () => Promise<Finished>
  readonly close: () => Promise<void>
  /** How many articles of earlier runs can be reused. */
  readonly size: number
  /** Why the work of an earlier run cannot be reused, if there was any. */
  readonly restarted?: 'version' | 'configuration'
}

export interface JournalDocument {
  readonly key: string
  readonly id: string
  readonly source: string
  /** The document as JSON, without a newline. */
  readonly json: string
}

export interface Finished {
  readonly articles: number
  readonly duplicates: number
}

/** What must be the same for earlier work to be reused. */
export interface JournalHeader {
  readonly version: string
  /** A digest of the models, gazetteers and options that shape a document. */
  readonly configuration: string
}

const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex').slice(0, 32)

/** The identity of an input: the same content from the same source has the same key. */
export function inputKey(raw: RawArticle): string {
  const content = raw.kind === 'text' ? raw.content : JSON.stringify(raw.record)
  return hash(`${raw.kind}\n${raw.source}\n${content}`)
}

/** Code of the diagnostic that an article carries whose copies were left out. */
const DUPLICATE_CODE = 'duplicate-input'

const DOCUMENTS = 0
const DUPLICATES = 1

interface Paths {
  readonly documents: string
  readonly duplicates: string
  readonly entries: string
}

/**
 * Opens the journal of an output folder, and drops what an interrupted run left unfinished.
 * @throws when the folder cannot be written
 */
export async function openJournal(out: string, header: JournalHeader): Promise<Journal> {
  const folder = join(out, '.dateline')
  await mkdir(folder, { recursive: true })
  const paths: Paths = {
    documents: join(out, 'documents.jsonl'),
    duplicates: join(folder, 'duplicates.jsonl'),
    entries: join(folder, 'journal.jsonl'),
  }
  const table = createEntryTable()
  const remembered = await readEntries(paths.entries, header)
  let end = await readPlaces(paths, remembered.byLine, table)
  const reusable = table.size()
  remembered.byLine.clear()

  const documents = await open(paths.documents, 'a')
  await documents.truncate(end)
  const log = await open(paths.entries, remembered.usable ? 'a' : 'w')
  if (remembered.usable) await log.truncate(remembered.end)
  else await log.appendFile(headerLine(header))

  const claimed = createBits()
  const close = once(async () => {
    await documents.close()
    await log.close()
  })

  return {
    size: reusable,
    ...(remembered.restarted !== undefined && end > 0 ? { restarted: remembered.restarted } : {}),
    claim: (key) => {
      const index = table.find(key)
      if (index >= 0) claimed.add(index)
      return index >= 0
    },
    append: async (added) => {
      await documents.appendFile(added.map(({ json }) => `${json}\n`).join(''))
      await documents.datasync()
      const entries = added.map(({ key, id, source, json }): Entry => ({ key, id, source, line: hash(json) }))
      await log.appendFile(entries.map(entryLine).join(''))
      await log.datasync()
      entries.forEach((entry, i) => {
        const length = Buffer.byteLength(added[i].json)
        claimed.add(table.put(entry, { file: DOCUMENTS, start: end, length }))
        end += length + 1
      })
    },
    finish: async () => {
      await close()
      const order: number[] = []
      for (let index = 0; index < table.size(); index++) if (claimed.has(index)) order.push(index)
      order.sort(table.compare)
      return rewrite(paths, header, table, order)
    },
    close,
  }
}

const headerLine = (header: JournalHeader): string => `${JSON.stringify(header)}\n`

const entryLine = ({ key, id, source, line }: Entry): string => `${JSON.stringify([key, id, source, line])}\n`

interface Remembered {
  readonly byLine: Map<string, Entry>
  readonly usable: boolean
  /** Byte length of what could be read. */
  readonly end: number
  readonly restarted?: 'version' | 'configuration'
}

async function readEntries(path: string, header: JournalHeader): Promise<Remembered> {
  const byLine = new Map<string, Entry>()
  let end = 0
  let usable = false
  for await (const { bytes, start } of byteLines(path)) {
    const value = parsed(bytes)
    if (start === 0) {
      const found = value as Partial<JournalHeader> | undefined
      if (found?.version !== header.version) return { byLine, usable: false, end: 0, restarted: 'version' }
      if (found.configuration !== header.configuration)
        return { byLine, usable: false, end: 0, restarted: 'configuration' }
      usable = true
    } else {
      const entry = entryOf(value)
      if (!entry) break
      byLine.set(entry.line, entry)
    }
    end = start + bytes.length + 1
  }
  return { byLine, usable, end }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    // A line that was being written when a run died; what follows it is not trusted.
    return undefined
  }
}

function entryOf(value: unknown): Entry | undefined {
  if (!Array.isArray(value) || value.length !== 4 || value.some((part) => typeof part !== 'string')) return undefined
  const [key, id, source, line] = value as [string, string, string, string]
  return { key, id, source, line }
}

/** Finds the lines that the entries speak of; the byte length of the whole lines of `documents.jsonl`. */
async function readPlaces(paths: Paths, byLine: ReadonlyMap<string, Entry>, table: EntryTable): Promise<number> {
  let end = 0
  for (const file of [DUPLICATES, DOCUMENTS]) {
    for await (const { bytes, start } of byteLines(file === DOCUMENTS ? paths.documents : paths.duplicates)) {
      if (file === DOCUMENTS) end = start + bytes.length + 1
      const entry = byLine.get(hash(bytes))
      if (entry) table.put(entry, { file, start, length: bytes.length })
    }
  }
  return end
}

/**
 * Writes the three files anew from the entries in `order`. Of several inputs with the same article the one whose source
 * comes first stays, in whatever order they were read.
 */
async function rewrite(
  paths: Paths,
  header: JournalHeader,
  table: EntryTable,
  order: readonly number[],
): Promise<Finished> {
  const readers = [await openIfThere(paths.documents), await openIfThere(paths.duplicates)]
  const targets = [paths.documents, paths.duplicates, paths.entries]
  let articles = 0
  await replaceFiles(targets, async ([documents, duplicates, entries]) => {
    await entries(headerLine(header))
    const write = async (to: Append, index: number, copies: readonly string[]): Promise<void> => {
      const json = withDuplicates(await readPlace(readers, table.place(index)), copies)
      await to(`${json}\n`)
      await entries(entryLine({ ...table.entry(index), line: hash(json) }))
    }
    for (let at = 0; at < order.length; articles++) {
      let next = at + 1
      while (next < order.length && table.sameArticle(order[at], order[next])) next++
      const copies = order.slice(at + 1, next)
      await write(documents, order[at], copies.map(table.source))
      for (const copy of copies) await write(duplicates, copy, [])
      at = next
    }
  })
  for (const reader of readers) await reader?.close()
  return { articles, duplicates: order.length - articles }
}

interface WithDiagnostics {
  diagnostics: { code: string; message: string; stage: string }[]
}

/** The document with one diagnostic for each copy of it that was left out. */
function withDuplicates(json: string, copies: readonly string[]): string {
  if (copies.length === 0 && !json.includes(`"code":"${DUPLICATE_CODE}"`)) return json
  const document = JSON.parse(json) as WithDiagnostics
  document.diagnostics = [
    ...document.diagnostics.filter(({ code }) => code !== DUPLICATE_CODE),
    ...copies.map((source) => ({
      code: DUPLICATE_CODE,
      message: `The same article also came from ${source}; it is counted once.`,
      stage: 'read',
    })),
  ]
  return JSON.stringify(document)
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

async function readPlace(readers: readonly (FileHandle | undefined)[], place: Place): Promise<string> {
  const buffer = Buffer.allocUnsafe(place.length)
  await readers[place.file]?.read(buffer, 0, place.length, place.start)
  return buffer.toString('utf8')
}

type Append = (text: string) => Promise<void>

const FLUSH_AT = 1 << 20

/** Writes new versions of some files, then puts all of them in place; on failure none of them. */
async function replaceFiles(
  paths: readonly string[],
  write: (files: readonly Append[]) => Promise<void>,
): Promise<void> {
  const files: FileHandle[] = []
  const waiting = paths.map(() => '')
  const flush = async (i: number): Promise<void> => {
    await files[i].appendFile(waiting[i])
    waiting[i] = ''
  }
  try {
    for (const path of paths) files.push(await open(`${path}.part`, 'w'))
    await write(
      paths.map((_, i) => async (text) => {
        waiting[i] += text
        if (waiting[i].length > FLUSH_AT) await flush(i)
      }),
    )
    for (const [i, file] of files.entries()) {
      await flush(i)
      await file.datasync()
    }
  } catch (cause) {
    for (const file of files) await file.close()
    for (const path of paths) await rm(`${path}.part`, { force: true })
    throw cause
  }
  for (const file of files) await file.close()
  // The journal goes first: what a death between the renames leaves behind is lines that it does not know.
  for (const path of [...paths].reverse()) await rename(`${path}.part`, path)
}

interface Bits {
  readonly add: (index: number) => void
  readonly has: (index: number) => boolean
}

function createBits(): Bits {
  let words = new Uint8Array(1024)
  return {
    add: (index) => {
      if (index >= words.length) {
        const wider = new Uint8Array(Math.max(words.length * 2, index + 1))
        wider.set(words)
        words = wider
      }
      words[index] = 1
    },
    has: (index) => words[index] === 1,
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= action()
    return done
  }
}
