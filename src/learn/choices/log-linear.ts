import { randomFrom, shuffle } from '../random.js'

/** A decision for training: candidates as lists of feature numbers, and which of them are right. */
export interface Example {
  readonly candidates: readonly (readonly number[])[]
  readonly right: readonly number[]
  /** How much it counts; 1 where absent. */
  readonly weight?: number
}

export interface LogLinearOptions {
  readonly epochs: number
  readonly rate: number
  /** Strength of the pull towards zero, per example and weight. */
  readonly decay: number
  readonly seed: number
  /** Where the weights start and are pulled to; zero where absent. */
  readonly start?: Float64Array
}

const DEFAULTS: LogLinearOptions = { epochs: 30, rate: 0.2, decay: 1e-4, seed: 7 }

/** Probabilities of the candidates under the weights. */
export function probabilities(weights: Float64Array, candidates: Example['candidates']): number[] {
  const scores = candidates.map((features) => features.reduce((sum, f) => sum + weights[f], 0))
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const exps = scores.map((s) => Math.exp(s - top))
  const sum = exps.reduce((a, b) => a + b, 0)
  return exps.map((x) => x / sum)
}

/**
 * Trains a conditional log-linear model (maximum entropy; Berger et al. 1996) with AdaGrad (Duchi et al. 2011) on
 * the likelihood that one of the right candidates is chosen; the weights are averaged over the second half of the epochs. Candidates of one decision share the weights.
 */
export function trainLogLinear(
  examples: readonly Example[],
  size: number,
  options: Partial<LogLinearOptions> = {},
): Float64Array {
  const { epochs, rate, decay, seed, start } = { ...DEFAULTS, ...options }
  const home = start ?? new Float64Array(size)
  const weights = Float64Array.from(home)
  const squares = new Float64Array(size).fill(1e-3)
  const order = examples.map((_, k) => k)
  const random = randomFrom(seed)
  const averaged = new Float64Array(size)
  const half = Math.floor(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const k of shuffle(order, random)) step(examples[k], weights, squares, rate, decay, home)
    if (epoch >= half) for (let f = 0; f < size; f++) averaged[f] += weights[f] / (epochs - half)
  }
  return averaged
}

function step(
  example: Example,
  weights: Float64Array,
  squares: Float64Array,
  rate: number,
  decay: number,
  home: Float64Array,
): void {
  const p = probabilities(weights, example.candidates)
  const mass = example.right.reduce((sum, k) => sum + p[k], 0)
  example.candidates.forEach((features, k) => {
    const wanted = example.right.includes(k) ? p[k] / Math.max(mass, 1e-12) : 0
    const gradient = (wanted - p[k]) * (example.weight ?? 1)
    if (Math.abs(gradient) < 1e-6) return
    for (const f of features) {
      const g = gradient - decay * (weights[f] - home[f])
      squares[f] += g * g
      weights[f] += (rate * g) / Math.sqrt(squares[f])
    }
  })
}

/** Numbers for feature names, in order of first use. */
export function numbering(): { readonly of: (name: string) => number; readonly names: readonly string[] } {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    of(name) {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      names.push(name)
      return names.length - 1
    },
  }
}
