import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { resolveInputs, walkInputs } from '../../1-read/inputs.js'
import { createAtomicFile } from '../../7-write/atomic-file.js'
import { SCHEMA_VERSION } from '../../document/annotated-document.js'
import type { InputError } from '../../document/diagnostic.js'
import { byteLines } from '../lines/byte-lines.js'

export interface Merged {
  readonly articles: number
  readonly duplicates: number
  readonly errors: readonly InputError[]
}

interface Line {
  readonly id: string
  readonly file: number
  readonly start: number
  readonly length: number
}

/**
 * Brings documents of any number of files, in any order, into `documents.jsonl` of the output folder: one line an
 * article, in order of id; of several with the same id the first by name of file and line. A line that is no document is an error
 * of that line. Memory: some hundred bytes a document, no text.
 * @throws UsageError for a file that does not exist
 */
export async function mergeDocuments(names: readonly string[], out: string): Promise<Merged> {
  const inputs = await resolveInputs(names)
  const errors: InputError[] = []
  const lines: Line[] = []
  const files: string[] = []
  const spooled = join(out, '.dateline', 'standard-input.part')
  try {
    for await (const input of walkInputs(inputs)) {
      if (input.kind === 'unreadable') errors.push(failure(input.name, 'unreadable', String(input.cause)))
      else {
        if (input.kind === 'stdin') await spool(input.chunks, spooled)
        files.push(input.kind === 'stdin' ? spooled : input.name)
        await indexLines(files.length - 1, files[files.length - 1], input.name, lines, errors)
      }
    }
    const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
    lines.sort((a, b) => compare(a.id, b.id) || compare(files[a.file], files[b.file]) || a.start - b.start)
    const kept = lines.filter((line, i) => i === 0 || lines[i - 1].id !== line.id)
    await writeLines(join(out, 'documents.jsonl'), files, kept)
    return { articles: kept.length, duplicates: lines.length - kept.length, errors }
  } finally {
    await rm(spooled, { force: true })
  }
}

async function spool(chunks: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const file = createWriteStream(path)
  for await (const chunk of chunks) {
    if (!file.write(chunk)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
}

async function indexLines(
  file: number,
  path: string,
  name: string,
  lines: Line[],
  errors: InputError[],
): Promise<void> {
  let number = 0
  for await (const { bytes, start } of byteLines(path, 'open')) {
    number++
    if (bytes.length === 0) continue
    const id = documentId(bytes)
    if (id === undefined) errors.push(failure(`${name}#${number}`, 'not-a-document', NOT_A_DOCUMENT))
    else lines.push({ id, file, start, length: bytes.length })
  }
}

const NOT_A_DOCUMENT = `It is not an annotated document of schema version ${SCHEMA_VERSION}; make it with dateline annotate.`

function documentId(bytes: Buffer): string | undefined {
  try {
    const { schemaVersion, id, text, mentions, entities } = JSON.parse(bytes.toString('utf8'))
    const isDocument = typeof id === 'string' && typeof text === 'string' && [mentions, entities].every(Array.isArray)
    return isDocument && schemaVersion === SCHEMA_VERSION ? id : undefined
  } catch {
    return undefined
  }
}

const failure = (source: string, code: string, message: string): InputError => ({
  source,
  stage: 'link',
  code,
  message,
})

async function writeLines(target: string, files: readonly string[], lines: readonly Line[]): Promise<void> {
  const open = await openAll(files)
  const file = await createAtomicFile(target)
  try {
    for (const { file: index, start, length } of lines) {
      const buffer = Buffer.allocUnsafe(length)
      await open[index].read(buffer, 0, length, start)
      await file.write(`${buffer.toString('utf8')}\n`)
    }
    await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  } finally {
    for (const handle of open) await handle.close()
  }
}

async function openAll(files: readonly string[]): Promise<readonly FileHandle[]> {
  return Promise.all(files.map((file) => open(file, 'r')))
}
