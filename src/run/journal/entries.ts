import { createHash } from 'node:crypto'
import { byteLines } from '../lines/byte-lines.js'
import { isMarked } from './duplicate-mark.js'
import type { Entry, EntryTable } from './entry-table.js'

/** What must be the same for earlier work to be reused. */
export interface JournalHeader {
  readonly version: string
  /** A digest of the models, gazetteers and options that shape a document. */
  readonly configuration: string
}

/** The files of a journal. */
export interface JournalPaths {
  readonly documents: string
  readonly duplicates: string
  readonly entries: string
}

/** The two files of documents, by the number that a `Place` has for them. */
export const DOCUMENTS = 0
export const DUPLICATES = 1

export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sha256 = createHash('sha256')
  for (const part of parts) sha256.update(part)
  return sha256.digest('hex').slice(0, 32)
}

export const headerLine = (header: JournalHeader): string => `${JSON.stringify(header)}\n`

export const entryLine = ({ key, id, source, line }: Entry): string => `${JSON.stringify([key, id, source, line])}\n`

/** What the journal of an earlier run knows. */
export interface Remembered {
  readonly byLine: Map<string, Entry>
  readonly usable: boolean
  /** Byte length of what could be read. */
  readonly end: number
  readonly restarted?: 'version' | 'configuration'
}

export async function readEntries(path: string, header: JournalHeader): Promise<Remembered> {
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
export async function readPlaces(
  paths: JournalPaths,
  byLine: ReadonlyMap<string, Entry>,
  table: EntryTable,
): Promise<number> {
  let end = 0
  for (const file of [DUPLICATES, DOCUMENTS]) {
    for await (const { bytes, start } of byteLines(file === DOCUMENTS ? paths.documents : paths.duplicates)) {
      if (file === DOCUMENTS) end = start + bytes.length + 1
      const entry = byLine.get(hash(bytes))
      if (entry) table.put(entry, { file, start, length: bytes.length, marked: isMarked(bytes) })
    }
  }
  return end
}
