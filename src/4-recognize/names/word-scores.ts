import type { NameColumns } from './columns.js'
import { leftFeatures, MAX_FEATURES, NO_KLASS, placeFeatures, rightFeatures, wordFeatures } from './features.js'
import { LABELS } from './labels.js'
import type { NameModel } from './model.js'
import { type PackedWeights, ROW_BYTES, SECOND, sumBothPasses } from './weights.js'

/**
 * Sums of the weights of what a word shows by itself, kept because words come again: under the word's hash and `klass`,
 * each in the one row that its hash names; a new word takes the place of the one there.
 */
interface KeptSums {
  readonly mask: number
  /** Rows of `ROW` numbers: sums of both passes; hash and `klass` + 1 fill the gaps at `WORD` and `KLASS`. */
  readonly rows: Float64Array
}

const ROW = ROW_BYTES
const WORD = SECOND - 1
const KLASS = ROW - 1

const keptSums = (size: number): KeptSums => ({ mask: size - 1, rows: new Float64Array(size * ROW) })

interface Kept {
  readonly own: KeptSums
  /** The lower-case words of `own`: words that hash alike ("1998", "2016") may begin and end differently. */
  readonly texts: string[]
  readonly left: KeptSums
  readonly right: KeptSums
}

const WORDS_KEPT = 8192
const NEIGHBOURS_KEPT = 4096

/** Sums hold for one model's weights and lexicon. */
const keptOf = new WeakMap<NameModel, Kept>()

function keptFor(model: NameModel): Kept {
  const known = keptOf.get(model)
  if (known !== undefined) return known
  const kept: Kept = {
    own: keptSums(WORDS_KEPT),
    texts: new Array<string>(WORDS_KEPT).fill(''),
    left: keptSums(NEIGHBOURS_KEPT),
    right: keptSums(NEIGHBOURS_KEPT),
  }
  keptOf.set(model, kept)
  return kept
}

const features = new Int32Array(MAX_FEATURES)
const place = new Float64Array(ROW)

/** Scores of both passes for the labels of all tokens in stretches, `LABELS` a token, stretch after stretch. */
export function scoreWords(
  columns: NameColumns,
  model: NameModel,
  tokens: number,
): { readonly first: Float64Array; readonly second: Float64Array } {
  const { segments } = columns
  const weights = model.words
  const kept = keptFor(model)
  const own = kept.own.rows
  const left = kept.left.rows
  const right = kept.right.rows
  const first = new Float64Array(tokens * LABELS)
  const second = new Float64Array(tokens * LABELS)
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      const o = ownRow(kept, weights, columns, i)
      const l = leftRow(kept.left, weights, columns, i)
      const r = rightRow(kept.right, weights, columns, i)
      sumBothPasses(weights, features, placeFeatures(columns, i, features, 0), place, 0)
      for (let label = 0; label < LABELS; label++) {
        first[at] = place[label] + own[o + label] + left[l + label] + right[r + label]
        const b = SECOND + label
        second[at++] = place[b] + own[o + b] + left[l + b] + right[r + b]
      }
    }
  }
  return { first, second }
}

/** Whether row `at` holds the sums of this word; if not, it is marked as that of this word. */
function isKept(rows: Float64Array, at: number, word: number, klass: number): boolean {
  if (rows[at + WORD] === word && rows[at + KLASS] === klass + 1) return true
  rows[at + WORD] = word
  rows[at + KLASS] = klass + 1
  return false
}

const rowOf = ({ mask }: KeptSums, word: number, klass: number): number => ((word ^ (klass * 0x51)) & mask) * ROW

function ownRow({ own, texts }: Kept, weights: PackedWeights, columns: NameColumns, i: number): number {
  const word = columns.word[i]
  const klass = columns.klass[i]
  const text = columns.tokens.lower[i]
  const at = rowOf(own, word, klass)
  const slot = at / ROW
  if (isKept(own.rows, at, word, klass) && texts[slot] === text) return at
  texts[slot] = text
  sumBothPasses(weights, features, wordFeatures(columns, i, features, 0), own.rows, at)
  return at
}

function leftRow(kept: KeptSums, weights: PackedWeights, columns: NameColumns, i: number): number {
  const word = i > 0 ? columns.word[i - 1] : 0
  const klass = i > 0 ? columns.klass[i - 1] : NO_KLASS
  const at = rowOf(kept, word, klass)
  if (isKept(kept.rows, at, word, klass)) return at
  sumBothPasses(weights, features, leftFeatures(columns, i, features, 0), kept.rows, at)
  return at
}

function rightRow(kept: KeptSums, weights: PackedWeights, columns: NameColumns, i: number): number {
  const hasNext = i + 1 < columns.length
  const word = hasNext ? columns.word[i + 1] : 0
  const klass = hasNext ? columns.klass[i + 1] : NO_KLASS
  const at = rowOf(kept, word, klass)
  if (isKept(kept.rows, at, word, klass)) return at
  sumBothPasses(weights, features, rightFeatures(columns, i, features, 0), kept.rows, at)
  return at
}
