import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import { type Column, type Container, decodeContainer, encodeContainer } from './container.js'
import { addFacts, emptyLexicon, type Lexicon } from './lexicon.js'
import { byteValues, type PackedWeights } from './weights.js'

/** All that recognizing names needs: `models/en-news/names.bin` and `lexicon.bin`, decoded. */
export interface NameModel {
  readonly lexicon: Lexicon
  /** Words that link or are names although they are not capitalised. */
  readonly linking: Lexicon
  /** The first pass sees words alone, the second also what the first thought of the same words elsewhere. */
  readonly first: PackedWeights
  readonly second: PackedWeights
  readonly calibration: Readonly<Record<EntityType, Calibration>>
}

/** Confidence = 1 / (1 + exp(-(slope × log-odds of the model's probability + offset))) (Platt 1999). */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

export const MODEL_VERSION = 1
const MODEL_KIND = 'DLNM'
const LEXICON_KIND = 'DLLX'
const REMEDY = 'Install the package again, or train the model anew with "dateline train".'

/**
 * Decodes the two files of a name model. Throws with the file's name, what is wrong and what to do when a file is
 * damaged or of another version.
 */
export function decodeNameModel(names: Uint8Array, lexicon: Uint8Array): NameModel {
  const { header, arrays } = decodeContainer(names, {
    kind: MODEL_KIND,
    version: MODEL_VERSION,
    what: 'names.bin',
    remedy: REMEDY,
  })
  const pass = (name: string): PackedWeights => {
    const scale = column(arrays, `${name}.scale`, Float64Array)[0]
    return {
      marks: column(arrays, `${name}.marks`, Uint16Array),
      bytes: column(arrays, `${name}.bytes`, Uint8Array),
      transitions: column(arrays, `${name}.transitions`, Float64Array),
      scale,
      values: byteValues(scale),
    }
  }
  return {
    lexicon: decodeLexicon(lexicon),
    linking: toTable(column(arrays, 'linking.keys', Int32Array), column(arrays, 'linking.facts', Uint16Array)),
    first: pass('first'),
    second: pass('second'),
    calibration: header['calibration'] as NameModel['calibration'],
  }
}

/** Decodes `lexicon.bin`: word clusters and name lists. */
export function decodeLexicon(bytes: Uint8Array): Lexicon {
  const { arrays } = decodeContainer(bytes, {
    kind: LEXICON_KIND,
    version: MODEL_VERSION,
    what: 'lexicon.bin',
    remedy: REMEDY,
  })
  return toTable(
    column(arrays, 'keys', Int32Array),
    column(arrays, 'facts', Uint16Array),
    column(arrays, 'clusters', Uint16Array),
  )
}

export function encodeLexicon(lexicon: Lexicon): Uint8Array {
  const { keys, facts, clusters } = listEntries(lexicon)
  return encodeContainer({ kind: LEXICON_KIND, version: MODEL_VERSION, header: {}, arrays: { keys, facts, clusters } })
}

export function encodeNameModel(model: Omit<NameModel, 'lexicon'>): Uint8Array {
  const linking = listEntries(model.linking)
  const arrays: Record<string, Column> = { 'linking.keys': linking.keys, 'linking.facts': linking.facts }
  for (const name of ['first', 'second'] as const) {
    arrays[`${name}.marks`] = model[name].marks
    arrays[`${name}.bytes`] = model[name].bytes
    arrays[`${name}.transitions`] = model[name].transitions
    arrays[`${name}.scale`] = Float64Array.of(model[name].scale)
  }
  const header = { calibration: Object.fromEntries(ENTITY_TYPES.map((type) => [type, model.calibration[type]])) }
  return encodeContainer({ kind: MODEL_KIND, version: MODEL_VERSION, header, arrays })
}

function column<T extends Column>(arrays: Container['arrays'], name: string, type: new (...args: never[]) => T): T {
  const found = arrays[name]
  if (!(found instanceof type)) throw new Error(`The model lacks the part "${name}". ${REMEDY}`)
  return found
}

function toTable(keys: Int32Array, facts: Uint16Array, clusters?: Uint16Array): Lexicon {
  const table = emptyLexicon(keys.length)
  for (let i = 0; i < keys.length; i++) addFacts(table, keys[i], facts[i], clusters?.[i] ?? 0)
  return table
}

/** The entries of a table in the order of their keys. */
function listEntries({ keys, facts, clusters }: Lexicon): {
  keys: Int32Array
  facts: Uint16Array
  clusters: Uint16Array
} {
  const slots = Array.from(keys.keys()).filter((slot) => keys[slot] !== 0)
  slots.sort((a, b) => keys[a] - keys[b])
  return {
    keys: Int32Array.from(slots, (slot) => keys[slot]),
    facts: Uint16Array.from(slots, (slot) => facts[slot]),
    clusters: Uint16Array.from(slots, (slot) => clusters[slot]),
  }
}
