import { createReadStream } from 'node:fs'

/** A line of a file, as its bytes. */
export interface ByteLine {
  readonly bytes: Buffer
  /** Byte offset in the file. */
  readonly start: number
}

const NEWLINE = 10

/**
 * The lines of a file that end in a newline, without it; with `open` also a last one that does not. None if there is no such
 * file. Only the byte 10 ends a line: a
 * JSON string may hold other line separators (U+2028), which a text line reader would break at.
 */
export async function* byteLines(path: string, last: 'whole' | 'open' = 'whole'): AsyncGenerator<ByteLine> {
  let start = 0
  let pending: Buffer[] = []
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const tail = chunk.subarray(from, at)
        const bytes = pending.length === 0 ? tail : Buffer.concat([...pending, tail])
        pending = []
        yield { bytes, start }
        start += bytes.length + 1
        from = at + 1
      }
      if (from < chunk.length) pending.push(chunk.subarray(from))
    }
    if (last === 'open' && pending.length > 0) yield { bytes: Buffer.concat(pending), start }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
  }
}
