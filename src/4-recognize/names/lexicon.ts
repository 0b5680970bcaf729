/** What is known of a word or a phrase beforehand: bits of `Lexicon.factsAt`. */
export const FACT = {
  FEMALE: 1,
  MALE: 2,
  SURNAME: 4,
  CITY: 8,
  BIG_CITY: 16,
  REGION: 32,
  COUNTRY: 64,
  /** First word of a known name of several words. */
  NAME_OPENS: 128,
  /** A later word of one. */
  NAME_GOES_ON: 256,
  /** A word that stands inside names although it is no capitalised word: "of", "&", "de". */
  CONNECTOR: 512,
  /** A word that is a name even when it is written small. */
  SMALL_NAME: 1024,
  /** Demonym: "French". */
  DEMONYM: 2048,
  /** A name of this type in other articles. */
  KNOWN_PERSON: 4096,
  KNOWN_PLACE: 8192,
  KNOWN_ORGANIZATION: 16384,
} as const

/**
 * Word facts in one open-addressing table, so that a token costs one look-up: keys are word hashes (`hashWord`),
 * phrase hashes (`extendPhrase`) share the table.
 */
export interface Lexicon {
  readonly mask: number
  readonly keys: Int32Array
  readonly facts: Uint16Array
  /** Word cluster: 0 unknown, else 1 + the path in the tree of clusters (6 + 4 + 3 bits). */
  readonly clusters: Uint16Array
  /** The same of a second clustering, from another beginning. */
  readonly others: Uint16Array
  /** What the word's vector says it names when capitalised: 0 unknown, else a byte of `typePriors`. */
  readonly priors: Uint8Array
  /** The same of what a capitalised word after it names, and of one before it. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}

export const CLUSTER_BITS = { middle: 3, top: 7 } as const

/** Longer names are not looked up. */
export const LONGEST_KNOWN_NAME = 4

/** Position of `key` in the table, or that of the empty place where it would go. Key 0 is never stored. */
export function slotOf(lexicon: Lexicon, key: number): number {
  const { keys, mask } = lexicon
  let slot = key & mask
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask
  return slot
}

export function emptyLexicon(entries: number): Lexicon {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, entries * 1.8)))
  return {
    mask: size - 1,
    keys: new Int32Array(size),
    facts: new Uint16Array(size),
    clusters: new Uint16Array(size),
    others: new Uint16Array(size),
    priors: new Uint8Array(size),
    before: new Uint8Array(size),
    after: new Uint8Array(size),
  }
}

export function addFacts(
  lexicon: Lexicon,
  key: number,
  facts: number,
  cluster = 0,
  other = 0,
  prior = 0,
  before = 0,
  after = 0,
): void {
  if (key === 0) return
  const slot = slotOf(lexicon, key)
  lexicon.keys[slot] = key
  lexicon.facts[slot] |= facts
  if (cluster === 0) return
  lexicon.clusters[slot] = cluster
  lexicon.others[slot] = other
  lexicon.priors[slot] = prior
  lexicon.before[slot] = before
  lexicon.after[slot] = after
}

/** Bits of the keys of a table, by their lowest 16: turns most unknown keys away without a search. */
export type KeyFilter = Uint8Array

export function keyFilter({ keys }: Lexicon): KeyFilter {
  const filter = new Uint8Array(1 << 13)
  for (const key of keys) filter[(key & 0xffff) >> 3] |= 1 << (key & 7)
  return filter
}

export const mayHold = (filter: KeyFilter, key: number): boolean =>
  (filter[(key & 0xffff) >> 3] & (1 << (key & 7))) !== 0
