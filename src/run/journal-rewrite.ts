import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { EntryTable, Place } from './entry-table.js'
import { entryLine, hash, headerLine, type JournalHeader, type JournalPaths } from './journal-entries.js'

export interface Finished {
  readonly articles: number
  readonly duplicates: number
}

/**
 * Writes the three files anew from the entries in `order`. Of several inputs with the same article the one whose source
 * comes first stays, in whatever order they were read.
 */
export async function rewrite(
  paths: JournalPaths,
  header: JournalHeader,
  table: EntryTable,
  order: readonly number[],
): Promise<Finished> {
  const readers = [openIfThere(paths.documents), openIfThere(paths.duplicates)]
  const targets = [paths.documents, paths.duplicates, paths.entries]
  let articles = 0
  try {
    await replaceFiles(targets, async ([documents, duplicates, entries]) => {
      await entries(Buffer.from(headerLine(header)))
      const write = async (to: Append, index: number, copies: readonly string[]): Promise<void> => {
        const line = readPlace(readers, table.place(index))
        const changed = withDuplicates(line, copies)
        await to(changed)
        const entry = table.entry(index)
        await entries(
          Buffer.from(entryLine(changed === line ? entry : { ...entry, line: hash(changed.subarray(0, -1)) })),
        )
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
  } finally {
    for (const reader of readers) if (reader !== undefined) closeSync(reader)
  }
  return { articles, duplicates: order.length - articles }
}

/** Code of the diagnostic that an article carries whose copies were left out. */
const DUPLICATE_CODE = 'duplicate-input'
const DUPLICATE_MARK = Buffer.from(`"code":"${DUPLICATE_CODE}"`)

interface WithDiagnostics {
  diagnostics: { code: string; message: string; stage: string }[]
}

/** The document with one diagnostic for each copy of it that was left out; the same bytes where there is none. */
function withDuplicates(line: Buffer, copies: readonly string[]): Buffer {
  if (copies.length === 0 && !line.includes(DUPLICATE_MARK)) return line
  const document = JSON.parse(line.toString('utf8')) as WithDiagnostics
  document.diagnostics = [
    ...document.diagnostics.filter(({ code }) => code !== DUPLICATE_CODE),
    ...copies.map((source) => ({
      code: DUPLICATE_CODE,
      message: `The same article also came from ${source}; it is counted once.`,
      stage: 'read',
    })),
  ]
  return Buffer.from(`${JSON.stringify(document)}\n`)
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

/** A line with its newline. Read at once, since a promise for each of perhaps a million would take longer than reading. */
function readPlace(readers: readonly (number | undefined)[], { file, start, length }: Place): Buffer {
  const line = Buffer.allocUnsafe(length + 1)
  const reader = readers[file]
  let read = 0
  while (reader !== undefined && read < line.length) {
    const count = readSync(reader, line, read, line.length - read, start + read)
    if (count === 0) break
    read += count
  }
  if (read < line.length)
    throw new Error('The documents of this run were changed while it was at work; start it again.')
  return line
}

type Append = (bytes: Uint8Array) => Promise<void>

const FLUSH_AT = 1 << 20

/** Writes new versions of some files, then puts all of them in place; on failure none of them. */
async function replaceFiles(
  paths: readonly string[],
  write: (files: readonly Append[]) => Promise<void>,
): Promise<void> {
  const files: FileHandle[] = []
  try {
    for (const path of paths) files.push(await open(`${path}.part`, 'w'))
    const appenders = files.map(createAppender)
    await write(appenders.map(({ append }) => append))
    for (const [i, file] of files.entries()) {
      await appenders[i].flush()
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

function createAppender(file: FileHandle): { readonly append: Append; readonly flush: () => Promise<void> } {
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
