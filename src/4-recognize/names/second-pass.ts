import type { NameColumns } from './columns.js'
import { feature1, feature2, feature3 } from './hash.js'
import { isInside, LABELS, typeIndex } from './labels.js'

/**
 * What the first pass thought of the same words elsewhere in the article, as features of a second pass (after Krishnan &
 * Manning 2006, "An effective two-stage model for exploiting non-local dependencies").
 */
export interface LabelEvidence {
  readonly labels: Uint8Array
  /** For each word (by `DocumentEvidence.id`) how often it got each label. */
  readonly counts: Uint16Array
  /** For each word the first token and end of the longest name found with it, in pairs; -1 for none. */
  readonly longest: Int32Array
  /** For pairs of neighbouring words how often the first of them got each label: by `pairSlot`. */
  readonly pairs: Map<number, Uint16Array>
}

const pairKey = (left: number, right: number): number => left * 65536 + right

export function gatherLabels(columns: NameColumns, labels: Uint8Array): LabelEvidence {
  const { evidence, segments } = columns
  const counts = new Uint16Array(evidence.count * LABELS)
  const longest = new Int32Array(evidence.count * 2).fill(-1)
  const pairs = new Map<number, Uint16Array>()
  const { id } = evidence
  for (let s = 0; s < segments.length; s += 2) {
    const end = segments[s + 1]
    for (let i = segments[s]; i < end; ) {
      const stop = endOfName(labels, i, end)
      for (let j = i; j < stop; j++) {
        if (id[j] < 0) continue
        counts[id[j] * LABELS + labels[j]]++
        if (labels[i] !== 0) keepLongest(longest, id[j], i, stop)
        if (j + 1 < end && id[j + 1] >= 0) {
          const key = pairKey(id[j], id[j + 1])
          const seen = pairs.get(key) ?? new Uint16Array(LABELS * 2)
          seen[labels[j]]++
          seen[LABELS + labels[j + 1]]++
          pairs.set(key, seen)
        }
      }
      i = stop
    }
  }
  return { labels, counts, longest, pairs }
}

export function endOfName(labels: Uint8Array, i: number, end: number): number {
  let stop = i + 1
  if (labels[i] !== 0) while (stop < end && isInside(labels[stop])) stop++
  return stop
}

function keepLongest(longest: Int32Array, id: number, start: number, end: number): void {
  if (longest[2 * id] >= 0 && longest[2 * id + 1] - longest[2 * id] >= end - start) return
  longest[2 * id] = start
  longest[2 * id + 1] = end
}

const NONE = LABELS

/** The label that most occurrences but `own` got, and how clear that is (0 to 2); `NONE` without another occurrence. */
function majority(counts: Uint16Array, at: number, own: number): number {
  let best = NONE
  let most = 0
  let total = 0
  for (let label = 0; label < LABELS; label++) {
    const count = counts[at + label] - (label === own ? 1 : 0)
    total += count
    if (count > most) {
      most = count
      best = label
    }
  }
  if (total === 0) return NONE * 4
  const clear = most === total ? (total > 2 ? 3 : 2) : most * 3 >= total * 2 ? 1 : 0
  return best * 4 + clear
}

/** What the other occurrences of the word of token `j` mostly got. */
function usual({ length, evidence: { id } }: NameColumns, { counts, labels }: LabelEvidence, j: number): number {
  return j < 0 || j >= length || id[j] < 0 ? 255 : majority(counts, id[j] * LABELS, labels[j])
}

/** Writes the hashes of the second pass's own features of token `i` to `out`; returns how many. */
export function extractSecondFeatures(
  columns: NameColumns,
  evidence: LabelEvidence,
  i: number,
  out: Int32Array,
): number {
  const { klass, length, word, runStart, runEnd } = columns
  const { id } = columns.evidence
  const { labels, longest, pairs } = evidence
  let n = 0
  const label = labels[i]
  const left = i > 0 ? labels[i - 1] : 0
  const right = i + 1 < length ? labels[i + 1] : 0
  const k0 = klass[i]
  const here = usual(columns, evidence, i)
  const before = usual(columns, evidence, i - 1)
  const after = usual(columns, evidence, i + 1)
  out[n++] = feature1(101, label)
  out[n++] = feature3(102, left, label, right)
  out[n++] = feature2(103, here, label)
  out[n++] = feature3(104, here, label, k0)
  out[n++] = feature3(105, here, before, label)
  out[n++] = feature3(106, here, after, label)
  out[n++] = feature2(107, label, k0)
  out[n++] = feature2(108, here, Math.min(7, runEnd[i] - runStart[i]) * 8 + Math.min(7, i - runStart[i]))
  if (id[i] < 0) return n
  const start = longest[2 * id[i]]
  if (start >= 0) {
    const end = longest[2 * id[i] + 1]
    const inSelf = start <= i && i < end ? 1 : 0
    const type = typeIndex(labels[start])
    const place = word[start] === word[i] ? 0 : word[end - 1] === word[i] ? 2 : 1
    const shape = (inSelf << 8) | (type << 6) | (place << 4) | Math.min(end - start, 7)
    out[n++] = feature2(109, shape, label)
    out[n++] = feature3(110, shape, label, Math.min(7, runEnd[i] - runStart[i]))
    out[n++] = feature3(111, shape, left, right)
    if (!inSelf) out[n++] = feature3(112, shape, matches(word, i, start, end, length) ? 1 : 0, label)
  } else out[n++] = feature1(113, label)
  if (i + 1 < length && id[i + 1] >= 0) {
    const seen = pairs.get(pairKey(id[i], id[i + 1]))
    if (seen) out[n++] = feature2(114, majority(seen, 0, label), label)
  }
  if (i > 0 && id[i - 1] >= 0) {
    const seen = pairs.get(pairKey(id[i - 1], id[i]))
    if (seen) out[n++] = feature2(115, majority(seen, LABELS, label), label)
  }
  return n
}

/** Whether the name at `start` to `end` stands around token `i`, word for word. */
function matches(word: Int32Array, i: number, start: number, end: number, length: number): boolean {
  for (let offset = start; offset < end; offset++) {
    if (word[offset] !== word[i]) continue
    const from = i - (offset - start)
    if (from < 0 || from + end - start > length) continue
    let same = true
    for (let k = 0; k < end - start && same; k++) same = word[from + k] === word[start + k]
    if (same) return true
  }
  return false
}
