import { LABELS, mayFollow } from '../../4-recognize/names/labels.js'
import type { HashedExamples } from './examples.js'
import { ROW, trainPerceptron, type Weights } from './perceptron.js'

export interface AverageOptions {
  readonly seed: number
  readonly epochs: number
  readonly models: number
  readonly margin: number
  readonly seen: number
  readonly progress?: (line: string) => void
}

/**
 * The average of several perceptrons, each from its own order of the examples and each with another part of the features:
 * what is sure by itself (the word) otherwise keeps what holds for new words too (its neighbours, its cluster) from being
 * learnt (feature bagging; Sutton, Sindelar & McCallum 2006, "Reducing weight undertraining in structured discriminative
 * learning"). The features from number `shared` on are seen by all. `heldOutF1` is asked after each epoch of the first one.
 */
export function trainAveraged(
  examples: HashedExamples,
  options: AverageOptions,
  what: string,
  heldOutF1?: (weights: Weights) => number,
  shared = examples.featureCount,
): Weights {
  const { seed, epochs, models, margin, seen } = options
  const say = options.progress ?? (() => undefined)
  const features = new Float32Array(examples.featureCount * ROW)
  const transitions = new Float64Array(LABELS * LABELS)
  // A margin of 25 means 2.5 in logarithms of odds, so that probabilities have room between 0 and 1.
  const share = 1 / (models * Math.max(1, margin / MARGIN_IN_LOG_ODDS))
  for (let model = 0; model < models; model++) {
    const part = models > 1 ? withPart(examples, seed + model, seen, shared) : examples
    const weights = trainPerceptron(part, {
      epochs,
      seed: seed + model,
      margin,
      onEpoch: (epoch, wrong, now) => {
        const curve = model === 0 && heldOutF1 ? `, F1 of the held out ${(100 * heldOutF1(now())).toFixed(2)}` : ''
        say(`${what}, model ${model + 1}, epoch ${epoch}: ${(100 * wrong).toFixed(2)} % of the stretches wrong${curve}`)
      },
    })
    for (let i = 0; i < features.length; i++) features[i] += weights.features[i] * share
    for (let i = 0; i < transitions.length; i++) transitions[i] += weights.transitions[i] * (mayFollowAt(i) ? share : 1)
  }
  const averaged = { features, transitions }
  if (models > 1 && heldOutF1)
    say(`${what}, average of ${models}: F1 of the held out ${(100 * heldOutF1(averaged)).toFixed(2)}`)
  return averaged
}

/** The same examples with a part of the features, drawn by number and seed. */
function withPart(examples: HashedExamples, seed: number, seen: number, shared: number): HashedExamples {
  const salt = Math.imul(seed, 0x85ebca6b)
  const most = Math.round(seen * DRAWS)
  const isSeen = (feature: number): boolean =>
    feature >= shared || ((Math.imul(feature + 1, 0x9e3779b1) ^ salt) >>> 0) % DRAWS < most
  return { ...examples, features: examples.features.map((f) => (f >= 0 && isSeen(f) ? f : -1)) }
}

const DRAWS = 997
const MARGIN_IN_LOG_ODDS = 2.5
const mayFollowAt = (pair: number): boolean => mayFollow(Math.floor(pair / LABELS), pair % LABELS)
