import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { explainDiskFailure } from '../disk-failure.js'
import { lockFolder } from '../lock.js'
import { prepareFolder } from '../output-folder.js'
import { createWorkers } from '../pool/workers.js'
import type { RunReport } from '../run-report.js'
import { type Collecting, type CollectOptions, collectInto, formatsOf } from './collect.js'
import { mergeDocuments } from './merge-documents.js'

export interface CollectFilesOptions extends CollectOptions {
  /** Files of annotated documents, patterns, or `-` for standard input. */
  readonly inputs: readonly string[]
  /** Worker threads; as many as cores unless given. */
  readonly workers?: number | undefined
}

/**
 * Annotated documents, as `annotate` wrote them, to an output folder of linked tables.
 * @throws UsageError for inputs, options or a folder that cannot be used
 */
export async function collect(options: CollectFilesOptions): Promise<RunReport> {
  const started = performance.now()
  formatsOf(options)
  await prepareFolder(options.out)
  const lock = await lockFolder(options.out)
  const workers = createWorkers({ workers: options.workers })
  try {
    const { articles, duplicates, errors } = await mergeDocuments(options.inputs, options.out)
    const counts = { articles, duplicates, errors: errors.length, annotated: 0, reused: 0 }
    const run: Collecting = {
      interrupted: false,
      out: options.out,
      counts: { inputs: articles + duplicates + errors.length, ...counts },
      words: 0,
      seconds: () => (performance.now() - started) / 1000,
      timings: {},
      slowest: [],
    }
    const { size } = await stat(join(options.out, 'documents.jsonl'))
    return await collectInto(options, errors, run, workers.executorFor(size))
  } catch (cause) {
    throw explainDiskFailure(cause, options.out)
  } finally {
    await workers.close()
    await lock.release()
  }
}
