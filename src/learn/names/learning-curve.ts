import { LONGEST_SEGMENT } from '../../4-recognize/names/columns.js'
import { beginOf, isInside, LABELS } from '../../4-recognize/names/labels.js'
import { bestLabels, newLattice } from '../../4-recognize/names/sequence.js'
import { ENTITY_TYPES } from '../../document/mention.js'
import { toScore } from '../score/names.js'
import type { HashedExamples, Labelled } from './examples.js'
import { score, type Weights } from './perceptron.js'

/** The labels that `weights` give the tokens of document `d`. */
export function labelDocument(examples: HashedExamples, weights: Weights, d: number, tokens: number): Uint8Array {
  const labels = new Uint8Array(tokens)
  const lattice = newLattice(LONGEST_SEGMENT)
  const guess = new Uint8Array(LONGEST_SEGMENT)
  for (let s = examples.firstStretch[d]; s < examples.firstStretch[d + 1]; s++) {
    const from = examples.stretches[2 * s]
    const end = examples.stretches[2 * s + 1]
    score(examples, weights.features, from, end, lattice.scores)
    bestLabels(lattice, end - from, weights.transitions, guess, 0)
    for (let t = from; t < end; t++) labels[examples.tokens[t]] = guess[t - from]
  }
  return labels
}

/** F1 (exact span and type) of what `weights` find in documents that were not learnt from. */
export function heldOutF1(documents: readonly Labelled[], examples: HashedExamples, weights: Weights): number {
  const counts = { correct: 0, predicted: 0, gold: 0 }
  documents.forEach(({ labels }, d) => {
    const guess = labelDocument(examples, weights, d, labels.length)
    const right = namesIn(labels)
    const found = namesIn(guess)
    counts.gold += right.size
    counts.predicted += found.size
    for (const name of found) if (right.has(name)) counts.correct++
  })
  return toScore(counts).f1
}

const TYPES = ENTITY_TYPES.map((_, type) => beginOf(type))

/** A number for each name: where it begins and ends, and its type. */
function namesIn(labels: Uint8Array): ReadonlySet<number> {
  const names = new Set<number>()
  for (let i = 0; i < labels.length; ) {
    let end = i + 1
    if (TYPES.includes(labels[i])) {
      while (end < labels.length && isInside(labels[end])) end++
      names.add((i * labels.length + end) * LABELS + labels[i])
    }
    i = end
  }
  return names
}
