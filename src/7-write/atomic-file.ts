import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** A file that was written, with what `datapackage.json` says about it. */
export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  /** SHA-256 of the content in hex. */
  readonly sha256: string
}

export interface AtomicFile {
  /** Takes text or its UTF-8 bytes; wait for it before the next call, and before the bytes change. */
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** Makes the file appear under its name, whole. */
  readonly commit: () => Promise<WrittenFile>
  /** Leaves no trace. */
  readonly discard: () => Promise<void>
}

const BUFFERED = 256 * 1024
const PIECE = 1 << 20

/**
 * A file that appears whole or not at all: written under a temporary name beside its own, synced to disk, renamed.
 * Half surrogate pairs become U+FFFD, as UTF-8 asks.
 */
export async function createAtomicFile(target: string): Promise<AtomicFile> {
  const temporary = `${target}.part`
  const file = await open(temporary, 'w')
  const hash = createHash('sha256')
  const waiting = Buffer.allocUnsafeSlow(BUFFERED)
  let length = 0
  let bytes = 0

  const append = async (data: Uint8Array): Promise<void> => {
    bytes += data.length
    hash.update(data)
    await file.appendFile(data)
  }
  const flush = async (): Promise<void> => {
    const data = waiting.subarray(0, length)
    length = 0
    if (data.length > 0) await append(data)
  }
  return {
    write: async (text) => {
      const data = typeof text === 'string' ? Buffer.from(text) : text
      if (length + data.length > BUFFERED) await flush()
      if (data.length > BUFFERED) return append(data)
      waiting.set(data, length)
      length += data.length
    },
    commit: async () => {
      await flush()
      await file.sync()
      await file.close()
      await rename(temporary, target)
      return { path: path.basename(target), bytes, sha256: hash.digest('hex') }
    },
    discard: async () => {
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

/** A whole file at once, the same way. */
export async function writeAtomically(target: string, text: string): Promise<WrittenFile> {
  const file = await createAtomicFile(target)
  try {
    await file.write(text)
    return await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Size and SHA-256 of a file that is already there, read piece by piece into the same memory. */
export async function describeFile(target: string): Promise<WrittenFile> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafeSlow(PIECE)
  const file = await open(target)
  let bytes = 0
  try {
    for (let read = PIECE; read > 0; bytes += read) {
      read = (await file.read(piece, 0, PIECE)).bytesRead
      hash.update(piece.subarray(0, read))
    }
  } finally {
    await file.close()
  }
  return { path: path.basename(target), bytes, sha256: hash.digest('hex') }
}
