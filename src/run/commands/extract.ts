import { type ExtractOptions, extract } from '../extract.js'
import { interruptSignal } from '../interrupt.js'
import { openReporter } from '../progress/reporter.js'

type Options = Omit<ExtractOptions, 'inputs' | 'gazetteers'> & {
  readonly gazetteer?: readonly string[]
  readonly format: ExtractOptions['formats']
  readonly quiet?: boolean
  readonly json?: boolean
}

/** `dateline extract`: its exit code. */
export async function run(inputs: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options
  const reporter = openReporter(options)
  try {
    const report = await extract({
      ...options,
      inputs,
      formats: options.format,
      gazetteers: options.gazetteer ?? [],
      signal: interruptSignal(),
      onProgress: reporter.progress,
    })
    reporter.finish(report)
    if (report.interrupted) return 130
    return report.counts.errors > 0 ? 3 : 0
  } finally {
    reporter.close()
  }
}
