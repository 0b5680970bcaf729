import type { TagModel } from '../../3-segment/tag-model.js'
import { type NameColumns, nameColumns } from '../../4-recognize/names/columns.js'
import { MAX_FEATURES } from '../../4-recognize/names/features.js'
import { isInside } from '../../4-recognize/names/labels.js'
import type { Lexicon } from '../../4-recognize/names/lexicon.js'
import type { Segmented } from '../../document/segmented.js'
import type { Span } from '../../document/span.js'
import { goldLabels, segmentGold } from '../gold/align.js'
import type { GoldDocument } from '../gold/gold.js'
import type { Examples } from './perceptron.js'

/** A gold document as the learner sees it. */
export interface Prepared extends Labelled {
  readonly columns: NameColumns
}

export interface Labelled {
  readonly gold: GoldDocument & { readonly only?: readonly Span[] }
  readonly article: Segmented
  readonly labels: Uint8Array
}

const labelled = new WeakMap<TagModel, WeakMap<Labelled['gold'], Labelled>>()

/** Kept for as long as the document is, since training and scoring ask several times. */
export function label(gold: Labelled['gold'], tagModel: TagModel): Labelled {
  const byDocument = labelled.get(tagModel) ?? new WeakMap<Labelled['gold'], Labelled>()
  labelled.set(tagModel, byDocument)
  const known = byDocument.get(gold)
  if (known !== undefined) return known
  const article = segmentGold(gold, tagModel)
  const document = { gold, article, labels: goldLabels(gold, article.tokens) }
  byDocument.set(gold, document)
  return document
}

export const withColumns = (document: Labelled, lexicon: Lexicon, linking: Lexicon): Prepared => ({
  ...document,
  columns: nameColumns(document.article, lexicon, linking),
})

/** Writes the hashes of a token's features and returns how many: `extractFeatures` or a second pass's. */
export type Extract = (document: number, token: number, out: Int32Array) => number

/** Examples with the hash of each feature, by its number. */
export interface HashedExamples extends Examples {
  readonly hashes: Int32Array
  /** For each document the number of its first stretch, and at the end the number of all. */
  readonly firstStretch: Int32Array
  /** 1 for each stretch to learn from, 0 for those that are only there to be labelled. */
  readonly learnt: Uint8Array
  /** The token of the article that each token of the examples is. */
  readonly tokens: Int32Array
}

/** Grows by doubling. */
class IntList {
  values = new Int32Array(1 << 16)
  length = 0
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
  done(): Int32Array {
    return this.values.slice(0, this.length)
  }
}

/** Extracts the features of all tokens of all stretches; those seen fewer than `cutoff` times are left out. */
export function collectExamples(documents: readonly Prepared[], extract: Extract, cutoff: number): HashedExamples {
  const gathered = gather(documents, extract)
  const { features, stretches, offsets, learnt } = gathered
  const hashes = numberFeatures(features, learntFeatures(stretches, offsets, learnt), cutoff)
  return { ...gathered, featureCount: hashes.length, hashes }
}

/** The same for documents that are not learnt from: features get the numbers that they have in `hashes`, unknown ones none. */
export function collectUnseen(documents: readonly Prepared[], extract: Extract, hashes: Int32Array): HashedExamples {
  const gathered = gather(documents, extract)
  const numbers = new Map<number, number>()
  hashes.forEach((hash, number) => {
    numbers.set(hash, number)
  })
  const features = gathered.features.map((hash) => numbers.get(hash) ?? -1)
  return { ...gathered, features, featureCount: hashes.length, hashes }
}

/** Features are still hashes here. */
function gather(documents: readonly Prepared[], extract: Extract): Omit<HashedExamples, 'hashes' | 'featureCount'> {
  const hashes = new IntList()
  const offsets = new IntList()
  const labels = new IntList()
  const stretches = new IntList()
  const tokens = new IntList()
  const firstStretch = new IntList()
  const learnt = new IntList()
  const buffer = new Int32Array(MAX_FEATURES)
  offsets.push(0)
  documents.forEach((document, d) => {
    const { segments } = document.columns
    firstStretch.push(stretches.length / 2)
    for (let s = 0; s < segments.length; s += 2) {
      learnt.push(isLearnt(document, segments[s]) ? 1 : 0)
      stretches.push(labels.length)
      for (let i = segments[s]; i < segments[s + 1]; i++) {
        const count = extract(d, i, buffer)
        for (let f = 0; f < count; f++) hashes.push(buffer[f])
        offsets.push(hashes.length)
        const gold = document.labels[i]
        // A name that began before its stretch begins with it.
        labels.push(i === segments[s] && isInside(gold) ? gold - 1 : gold)
        tokens.push(i)
      }
      stretches.push(labels.length)
    }
  })
  firstStretch.push(stretches.length / 2)
  return {
    stretches: stretches.done(),
    offsets: offsets.done(),
    features: hashes.done(),
    labels: Uint8Array.from(labels.done()),
    firstStretch: firstStretch.done(),
    learnt: Uint8Array.from(learnt.done()),
    tokens: tokens.done(),
  }
}

function isLearnt({ gold, article }: Labelled, token: number): boolean {
  const start = article.tokens.start[token]
  return gold.only?.some((span) => span.start <= start && start < span.end) ?? true
}

/** Whether a feature belongs to a stretch to learn from; to be asked in ascending order. */
function learntFeatures(stretches: Int32Array, offsets: Int32Array, learnt: Uint8Array): (feature: number) => boolean {
  let s = 0
  return (feature) => {
    while (s < learnt.length && offsets[stretches[2 * s + 1]] <= feature) s++
    return learnt[s] === 1
  }
}

/** Replaces each hash by its number, rare ones by -1; returns the hashes by number. */
function numberFeatures(features: Int32Array, counted: (feature: number) => boolean, cutoff: number): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, features.length)))
  const keys = new Int32Array(size)
  const counts = new Int32Array(size)
  const numbers = new Int32Array(size)
  const slotOf = (hash: number): number => {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & (size - 1)
    while (keys[slot] !== hash && keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (let f = 0; f < features.length; f++) {
    const slot = slotOf(features[f])
    keys[slot] = features[f]
    if (counted(f)) counts[slot]++
  }
  const hashes = new IntList()
  for (let f = 0; f < features.length; f++) {
    const slot = slotOf(features[f])
    if (counts[slot] < cutoff || features[f] === 0) {
      features[f] = -1
      continue
    }
    if (numbers[slot] === 0) {
      hashes.push(features[f])
      numbers[slot] = hashes.length
    }
    features[f] = numbers[slot] - 1
  }
  return hashes.done()
}

/** The same examples with the stretches to learn from of some documents only. */
export function ofDocuments(examples: HashedExamples, keep: (document: number) => boolean): HashedExamples {
  const { firstStretch, stretches, learnt } = examples
  const kept = new IntList()
  for (let d = 0; d + 1 < firstStretch.length; d++) {
    if (!keep(d)) continue
    for (let s = firstStretch[d]; s < firstStretch[d + 1]; s++) {
      if (learnt[s] === 0) continue
      kept.push(stretches[2 * s])
      kept.push(stretches[2 * s + 1])
    }
  }
  return { ...examples, stretches: kept.done() }
}

/** The examples with the features of both; the second's are numbered after the first's. */
export function joinFeatures(first: HashedExamples, second: HashedExamples): HashedExamples {
  const tokens = first.labels.length
  const offsets = new Int32Array(tokens + 1)
  const features = new Int32Array(first.features.length + second.features.length)
  let at = 0
  for (let t = 0; t < tokens; t++) {
    for (let f = first.offsets[t]; f < first.offsets[t + 1]; f++) features[at++] = first.features[f]
    for (let f = second.offsets[t]; f < second.offsets[t + 1]; f++) {
      features[at++] = second.features[f] < 0 ? -1 : first.featureCount + second.features[f]
    }
    offsets[t + 1] = at
  }
  return { ...first, offsets, features, featureCount: first.featureCount + second.featureCount }
}
