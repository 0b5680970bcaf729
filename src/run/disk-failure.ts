const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EACCES: 'The permission to write was lost',
  EPERM: 'The permission to write was lost',
  EROFS: 'The disk can no longer be written to',
  EIO: 'The disk does not answer',
  ENOENT: 'A file of the output folder was taken away',
}

/** What ended a run from outside, in a line that says what to do; everything else as it is. */
export function explainDiskFailure(cause: unknown, out: string): unknown {
  const message = cause instanceof Error && 'code' in cause ? MESSAGES[String(cause.code)] : undefined
  if (message === undefined) return cause
  return new Error(
    `${message} while writing to ${out}. Mend that and give the same command again: it goes on where it stopped.`,
    { cause },
  )
}
