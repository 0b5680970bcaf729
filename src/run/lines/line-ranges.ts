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
    let bytes = readOn(file, from, 0, Math.min(end, size) - from, memory)
    let at = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1
    if (at === 0 && start > 0) return []
    const ends: number[] = []
    const first = at
    while (from + at < Math.min(end, size)) {
      let newline = bytes.indexOf(NEWLINE, at)
      while (newline < 0 && from + bytes.length < size) {
        const searched = bytes.length
        bytes = readOn(file, from, searched, Math.max(READ_ON, searched - at), memory)
        newline = bytes.indexOf(NEWLINE, searched)
      }
      if (newline < 0) break
      ends.push(newline)
      at = newline + 1
    }
    return ends.map((newline, i) => {
      const start = i === 0 ? first : ends[i - 1] + 1
      return { bytes: bytes.subarray(start, newline), start: from + start }
    })
  } finally {
    closeSync(file)
  }
}

/** Reads so many bytes more of what begins at `position`, of which the memory holds `known` bytes; gives all of it. */
function readOn(file: number, position: number, known: number, more: number, memory: RangeMemory): Buffer {
  const needed = known + more
  if (memory.bytes.length < needed) {
    // Most ranges end in the middle of a line, so there is room to read on.
    const wider = Buffer.allocUnsafeSlow(needed + READ_ON)
    memory.bytes.copy(wider, 0, 0, known)
    memory.bytes = wider
  }
  let read = known
  while (read < needed) {
    const count = readSync(file, memory.bytes, read, needed - read, position + read)
    if (count === 0) break
    read += count
  }
  return memory.bytes.subarray(0, read)
}

/** "12" for the twelfth line: what people look for in an editor. */
export function lineNumberAt(path: string, position: number): number {
  let number = 1
  const memory = newRangeMemory()
  const file = openSync(path, 'r')
  try {
    for (let from = 0; from < position; from += READ_ON) {
      const bytes = readOn(file, from, 0, Math.min(READ_ON, position - from), memory)
      for (const byte of bytes) if (byte === NEWLINE) number++
    }
    return number
  } finally {
    closeSync(file)
  }
}
