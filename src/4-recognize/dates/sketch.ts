/**
 * A set of words by first letter, last letter and length only: whether a word may be in it, for much less than the price
 * of a look-up, so that the many words of an article that begin no expression never reach a map.
 */
export type Sketch = Uint8Array

const SIZE = 1 << 15

function keyOf(word: string): number {
  const { length } = word
  return ((word.charCodeAt(0) & 31) << 10) | ((word.charCodeAt(length - 1) & 31) << 5) | Math.min(length, 31)
}

export function sketchOf(words: Iterable<string>): Sketch {
  const sketch = new Uint8Array(SIZE)
  for (const word of words) sketch[keyOf(word)] = 1
  return sketch
}

/** False only where the word surely is not in the set. */
export const mayHold = (sketch: Sketch, word: string): boolean => sketch[keyOf(word)] === 1
