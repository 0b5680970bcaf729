import type { NameColumns } from './columns.js'
import { leftFeatures, MAX_FEATURES, NO_KLASS, placeFeatures, rightFeatures, wordFeatures } from './features.js'
import { LABELS } from './labels.js'
import type { NameModel } from './model.js'
import { firstSteps, ROW, secondSteps, sumRows, type WeightTable, weightTable } from './weight-table.js'

/**
 * Sums of the weights of what a word shows by itself, kept because words come again: under the word's hash and `klass`,
 * each in the one row that its hash names; a new word takes the place of the one there.
 */
interface KeptSums {
  readonly mask: number
  /** Rows of sums; the last number of a row says whose they are. */
  readonly rows: Float64Array
}

const OWNER = ROW - 1

const keptSums = (size: number): KeptSums => ({ mask: size - 1, rows: new Float64Array(size * ROW).fill(Number.NaN) })

/** A model's weights, and what they gave for words of articles before. */
export interface Scorer {
  readonly words: WeightTable
  readonly evidence: WeightTable
  readonly own: KeptSums
  /** The lower-case words of `own`: words that hash alike ("1998", "2016") may begin and end differently. */
  readonly texts: string[]
  readonly left: KeptSums
  readonly right: KeptSums
}

const WORDS_KEPT = 8192
const NEIGHBOURS_KEPT = 4096

const scorers = new WeakMap<NameModel, Scorer>()

export function scorerOf(model: NameModel): Scorer {
  const known = scorers.get(model)
  if (known !== undefined) return known
  const scorer: Scorer = {
    words: weightTable(model.words),
    evidence: weightTable(model.evidence),
    own: keptSums(WORDS_KEPT),
    texts: new Array<string>(WORDS_KEPT).fill(''),
    left: keptSums(NEIGHBOURS_KEPT),
    right: keptSums(NEIGHBOURS_KEPT),
  }
  scorers.set(model, scorer)
  return scorer
}

const features = new Int32Array(MAX_FEATURES)
const place = new Float64Array(ROW)

/** Scores of both passes for the labels of all tokens in stretches, `LABELS` a token, stretch after stretch. */
export function scoreWords(
  columns: NameColumns,
  scorer: Scorer,
  tokens: number,
): { readonly first: Float64Array; readonly second: Float64Array } {
  const { segments } = columns
  const { words } = scorer
  const own = scorer.own.rows
  const left = scorer.left.rows
  const right = scorer.right.rows
  const first = new Float64Array(tokens * LABELS)
  const second = new Float64Array(tokens * LABELS)
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      const o = ownRow(scorer, columns, i)
      const l = leftRow(scorer.left, words, columns, i)
      const r = rightRow(scorer.right, words, columns, i)
      sumRows(words, features, placeFeatures(columns, i, features, 0), place, 0)
      for (let label = 0; label < LABELS; label++) {
        const sum = place[label] + own[o + label] + left[l + label] + right[r + label]
        first[at] = firstSteps(sum) * words.step
        second[at++] = secondSteps(sum) * words.step
      }
    }
  }
  return { first, second }
}

/** Adds the weights of `count` features of what the first pass thought to a token's scores of the second. */
export function addEvidence(
  { evidence }: Scorer,
  features: Int32Array,
  count: number,
  scores: Float64Array,
  at: number,
): void {
  sumRows(evidence, features, count, place, 0)
  for (let label = 0; label < LABELS; label++) scores[at + label] += secondSteps(place[label]) * evidence.step
}

/** Whether row `at` holds the sums of this word; if not, it is marked as that of this word. */
function isKept(rows: Float64Array, at: number, word: number, klass: number): boolean {
  const owner = word * 256 + klass
  if (rows[at + OWNER] === owner) return true
  rows[at + OWNER] = owner
  return false
}

const rowOf = ({ mask }: KeptSums, word: number, klass: number): number => ((word ^ (klass * 0x51)) & mask) * ROW

function ownRow({ own, texts, words }: Scorer, columns: NameColumns, i: number): number {
  const word = columns.word[i]
  const klass = columns.klass[i]
  const text = columns.tokens.lower[i]
  const at = rowOf(own, word, klass)
  const slot = at / ROW
  if (isKept(own.rows, at, word, klass) && texts[slot] === text) return at
  texts[slot] = text
  sumRows(words, features, wordFeatures(columns, i, features, 0), own.rows, at)
  return at
}

function leftRow(kept: KeptSums, weights: WeightTable, columns: NameColumns, i: number): number {
  const word = i > 0 ? columns.word[i - 1] : 0
  const klass = i > 0 ? columns.klass[i - 1] : NO_KLASS
  const at = rowOf(kept, word, klass)
  if (isKept(kept.rows, at, word, klass)) return at
  sumRows(weights, features, leftFeatures(columns, i, features, 0), kept.rows, at)
  return at
}

function rightRow(kept: KeptSums, weights: WeightTable, columns: NameColumns, i: number): number {
  const hasNext = i + 1 < columns.length
  const word = hasNext ? columns.word[i + 1] : 0
  const klass = hasNext ? columns.klass[i + 1] : NO_KLASS
  const at = rowOf(kept, word, klass)
  if (isKept(kept.rows, at, word, klass)) return at
  sumRows(weights, features, rightFeatures(columns, i, features, 0), kept.rows, at)
  return at
}
