import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolveInputs, walkInputs } from '../../1-read/read-inputs.js'
import { UsageError } from '../../document/usage-error.js'
import { type GoldDocument, readGold } from '../../learn/gold/gold.js'
import { LineError } from '../../learn/gold/gold-lines.js'
import { readVectors } from '../../learn/lexicon/build-lexicon.js'
import { train } from '../../learn/names/train-command.js'
import { loadTrainingResources, modelFile } from '../resources.js'

interface Options {
  readonly out: string
  readonly leaveOut?: readonly string[]
  readonly vectors?: string
  readonly lexicon?: string
  readonly seed?: number
  readonly epochs?: number
  readonly models?: number
}

/** `dateline train`: annotated articles to a name model with its card. */
export async function run(inputs: readonly string[], given: Record<string, unknown>): Promise<number> {
  const { out, leaveOut = [], vectors, lexicon, seed, epochs, models } = given as unknown as Options
  const documents: GoldDocument[] = []
  // All files are checked before anything is learnt.
  for await (const input of walkInputs(await resolveInputs(inputs))) {
    if (input.kind !== 'file') throw new UsageError('train reads files of annotated articles.')
    if (input.name.endsWith('.jsonl')) documents.push(...(await goldOf(input.name)))
  }
  const { tagModel, personNames, places } = await loadTrainingResources()
  const result = train({
    documents,
    leaveOut,
    ...(vectors === undefined
      ? { lexicon: await readFile(lexicon ?? modelFile('lexicon.bin')) }
      : { vectors: readVectors(await readFile(vectors, 'utf8'), vectors) }),
    tagModel,
    personNames,
    places,
    options: {
      ...(seed !== undefined && { seed }),
      ...(epochs !== undefined && { epochs }),
      ...(models !== undefined && { models }),
    },
    progress: (line) => process.stderr.write(`${line}\n`),
  })
  await mkdir(out, { recursive: true })
  for (const [name, content] of Object.entries(result.files)) await writeFile(join(out, name), content)
  process.stderr.write(`wrote ${Object.keys(result.files).join(', ')} to ${out}\n`)
  return 0
}

async function goldOf(file: string): Promise<readonly GoldDocument[]> {
  try {
    return readGold(await readFile(file, 'utf8'), file)
  } catch (cause) {
    if (cause instanceof LineError) throw new UsageError(cause.message, { cause })
    throw cause
  }
}
