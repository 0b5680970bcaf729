import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { InputFile } from './inputs.js'

export type Bytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly code: 'too-large' | 'unreadable'; readonly message: string }

/** The bytes of a whole input, up to `limit`; what is longer is refused without reading it to the end. */
export async function readWhole(input: InputFile, limit: number): Promise<Bytes> {
  try {
    return input.kind === 'stdin' ? await collect(input.chunks, limit) : await readFile(input.name, limit)
  } catch (error) {
    return { kind: 'failed', code: 'unreadable', message: unreadableMessage(error) }
  }
}

async function readFile(name: string, limit: number): Promise<Bytes> {
  const file = await open(name)
  try {
    const facts = await file.stat()
    if (facts.isFile() && facts.size > limit) return tooLarge(limit)
    if (facts.isFile()) return { kind: 'bytes', bytes: await file.readFile() }
    return await collect(file.createReadStream({ autoClose: false }), limit)
  } finally {
    await file.close()
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Bytes> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return tooLarge(limit)
    chunks.push(chunk)
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) }
}

/** The input as a stream of chunks, read only as fast as they are used. */
export const readChunks = (input: InputFile): AsyncIterable<Uint8Array> =>
  input.kind === 'stdin' ? input.chunks : createReadStream(input.name, { highWaterMark: 256 * 1024 })

const tooLarge = (limit: number): Bytes => ({ kind: 'failed', code: 'too-large', message: tooLargeMessage(limit) })

export const tooLargeMessage = (limit: number): string =>
  `It is larger than ${limit} bytes, the limit for one article; raise it with --max-article-bytes.`

export function unreadableMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = {
    EACCES: 'No permission to read it.',
    EPERM: 'No permission to read it.',
    ENOENT: 'It is no longer there.',
    EISDIR: 'It is a folder.',
    ELOOP: 'It is a link that leads to itself.',
  }
  return known[code] ?? `It could not be read: ${error instanceof Error ? error.message : String(error)}`
}
