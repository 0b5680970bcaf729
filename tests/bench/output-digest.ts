import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One hash over the files of an output folder that must be the same for the same input: all but `run.json`. */
export function outputDigest(folder: string): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    if (name === 'run.json' || name.startsWith('.')) continue
    digest
      .update(`${name}\n`)
      .update(readFileSync(join(folder, name)))
      .update('\n')
  }
  return digest.digest('hex')
}
