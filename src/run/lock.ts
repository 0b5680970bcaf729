import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../document/usage-error.js'

/** Holds an output folder for one run. */
export interface Lock {
  readonly release: () => Promise<void>
}

/**
 * Takes the folder, or says who has it. A lock whose process is gone (killed, or the machine restarted) is taken over.
 * @throws UsageError when another run is at work in the folder
 */
export async function lockFolder(out: string): Promise<Lock> {
  const folder = join(out, '.dateline')
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return { release: () => rm(path, { force: true }) }
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
      const owner = Number(await readFile(path, 'utf8').catch(() => ''))
      if (owner > 0 && owner !== process.pid && isAlive(owner))
        throw new UsageError(
          `Another dateline run (process ${owner}) is writing to ${out}. Wait for it, or choose another folder with --out; if no run is at work there, remove ${path}.`,
        )
      await rm(path, { force: true })
    }
  }
  throw new UsageError(`Could not take ${out} for this run: ${path} keeps coming back. Remove it and try again.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
