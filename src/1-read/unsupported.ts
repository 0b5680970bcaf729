import type { InputFile } from './inputs.js'
import { failed, type ReadResult } from './result.js'
import { readText } from './text.js'

/** What a crawler's article begins with, whatever the file's extension. */
const CRAWLER_FORM = /^\ufeff?\s*(?:#\s|Published at:|Authors?:|Original:)/

/** A format that would only give garbage as text: the input is an error that names it, unless a crawler's article. */
export const unsupported = (format: string) =>
  async function* (input: InputFile, limit: number): AsyncGenerator<ReadResult> {
    for await (const result of readText(input, limit)) {
      const isCrawled = result.kind === 'article' && result.raw.kind === 'text' && CRAWLER_FORM.test(result.raw.content)
      const message = `It is ${format}; convert it to JSON Lines, Markdown or plain text first.`
      yield result.kind === 'error' || isCrawled ? result : failed(input.name, 'unsupported-format', message)
    }
  }
