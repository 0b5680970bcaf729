import { type NameColumns, nameColumns } from '../4-recognize/names/columns.js'
import { MAX_FEATURES } from '../4-recognize/names/features.js'
import { isInside } from '../4-recognize/names/labels.js'
import type { Lexicon } from '../4-recognize/names/lexicon.js'
import type { Segmented } from '../document/segmented.js'
import { goldLabels, segmentGold } from './align.js'
import type { GoldDocument } from './gold.js'
import type { Examples } from './perceptron.js'

/** A gold document as the learner sees it. */
export interface Prepared {
  readonly gold: GoldDocument
  readonly article: Segmented
  readonly labels: Uint8Array
  readonly columns: NameColumns
}

export interface Labelled {
  readonly gold: GoldDocument
  readonly article: Segmented
  readonly labels: Uint8Array
}

export function label(gold: GoldDocument): Labelled {
  const article = segmentGold(gold)
  return { gold, article, labels: goldLabels(gold, article.tokens) }
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
  const hashes = new IntList()
  const offsets = new IntList()
  const labels = new IntList()
  const stretches = new IntList()
  const tokens = new IntList()
  const firstStretch = new IntList()
  const buffer = new Int32Array(MAX_FEATURES)
  offsets.push(0)
  documents.forEach((document, d) => {
    const { segments } = document.columns
    firstStretch.push(stretches.length / 2)
    for (let s = 0; s < segments.length; s += 2) {
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
  const features = hashes.done()
  const numbered = numberFeatures(features, cutoff)
  return {
    stretches: stretches.done(),
    offsets: offsets.done(),
    features,
    labels: Uint8Array.from(labels.done()),
    featureCount: numbered.length,
    hashes: numbered,
    firstStretch: firstStretch.done(),
    tokens: tokens.done(),
  }
}

/** Replaces each hash by its number, rare ones by -1; returns the hashes by number. */
function numberFeatures(features: Int32Array, cutoff: number): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, features.length)))
  const keys = new Int32Array(size)
  const counts = new Int32Array(size)
  const numbers = new Int32Array(size)
  const slotOf = (hash: number): number => {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & (size - 1)
    while (keys[slot] !== hash && keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (const hash of features) {
    const slot = slotOf(hash)
    keys[slot] = hash
    counts[slot]++
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

/** The same examples with the stretches of some documents only. */
export function ofDocuments(examples: HashedExamples, keep: (document: number) => boolean): HashedExamples {
  const { firstStretch, stretches } = examples
  const kept = new IntList()
  for (let d = 0; d + 1 < firstStretch.length; d++) {
    if (!keep(d)) continue
    for (let s = firstStretch[d]; s < firstStretch[d + 1]; s++) {
      kept.push(stretches[2 * s])
      kept.push(stretches[2 * s + 1])
    }
  }
  return { ...examples, stretches: kept.done() }
}
