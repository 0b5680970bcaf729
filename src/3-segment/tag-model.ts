import { decodeContainer, encodeContainer } from '../document/container.js'

/** Weights of one feature: one for each code of `PARTS_OF_SPEECH` but the last (codes are below 17; code 0 never competes). */
export const TAG_ROW = 16

/** A trained tagger of parts of speech: `models/en-news/parts-of-speech.bin`, decoded. */
export interface TagModel {
  /** Which parts of speech a word can be, as bits by code; the key is the word's hash. */
  readonly dictionary: TagDictionary
  /** `TAG_ROW` weights a feature; a feature's number is its hash, cut to the table's size (a power of two of rows). */
  readonly weights: Int8Array
}

/** Set beside the bits of a word that training saw too seldom to learn about the word itself. */
export const RARE_WORD = 1 << 20

/** An open-addressing table from 32-bit hashes to sets of parts of speech. A set is never empty. */
export interface TagDictionary {
  readonly keys: Int32Array
  readonly tags: Int32Array
}

const KIND = 'DLPS'
const VERSION = 1
const FILE = {
  kind: KIND,
  version: VERSION,
  what: 'parts-of-speech.bin',
  remedy: 'Install the package again, or train it anew with scripts/train-parts-of-speech.ts.',
}

export function dictionaryOf(keys: Int32Array, tags: Int32Array): TagDictionary {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const table = { keys: new Int32Array(size), tags: new Int32Array(size) }
  keys.forEach((key, i) => {
    const slot = slotOf(table, key)
    table.keys[slot] = key
    table.tags[slot] = tags[i]
  })
  return table
}

/** Bits of the parts of speech of the word with this hash; 0 if it is not listed. */
export const tagsOf = (dictionary: TagDictionary, key: number): number => dictionary.tags[slotOf(dictionary, key)]

function slotOf({ keys, tags }: TagDictionary, key: number): number {
  const mask = keys.length - 1
  let slot = (key ^ (key >>> 15)) & mask
  while (tags[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

export function encodeTagModel({ dictionary, weights }: TagModel): Uint8Array {
  const slots = Int32Array.from(dictionary.keys.keys()).filter((slot) => dictionary.tags[slot] !== 0)
  slots.sort((a, b) => dictionary.keys[a] - dictionary.keys[b])
  const arrays = {
    keys: slots.map((slot) => dictionary.keys[slot]),
    tags: slots.map((slot) => dictionary.tags[slot]),
    weights,
  }
  return encodeContainer({ kind: KIND, version: VERSION, header: {}, arrays })
}

/**
 * Decodes the file of a tagger.
 * @throws Error with the file's name, what is wrong and what to do, when it is damaged or of another version
 */
export function decodeTagModel(bytes: Uint8Array): TagModel {
  const { keys, tags, weights } = decodeContainer(bytes, FILE).arrays
  if (!(keys instanceof Int32Array && tags instanceof Int32Array && weights instanceof Int8Array))
    throw new Error(`${FILE.what}: a part is missing. ${FILE.remedy}`)
  return { dictionary: dictionaryOf(keys, tags), weights }
}
