/** Wrong usage or a bad set-up: the message is one line that says what to do. The command exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
