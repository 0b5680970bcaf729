import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { RawArticle } from '../../document/article.js'
import {
  DOCUMENTS,
  entryLine,
  hash,
  headerLine,
  type JournalHeader,
  type JournalPaths,
  readEntries,
  readPlaces,
} from './entries.js'
import { createEntryTable, type Entry } from './entry-table.js'
import { type Copiers, type Finished, rewrite } from './rewrite.js'

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
  /** Appends annotated articles, whose lines follow each other in `lines`, and waits until the disk has them. They count as claimed. */
  readonly append: (documents: readonly JournalDocument[], lines: Uint8Array) => Promise<void>
  /** Leaves in `documents.jsonl` one line an article, of the claimed inputs only, in order of id. */
  readonly finish: (copiers: Copiers) => Promise<Finished>
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
  /** Bytes of its line: the document as JSON in UTF-8, with its newline. */
  readonly length: number
  /** Hash of the line without its newline. */
  readonly digest: string
}

/** The identity of an input: the same content from the same source has the same key. `bytes` are what it was read from. */
export function inputKey(raw: RawArticle, bytes?: Uint8Array): string {
  const content = bytes ?? (raw.kind === 'text' ? raw.content : JSON.stringify(raw.record))
  return hash(`${raw.kind}\n${raw.source}\n`, content)
}

/**
 * Opens the journal of an output folder, and drops what an interrupted run left unfinished.
 * @throws when the folder cannot be written
 */
export async function openJournal(out: string, header: JournalHeader): Promise<Journal> {
  const folder = join(out, '.dateline')
  await mkdir(folder, { recursive: true })
  const paths: JournalPaths = {
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
    append: async (added, lines) => {
      await documents.appendFile(lines)
      await documents.datasync()
      const entries = added.map(({ key, id, source, digest }): Entry => ({ key, id, source, line: digest }))
      await log.appendFile(entries.map(entryLine).join(''))
      await log.datasync()
      entries.forEach((entry, i) => {
        const { length } = added[i]
        claimed.add(table.put(entry, { file: DOCUMENTS, start: end, length: length - 1, marked: false }))
        end += length
      })
    },
    finish: async (copiers) => {
      await close()
      const order: number[] = []
      for (let index = 0; index < table.size(); index++) if (claimed.has(index)) order.push(index)
      order.sort(table.compare)
      return rewrite(paths, header, table, order, copiers)
    },
    close,
  }
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
