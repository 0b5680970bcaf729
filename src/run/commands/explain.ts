import { stat } from 'node:fs/promises'
import { type ReadResult, readInputs } from '../../1-read/read-inputs.js'
import { UsageError } from '../../document/usage-error.js'
import { annotateArticle } from '../../pipeline.js'
import { loadResources, type ResourceOptions } from '../resources.js'
import { explanation } from './explanation.js'

type Options = ResourceOptions & { readonly gazetteer?: readonly string[]; readonly date?: string }

/** `dateline explain`: what was found in a text or a file's articles, and what found it. */
export async function run([input]: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as Options
  const resources = await loadResources({ ...options, gazetteers: options.gazetteer ?? [] })
  let errors = 0
  for await (const article of articlesOf(input, options.date)) {
    const annotated = article.kind === 'error' ? article : annotateArticle(article.raw, resources)
    if (annotated.kind === 'document') process.stdout.write(explanation(annotated.document))
    else {
      errors++
      process.stderr.write(`dateline: ${annotated.error.source}: ${annotated.error.message}\n`)
    }
  }
  return errors > 0 ? 3 : 0
}

async function* articlesOf(input: string, date: string | undefined): AsyncGenerator<ReadResult> {
  const isFile = input === '-' || (await stat(input).catch(() => undefined)) !== undefined
  if (isFile) {
    yield* await readInputs([input])
    return
  }
  // Somebody who mistypes a file's name should hear so, not read what was found in the name.
  if (!/\s/.test(input))
    throw new UsageError(`No such file: ${input}. Give a file, or a text of several words in quotes.`)
  const record = { text: input, ...(date === undefined ? {} : { published: date }) }
  yield { kind: 'article', raw: { kind: 'record', source: 'text', record }, size: input.length }
}
