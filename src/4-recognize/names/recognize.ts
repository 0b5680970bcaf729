import type { Name, WithNames } from '../../document/mention.js'
import type { Segmented, Tokens } from '../../document/segmented.js'
import { LONGEST_SEGMENT, type NameColumns, nameColumns } from './columns.js'
import { MAX_FEATURES } from './features.js'
import { LABELS, typeOf } from './labels.js'
import type { Calibration, NameModel } from './model.js'
import { applyNameLists, type NameLists } from './name-lists.js'
import { endOfName, extractSecondFeatures, gatherLabels } from './second-pass.js'
import { bestLabels, forwardBackward, type Lattice, nameProbability, newLattice } from './sequence.js'
import { addEvidence, type Scorer, scorerOf, scoreWords } from './word-scores.js'

/**
 * Finds the names of people, places and organizations: a linear-chain model over the stretches of capitalised words,
 * once on the words alone, once more with what the first pass thought of the same words elsewhere in the article. The
 * user's own lists win over the model.
 */
export function recognizeNames(article: Segmented, model: NameModel, lists?: NameLists): Segmented & WithNames {
  const names = modelNames(article, model, learnedConfidence(model))
  return { names: lists === undefined ? names : applyNameLists(article, names, lists), ...article }
}

/** How a model's probability becomes a confidence. */
export type Calibrate = (probability: number, name: Pick<Name, 'type'>) => number

export function modelNames(article: Segmented, model: NameModel, calibrate: Calibrate): readonly Name[] {
  const columns = nameColumns(article, model.lexicon, model.linking)
  if (columns.segments.length === 0) return []
  const scorer = scorerOf(model)
  const { first, second } = scoreWords(columns, scorer, stretchTokens(columns.segments))
  const guess = decode(columns, first, model.firstTransitions)
  addGuess(columns, scorer, guess, second)
  const labels = decode(columns, second, model.secondTransitions)
  return collect(article, columns, second, labels, model, calibrate)
}

const lattice: Lattice = newLattice(LONGEST_SEGMENT)
const features = new Int32Array(MAX_FEATURES)

/** What the first pass thought of the same words elsewhere, as evidence for the second. */
function addGuess(columns: NameColumns, scorer: Scorer, guess: Uint8Array, scores: Float64Array): void {
  const { segments } = columns
  const evidence = gatherLabels(columns, guess)
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++, at += LABELS) {
      addEvidence(scorer, features, extractSecondFeatures(columns, evidence, i, features), scores, at)
    }
  }
}

function stretchTokens(segments: Int32Array): number {
  let sum = 0
  for (let s = 0; s < segments.length; s += 2) sum += segments[s + 1] - segments[s]
  return sum
}

function decode({ segments, length }: NameColumns, scores: Float64Array, transitions: Float64Array): Uint8Array {
  const labels = new Uint8Array(length)
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    const count = segments[s + 1] - segments[s]
    load(scores, at, count)
    bestLabels(lattice, count, transitions, labels, segments[s])
    at += count * LABELS
  }
  return labels
}

function load(scores: Float64Array, at: number, count: number): void {
  for (let k = 0; k < count * LABELS; k++) lattice.scores[k] = scores[at + k]
}

function collect(
  { tokens }: Segmented,
  { segments }: NameColumns,
  scores: Float64Array,
  labels: Uint8Array,
  model: NameModel,
  calibrate: Calibrate,
): readonly Name[] {
  const names: Name[] = []
  const transitions = model.secondTransitions
  let at = 0
  for (let s = 0; s < segments.length; s += 2) {
    const from = segments[s]
    const end = segments[s + 1]
    const count = end - from
    let normalizer = Number.NaN
    for (let i = from; i < end; ) {
      const stop = endOfName(labels, i, end)
      if (labels[i] !== 0) {
        if (Number.isNaN(normalizer)) {
          load(scores, at, count)
          normalizer = forwardBackward(lattice, count, transitions, stop - from)
        }
        const probability = nameProbability(lattice, count, transitions, normalizer, i - from, stop - from, labels[i])
        const type = typeOf(labels[i])
        const { first, last } = trimmed(tokens, i, stop)
        if (first < last) {
          names.push({
            start: tokens.start[first],
            end: tokens.end[last - 1],
            firstToken: first,
            endToken: last,
            type,
            confidence: calibrate(probability, { type }),
            by: 'model',
          })
        }
      }
      i = stop
    }
    at += count * LABELS
  }
  return names
}

const NOT_AT_EDGES: ReadonlySet<string> = new Set(["'s", "'", '"', '``', "''", ',', ';', ':', '-', '–', '—', '(', '/'])

/** Without leading "the" and punctuation, without possessive ending and closing punctuation. */
function trimmed({ lower }: Tokens, from: number, end: number): { first: number; last: number } {
  let first = from
  let last = end
  while (first < last && (lower[first] === 'the' || NOT_AT_EDGES.has(lower[first]))) first++
  while (first < last && NOT_AT_EDGES.has(lower[last - 1])) last--
  return { first, last }
}

const CLOSEST_TO_CERTAIN = 1e-6

export function logOdds(probability: number): number {
  const p = Math.min(1 - CLOSEST_TO_CERTAIN, Math.max(CLOSEST_TO_CERTAIN, probability))
  return Math.log(p / (1 - p))
}

export const applyCalibration = ({ slope, offset }: Calibration, probability: number): number =>
  1 / (1 + Math.exp(-(slope * logOdds(probability) + offset)))

/** The model's probability as a calibrated confidence, to three digits. */
export const learnedConfidence =
  (model: NameModel): Calibrate =>
  (probability, { type }) =>
    Math.round(applyCalibration(model.calibration[type], probability) * 1000) / 1000
