/** Aborts at the first Ctrl-C, so that what is in flight can be finished; the second one ends the process at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
    process.stderr.write('\nStopping after the articles in flight; press Ctrl-C again to stop at once.\n')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
