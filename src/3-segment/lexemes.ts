import { ownCopy } from '../document/remember.js'
import { SHAPE } from '../document/segmented.js'
import type { Vocabulary } from '../document/vocabulary.js'

/**
 * The different tokens seen so far, each once: its text, its lower-case form and its shape. Most tokens of an article
 * were in one before, so their strings need not be made again, and the many look-ups of later stages find strings whose
 * hash is known. A cache of pure functions of the token's text: nothing that is remembered changes a result.
 */
export interface Lexemes extends Vocabulary {
  readonly word: string[]
  readonly lower: string[]
  shape: Uint8Array
}

/** From so many on a new cache is begun before the next article: with all that stages keep of words, some forty megabytes. */
const LIMIT = 200_000

const none = (): Lexemes => ({ word: [], lower: [], shape: new Uint8Array(1 << 12) })

export let lexemes: Lexemes = none()

/** Open addressing, two numbers a place: the hash, and the index + 1, 0 where free. */
let slots = new Int32Array(1 << 14)
/** The characters of all lexemes one after the other; of lexeme `i` from `starts[i]` to `starts[i + 1]`. */
let pool = new Uint16Array(1 << 15)
let starts = new Int32Array((1 << 12) + 1)

/** Call before each article; the indices of one article belong to the `lexemes` of that moment. */
export function boundLexemes(): void {
  if (lexemes.word.length < LIMIT) return
  lexemes = none()
  slots.fill(0)
}

/** FNV-1a over code units, one step. */
export const HASH_START = 0x811c9dc5
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/**
 * Index of the token at `from` to `end`, whose hash is known, in a text and its code units. `shapeOf` is asked for a token
 * that is new.
 */
export function lexemeAt(
  text: string,
  codes: Uint16Array,
  from: number,
  end: number,
  hash: number,
  shapeOf: (text: string, from: number, end: number) => number,
): number {
  const mask = slots.length - 2
  let slot = ((hash ^ (hash >>> 15)) << 1) & mask
  for (;;) {
    const index = slots[slot + 1] - 1
    if (index < 0) break
    if (slots[slot] === hash && isSame(index, codes, from, end)) return index
    slot = (slot + 2) & mask
  }
  return add(text.slice(from, end), codes, from, hash, shapeOf(text, from, end))
}

function isSame(index: number, codes: Uint16Array, from: number, end: number): boolean {
  const start = starts[index]
  const length = end - from
  if (starts[index + 1] - start !== length) return false
  for (let k = 0; k < length; k++) if (pool[start + k] !== codes[from + k]) return false
  return true
}

function add(word: string, codes: Uint16Array, from: number, hash: number, shape: number): number {
  const index = lexemes.word.length
  const start = index === 0 ? 0 : starts[index]
  makeRoom(index, start + word.length)
  pool.set(codes.subarray(from, from + word.length), start)
  starts[index + 1] = start + word.length
  take(freeSlot(hash), hash, index)
  const cased = shape & (SHAPE.LOWER | SHAPE.CAPITAL | SHAPE.ALL_CAPS)
  lexemes.word.push(ownCopy(word))
  lexemes.lower.push(cased ? ownCopy(word.toLowerCase()) : lexemes.word[index])
  lexemes.shape[index] = shape
  return index
}

/** Room for lexeme `index` and for characters up to `end`. */
function makeRoom(index: number, end: number): void {
  if (end > pool.length) {
    const wider = new Uint16Array(2 ** Math.ceil(Math.log2(end + 1)))
    wider.set(pool)
    pool = wider
  }
  if (index + 1 === starts.length) {
    const wider = new Int32Array(2 * index + 1)
    wider.set(starts)
    starts = wider
  }
  if (index === lexemes.shape.length) {
    const wider = new Uint8Array(2 * index)
    wider.set(lexemes.shape)
    lexemes.shape = wider
  }
  if (4 * index >= slots.length) growSlots()
}

function growSlots(): void {
  const old = slots
  slots = new Int32Array(old.length * 2)
  for (let from = 0; from < old.length; from += 2)
    if (old[from + 1] !== 0) take(freeSlot(old[from]), old[from], old[from + 1] - 1)
}

function take(slot: number, hash: number, index: number): void {
  slots[slot] = hash
  slots[slot + 1] = index + 1
}

function freeSlot(hash: number): number {
  const mask = slots.length - 2
  let slot = ((hash ^ (hash >>> 15)) << 1) & mask
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
  return slot
}
