/**
 * The short texts that features are made of, as numbers, so that a candidate is described without building or hashing a
 * string. Their texts come from short lists; a word of an article is looked up but never added.
 */

/** A text that no model knows: no feature with it weighs anything. */
export const UNKNOWN = 0

const numbers = new Map<string, number>()
const texts: string[] = ['?']

/** The number of a text of a closed list. */
export function symbol(text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, texts.length)
  texts.push(text)
  return texts.length - 1
}

/** The number of any word; `UNKNOWN` if no list and no model has it. */
export const knownSymbol = (word: string): number => numbers.get(word) ?? UNKNOWN

export const textOf = (symbol: number): string => texts[symbol]

/** Pairs in an open-addressing table: left part, right part (0 where free), the pair's own number. */
let pairs = new Int32Array(3 * 4096)
let pairCount = 0

const placeOf = (a: number, b: number): number => {
  const mask = pairs.length / 3 - 1
  let place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 12
  for (place &= mask; pairs[3 * place] !== 0; place = (place + 1) & mask)
    if (pairs[3 * place] === a && pairs[3 * place + 1] === b) break
  return 3 * place
}

/** The number of `${a} ${b}`. */
export function joined(a: number, b: number): number {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN
  const place = placeOf(a, b)
  return pairs[place] !== 0 ? pairs[place + 2] : addPair(a, b)
}

function addPair(a: number, b: number): number {
  if (6 * ++pairCount > pairs.length) growPairs()
  const place = placeOf(a, b)
  pairs[place] = a
  pairs[place + 1] = b
  pairs[place + 2] = symbol(`${texts[a]} ${texts[b]}`)
  return pairs[place + 2]
}

function growPairs(): void {
  const old = pairs
  pairs = new Int32Array(old.length * 2)
  for (let from = 0; from < old.length; from += 3)
    if (old[from] !== 0) pairs.set(old.subarray(from, from + 3), placeOf(old[from], old[from + 1]))
}
