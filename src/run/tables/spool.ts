import { type FileHandle, open, rm } from 'node:fs/promises'
import { byteLines } from '../lines/byte-lines.js'

/** Lines that are kept in memory while they are few, else in a file. */
export interface Spool {
  readonly add: (line: string) => Promise<void>
  /** All lines, in the order in which they came, to read here or in another thread; call when no more come. */
  readonly content: () => SpoolContent
  readonly remove: () => Promise<void>
}

/** Lines in a file, and those after them in memory. */
export interface SpoolContent {
  readonly path?: string
  readonly rest: readonly string[]
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
      const text = `${waiting.join('\n')}\n`
      waiting = []
      length = 0
      file ??= await open(path, 'w')
      await file.appendFile(text)
    },
    content: () => ({ ...(file && { path }), rest: waiting }),
    remove: async () => {
      await file?.close()
      if (file) await rm(path, { force: true })
      file = undefined
      waiting = []
    },
  }
}

export async function* linesOfSpool({ path, rest }: SpoolContent): AsyncGenerator<string> {
  if (path !== undefined) for await (const { bytes } of byteLines(path)) yield bytes.toString('utf8')
  yield* rest
}
