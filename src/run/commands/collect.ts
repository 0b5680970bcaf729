import { interruptSignal } from '../interrupt.js'
import { openReporter } from '../progress/reporter.js'
import { type CollectFilesOptions, collect } from '../tables/collect-files.js'

type Options = Omit<CollectFilesOptions, 'inputs' | 'formats'> & {
  readonly format: readonly string[]
  readonly quiet?: boolean
  readonly json?: boolean
}

/** `dateline collect`: its exit code. */
export async function run(inputs: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options
  const report = await collect({ ...options, inputs, formats: options.format, signal: interruptSignal() })
  openReporter(options).finish(report)
  if (report.interrupted) return 130
  return report.counts.errors > 0 ? 3 : 0
}
