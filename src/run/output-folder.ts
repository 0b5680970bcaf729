import { access, constants, mkdir, stat } from 'node:fs/promises'
import { UsageError } from '../document/usage-error.js'

/**
 * Makes sure that the output folder is there and can be written to.
 * @throws UsageError that says what is in the way
 */
export async function prepareFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true })
    if (!(await stat(out)).isDirectory()) throw new UsageError(`${out} is a file; choose a folder with --out.`)
    await access(out, constants.W_OK | constants.X_OK)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new UsageError(
        `${out} cannot be a folder, because a file of that name is in the way; choose another with --out.`,
      )
    throw new UsageError(`Cannot write to ${out} (${code}); choose another folder with --out, or mend its permissions.`)
  }
}
