import { extractFeatures } from '../4-recognize/names/features.js'
import { LABELS } from '../4-recognize/names/labels.js'
import type { Lexicon } from '../4-recognize/names/lexicon.js'
import type { NameModel } from '../4-recognize/names/model.js'
import { modelNames } from '../4-recognize/names/recognize.js'
import { extractSecondFeatures, gatherLabels, type LabelEvidence } from '../4-recognize/names/second-pass.js'
import { bestLabels, newLattice } from '../4-recognize/names/sequence.js'
import { ENTITY_TYPES, type EntityType } from '../document/mention.js'
import { fitCalibration, type Outcome } from './calibrate.js'
import {
  collectExamples,
  type HashedExamples,
  type Labelled,
  label,
  ofDocuments,
  type Prepared,
  withColumns,
} from './examples.js'
import type { GoldDocument } from './gold.js'
import { learnLinking } from './linking.js'
import { packWeights } from './pack.js'
import { longest, score, trainPerceptron, type Weights } from './perceptron.js'
import { trimName } from './score-names.js'

export interface TrainOptions {
  readonly seed: number
  readonly epochs: number
  readonly secondEpochs: number
  /** How many models, each from its own order of the examples, are averaged. */
  readonly models: number
  readonly margin: number
  /** Features seen less often than this are not learnt. */
  readonly cutoff: number
  /** Parts for labelling the training articles as if they were new, for the second pass. */
  readonly folds: number
  /** Rows of the packed weights of the first pass; a power of two. */
  readonly rows: number
  readonly progress?: (line: string) => void
}

export const DEFAULT_OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 6,
  secondEpochs: 4,
  models: 1,
  margin: 3,
  cutoff: 2,
  folds: 3,
  rows: 2 ** 19,
}

export interface TrainingMaterial {
  readonly train: readonly GoldDocument[]
  /** Never trained on: for the learning curve and the calibration. */
  readonly heldOut: readonly GoldDocument[]
  readonly lexicon: Lexicon
}

/** Trains both passes and the calibration; the same material and options give the same model. */
export function trainModel({ train, heldOut, lexicon }: TrainingMaterial, options: TrainOptions): NameModel {
  const say = options.progress ?? (() => undefined)
  const labelled = train.map(label)
  const linking = learnLinking(labelled)
  const documents = labelled.map((document) => withColumns(document, lexicon, linking))
  const examples = collectExamples(
    documents,
    (d, i, out) => extractFeatures(documents[d].columns, i, out),
    options.cutoff,
  )
  say(`${documents.length} articles, ${examples.labels.length} tokens near capitals, ${examples.featureCount} features`)
  const firstWeights = trainAveraged(examples, options, 'first pass')
  const evidence = jackknife(documents, examples, options)
  const secondExamples = {
    ...collectExamples(
      documents,
      (d, i, out) => extractSecondFeatures(documents[d].columns, evidence.labels[d], i, out),
      options.cutoff,
    ),
    given: evidence.scores,
  }
  const secondWeights = trainPerceptron(secondExamples, { ...options, epochs: options.secondEpochs })
  const first = packWeights(firstWeights, examples.hashes, options.rows)
  const second = packWeights(secondWeights, secondExamples.hashes, 2 ** 14)
  say(`packed: ${first.kept} features of the first pass, ${second.kept} of the second`)
  const uncalibrated: NameModel = { lexicon, linking, first, second, calibration: IDENTITY }
  return { ...uncalibrated, calibration: calibrate(uncalibrated, heldOut.map(label)) }
}

const IDENTITY: NameModel['calibration'] = {
  person: { slope: 1, offset: 0 },
  place: { slope: 1, offset: 0 },
  organization: { slope: 1, offset: 0 },
}

function trainAveraged(examples: HashedExamples, options: TrainOptions, what: string): Weights {
  const say = options.progress ?? (() => undefined)
  const trained = Array.from({ length: options.models }, (_, m) =>
    trainPerceptron(examples, {
      epochs: options.epochs,
      seed: options.seed + m,
      margin: options.margin,
      onEpoch: (epoch, wrong) =>
        say(`${what}, model ${m + 1}, epoch ${epoch}: ${(100 * wrong).toFixed(2)} % of the stretches wrong`),
    }),
  )
  const [first, ...others] = trained
  for (const other of others) {
    for (let i = 0; i < first.features.length; i++) first.features[i] += other.features[i]
    for (let i = 0; i < first.transitions.length; i++) first.transitions[i] += other.transitions[i]
  }
  return {
    features: first.features.map((w) => w / trained.length),
    transitions: first.transitions.map((w) => w / trained.length),
  }
}

/** The first pass's labels and scores of each document from a model that never saw it. */
function jackknife(
  documents: readonly Prepared[],
  examples: HashedExamples,
  options: TrainOptions,
): { readonly labels: readonly LabelEvidence[]; readonly scores: Float32Array } {
  const scores = new Float32Array(examples.labels.length * LABELS)
  const labels: LabelEvidence[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    const rest = ofDocuments(examples, (d) => d % options.folds !== fold)
    const weights = trainAveraged(rest, { ...options, models: 1, seed: options.seed + 100 + fold }, `fold ${fold + 1}`)
    for (let d = fold; d < documents.length; d += options.folds) {
      labels[d] = gatherLabels(
        documents[d].columns,
        labelDocument(examples, weights, d, documents[d].columns.length, scores),
      )
    }
  }
  return { labels, scores }
}

function labelDocument(
  examples: HashedExamples,
  weights: Weights,
  d: number,
  tokens: number,
  allScores: Float32Array,
): Uint8Array {
  const labels = new Uint8Array(tokens)
  const lattice = newLattice(longest(examples.stretches))
  const guess = new Uint8Array(longest(examples.stretches))
  for (let s = examples.firstStretch[d]; s < examples.firstStretch[d + 1]; s++) {
    const from = examples.stretches[2 * s]
    const end = examples.stretches[2 * s + 1]
    score(examples, weights.features, from, end, lattice.scores)
    for (let k = 0; k < (end - from) * LABELS; k++) allScores[from * LABELS + k] = lattice.scores[k]
    bestLabels(lattice, end - from, weights.transitions, guess, 0)
    for (let t = from; t < end; t++) labels[examples.tokens[t]] = guess[t - from]
  }
  return labels
}

function calibrate(model: NameModel, heldOut: readonly Labelled[]): NameModel['calibration'] {
  const outcomes = collectOutcomes(model, heldOut, (probability) => probability)
  const fit = (type: EntityType) => fitCalibration(outcomes.filter((outcome) => outcome.type === type))
  return Object.fromEntries(ENTITY_TYPES.map((type) => [type, fit(type)])) as unknown as NameModel['calibration']
}

/** Each name that the model finds, with its probability and whether it is right. */
export function collectOutcomes(
  model: NameModel,
  documents: readonly Labelled[],
  confidence: (probability: number, name: { readonly type: EntityType }) => number,
): readonly (Outcome & { readonly type: EntityType })[] {
  return documents.flatMap(({ gold, article }) => {
    const right = new Set(gold.mentions.map((mention) => keyOf(trimName(gold.text, mention), mention.type)))
    return modelNames(article, model, confidence).map((name) => ({
      type: name.type,
      probability: name.confidence,
      right: right.has(keyOf(trimName(gold.text, name), name.type)),
    }))
  })
}

const keyOf = (span: { start: number; end: number }, type: EntityType): string => `${span.start}:${span.end}:${type}`
