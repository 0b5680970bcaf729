import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { stat } from 'node:fs/promises'

/** A stretch of a file of lines: those that begin in it, from byte `start` to before byte `end`. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/** Some hundred documents: small beside the memory of a worker, large beside the cost of handing work over. */
const RANGE_BYTES = 2_000_000

/** The file in stretches of about the same size, wherever its lines end; none for an empty file. */
export async function lineRanges(path: string, bytes = RANGE_BYTES): Promise<readonly LineRange[]> {
  const { size } = await stat(path)
  return Array.from({ length: Math.ceil(size / bytes) }, (_, i) => ({ start: i * bytes, end: (i + 1) * bytes }))
}

/** A line without its newline, and where it begins in the file. */
export interface RangeLine {
  readonly bytes: Buffer
  readonly start: number
}

/** Memory to read ranges into, one after the other; it grows with them. */
export interface RangeMemory {
  bytes: Buffer
}

export const newRangeMemory = (): RangeMemory => ({ bytes: Buffer.alloc(0) })

const NEWLINE = 10
const READ_ON = 1 << 16

/**
 * The lines that begin in a range and end in a newline. Every line of a file is in one of its ranges, whoever reads them
 * in whatever order. Memory: the range and what its last line has beyond it. Lines that are read into a `memory` of the
 * caller's are there until its next use.
 */
export function linesIn(path: string, { start, end }: LineRange, memory = newRangeMemory()): readonly RangeLine[] {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    // A line begins at `start` if the byte before is a newline.
    const from = Math.max(0, start - 1)
    let bytes = readFrom(file, from, Math.min(end, size) - from, memory)
    let at = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1
    if (at === 0 && start > 0) return []
    const lines: RangeLine[] = []
    while (from + at < Math.min(end, size)) {
      let newline = bytes.indexOf(NEWLINE, at)
      while (newline < 0 && from + bytes.length < size) {
        const searched = bytes.length
        bytes = Buffer.concat([bytes, readFrom(file, from + searched, Math.max(READ_ON, searched - at))])
        newline = bytes.indexOf(NEWLINE, searched)
      }
      if (newline < 0) break
      lines.push({ bytes: bytes.subarray(at, newline), start: from + at })
      at = newline + 1
    }
    return lines
  } finally {
    closeSync(file)
  }
}

function readFrom(file: number, position: number, length: number, memory = newRangeMemory()): Buffer {
  if (memory.bytes.length < length) memory.bytes = Buffer.allocUnsafeSlow(length)
  const buffer = memory.bytes.subarray(0, length)
  let read = 0
  while (read < length) {
    const count = readSync(file, buffer, read, length - read, position + read)
    if (count === 0) break
    read += count
  }
  return buffer.subarray(0, read)
}

/** "12" for the twelfth line: what people look for in an editor. */
export function lineNumberAt(path: string, position: number): number {
  let number = 1
  const file = openSync(path, 'r')
  try {
    for (let from = 0; from < position; from += READ_ON) {
      const bytes = readFrom(file, from, Math.min(READ_ON, position - from))
      for (const byte of bytes) if (byte === NEWLINE) number++
    }
    return number
  } finally {
    closeSync(file)
  }
}
