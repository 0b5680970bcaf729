import { readSync, writeSync } from 'node:fs'

/** Lines that are brought together in one stretch of a new file. File descriptors are the whole process's. */
export interface CopyTask {
  readonly sources: readonly (number | undefined)[]
  readonly target: number
  /** Byte of the target where the first line begins. */
  readonly at: number
  /** Three numbers a line, its newline included: index of its source, first byte, length; `WRITTEN_ANEW` takes the next of `lines`. */
  readonly places: Float64Array
  /** Lines that are not copied but given. */
  readonly lines: readonly Uint8Array[]
}

export const WRITTEN_ANEW = -1
const NUMBERS_A_LINE = 3

/** What a thread tells of a copy; an error that crosses threads would lose its code. */
export type Copied =
  | { readonly kind: 'copied' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

const USUAL_BYTES = 1 << 22
let memory = Buffer.alloc(0)

/** Reads the lines, in their order, and writes them in one piece. */
export function copyLines(task: CopyTask): Copied {
  try {
    writeAll(task.target, gathered(task), task.at)
    return { kind: 'copied' }
  } catch (cause) {
    const { code = 'EUNKNOWN', message } = cause as NodeJS.ErrnoException
    return { kind: 'failed', code, message }
  } finally {
    if (memory.length > 2 * USUAL_BYTES) memory = Buffer.alloc(0)
  }
}

function gathered({ sources, places, lines }: CopyTask): Buffer {
  let total = 0
  for (let i = 0; i < places.length; i += NUMBERS_A_LINE) total += places[i + 2]
  if (memory.length < total) memory = Buffer.allocUnsafeSlow(Math.max(total, USUAL_BYTES))
  let at = 0
  let next = 0
  for (let i = 0; i < places.length; i += NUMBERS_A_LINE) {
    const [source, start, length] = places.subarray(i, i + NUMBERS_A_LINE)
    if (source === WRITTEN_ANEW) memory.set(lines[next++], at)
    else readAll(sources[source], memory.subarray(at, at + length), start)
    at += length
  }
  return memory.subarray(0, total)
}

/** Reads at once, since a promise for each of perhaps a million lines would take longer than reading. */
export function readAll(source: number | undefined, into: Buffer, start: number): void {
  let read = 0
  while (source !== undefined && read < into.length) {
    const count = readSync(source, into, read, into.length - read, start + read)
    if (count === 0) break
    read += count
  }
  if (read < into.length)
    throw new Error('The documents of this run were changed while it was at work; start it again.')
}

function writeAll(target: number, bytes: Buffer, start: number): void {
  let written = 0
  while (written < bytes.length) written += writeSync(target, bytes, written, bytes.length - written, start + written)
}
