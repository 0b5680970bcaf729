import { once } from 'node:events'
import { readInputs } from '../../1-read/read-inputs.js'
import { type AnnotateOptions, annotateAll } from '../annotate.js'
import { interruptSignal } from '../interrupt.js'

type Options = AnnotateOptions & { readonly gazetteer?: readonly string[] }

/**
 * `dateline annotate`: JSON Lines on standard input to documents on standard output. What cannot be annotated goes to
 * standard error, a JSON line each, and makes the exit code 3.
 */
export async function run(_inputs: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as Options
  const signal = interruptSignal()
  let errors = 0
  const articles = await readInputs(['-'], { signal })
  for await (const outcome of annotateAll(articles, { ...options, gazetteers: options.gazetteer ?? [], signal })) {
    if (outcome.kind === 'document') {
      if (!process.stdout.write(outcome.line)) await once(process.stdout, 'drain')
      continue
    }
    errors++
    process.stderr.write(`${JSON.stringify(outcome.error)}\n`)
  }
  if (signal.aborted) return 130
  return errors > 0 ? 3 : 0
}
