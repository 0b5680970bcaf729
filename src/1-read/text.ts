import { readWhole } from './bytes.js'
import { decode } from './decode.js'
import type { InputFile } from './inputs.js'
import { failed, foundIn, type ReadResult } from './result.js'

const MARKUP = /^\s*<(?:!doctype\s+html|html|\?xml)\b/i
const MARKUP_MESSAGE = 'It is HTML or XML; convert it to JSON Lines, Markdown or plain text first.'

/** A file that is one article: the crawler's Markdown form or plain text; stage 2 tells which. */
export async function* readText(input: InputFile, limit: number): AsyncGenerator<ReadResult> {
  const whole = await readWhole(input, limit)
  if (whole.kind === 'failed') {
    yield failed(input.name, whole.code, whole.message)
    return
  }
  const decoded = decode(whole.bytes)
  if (decoded.kind === 'failed') yield failed(input.name, decoded.code, decoded.message)
  else if (MARKUP.test(decoded.text.slice(0, 500))) yield failed(input.name, 'unsupported-format', MARKUP_MESSAGE)
  else yield foundIn({ kind: 'text', source: input.name, content: decoded.text }, whole.bytes)
}
