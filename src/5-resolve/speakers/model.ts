/**
 * A log-linear model over the candidates of one decision (a pronoun's person, a description's, an uncued quote's): the
 * probability of a candidate is the softmax of its summed feature weights, with "none of them" as one more candidate.
 */
export interface SpeakerModel {
  /** Feature name to weight. */
  readonly weights: Readonly<Record<string, number>>
}

/** Reads `models/en-news/speakers.json`. */
export function decodeSpeakerModel(json: string): SpeakerModel {
  const model = JSON.parse(json) as Partial<SpeakerModel>
  if (!model.weights)
    throw new Error('speakers.json is damaged: it has no "weights". Train it again with scripts/train-quotes.ts.')
  return { weights: model.weights }
}

const ordered = new WeakMap<SpeakerModel, Float64Array>()

/**
 * Weights in the order of the feature space; what the model does not know weighs nothing. Kept for each model, since
 * the order is always the same.
 */
export function weightsOf(model: SpeakerModel, names: readonly string[]): Float64Array {
  const known = ordered.get(model)
  if (known) return known
  const weights = Float64Array.from(names, (name) => model.weights[name] ?? 0)
  ordered.set(model, weights)
  return weights
}

/** The summed weight of these features. */
export function weightOf(features: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < features.length; i++) sum += weights[features[i]]
  return sum
}

export function softmax(scores: readonly number[]): number[] {
  let top = scores[0]
  for (let i = 1; i < scores.length; i++) if (scores[i] > top) top = scores[i]
  const shares: number[] = []
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp(scores[i] - top)
    shares.push(share)
    sum += share
  }
  for (let i = 0; i < shares.length; i++) shares[i] /= sum
  return shares
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
