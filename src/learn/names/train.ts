import type { TagModel } from '../../3-segment/tag-model.js'
import { extractFeatures } from '../../4-recognize/names/features.js'
import { isInside, LABELS, OUTSIDE } from '../../4-recognize/names/labels.js'
import type { Lexicon } from '../../4-recognize/names/lexicon.js'
import type { NameModel } from '../../4-recognize/names/model.js'
import { extractSecondFeatures, gatherLabels, type LabelEvidence } from '../../4-recognize/names/second-pass.js'
import type { GoldDocument } from '../gold/gold.js'
import { trainAveraged } from './average.js'
import { collectOutcomes, fitByType } from './calibrate.js'
import { damageCase } from './damage.js'
import {
  collectExamples,
  collectUnseen,
  type Extract,
  type HashedExamples,
  joinFeatures,
  type Labelled,
  label,
  ofDocuments,
  type Prepared,
  withColumns,
} from './examples.js'
import { heldOutF1, labelDocument } from './learning-curve.js'
import { learnLinking } from './linking.js'
import { packWeights } from './pack.js'

export interface TrainOptions {
  readonly seed: number
  readonly epochs: number
  /** How many models, each from its own order of the examples and with its own part of the features, are averaged. */
  readonly models: number
  /** The part of the features that each of them sees. */
  readonly seen: number
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
  models: 6,
  seen: 0.5,
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
  const linking = learnLinking(train.map((gold) => label(gold, tagModel)))
  const damaged = options.damageEvery > 0 ? damageCase(train, options.damageEvery, options.seed) : []
  const prepare = (gold: Labelled['gold']): Prepared => withColumns(label(gold, tagModel), lexicon, linking)
  const documents = [...train, ...damaged].map(prepare)
  const examples = collectExamples(documents, onWords(documents), options.cutoff)
  say(`${documents.length} articles, ${examples.labels.length} tokens near capitals, ${examples.featureCount} features`)
  const unseen = heldOut.map(prepare)
  const unseenWords = collectUnseen(unseen, onWords(unseen), examples.hashes)
  const all = (learnt: HashedExamples): HashedExamples => ofDocuments(learnt, () => true)
  const firstWeights = trainAveraged(all(examples), options, 'first pass', (weights) =>
    heldOutF1(unseen, unseenWords, weights),
  )
  const evidence = jackknife(documents, examples, options)
  const own = collectExamples(documents, onLabels(documents, evidence), options.cutoff)
  const unseenEvidence = unseen.map(({ columns }, d) =>
    gatherLabels(columns, labelDocument(unseenWords, firstWeights, d, columns.length)),
  )
  const unseenOwn = collectUnseen(unseen, onLabels(unseen, unseenEvidence), own.hashes)
  const unseenAll = joinFeatures(unseenWords, unseenOwn)
  const secondWeights = trainAveraged(
    all(joinFeatures(examples, own)),
    { ...options, seed: options.seed + 200 },
    'second pass',
    (weights) => heldOutF1(unseen, unseenAll, weights),
    examples.featureCount,
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
  return { ...uncalibrated, calibration: fitByType(collectOutcomes(uncalibrated, unseen)) }
}

const onWords =
  (documents: readonly Prepared[]): Extract =>
  (d, i, out) =>
    extractFeatures(documents[d].columns, i, out)

const onLabels =
  (documents: readonly Prepared[], evidence: readonly LabelEvidence[]): Extract =>
  (d, i, out) =>
    extractSecondFeatures(documents[d].columns, evidence[d], i, out)

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
