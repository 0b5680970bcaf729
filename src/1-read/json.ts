import { readWhole } from './bytes.js'
import { decode } from './decode.js'
import type { InputFile } from './inputs.js'
import { readRecord, reasonOf, recordOf } from './json-lines.js'
import { failed, type ReadResult } from './result.js'

/** A JSON file: one article as an object, or a list of them. Lists are held whole, so they have a limit too. */
export async function* readJson(input: InputFile, limit: number): AsyncGenerator<ReadResult> {
  const whole = await readWhole(input, limit * 20)
  const decoded = whole.kind === 'bytes' ? decode(whole.bytes) : whole
  if (decoded.kind === 'failed') {
    const hint = decoded.code === 'too-large' ? 'It is too large for one JSON file; use JSON Lines.' : decoded.message
    yield failed(input.name, decoded.code, hint)
  } else if (/^\s*\[/.test(decoded.text)) yield* readList(input.name, decoded.text)
  else yield readRecord(input.name, decoded.text)
}

function* readList(name: string, json: string): Generator<ReadResult> {
  let list: unknown
  try {
    list = JSON.parse(json)
  } catch (error) {
    yield failed(name, 'invalid-json', `It is not valid JSON: ${reasonOf(error)}`)
  }
  if (!Array.isArray(list)) return
  const size = json.length / list.length
  for (const [index, value] of list.entries()) yield recordOf(`${name}#${index + 1}`, value, size)
}
