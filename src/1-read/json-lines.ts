import { readChunks, tooLargeMessage, unreadableMessage } from './bytes.js'
import { decode } from './decode.js'
import type { InputFile } from './inputs.js'
import { failed, foundIn, type ReadResult } from './result.js'

const LINE_FEED = 10

type Line = { readonly kind: 'line'; readonly bytes: Uint8Array } | { readonly kind: 'too-long' }

/**
 * JSON Lines: an article a line, streamed. A line that does not parse, is no object or is longer than `limit` bytes is an
 * error of that line only; of a line that is too long only the first `limit` bytes are ever held.
 */
export async function* readJsonLines(input: InputFile, limit: number): AsyncGenerator<ReadResult> {
  let number = 0
  try {
    for await (const line of splitLines(readChunks(input), limit)) {
      number++
      const source = `${input.name}#${number}`
      if (line.kind === 'too-long') yield failed(source, 'too-large', tooLargeMessage(limit))
      else if (!isBlank(line.bytes)) yield readLine(source, line.bytes)
    }
  } catch (error) {
    yield failed(input.name, 'unreadable', unreadableMessage(error))
  }
}

function readLine(source: string, bytes: Uint8Array): ReadResult {
  const decoded = decode(bytes)
  return decoded.kind === 'failed'
    ? failed(source, decoded.code, decoded.message)
    : readRecord(source, decoded.text, bytes)
}

/** One JSON object as a record, and the bytes that it stands in. */
export function readRecord(source: string, json: string, bytes: Uint8Array): ReadResult {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return failed(source, 'invalid-json', `It is not valid JSON: ${reasonOf(error)}`)
  }
  const record = recordOf(value)
  return record ? foundIn({ kind: 'record', source, record }, bytes) : notAnObject(source)
}

/** The fields of an object; undefined for any other value. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value))
}

export const notAnObject = (source: string): ReadResult =>
  failed(source, 'not-an-object', 'It is not a JSON object; expected one with a "text" field.')

/** V8 quotes the input, which may be long or hold control characters: keep what comes before. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/,? ?(?:\.\.\.)?"[\s\S]*$/, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 120)

async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): Line => {
    const line: Line = length > limit ? { kind: 'too-long' } : { kind: 'line', bytes: joined(parts) }
    parts = []
    length = 0
    return line
  }
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length <= limit) parts.push(part)
    else parts = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    add(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 ? parts[0] : Buffer.concat(parts))

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 32) return false
  return true
}
