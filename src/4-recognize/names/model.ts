import { type Column, type Container, decodeContainer, encodeContainer } from '../../document/container.js'
import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import { addFacts, emptyLexicon, type Lexicon } from './lexicon.js'
import { byteOfWeight, type PackedWeights, ROW_BYTES } from './weights.js'

/** All that recognizing names needs: `models/en-news/names.bin` and `lexicon.bin`, decoded. */
export interface NameModel {
  readonly lexicon: Lexicon
  /** Words that link or are names although they are not capitalised. */
  readonly linking: Lexicon
  /** Weights of both passes for what the text shows. */
  readonly words: PackedWeights
  /** Weights of the second pass for what the first thought of the same words elsewhere. */
  readonly evidence: PackedWeights
  readonly firstTransitions: Float64Array
  readonly secondTransitions: Float64Array
  readonly calibration: Readonly<Record<EntityType, Calibration>>
}

/** Confidence = 1 / (1 + exp(-(slope × log-odds of the model's probability + offset))) (Platt 1999). */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

export const MODEL_VERSION = 3
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
  return {
    lexicon: decodeLexicon(lexicon),
    linking: linkingTable(column(arrays, 'linking.keys', Int32Array), column(arrays, 'linking.facts', Uint16Array)),
    words: unpack(arrays, 'words'),
    evidence: unpack(arrays, 'evidence'),
    firstTransitions: column(arrays, 'transitions.first', Float64Array),
    secondTransitions: column(arrays, 'transitions.second', Float64Array),
    calibration: header['calibration'] as NameModel['calibration'],
  }
}

function linkingTable(keys: Int32Array, facts: Uint16Array): Lexicon {
  const table = emptyLexicon(keys.length)
  keys.forEach((key, i) => {
    addFacts(table, key, facts[i])
  })
  return table
}

/** Decodes `lexicon.bin`: word clusters and name lists. */
export function decodeLexicon(bytes: Uint8Array): Lexicon {
  const expected = { kind: LEXICON_KIND, version: MODEL_VERSION, what: 'lexicon.bin', remedy: REMEDY }
  const { arrays } = decodeContainer(bytes, expected)
  const keys = column(arrays, 'keys', Int32Array)
  const facts = column(arrays, 'facts', Uint16Array)
  const clusters = column(arrays, 'clusters', Uint16Array)
  const others = column(arrays, 'others', Uint16Array)
  const priors = column(arrays, 'priors', Uint8Array)
  const table = emptyLexicon(keys.length)
  const before = column(arrays, 'before', Uint8Array)
  const after = column(arrays, 'after', Uint8Array)
  keys.forEach((key, i) => {
    addFacts(table, key, facts[i], clusters[i], others[i], priors[i], before[i], after[i])
  })
  return table
}

export function encodeLexicon(lexicon: Lexicon): Uint8Array {
  const slots = usedSlots(lexicon)
  const arrays = {
    keys: Int32Array.from(slots, (slot) => lexicon.keys[slot]),
    facts: Uint16Array.from(slots, (slot) => lexicon.facts[slot]),
    clusters: Uint16Array.from(slots, (slot) => lexicon.clusters[slot]),
    others: Uint16Array.from(slots, (slot) => lexicon.others[slot]),
    priors: Uint8Array.from(slots, (slot) => lexicon.priors[slot]),
    before: Uint8Array.from(slots, (slot) => lexicon.before[slot]),
    after: Uint8Array.from(slots, (slot) => lexicon.after[slot]),
  }
  return encodeContainer({ kind: LEXICON_KIND, version: MODEL_VERSION, header: {}, arrays })
}

export function encodeNameModel(model: Omit<NameModel, 'lexicon'>): Uint8Array {
  const { linking } = model
  const slots = usedSlots(linking)
  const arrays: Record<string, Column> = {
    'linking.keys': Int32Array.from(slots, (slot) => linking.keys[slot]),
    'linking.facts': Uint16Array.from(slots, (slot) => linking.facts[slot]),
  }
  for (const name of ['words', 'evidence'] as const) Object.assign(arrays, filledOf(model[name], name))
  arrays['transitions.first'] = model.firstTransitions
  arrays['transitions.second'] = model.secondTransitions
  const header = { calibration: Object.fromEntries(ENTITY_TYPES.map((type) => [type, model.calibration[type]])) }
  return encodeContainer({ kind: MODEL_KIND, version: MODEL_VERSION, header, arrays })
}

function column<T extends Column>(arrays: Container['arrays'], name: string, type: new (...args: never[]) => T): T {
  const found = arrays[name]
  if (!(found instanceof type)) throw new Error(`The model lacks the part "${name}". ${REMEDY}`)
  return found
}

/** In the file only the places that are filled have weights. */
function filledOf({ marks, bytes, scale }: PackedWeights, name: string): Readonly<Record<string, Column>> {
  const filled = Int32Array.from(marks.keys()).filter((place) => marks[place] !== 0)
  const weights = new Uint8Array(filled.length * ROW_BYTES)
  filled.forEach((place, i) => {
    weights.set(bytes.subarray(place * ROW_BYTES, (place + 1) * ROW_BYTES), i * ROW_BYTES)
  })
  return { [`${name}.marks`]: marks, [`${name}.bytes`]: weights, [`${name}.scale`]: Float64Array.of(scale) }
}

function unpack(arrays: Container['arrays'], name: string): PackedWeights {
  const marks = column(arrays, `${name}.marks`, Uint16Array)
  const weights = column(arrays, `${name}.bytes`, Uint8Array)
  const scale = column(arrays, `${name}.scale`, Float64Array)[0]
  const bytes = new Uint8Array(marks.length * ROW_BYTES).fill(byteOfWeight(0, 1))
  let next = 0
  for (let place = 0; place < marks.length; place++) {
    if (marks[place] === 0) continue
    for (let b = 0; b < ROW_BYTES; b++) bytes[place * ROW_BYTES + b] = weights[next++]
  }
  return { marks, bytes, scale }
}

/** The places of the entries of a table, in the order of their keys. */
function usedSlots({ keys }: Lexicon): Int32Array {
  const slots = Int32Array.from(keys.keys()).filter((slot) => keys[slot] !== 0)
  return slots.sort((a, b) => keys[a] - keys[b])
}
