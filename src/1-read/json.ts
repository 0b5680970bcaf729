import { readWhole } from './bytes.js'
import { decode } from './decode.js'
import type { InputFile } from './inputs.js'
import { notAnObject, readRecord, reasonOf, recordOf } from './json-lines.js'
import { failed, found, type ReadResult } from './result.js'

/** A JSON file: one article as an object, or a list of them. Lists are held whole, so they have a limit too. */
export async function* readJson(input: InputFile, limit: number): AsyncGenerator<ReadResult> {
  const whole = await readWhole(input, limit * 20)
  if (whole.kind === 'failed') {
    const hint = whole.code === 'too-large' ? 'It is too large for one JSON file; use JSON Lines.' : whole.message
    yield failed(input.name, whole.code, hint)
    return
  }
  const decoded = decode(whole.bytes)
  if (decoded.kind === 'failed') yield failed(input.name, decoded.code, decoded.message)
  else if (/^\s*\[/.test(decoded.text)) yield* readList(input.name, decoded.text)
  else yield readRecord(input.name, decoded.text, whole.bytes)
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
  for (const [index, value] of list.entries()) {
    const source = `${name}#${index + 1}`
    const record = recordOf(value)
    yield record ? found({ kind: 'record', source, record }, size) : notAnObject(source)
  }
}
