import type { NameColumns } from './columns.js'
import { OCCURRENCES } from './document-evidence.js'
import { feature1, feature2, feature3, hashPart } from './hash.js'
import { bareKlass, MODE, MODE_SHIFT } from './klass.js'
import { CLUSTER_BITS, FACT } from './lexicon.js'

/** No token has more features than this. */
export const MAX_FEATURES = 192

const OUTSIDE = 0x5bd1e995

/** Writes the hashes of the features of token `i` to `out`; returns how many. */
export function extractFeatures(columns: NameColumns, i: number, out: Int32Array): number {
  let n = wordFeatures(columns, i, out, 0)
  n = leftFeatures(columns, i, out, n)
  n = rightFeatures(columns, i, out, n)
  return placeFeatures(columns, i, out, n)
}

/** `klass` beyond the ends of the article. */
export const NO_KLASS = 255

const middleOf = (cluster: number): number => (cluster + 7) >> CLUSTER_BITS.middle
const topOf = (cluster: number): number => (cluster + 127) >> CLUSTER_BITS.top

const wordOrOutside = ({ word, length }: NameColumns, k: number): number => (k >= 0 && k < length ? word[k] : OUTSIDE)

/** The middle cluster of token `k`; another number beyond the ends of the article. */
const groupOrOutside = ({ cluster, length }: NameColumns, k: number): number =>
  k >= 0 && k < length ? middleOf(cluster[k]) : 4095

/** What depends on the word of token `i`, its lower-case text and its `klass` alone. */
export function wordFeatures(columns: NameColumns, i: number, out: Int32Array, from: number): number {
  let n = from
  const w0 = columns.word[i]
  const k0 = columns.klass[i]
  out[n++] = feature1(1, 0)
  out[n++] = feature1(2, w0)
  out[n++] = feature2(9, w0, k0)
  out[n++] = feature1(10, k0)

  const text = columns.tokens.lower[i]
  const size = text.length
  for (let k = 1; k <= 4 && k < size; k++) {
    out[n++] = feature1(19 + k, hashPart(text, 0, k))
    out[n++] = feature1(24 + k, hashPart(text, size - k, k))
  }

  // Word clusters at three grains, the second clustering, and what the vector of the word says.
  const fine = columns.cluster[i]
  const m0 = middleOf(fine)
  const o0 = columns.other[i]
  out[n++] = feature1(30, fine)
  out[n++] = feature1(33, m0)
  out[n++] = feature1(38, topOf(fine))
  out[n++] = feature2(41, m0, k0)
  out[n++] = feature2(42, fine, k0)
  out[n++] = feature1(120, o0)
  out[n++] = feature1(123, middleOf(o0))
  out[n++] = feature2(126, middleOf(o0), k0)
  out[n++] = feature2(130, columns.prior[i], k0)
  return n
}

/** What depends on the word before token `i` and its `klass` alone. */
export function leftFeatures(columns: NameColumns, i: number, out: Int32Array, from: number): number {
  let n = from
  const cl = i > 0 ? columns.cluster[i - 1] : 0
  const ol = i > 0 ? columns.other[i - 1] : 0
  out[n++] = feature1(3, wordOrOutside(columns, i - 1))
  out[n++] = feature1(31, cl)
  out[n++] = feature1(34, middleOf(cl))
  out[n++] = feature1(39, topOf(cl))
  out[n++] = feature1(121, ol)
  out[n++] = feature1(124, middleOf(ol))
  out[n++] = feature1(140, i > 0 ? columns.before[i - 1] : 0)
  out[n++] = feature2(131, i > 0 ? columns.prior[i - 1] : 0, i > 0 ? columns.klass[i - 1] : NO_KLASS)
  return n
}

/** What depends on the word after token `i` and its `klass` alone. */
export function rightFeatures(columns: NameColumns, i: number, out: Int32Array, from: number): number {
  let n = from
  const hasNext = i + 1 < columns.length
  const cr = hasNext ? columns.cluster[i + 1] : 0
  const or = hasNext ? columns.other[i + 1] : 0
  out[n++] = feature1(4, wordOrOutside(columns, i + 1))
  out[n++] = feature1(32, cr)
  out[n++] = feature1(35, middleOf(cr))
  out[n++] = feature1(40, topOf(cr))
  out[n++] = feature1(122, or)
  out[n++] = feature1(125, middleOf(or))
  out[n++] = feature1(141, hasNext ? columns.after[i + 1] : 0)
  out[n++] = feature2(132, hasNext ? columns.prior[i + 1] : 0, hasNext ? columns.klass[i + 1] : NO_KLASS)
  return n
}

/** What depends on where token `i` stands: several words together, name lists, the run, the rest of the article. */
export function placeFeatures(columns: NameColumns, i: number, out: Int32Array, from: number): number {
  const { word, klass, facts, cluster, tokens, length } = columns
  const pos = tokens.pos
  let n = from
  const w0 = word[i]
  const wl = wordOrOutside(columns, i - 1)
  const wr = wordOrOutside(columns, i + 1)
  const wll = wordOrOutside(columns, i - 2)
  const wrr = wordOrOutside(columns, i + 2)
  const k0 = klass[i]
  const kl = i > 0 ? klass[i - 1] : NO_KLASS
  const kr = i + 1 < length ? klass[i + 1] : NO_KLASS
  const krr = i + 2 < length ? bareKlass(klass[i + 2]) : 31
  const kll = i > 1 ? bareKlass(klass[i - 2]) : 31

  out[n++] = feature1(5, wll)
  out[n++] = feature1(6, wrr)
  out[n++] = feature2(7, wl, w0)
  out[n++] = feature2(8, w0, wr)
  out[n++] = feature2(11, kl, k0)
  out[n++] = feature2(12, k0, kr)
  out[n++] = feature2(14, wl, k0)
  out[n++] = feature2(15, wr, k0)
  out[n++] = feature2(16, (kll << 5) | bareKlass(kl), (bareKlass(k0) << 10) | (bareKlass(kr) << 5) | krr)
  out[n++] = feature2(17, wll, wl)
  out[n++] = feature2(18, wr, wrr)

  // Word clusters.
  const m0 = middleOf(cluster[i])
  const ml = middleOf(i > 0 ? cluster[i - 1] : 0)
  const mr = middleOf(i + 1 < length ? cluster[i + 1] : 0)
  out[n++] = feature1(36, middleOf(i > 1 ? cluster[i - 2] : 0))
  out[n++] = feature1(37, middleOf(i + 2 < length ? cluster[i + 2] : 0))
  out[n++] = feature2(43, ml, m0)
  out[n++] = feature2(44, m0, mr)
  out[n++] = feature2(49, wl, m0)
  out[n++] = feature2(50, m0, wr)

  // What the vectors of the words say of them and of their neighbours.
  const { prior } = columns
  const q0 = bestPrior(prior[i])
  const ql = bestPrior(i > 0 ? prior[i - 1] : 0)
  const qr = bestPrior(i + 1 < length ? prior[i + 1] : 0)
  out[n++] = feature3(133, ql, q0, qr)
  const before = bestPrior(i > 0 ? columns.before[i - 1] : 0)
  const after = bestPrior(i + 1 < length ? columns.after[i + 1] : 0)
  out[n++] = feature3(142, before, q0, after)
  out[n++] = feature2(145, before * 8 + after, k0)

  // Parts of speech.
  const p0 = pos[i]
  const pl = i > 0 ? pos[i - 1] : 31
  const pr = i + 1 < length ? pos[i + 1] : 31
  out[n++] = feature2(51, p0, k0)
  out[n++] = feature2(52, pl, k0)
  out[n++] = feature2(53, pr, k0)
  out[n++] = feature3(54, pl, p0, pr)

  // Name lists.
  const f0 = facts[i]
  const fl = i > 0 ? facts[i - 1] : 0
  const fr = i + 1 < length ? facts[i + 1] : 0
  if (f0 !== 0) {
    out[n++] = feature2(55, f0, k0)
    out[n++] = feature1(56, f0 & PERSON)
    out[n++] = feature1(57, f0 & PLACE)
    if (f0 & KNOWN) {
      out[n++] = feature1(137, f0 & KNOWN)
      out[n++] = feature3(138, f0 & KNOWN, fl & KNOWN, fr & KNOWN)
    }
    out[n++] = feature3(58, f0, fl, fr)
  }
  if (fl !== 0) out[n++] = feature2(59, fl, k0)
  if (fr !== 0) out[n++] = feature2(60, fr, k0)

  return contextFeatures(columns, i, out, n)
}

const bestPrior = (prior: number): number => (prior + 15) >> 4

/** Whether a known name begins or goes on here, and of which type. */
const KNOWN = FACT.KNOWN_PERSON | FACT.KNOWN_PLACE | FACT.KNOWN_ORGANIZATION | FACT.NAME_OPENS | FACT.NAME_GOES_ON

const PERSON = FACT.FEMALE | FACT.MALE | FACT.SURNAME
const PLACE =
  FACT.CITY | FACT.BIG_CITY | FACT.REGION | FACT.COUNTRY | FACT.NAME_OPENS | FACT.NAME_GOES_ON | FACT.DEMONYM

const few = (count: number): number => Math.min(count, 3)

/** The run of capitalised words, and what the rest of the article shows. */
function contextFeatures(columns: NameColumns, i: number, out: Int32Array, from: number): number {
  const { word, klass, runStart, runEnd, evidence } = columns
  let n = from
  const start = runStart[i]
  const end = runEnd[i]
  const size = Math.min(end - start, 7)
  const place = Math.min(i - start, 3)
  const k0 = klass[i]
  out[n++] = feature2(61, size, place)
  if (size > 1) {
    out[n++] = feature1(62, word[end - 1])
    out[n++] = feature2(135, columns.prior[end - 1], place)
    out[n++] = feature2(136, columns.prior[start], place)
    out[n++] = feature2(63, groupOrOutside(columns, end - 1), place)
    out[n++] = feature1(64, word[start])
    out[n++] = feature2(65, groupOrOutside(columns, start), place)
    const before = start > 0 ? columns.before[start - 1] : 0
    const after = end < columns.length ? columns.after[end] : 0
    out[n++] = feature3(143, before, after, bestPrior(columns.prior[end - 1]))
    if (i > start) {
      out[n++] = feature1(66, wordOrOutside(columns, start - 1))
      out[n++] = feature1(67, groupOrOutside(columns, start - 1))
    }
    if (i < end - 1) {
      out[n++] = feature1(68, wordOrOutside(columns, end))
      out[n++] = feature1(69, groupOrOutside(columns, end))
    }
  }
  const id = evidence.id[i]
  if (id < 0) return n
  const plain = k0 >> MODE_SHIFT === MODE.PLAIN ? 0 : 1
  const counts = (few(evidence.small[id]) << 2) | few(evidence.capital[id])
  out[n++] = feature2(70, counts, k0)
  out[n++] = feature2(71, counts, evidence.capital[id] > evidence.small[id] ? 1 : 0)
  const run = evidence.longestRun[id]
  if (run >= 0) {
    const runLength = Math.min(runEnd[run] - run, 6)
    if (runLength > size || plain === 1) {
      const last = runEnd[run] - 1
      const where = word[run] === word[i] ? 0 : word[last] === word[i] ? 2 : 1
      out[n++] = feature3(72, runLength, size, where)
      out[n++] = feature2(73, word[last], where)
      out[n++] = feature2(74, word[run], where)
      out[n++] = feature2(75, groupOrOutside(columns, last), where)
      out[n++] = feature2(76, groupOrOutside(columns, run), where)
      out[n++] = feature2(77, columns.facts[run] & PERSON, where)
      out[n++] = feature1(78, wordOrOutside(columns, run - 1))
      out[n++] = feature1(79, wordOrOutside(columns, last + 1))
    }
  }
  n = otherContexts(columns, i, id, out, n)
  const expansion = evidence.expansion[id]
  if (expansion >= 0) {
    out[n++] = feature1(86, 1)
    out[n++] = feature1(87, wordOrOutside(columns, runEnd[expansion] - 1))
    out[n++] = feature1(88, groupOrOutside(columns, runEnd[expansion] - 1))
  }
  return n
}

/** The words around the runs with the same word elsewhere; each once, since the same evidence again is no more evidence. */
function otherContexts(columns: NameColumns, i: number, id: number, out: Int32Array, from: number): number {
  const { word, cluster, runStart, runEnd, length, evidence } = columns
  const { occurrences } = evidence
  let n = from
  const first = id * OCCURRENCES
  for (let o = first; o < first + OCCURRENCES; o++) {
    const other = occurrences[o]
    if (other < 0) break
    if (other === i) continue
    const left = runStart[other] - 1
    const right = runEnd[other]
    let leftIsNew = left >= 0
    let rightIsNew = right < length
    for (let earlier = first; earlier < o; earlier++) {
      if (occurrences[earlier] === i) continue
      if (leftIsNew && word[runStart[occurrences[earlier]] - 1] === word[left]) leftIsNew = false
      if (rightIsNew && word[runEnd[occurrences[earlier]]] === word[right]) rightIsNew = false
    }
    if (leftIsNew) {
      out[n++] = feature1(80, word[left])
      out[n++] = feature1(82, (cluster[left] + 7) >> CLUSTER_BITS.middle)
    }
    if (rightIsNew) {
      out[n++] = feature1(81, word[right])
      out[n++] = feature1(83, (cluster[right] + 7) >> CLUSTER_BITS.middle)
    }
  }
  return n
}
