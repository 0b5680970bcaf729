/** Place of a word among 16,384: its length, its first and its last letter. */
const placeOf = (word: string): number =>
  ((word.length & 15) << 10) | ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(word.length - 1) & 31)

/** Tells at a glance that a word is none of these; what it lets pass has still to be looked up. */
export function wordFilter(words: Iterable<string>): (word: string) => boolean {
  const taken = new Uint8Array(16_384)
  for (const word of words) taken[placeOf(word)] = 1
  return (word) => taken[placeOf(word)] === 1
}
