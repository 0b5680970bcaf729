import { type FileHandle, open, rm } from 'node:fs/promises'
import { byteLines } from './byte-lines.js'

/** Lines that are kept in memory while they are few, else in a file. */
export interface Spool {
  readonly add: (line: string) => Promise<void>
  /** All lines, in the order in which they came; call when no more come. */
  readonly lines: () => AsyncGenerator<string>
  readonly remove: () => Promise<void>
}

const KEPT_IN_MEMORY = 256 * 1024

export function createSpool(path: string, kept = KEPT_IN_MEMORY): Spool {
  let waiting: string[] = []
  let length = 0
  let file: FileHandle | undefined
  return {
    add: async (line) => {
      waiting.push(line)
      length += line.length
      if (length < kept) return
      file ??= await open(path, 'w')
      const text = `${waiting.join('\n')}\n`
      waiting = []
      length = 0
      await file.appendFile(text)
    },
    lines: async function* () {
      if (file) for await (const { bytes } of byteLines(path)) yield bytes.toString('utf8')
      yield* waiting
    },
    remove: async () => {
      await file?.close()
      if (file) await rm(path, { force: true })
      file = undefined
      waiting = []
    },
  }
}
