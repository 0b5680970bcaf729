import { readFile } from 'node:fs/promises'
import { resolveInputs, walkInputs } from '../../1-read/read-inputs.js'
import { UsageError } from '../../document/usage-error.js'
import { type AnnotatedGold, readAnnotatedGold } from '../../learn/gold/annotated-gold.js'
import { LineError } from '../../learn/gold/gold-lines.js'
import { countryFinder } from '../../learn/score/places.js'
import { type Judged, type LayerReport, scoreReport } from '../../learn/score/report.js'
import { annotateArticle, type Resources } from '../../pipeline.js'
import { loadResources, type ResourceOptions } from '../resources.js'
import { terminalSafe } from '../terminal-safe.js'

type Options = ResourceOptions & {
  readonly gazetteer?: readonly string[]
  readonly errors: number
  readonly half?: 'odd' | 'even'
  readonly json?: boolean
}

/** `dateline evaluate`: scores on annotated articles, a table for each file. */
export async function run(inputs: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options
  const golds: [file: string, articles: readonly AnnotatedGold[]][] = []
  // All files are checked before the first is scored.
  for await (const input of walkInputs(await resolveInputs(inputs))) {
    if (input.kind !== 'file') throw new UsageError('evaluate reads files of annotated articles.')
    golds.push([input.name, half(await goldOf(input.name), options.half)])
  }
  const resources = await loadResources({ ...options, gazetteers: options.gazetteer ?? [] })
  const countryOf = countryFinder(resources.places)
  const results: Record<string, readonly LayerReport[]> = {}
  for (const [file, articles] of golds) {
    const reports = scoreReport(
      articles.map((gold) => judge(gold, resources)),
      { errors: options.errors, countryOf },
    )
    results[file] = reports
    if (!options.json) process.stdout.write(tables(file, reports))
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`)
  return 0
}

async function goldOf(file: string): Promise<readonly AnnotatedGold[]> {
  try {
    return readAnnotatedGold(await readFile(file, 'utf8'), file)
  } catch (cause) {
    if (cause instanceof LineError) throw new UsageError(cause.message, { cause })
    throw cause
  }
}

/** The articles at odd (first, third, …) or even places in the order of their ids. */
function half(articles: readonly AnnotatedGold[], which: Options['half']): readonly AnnotatedGold[] {
  if (which === undefined) return articles
  const order = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))
  return order.filter((_, i) => i % 2 === (which === 'odd' ? 0 : 1))
}

/** The pipeline gets the text and the date, never the annotation. */
function judge(gold: AnnotatedGold, resources: Resources): Judged {
  const { id, text, published } = gold
  const annotated = annotateArticle({ kind: 'record', source: id, record: { id, text, published } }, resources)
  if (annotated.kind === 'error') throw new UsageError(`${id}: ${annotated.error.message}`)
  return { gold, document: annotated.document }
}

const tables = (file: string, reports: readonly LayerReport[]): string =>
  reports
    .map(
      ({ articles, lines }) =>
        `${file}, ${articles} articles\n${lines.map((line) => `${safeLines(line)}\n`).join('')}\n`,
    )
    .join('')

/** A report's lines may themselves be several. */
const safeLines = (lines: string): string => lines.split('\n').map(terminalSafe).join('\n')
