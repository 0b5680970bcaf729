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
  readonly shape: number[]
}

/** From so many on a new cache is begun before the next article: some thirty megabytes. */
const LIMIT = 200_000

const none = (): Lexemes => ({ word: [], lower: [], shape: [] })

export let lexemes: Lexemes = none()

let hashes = new Int32Array(1 << 12)
/** Open addressing: index + 1, 0 where free. */
let slots = new Int32Array(1 << 13)

/** Call before each article; the indices of one article belong to the `lexemes` of that moment. */
export function boundLexemes(): void {
  if (lexemes.word.length < LIMIT) return
  lexemes = none()
  slots.fill(0)
}

/** FNV-1a over code units, one step. */
export const HASH_START = 0x811c9dc5
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** Index of the token at `from` to `end`, whose hash is known. `shapeOf` is asked for a token that is new. */
export function lexemeAt(
  text: string,
  from: number,
  end: number,
  hash: number,
  shapeOf: (text: string, from: number, end: number) => number,
): number {
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (;;) {
    const index = slots[slot] - 1
    if (index < 0) break
    if (hashes[index] === hash) {
      const known = lexemes.word[index]
      if (known.length === end - from && text.startsWith(known, from)) return index
    }
    slot = (slot + 1) & mask
  }
  return add(text.slice(from, end), hash, slot, shapeOf(text, from, end))
}

function add(word: string, hash: number, slot: number, shape: number): number {
  const index = lexemes.word.length
  const isFull = index === hashes.length
  if (isFull) grow()
  hashes[index] = hash
  slots[isFull ? freeSlot(hash) : slot] = index + 1
  const cased = shape & (SHAPE.LOWER | SHAPE.CAPITAL | SHAPE.ALL_CAPS)
  lexemes.word.push(flat(word))
  lexemes.lower.push(cased ? flat(word.toLowerCase()) : lexemes.word[index])
  lexemes.shape.push(shape)
  return index
}

/** A copy of its own: a slice would keep the whole article in memory. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

function grow(): void {
  const wider = new Int32Array(hashes.length * 2)
  wider.set(hashes)
  hashes = wider
  slots = new Int32Array(slots.length * 2)
  for (let index = 0; index < lexemes.word.length; index++) slots[freeSlot(hashes[index])] = index + 1
}

function freeSlot(hash: number): number {
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  return slot
}
