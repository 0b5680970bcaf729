/**
 * Hashes of words and features: 32-bit integers made from character codes, so that no feature ever becomes a string.
 */

const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Spreads the bits of `h` (the finisher of MurmurHash3). */
export function spread(h: number): number {
  let x = h
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** Hash of a lower-case word; all digits count as one ("1998" and "2016" hash alike). */
export function hashWord(word: string): number {
  let h = FNV_OFFSET
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    h = Math.imul(h ^ (isDigit(code) ? 48 : code), FNV_PRIME)
  }
  return spread(h)
}

/** Hash of the `length` characters of `word` from `from` on. */
export function hashPart(word: string, from: number, length: number): number {
  let h = FNV_OFFSET
  for (let i = from; i < from + length; i++) h = Math.imul(h ^ word.charCodeAt(i), FNV_PRIME)
  return h
}

/** Hash of a phrase, from the hash of its beginning (0 at the start) and the hash of its next word. */
export const extendPhrase = (phrase: number, word: number): number => Math.imul(phrase, 0x01000193) ^ word

/** Keys of a word with the one before it and with the one after it. */
export const pairWithBefore = (before: number, word: number): number => spread(Math.imul(before, 0x01000193) ^ word) | 1
export const pairWithAfter = (word: number, after: number): number => spread(Math.imul(after, 0x2c1b3c6d) ^ word) & ~1

/** The hash of feature template `template` with one value. */
export function feature1(template: number, a: number): number {
  let x = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 15), 0xc2b2ae35)
  return x ^ (x >>> 14)
}

export const feature2 = (template: number, a: number, b: number): number =>
  feature1(template, Math.imul(a, 0x27d4eb2f) ^ (b + 0x165667b1 + (a >>> 7)))

export const feature3 = (template: number, a: number, b: number, c: number): number =>
  feature2(template, Math.imul(a, 0x2c1b3c6d) ^ b, c)
