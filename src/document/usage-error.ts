/** The command was given something that it cannot work with. The message says what to do; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
