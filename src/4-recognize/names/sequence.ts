import { isInside, LABELS, mayFollow, OUTSIDE } from './labels.js'

/**
 * Inference in a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over one stretch of tokens
 * that has O before and after it. Scores are row-major, `LABELS` a token.
 */

/** Which pairs of labels may be neighbours, as lists of the possible predecessors. */
const PREDECESSORS: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, label) =>
  Uint8Array.from(Array.from({ length: LABELS }, (_, a) => a).filter((a) => mayFollow(a, label))),
)

/** Scratch space for stretches of up to `tokens` tokens. */
export interface Lattice {
  readonly scores: Float64Array
  readonly back: Uint8Array
  readonly forward: Float64Array
  readonly backward: Float64Array
}

export const newLattice = (tokens: number): Lattice => ({
  scores: new Float64Array(tokens * LABELS),
  back: new Uint8Array(tokens * LABELS),
  forward: new Float64Array(tokens * LABELS),
  backward: new Float64Array(tokens * LABELS),
})

/** The best labels of the first `count` tokens of `lattice.scores`, to `out` from `at` on (Viterbi). */
export function bestLabels(
  lattice: Lattice,
  count: number,
  transitions: Float64Array,
  out: Uint8Array,
  at: number,
): void {
  const { scores, back, forward } = lattice
  if (count === 1) {
    out[at] = bestAlone(scores, transitions)
    return
  }
  for (let label = 0; label < LABELS; label++) {
    forward[label] = isInside(label) ? Number.NEGATIVE_INFINITY : scores[label] + transitions[OUTSIDE * LABELS + label]
  }
  for (let i = 1; i < count; i++) {
    const row = i * LABELS
    const previous = row - LABELS
    for (let label = 0; label < LABELS; label++) {
      let best = Number.NEGATIVE_INFINITY
      let from = 0
      const before = PREDECESSORS[label]
      for (let k = 0; k < before.length; k++) {
        const a = before[k]
        const value = forward[previous + a] + transitions[a * LABELS + label]
        if (value > best) {
          best = value
          from = a
        }
      }
      forward[row + label] = best + scores[row + label]
      back[row + label] = from
    }
  }
  const last = (count - 1) * LABELS
  let label = 0
  let best = Number.NEGATIVE_INFINITY
  for (let a = 0; a < LABELS; a++) {
    const value = forward[last + a] + transitions[a * LABELS + OUTSIDE]
    if (value > best) {
      best = value
      label = a
    }
  }
  for (let i = count - 1; i >= 0; i--) {
    out[at + i] = label
    label = back[i * LABELS + label]
  }
}

/** The best label of a token that stands alone, as most do. */
function bestAlone(scores: Float64Array, transitions: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY
  let found = 0
  for (let label = 0; label < LABELS; label++) {
    if (isInside(label)) continue
    const value = scores[label] + transitions[OUTSIDE * LABELS + label] + transitions[label * LABELS + OUTSIDE]
    if (value > best) {
      best = value
      found = label
    }
  }
  return found
}

/** What is so much less than the largest changes no digit of a sum. */
const NEGLIGIBLE = -40

const logSum = (values: Float64Array, from: number, end: number): number => {
  let top = Number.NEGATIVE_INFINITY
  for (let i = from; i < end; i++) if (values[i] > top) top = values[i]
  if (top === Number.NEGATIVE_INFINITY) return top
  let sum = 0
  for (let i = from; i < end; i++) {
    const less = values[i] - top
    if (less > NEGLIGIBLE) sum += less === 0 ? 1 : Math.exp(less)
  }
  return sum === 1 ? top : top + Math.log(sum)
}

const terms = new Float64Array(LABELS)

/**
 * Fills `forward`, and `backward` from token `from` on (logarithms); returns the logarithm of the normaliser.
 * `nameProbability` needs `backward` only from the end of the first name on.
 */
export function forwardBackward(lattice: Lattice, count: number, transitions: Float64Array, from = 0): number {
  const { scores, forward, backward } = lattice
  for (let label = 0; label < LABELS; label++) {
    forward[label] = isInside(label) ? Number.NEGATIVE_INFINITY : scores[label] + transitions[OUTSIDE * LABELS + label]
  }
  for (let i = 1; i < count; i++) {
    const row = i * LABELS
    const previous = row - LABELS
    for (let label = 0; label < LABELS; label++) {
      const before = PREDECESSORS[label]
      for (let a = 0; a < before.length; a++)
        terms[a] = forward[previous + before[a]] + transitions[before[a] * LABELS + label]
      forward[row + label] = logSum(terms, 0, before.length) + scores[row + label]
    }
  }
  const last = (count - 1) * LABELS
  for (let label = 0; label < LABELS; label++) {
    backward[last + label] = transitions[label * LABELS + OUTSIDE]
    terms[label] = forward[last + label] + backward[last + label]
  }
  const normalizer = logSum(terms, 0, LABELS)
  for (let i = count - 2; i >= from; i--) {
    const row = i * LABELS
    const next = row + LABELS
    for (let label = 0; label < LABELS; label++) {
      let n = 0
      for (let b = 0; b < LABELS; b++) {
        if (!mayFollow(label, b)) continue
        terms[n++] = transitions[label * LABELS + b] + scores[next + b] + backward[next + b]
      }
      backward[row + label] = logSum(terms, 0, n)
    }
  }
  return normalizer
}

/** After `forwardBackward`: the probability that the tokens `first` to `end` are exactly one name of the type of `begin`. */
export function nameProbability(
  lattice: Lattice,
  count: number,
  transitions: Float64Array,
  normalizer: number,
  first: number,
  end: number,
  begin: number,
): number {
  const { scores, forward, backward } = lattice
  const inside = begin + 1
  let path = forward[first * LABELS + begin]
  for (let i = first + 1; i < end; i++) {
    const from = i === first + 1 ? begin : inside
    path += transitions[from * LABELS + inside] + scores[i * LABELS + inside]
  }
  const last = end - first > 1 ? inside : begin
  if (end === count) return Math.exp(path + transitions[last * LABELS + OUTSIDE] - normalizer)
  let n = 0
  for (let b = 0; b < LABELS; b++) {
    if (b === inside || !mayFollow(last, b)) continue
    terms[n++] = transitions[last * LABELS + b] + scores[end * LABELS + b] + backward[end * LABELS + b]
  }
  return Math.exp(path + logSum(terms, 0, n) - normalizer)
}
