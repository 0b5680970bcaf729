import { emptyTransitions, LABELS, OUTSIDE } from '../../4-recognize/names/labels.js'
import { bestLabels, newLattice } from '../../4-recognize/names/sequence.js'
import { randomFrom, shuffle } from '../random.js'

/** Room of a feature's weights: a power of two, so that they share a cache line. */
export const ROW = 8

/** Training material: stretches of tokens with the numbers of their features. */
export interface Examples {
  /** Pairs: first and end token of each stretch. */
  readonly stretches: Int32Array
  /** The features of token t: `features[offsets[t]]` to `features[offsets[t + 1]]` (excluded); -1 is none. */
  readonly offsets: Int32Array
  readonly features: Int32Array
  readonly labels: Uint8Array
  readonly featureCount: number
  /** A score for each label of each token that comes from elsewhere (the first pass), `LABELS` a token. */
  readonly given?: Float32Array
}

export interface Weights {
  readonly features: Float32Array
  readonly transitions: Float64Array
}

export interface PerceptronOptions {
  readonly epochs: number
  readonly seed: number
  /** What a wrong label gets on top while training, so that the right ones must win by that much. */
  readonly margin: number
  readonly onEpoch?: (epoch: number, wrongShare: number, weights: () => Weights) => void
}

/**
 * Trains a structured averaged perceptron (Collins 2002) with a margin, one stretch at a time, in an order that depends
 * on the seed alone.
 */
export function trainPerceptron(examples: Examples, options: PerceptronOptions): Weights {
  const { stretches, offsets, features, labels } = examples
  const weights = new Float32Array(examples.featureCount * ROW)
  const sums = new Float32Array(examples.featureCount * ROW)
  const transitions = emptyTransitions()
  const transitionSums = new Float64Array(LABELS * LABELS)
  const lattice = newLattice(longest(stretches))
  const guess = new Uint8Array(longest(stretches))
  const random = randomFrom(options.seed)
  const order = Int32Array.from({ length: stretches.length / 2 }, (_, i) => i)
  let step = 1

  const averaged = (): Weights => ({
    features: weights.map((weight, i) => weight - sums[i] / step),
    transitions: transitions.map((weight, i) => weight - transitionSums[i] / step),
  })

  const moveToken = (token: number, right: number, wrong: number): void => {
    for (let f = offsets[token]; f < offsets[token + 1]; f++) {
      if (features[f] < 0) continue
      const row = features[f] * ROW
      weights[row + right] += 1
      sums[row + right] += step
      weights[row + wrong] -= 1
      sums[row + wrong] -= step
    }
  }

  const moveTransition = (from: number, to: number, by: number): void => {
    transitions[from * LABELS + to] += by
    transitionSums[from * LABELS + to] += by * step
  }

  const learn = (first: number, end: number): boolean => {
    const count = end - first
    step++
    score(examples, weights, first, end, lattice.scores)
    for (let i = 0; i < count; i++) {
      for (let a = 0; a < LABELS; a++) if (a !== labels[first + i]) lattice.scores[i * LABELS + a] += options.margin
    }
    bestLabels(lattice, count, transitions, guess, 0)
    let wrong = false
    for (let i = 0; i < count && !wrong; i++) wrong = guess[i] !== labels[first + i]
    if (!wrong) return true
    let right = OUTSIDE
    let guessed = OUTSIDE
    for (let i = 0; i <= count; i++) {
      const nextRight = i < count ? labels[first + i] : OUTSIDE
      const nextGuessed = i < count ? guess[i] : OUTSIDE
      if (right !== guessed || nextRight !== nextGuessed) {
        moveTransition(right, nextRight, 1)
        moveTransition(guessed, nextGuessed, -1)
      }
      if (nextRight !== nextGuessed) moveToken(first + i, nextRight, nextGuessed)
      right = nextRight
      guessed = nextGuessed
    }
    return false
  }

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    for (const s of order) if (!learn(stretches[2 * s], stretches[2 * s + 1])) wrong++
    options.onEpoch?.(epoch, wrong / Math.max(1, order.length), averaged)
  }
  return averaged()
}

/** The scores of the labels of the tokens `first` to `end`, to `scores` from 0 on. */
export function score(
  examples: Examples,
  weights: Float32Array,
  first: number,
  end: number,
  scores: Float64Array,
): void {
  const { offsets, features, given } = examples
  for (let token = first; token < end; token++) {
    const out = (token - first) * LABELS
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let s4 = 0
    let s5 = 0
    let s6 = 0
    for (let f = offsets[token]; f < offsets[token + 1]; f++) {
      if (features[f] < 0) continue
      const row = features[f] * ROW
      s0 += weights[row]
      s1 += weights[row + 1]
      s2 += weights[row + 2]
      s3 += weights[row + 3]
      s4 += weights[row + 4]
      s5 += weights[row + 5]
      s6 += weights[row + 6]
    }
    scores[out] = s0
    scores[out + 1] = s1
    scores[out + 2] = s2
    scores[out + 3] = s3
    scores[out + 4] = s4
    scores[out + 5] = s5
    scores[out + 6] = s6
    if (given) for (let a = 0; a < LABELS; a++) scores[out + a] += given[token * LABELS + a]
  }
}

export function longest(stretches: Int32Array): number {
  let most = 1
  for (let s = 0; s < stretches.length; s += 2) most = Math.max(most, stretches[s + 1] - stretches[s])
  return most
}
