import path from 'node:path'
import { readChunks, unreadableMessage } from './bytes.js'
import { type Input, type InputFile, resolveInputs, walkInputs } from './inputs.js'
import { readJson } from './json.js'
import { readJsonLines } from './json-lines.js'
import { failed, type ReadResult } from './result.js'
import { readText } from './text.js'
import { unsupported } from './unsupported.js'

export { type Input, resolveInputs, walkInputs } from './inputs.js'
export type { ReadResult } from './result.js'

/** Ten million bytes: a thousand times a long article. */
export const DEFAULT_MAX_ARTICLE_BYTES = 10_000_000

export interface ReadOptions {
  /** Larger articles become errors. */
  readonly maxArticleBytes?: number | undefined
  /** A folder that is not walked: the output inside the input. */
  readonly exclude?: string | undefined
  readonly signal?: AbortSignal | undefined
}

type ReadFormat = (input: InputFile, limit: number) => AsyncIterable<ReadResult>

/** Formats by extension; everything else is one article of text. */
const FORMATS: Readonly<Record<string, ReadFormat>> = {
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.json': readJson,
  '.html': unsupported('HTML'),
  '.htm': unsupported('HTML'),
  '.xhtml': unsupported('HTML'),
  '.xml': unsupported('XML'),
  '.csv': unsupported('CSV'),
  '.tsv': unsupported('CSV'),
  '.warc': unsupported('a web archive'),
}

/**
 * Stage 1: the articles of files, folders, patterns and `-`, one after the other, read as fast as they are taken. What
 * cannot be read is an error in the stream, never a throw. Stops between two articles when the signal fires.
 * @throws UsageError for a path that does not exist or a pattern that matches nothing, before anything is read
 */
export async function readInputs(
  names: readonly string[],
  options: ReadOptions = {},
): Promise<AsyncIterable<ReadResult>> {
  return readEach(await resolveInputs(names), options)
}

async function* readEach(inputs: readonly Input[], options: ReadOptions): AsyncGenerator<ReadResult> {
  const limit = options.maxArticleBytes ?? DEFAULT_MAX_ARTICLE_BYTES
  for await (const input of walkInputs(inputs, options.exclude)) {
    if (input.kind === 'unreadable') {
      yield failed(input.name, 'unreadable', unreadableMessage(input.cause))
      continue
    }
    for await (const result of formatOf(input)(input, limit)) {
      if (options.signal?.aborted) return
      yield result
    }
  }
}

const formatOf = (input: InputFile): ReadFormat =>
  input.kind === 'stdin' ? readStdin : (FORMATS[path.extname(input.name).toLowerCase()] ?? readText)

/** Standard input has no extension: JSON Lines where it begins with a brace, else one article of text. */
async function* readStdin(input: InputFile, limit: number): AsyncGenerator<ReadResult> {
  const source = readChunks(input)[Symbol.asyncIterator]()
  const first = await source.next()
  if (first.done) return
  const chunks = prepend(first.value, source)
  const format = /^\s*\{/.test(Buffer.from(first.value.subarray(0, 1000)).toString('latin1')) ? readJsonLines : readText
  yield* format({ kind: 'stdin', name: '-', chunks }, limit)
}

async function* prepend<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
