import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { InputError } from '../../document/diagnostic.js'
import { byteLines } from '../lines/byte-lines.js'

/**
 * Articles that hung or killed a worker. A run that goes on, or comes again with the same limits, need not pay for them a
 * second time.
 */
export interface Quarantine {
  readonly find: (key: string) => InputError | undefined
  /** Remembers the error if it is one that was dear to find out. */
  readonly add: (key: string, error: InputError) => Promise<void>
  readonly close: () => Promise<void>
}

const DEAR = new Set(['timeout', 'out-of-memory', 'crashed'])

/** Opens the quarantine of an output folder; `header` holds all that could make an article come out otherwise. */
export async function openQuarantine(out: string, header: object): Promise<Quarantine> {
  await mkdir(join(out, '.dateline'), { recursive: true })
  const path = join(out, '.dateline', 'quarantine.jsonl')
  const first = JSON.stringify(header)
  const errors = await readKnown(path, first)
  let file: FileHandle | undefined
  /** Written anew with the first addition, which drops a torn last line; not there where there is nothing to remember. */
  const opened = async (): Promise<FileHandle> => {
    if (file) return file
    file = await open(path, 'w')
    await file.appendFile(
      [first, ...[...errors].map((entry) => JSON.stringify(entry))].map((line) => `${line}\n`).join(''),
    )
    return file
  }
  return {
    find: (key) => errors.get(key),
    add: async (key, error) => {
      if (!DEAR.has(error.code)) return
      const to = await opened()
      await to.appendFile(`${JSON.stringify([key, error])}\n`)
      await to.datasync()
    },
    close: async () => file?.close(),
  }
}

async function readKnown(path: string, header: string): Promise<ReadonlyMap<string, InputError>> {
  const errors = new Map<string, InputError>()
  for await (const { bytes, start } of byteLines(path)) {
    const line = bytes.toString('utf8')
    if (start === 0 && line !== header) return errors
    if (start === 0) continue
    try {
      const [key, error] = JSON.parse(line) as [string, InputError]
      errors.set(key, error)
    } catch {
      // Written while the machine went down: the article has another chance.
    }
  }
  return errors
}
