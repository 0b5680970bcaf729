import type { TagModel } from '../3-segment/tag-model.js'
import { LONGEST_SEGMENT } from '../4-recognize/names/columns.js'
import { extractFeatures } from '../4-recognize/names/features.js'
import { isInside, LABELS, mayFollow, OUTSIDE } from '../4-recognize/names/labels.js'
import type { Lexicon } from '../4-recognize/names/lexicon.js'
import type { NameModel } from '../4-recognize/names/model.js'
import { modelNames } from '../4-recognize/names/recognize.js'
import { extractSecondFeatures, gatherLabels, type LabelEvidence } from '../4-recognize/names/second-pass.js'
import { bestLabels, newLattice } from '../4-recognize/names/sequence.js'
import { ENTITY_TYPES, type EntityType } from '../document/mention.js'
import { fitCalibration, type Outcome } from './calibrate.js'
import { damageCase } from './damage.js'
import {
  collectExamples,
  type HashedExamples,
  joinFeatures,
  type Labelled,
  label,
  ofDocuments,
  type Prepared,
  withColumns,
} from './examples.js'
import type { GoldDocument } from './gold.js'
import { learnLinking } from './linking.js'
import { packWeights } from './pack.js'
import { ROW, score, trainPerceptron, type Weights } from './perceptron.js'
import { trimName } from './score-names.js'

export interface TrainOptions {
  readonly seed: number
  readonly epochs: number
  /** How many models, each from its own order of the examples, are averaged. */
  readonly models: number
  readonly margin: number
  /** Features seen less often than this are not learnt. */
  readonly cutoff: number
  /** Parts for labelling the training articles as if they were new, for the second pass. */
  readonly folds: number
  /** One article in so many is also learnt from with some lines written like headlines; 0 for none. */
  readonly damageEvery: number
  /** What a beginning of a name gets on top, in logarithms of odds. */
  readonly favour: number
  /** Places for the weights of features; a power of two. */
  readonly places: number
  readonly progress?: (line: string) => void
}

export const DEFAULT_OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 4,
  models: 4,
  margin: 25,
  cutoff: 2,
  folds: 3,
  damageEvery: 3,
  favour: 0,
  places: 2 ** 19,
}

export interface TrainingMaterial {
  readonly train: readonly GoldDocument[]
  /** Never trained on: for the learning curve and the calibration. */
  readonly heldOut: readonly GoldDocument[]
  readonly lexicon: Lexicon
  readonly tagModel: TagModel
}

/** Trains both passes and the calibration; the same material and options give the same model. */
export function trainModel({ train, heldOut, lexicon, tagModel }: TrainingMaterial, options: TrainOptions): NameModel {
  const say = options.progress ?? (() => undefined)
  const labelled = train.map((gold) => label(gold, tagModel))
  const linking = learnLinking(labelled)
  const damaged = options.damageEvery > 0 ? damageCase(train, options.damageEvery, options.seed) : []
  const everything = [...labelled, ...damaged.map((gold) => label(gold, tagModel))]
  const documents = everything.map((document) => withColumns(document, lexicon, linking))
  const examples = collectExamples(
    documents,
    (d, i, out) => extractFeatures(documents[d].columns, i, out),
    options.cutoff,
  )
  say(`${documents.length} articles, ${examples.labels.length} tokens near capitals, ${examples.featureCount} features`)
  const firstWeights = trainAveraged(
    ofDocuments(examples, () => true),
    options,
    'first pass',
  )
  const evidence = jackknife(documents, examples, options)
  const own = collectExamples(
    documents,
    (d, i, out) => extractSecondFeatures(documents[d].columns, evidence[d], i, out),
    options.cutoff,
  )
  const secondWeights = trainAveraged(
    ofDocuments(joinFeatures(examples, own), () => true),
    { ...options, seed: options.seed + 200 },
    'second pass',
  )
  const words = packWeights(
    examples.hashes,
    { weights: firstWeights.features, from: 0 },
    { weights: secondWeights.features, from: 0 },
    options.places,
  )
  const packedEvidence = packWeights(
    own.hashes,
    undefined,
    { weights: secondWeights.features, from: examples.featureCount },
    2 ** 14,
  )
  say(`packed: ${words.kept} features of words, ${packedEvidence.kept} of labels elsewhere`)
  const uncalibrated: NameModel = {
    lexicon,
    linking,
    words,
    evidence: packedEvidence,
    firstTransitions: favourNames(firstWeights.transitions, options.favour),
    secondTransitions: favourNames(secondWeights.transitions, options.favour),
    calibration: IDENTITY,
  }
  return {
    ...uncalibrated,
    calibration: calibrate(
      uncalibrated,
      heldOut.map((gold) => label(gold, tagModel)),
    ),
  }
}

/** Adds to the score of every beginning of a name, since in new articles more names are unknown than in training. */
function favourNames(transitions: Float64Array, favour: number): Float64Array {
  return transitions.map((weight, pair) => {
    const label = pair % LABELS
    return label !== OUTSIDE && !isInside(label) ? weight + favour : weight
  })
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
  // A margin of 25 means 2.5 in logarithms of odds, so that probabilities have room between 0 and 1.
  const share = 1 / (trained.length * Math.max(1, options.margin / MARGIN_IN_LOG_ODDS))
  const features = new Float32Array(examples.featureCount * ROW)
  const transitions = new Float64Array(LABELS * LABELS)
  for (const weights of trained) {
    for (let i = 0; i < features.length; i++) features[i] += weights.features[i] * share
    for (let i = 0; i < transitions.length; i++) transitions[i] += weights.transitions[i] * (mayFollowAt(i) ? share : 1)
  }
  return { features, transitions }
}

const MARGIN_IN_LOG_ODDS = 2.5
const mayFollowAt = (pair: number): boolean => mayFollow(Math.floor(pair / LABELS), pair % LABELS)

/** What the first pass thinks of each document when it never saw it (nor its copies). */
function jackknife(
  documents: readonly Prepared[],
  examples: HashedExamples,
  options: TrainOptions,
): readonly LabelEvidence[] {
  const evidence: LabelEvidence[] = []
  const ids = [...new Set(documents.map(({ gold }) => `${gold.set}/${gold.id}`))]
  const numbers = new Map(ids.map((id, n) => [id, n]))
  const foldOf = documents.map(({ gold }) => (numbers.get(`${gold.set}/${gold.id}`) ?? 0) % options.folds)
  for (let fold = 0; fold < options.folds; fold++) {
    const rest = ofDocuments(examples, (d) => foldOf[d] !== fold)
    const weights = trainAveraged(rest, { ...options, models: 1, seed: options.seed + 100 + fold }, `fold ${fold + 1}`)
    documents.forEach(({ columns }, d) => {
      if (foldOf[d] === fold) evidence[d] = gatherLabels(columns, labelDocument(examples, weights, d, columns.length))
    })
  }
  return evidence
}

function labelDocument(examples: HashedExamples, weights: Weights, d: number, tokens: number): Uint8Array {
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
