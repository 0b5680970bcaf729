/**
 * A log-linear model over the candidates of one decision (a pronoun's person, a description's, an uncued quote's): the
 * probability of a candidate is the softmax of its summed feature weights, with "none of them" as one more candidate.
 */
export interface SpeakerModel {
  /** Feature name to weight. */
  readonly weights: Readonly<Record<string, number>>
  /** Upper bounds of raw confidence with the share that was right below them, in order: the calibration. */
  readonly calibration: readonly (readonly [upTo: number, confidence: number])[]
}

/** Feature names get small integers, so that scoring adds numbers from an array and never hashes a string. */
export interface FeatureSpace {
  readonly size: number
  readonly names: readonly string[]
}

/** Reads `models/en-news/speakers.json`. */
export function decodeSpeakerModel(json: string): SpeakerModel {
  const model = JSON.parse(json) as Partial<SpeakerModel>
  if (!model.weights || !model.calibration) {
    throw new Error(
      'speakers.json is damaged: it needs "weights" and "calibration". Train it again with "dateline train speakers".',
    )
  }
  return { weights: model.weights, calibration: model.calibration }
}

/** Weights in the order of the feature space; what the model does not know weighs nothing. */
export function weightsOf(model: SpeakerModel, names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => model.weights[name] ?? 0)
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const exps = scores.map((s) => Math.exp(s - top))
  const sum = exps.reduce((a, b) => a + b, 0)
  return exps.map((e) => e / sum)
}

/** Raw confidence to the share of the held-out decisions that were right at that confidence. */
export function calibrate(model: SpeakerModel, raw: number): number {
  for (const [upTo, confidence] of model.calibration) if (raw <= upTo) return confidence
  return raw
}
