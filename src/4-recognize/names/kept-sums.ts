import type { Vocabulary } from '../../document/vocabulary.js'
import type { NameColumns } from './columns.js'
import { leftFeatures, MAX_FEATURES, rightFeatures, wordFeatures } from './features.js'
import { ROW, sumRows, type WeightTable } from './weight-table.js'

/**
 * Sums of the weights of what a word shows by itself, kept because words come again: for each word (by its number) and
 * `klass` those of its own token, of the token after it and of the one before it.
 */
export interface KeptSums {
  /** `3 * ROW` numbers a record; the last of a row tells that it is filled. */
  readonly sums: Float64Array
  readonly klass: Uint8Array
  /** The word's next record, of another `klass`; 0 for none. */
  readonly next: Int32Array
  /** The first record of each word; 0 for none. */
  first: Int32Array
  vocabulary: Vocabulary | undefined
  /** Number of records + 1: record 0 is of what lies beyond the ends of an article. */
  count: number
}

/** What a record's word is to the token that is looked at, and what the features are then. */
export const SIDE = { OWN: 0, LEFT: 1, RIGHT: 2 } as const
const FEATURES = [wordFeatures, leftFeatures, rightFeatures] as const
/** How far the record's word is from the token. */
const OFFSET = [0, -1, 1] as const

const MOST_RECORDS = 16_384
const FILLED = ROW - 1

export const keptSums = (): KeptSums => ({
  sums: new Float64Array(MOST_RECORDS * 3 * ROW),
  klass: new Uint8Array(MOST_RECORDS),
  next: new Int32Array(MOST_RECORDS),
  first: new Int32Array(0),
  vocabulary: undefined,
  count: 1,
})

/** Call before each article: numbers of words are those of its vocabulary. */
export function bindKept(kept: KeptSums, vocabulary: Vocabulary): void {
  if (kept.vocabulary !== vocabulary) forget(kept)
  kept.vocabulary = vocabulary
  if (kept.first.length >= vocabulary.word.length) return
  const wider = new Int32Array(2 * vocabulary.word.length)
  wider.set(kept.first)
  kept.first = wider
}

function forget(kept: KeptSums): void {
  kept.first.fill(0)
  kept.sums.fill(0)
  kept.count = 1
}

/** Call before each token: its three places stay good until the next. */
export function makeRoom(kept: KeptSums): void {
  if (kept.count > MOST_RECORDS - 3) forget(kept)
}

const features = new Int32Array(MAX_FEATURES)

/** Where the sums begin that token `i`, or its neighbour on that side, gives for token `i`. */
export function keptAt(kept: KeptSums, weights: WeightTable, columns: NameColumns, i: number, side: 0 | 1 | 2): number {
  const { sums } = kept
  const from = i + OFFSET[side]
  const isOutside = from < 0 || from >= columns.length
  const record = isOutside ? 0 : recordOf(kept, columns.tokens.lexeme[from], columns.klass[from])
  const at = (3 * record + side) * ROW
  if (sums[at + FILLED] === 1) return at
  sums[at + FILLED] = 1
  sumRows(weights, features, FEATURES[side](columns, i, features, 0), sums, at)
  return at
}

function recordOf(kept: KeptSums, word: number, klass: number): number {
  let record = kept.first[word]
  while (record !== 0 && kept.klass[record] !== klass) record = kept.next[record]
  return record !== 0 ? record : newRecord(kept, word, klass)
}

function newRecord(kept: KeptSums, word: number, klass: number): number {
  const record = kept.count++
  kept.klass[record] = klass
  kept.next[record] = kept.first[word]
  kept.first[word] = record
  return record
}
