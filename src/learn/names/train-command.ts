import type { TagModel } from '../../3-segment/tag-model.js'
import type { Lexicon } from '../../4-recognize/names/lexicon.js'
import { decodeLexicon, encodeLexicon, encodeNameModel } from '../../4-recognize/names/model.js'
import type { EntityType } from '../../document/mention.js'
import { UsageError } from '../../document/usage-error.js'
import type { PersonNames } from '../../gazetteer/person-names.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import type { GoldDocument } from '../gold/gold.js'
import { buildLexicon } from '../lexicon/build-lexicon.js'
import type { WordVectors } from '../lexicon/clusters.js'
import { knownNames } from '../lexicon/known-names.js'
import { evaluateNames } from '../score/evaluate-names.js'
import { calibrationError, collectOutcomes, crossCalibrated, reliability } from './calibrate.js'
import { label } from './examples.js'
import { type CardFacts, modelCard, type SetRow } from './model-card.js'
import { DEFAULT_OPTIONS, type TrainOptions, trainModel } from './train.js'

/** What `dateline train` reads and how it trains; files are read and written by the caller. */
export interface TrainRequest {
  readonly documents: readonly GoldDocument[]
  /**
   * What is not trained on: the name of a set (`wikigold`), of a source of articles within a set (`news-train/lgl`) or of
   * a genre (`gum-train/essay`).
   */
  readonly leaveOut: readonly string[]
  /** Word vectors to cluster anew; without them the clusters and lists of `lexicon` serve. */
  readonly vectors?: WordVectors
  readonly lexicon?: Uint8Array
  readonly tagModel: TagModel
  readonly personNames: PersonNames
  readonly places: PlaceGazetteer
  readonly options?: Partial<TrainOptions>
  readonly progress: (line: string) => void
}

export interface TrainResult {
  /** File name to content: `names.bin`, `lexicon.bin`, `MODEL-CARD.md`. */
  readonly files: Readonly<Record<string, Uint8Array | string>>
}

/** Every tenth article of a set is held out. */
const HELD_OUT = 10

/** Trains a name model and describes it. The same request gives the same bytes. */
export function train(request: TrainRequest): TrainResult {
  const { documents, leaveOut, tagModel, progress } = request
  const options = { ...DEFAULT_OPTIONS, ...request.options, progress }
  checkLeaveOut(documents, leaveOut)
  const kept = documents.filter((document) => !isLeftOut(document, leaveOut) && !isSilver(document))
  const { training, heldOut } = split(kept)
  progress(`${training.length} articles to train on, ${heldOut.length} held out`)
  const known = request.vectors ? knownFor(documents, leaveOut) : new Map<string, EntityType>()
  const lexicon = lexiconOf(request, training, known, options.seed)
  const model = trainModel({ train: training, heldOut, lexicon, tagModel }, options)
  const files = { 'names.bin': encodeNameModel(model), 'lexicon.bin': encodeLexicon(lexicon) }
  const rows = bySet(heldOut).map(
    ([set, held]): SetRow => ({
      set,
      trained: training.filter((d) => d.set === set).length,
      scores: evaluateNames(held, model, tagModel),
    }),
  )
  for (const { set, scores } of rows) progress(`held out of ${set}: F1 ${scores.exact.micro.f1.toFixed(4)}`)
  const judged = heldOut.map((gold) => label(gold, tagModel))
  const table = reliability(crossCalibrated(collectOutcomes(model, judged)))
  progress(`expected calibration error: ${calibrationError(table).toFixed(4)}`)
  const facts: CardFacts = {
    rows,
    total: evaluateNames(heldOut, model, tagModel),
    reliability: table,
    leaveOut,
    options,
    ...(request.vectors && { known: { sets: silverSets(documents, leaveOut), names: known.size } }),
    sizes: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.length])),
  }
  return { files: { ...files, 'MODEL-CARD.md': modelCard(facts) } }
}

/** Annotated by a program: a source of known names, nothing to learn from. */
export const isSilver = ({ set }: GoldDocument): boolean => set.endsWith('-silver')

const namesOf = ({ set, origin, genre }: GoldDocument): readonly string[] => [
  set,
  ...[origin, genre].filter((part) => part !== undefined).map((part) => `${set}/${part}`),
]

const isLeftOut = (document: GoldDocument, leaveOut: readonly string[]): boolean =>
  namesOf(document).some((name) => leaveOut.includes(name))

function checkLeaveOut(documents: readonly GoldDocument[], leaveOut: readonly string[]): void {
  const known = new Set(documents.flatMap(namesOf))
  const unknown = leaveOut.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new UsageError(`nothing is called "${unknown}"; what can be left out: ${[...known].sort().join(', ')}`)
}

function bySet(
  documents: readonly GoldDocument[],
): readonly (readonly [set: string, documents: readonly GoldDocument[]])[] {
  const sets = new Map<string, GoldDocument[]>()
  for (const document of documents) {
    const members = sets.get(document.set)
    if (members) members.push(document)
    else sets.set(document.set, [document])
  }
  return [...sets]
}

/** Every tenth article of each set is held out. */
export function split(documents: readonly GoldDocument[]): {
  readonly training: readonly GoldDocument[]
  readonly heldOut: readonly GoldDocument[]
} {
  const training: GoldDocument[] = []
  const heldOut: GoldDocument[] = []
  for (const [, members] of bySet(documents)) {
    members.forEach((document, i) => {
      if (i % HELD_OUT === HELD_OUT - 1) heldOut.push(document)
      else training.push(document)
    })
  }
  return { training, heldOut }
}

/**
 * Names of the programs' annotation, but of no article that people annotated too: in those that are learnt from they shall
 * be like new ones, and those that are left out shall stay unknown.
 */
export function knownFor(
  documents: readonly GoldDocument[],
  leaveOut: readonly string[],
): ReadonlyMap<string, EntityType> {
  const annotated = new Set(documents.filter((document) => !isSilver(document)).map(({ text }) => text))
  return knownNames(documents.filter((d) => isSilver(d) && !isLeftOut(d, leaveOut) && !annotated.has(d.text)))
}

const silverSets = (documents: readonly GoldDocument[], leaveOut: readonly string[]): readonly string[] => [
  ...new Set(documents.filter((d) => isSilver(d) && !isLeftOut(d, leaveOut)).map(({ set }) => set)),
]

function lexiconOf(
  { vectors, lexicon, tagModel, personNames, places, progress }: TrainRequest,
  training: readonly GoldDocument[],
  known: ReadonlyMap<string, EntityType>,
  seed: number,
): Lexicon {
  if (vectors) {
    return buildLexicon({
      vectors,
      personNames,
      places,
      known,
      documents: training.map((gold) => label(gold, tagModel)),
      seed,
      progress,
    })
  }
  if (lexicon) return decodeLexicon(lexicon)
  throw new UsageError(
    'neither word vectors nor a lexicon.bin to reuse; give --vectors FILE, or --lexicon FILE of an earlier model',
  )
}
