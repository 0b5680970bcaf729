import { hashWord } from '../../4-recognize/names/hash.js'
import { isInside, typeIndex } from '../../4-recognize/names/labels.js'
import { ENTITY_TYPES } from '../../document/mention.js'
import { SHAPE } from '../../document/segmented.js'
import type { Labelled } from '../names/examples.js'
import { randomFrom, shuffle } from '../random.js'
import type { WordVectors } from './clusters.js'

/**
 * Guesses from a word's vector what it names when it is capitalised, and what capitalised words beside it name ("senator"
 * before people, "shares" after organizations): small networks with one hidden layer, taught by the words of the training
 * articles. Each word of the training articles gets its guess from a network that did not see it,
 * so that the guess is worth as much in training as on new words.
 */

const CLASSES = 1 + ENTITY_TYPES.length
const HIDDEN = 32
const FOLDS = 4
const ROUNDS = 6
const RATE = 0.05
/** Networks that vote, each from another beginning: one alone moves F1 by half a point. */
const VOTERS = 3

interface Network {
  readonly input: Float32Array
  readonly output: Float32Array
}

/** Which capitalised word a word's vector tells of: itself, the one after it or the one before it. */
export type Teller = 'itself' | 'after' | 'before'

/** For each word 0 for no guess, else 1 + the likeliest class × 16 + the runner-up × 4 + how sure (0 to 3). */
export function typePriors(
  vectors: WordVectors,
  documents: readonly Labelled[],
  seed: number,
  of: Teller = 'itself',
): Uint8Array {
  const counts = countClasses(vectors, documents, of)
  const words = [...counts.keys()].sort((a, b) => a - b)
  const foldOf = (word: number): number => word % FOLDS
  const voters = (taught: readonly number[], from: number): readonly Network[] =>
    Array.from({ length: VOTERS }, (_, voter) => teach(vectors, taught, counts, from + voter * 1000))
  const networks = Array.from({ length: FOLDS }, (_, fold) =>
    voters(
      words.filter((word) => foldOf(word) !== fold),
      seed + fold,
    ),
  )
  const everything = voters(words, seed + FOLDS)
  const priors = new Uint8Array(vectors.words.length)
  const hidden = new Float32Array(HIDDEN)
  const classes = new Float32Array(CLASSES)
  const votes = new Float32Array(CLASSES)
  for (let word = 0; word < priors.length; word++) {
    votes.fill(0)
    for (const network of counts.has(word) ? networks[foldOf(word)] : everything) {
      run(network, vectors, word, hidden, classes)
      for (let c = 0; c < CLASSES; c++) votes[c] += classes[c] / VOTERS
    }
    priors[word] = toByte(votes)
  }
  return priors
}

function toByte(classes: Float32Array): number {
  let best = 0
  for (let c = 1; c < CLASSES; c++) if (classes[c] > classes[best]) best = c
  let second = best === 0 ? 1 : 0
  for (let c = 0; c < CLASSES; c++) if (c !== best && classes[c] > classes[second]) second = c
  const sure = classes[best] > 0.9 ? 3 : classes[best] > 0.7 ? 2 : classes[best] > 0.5 ? 1 : 0
  return 1 + best * 16 + second * 4 + sure
}

const OFFSET: Readonly<Record<Teller, number>> = { itself: 0, after: -1, before: 1 }

/** How often a capitalised word told of is in each class (outside, or a type), for each word of the vectors. */
function countClasses(vectors: WordVectors, documents: readonly Labelled[], of: Teller): Map<number, Float32Array> {
  const rowOf = new Map<number, number>()
  vectors.words.forEach((word, row) => {
    const hash = hashWord(word)
    if (!rowOf.has(hash)) rowOf.set(hash, row)
  })
  const counts = new Map<number, Float32Array>()
  for (const { article, labels } of documents) {
    const { tokens } = article
    for (let i = 1; i < tokens.length; i++) {
      if (!(tokens.shape[i] & SHAPE.CAPITAL) || tokens.sentence[i] !== tokens.sentence[i - 1]) continue
      const teller = i + OFFSET[of]
      // A neighbour in the same name tells of its inside only.
      if (of === 'after' && isInside(labels[i])) continue
      if (of === 'before' && (teller >= tokens.length || isInside(labels[teller]))) continue
      const row = rowOf.get(hashWord(tokens.lower[teller]))
      if (row === undefined) continue
      const count = counts.get(row) ?? new Float32Array(CLASSES)
      count[typeIndex(labels[i]) + 1]++
      counts.set(row, count)
    }
  }
  return counts
}

function run(
  { input, output }: Network,
  { values, dimensions }: WordVectors,
  word: number,
  hidden: Float32Array,
  classes: Float32Array,
): void {
  const at = word * dimensions
  for (let h = 0; h < HIDDEN; h++) {
    const row = h * (dimensions + 1)
    let sum = input[row + dimensions]
    for (let d = 0; d < dimensions; d++) sum += input[row + d] * values[at + d]
    hidden[h] = Math.max(sum, 0)
  }
  let total = 0
  for (let c = 0; c < CLASSES; c++) {
    const row = c * (HIDDEN + 1)
    let sum = output[row + HIDDEN]
    for (let h = 0; h < HIDDEN; h++) sum += output[row + h] * hidden[h]
    classes[c] = Math.exp(Math.min(30, sum))
    total += classes[c]
  }
  for (let c = 0; c < CLASSES; c++) classes[c] /= total
}

function teach(
  vectors: WordVectors,
  words: readonly number[],
  counts: ReadonlyMap<number, Float32Array>,
  seed: number,
): Network {
  const { values, dimensions } = vectors
  const random = randomFrom(seed)
  const input = Float32Array.from({ length: HIDDEN * (dimensions + 1) }, () => (random() - 0.5) * 0.3)
  const output = Float32Array.from({ length: CLASSES * (HIDDEN + 1) }, () => (random() - 0.5) * 0.3)
  const network = { input, output }
  const hidden = new Float32Array(HIDDEN)
  const classes = new Float32Array(CLASSES)
  const back = new Float32Array(HIDDEN)
  const order = Array.from(words)
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE * (1 - round / ROUNDS)
    for (const word of shuffle(order, random)) {
      const count = counts.get(word)
      if (count === undefined) continue
      const total = count.reduce((sum, n) => sum + n, 0)
      // Frequent words count more, but not in proportion.
      const weight = rate * Math.min(2, Math.sqrt(total))
      run(network, vectors, word, hidden, classes)
      back.fill(0)
      for (let c = 0; c < CLASSES; c++) {
        const gradient = (count[c] / total - classes[c]) * weight
        const row = c * (HIDDEN + 1)
        for (let h = 0; h < HIDDEN; h++) {
          back[h] += gradient * output[row + h]
          output[row + h] += gradient * hidden[h]
        }
        output[row + HIDDEN] += gradient
      }
      const at = word * dimensions
      for (let h = 0; h < HIDDEN; h++) {
        if (hidden[h] === 0) continue
        const row = h * (dimensions + 1)
        for (let d = 0; d < dimensions; d++) input[row + d] += back[h] * values[at + d]
        input[row + dimensions] += back[h]
      }
    }
  }
  return network
}
