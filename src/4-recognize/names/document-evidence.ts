import { SHAPE } from '../../document/segmented.js'
import type { NameColumns } from './columns.js'
import { extendPhrase } from './hash.js'
import { bareKlass, KLASS, MODE, MODE_SHIFT, SENTENCE_START } from './klass.js'
import { ROLE, WORD, WORD_WIDTH } from './word-facts.js'

/** What the rest of the article shows about the word of a candidate: entries by `id`. */
export interface DocumentEvidence {
  /** Dense number of the candidate's word in this article; -1 for others. */
  readonly id: Int32Array
  /** How often it stands small. */
  readonly small: Uint8Array
  /** How often it stands with a capital inside a plain sentence. */
  readonly capital: Uint8Array
  /** The first token of its longest run. */
  readonly longestRun: Int32Array
  /** The first `OCCURRENCES` tokens with it, -1 for none. */
  readonly occurrences: Int32Array
  /** For words in capitals: the first token of a run whose initials they are; -1 for none. */
  readonly expansion: Int32Array
  readonly count: number
}

export const OCCURRENCES = 4

type Columns = Omit<NameColumns, 'evidence'>

/** Of the words of one article the id + 1, by number of the word; all zero between articles. */
let idOf = new Int32Array(0)

/** @param words rows of `nameWords` */
export function gatherEvidence(
  columns: Columns,
  words: Int32Array,
  role: Uint8Array,
  id: Int32Array,
): DocumentEvidence {
  const { segments, tokens, word } = columns
  if (idOf.length * WORD_WIDTH < words.length) idOf = new Int32Array(words.length / WORD_WIDTH)
  id.fill(-1)
  let count = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (role[i] !== ROLE.CANDIDATE || word[i] === 0) continue
      const same = words[tokens.lexeme[i] * WORD_WIDTH + WORD.SAME]
      if (idOf[same] === 0) idOf[same] = ++count
      id[i] = idOf[same] - 1
    }
  }
  const evidence = room(count, id)
  countSmall(columns, words, role, id, evidence.small)
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (id[i] < 0) continue
      idOf[words[tokens.lexeme[i] * WORD_WIDTH + WORD.SAME]] = 0
      noteUse(columns, i, evidence)
    }
  }
  expandAcronyms(columns, id, evidence.expansion)
  return evidence
}

function room(count: number, id: Int32Array): DocumentEvidence {
  const numbers = new Int32Array(count * (2 + OCCURRENCES)).fill(-1)
  const counts = new Uint8Array(count * 2)
  return {
    id,
    count,
    small: counts.subarray(0, count),
    capital: counts.subarray(count),
    longestRun: numbers.subarray(0, count),
    expansion: numbers.subarray(count, 2 * count),
    occurrences: numbers.subarray(2 * count),
  }
}

function bump(counts: Uint8Array, at: number): void {
  if (counts[at] < 255) counts[at]++
}

function countSmall({ tokens }: Columns, words: Int32Array, role: Uint8Array, id: Int32Array, small: Uint8Array): void {
  const { lexeme, shape, length } = tokens
  for (let i = 0; i < length; i++) {
    if (role[i] !== ROLE.NONE || id[i] >= 0 || !(shape[i] & SHAPE.LOWER)) continue
    const known = idOf[words[lexeme[i] * WORD_WIDTH + WORD.SAME]]
    if (known !== 0) bump(small, known - 1)
  }
}

function noteUse({ klass, runStart, runEnd }: Columns, i: number, evidence: DocumentEvidence): void {
  if (klass[i] >> MODE_SHIFT !== MODE.PLAIN) return
  const entry = evidence.id[i]
  const { capital, longestRun, occurrences } = evidence
  if (!(klass[i] & SENTENCE_START)) bump(capital, entry)
  const run = longestRun[entry]
  if (run < 0 || runEnd[i] - runStart[i] > runEnd[run] - runStart[run]) longestRun[entry] = runStart[i]
  for (let o = entry * OCCURRENCES; o < (entry + 1) * OCCURRENCES; o++) {
    if (occurrences[o] >= 0) continue
    occurrences[o] = i
    break
  }
}

const LONGEST_ACRONYM = 6

/** Finds for words in capitals ("WTO") a stretch whose words begin with these letters ("World Trade Organization"). */
function expandAcronyms(columns: Columns, id: Int32Array, expansion: Int32Array): void {
  const { segments } = columns
  /** First token of a stretch with these initials, or -1 so far. */
  let wanted: Map<number, number> | undefined
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (isAcronym(columns, id, i)) wanted = (wanted ?? new Map<number, number>()).set(lettersOf(columns, i), -1)
    }
  }
  if (wanted === undefined) return
  for (let s = 0; s < segments.length; s += 2) findInitials(columns, id, segments[s], segments[s + 1], wanted)
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (isAcronym(columns, id, i)) expansion[id[i]] = wanted.get(lettersOf(columns, i)) ?? -1
    }
  }
}

function isAcronym({ klass, tokens }: Columns, id: Int32Array, i: number): boolean {
  if (bareKlass(klass[i]) !== KLASS.ALL_CAPS || id[i] < 0) return false
  const { length } = tokens.words[i]
  return length >= 2 && length <= LONGEST_ACRONYM
}

function lettersOf({ tokens }: Columns, i: number): number {
  const text = tokens.words[i]
  let letters = 0
  for (let c = 0; c < text.length; c++) letters = extendPhrase(letters, text.charCodeAt(c))
  return letters
}

function findInitials(
  { klass, tokens }: Columns,
  id: Int32Array,
  start: number,
  end: number,
  wanted: Map<number, number>,
): void {
  for (let i = start; i < end; i++) {
    if (bareKlass(klass[i]) !== KLASS.CAPITALIZED) continue
    let initials = 0
    let words = 0
    for (let j = i; j < end && words < LONGEST_ACRONYM; j++) {
      if (id[j] < 0) continue
      initials = extendPhrase(initials, tokens.words[j].charCodeAt(0))
      words++
      if (words >= 2 && wanted.get(initials) === -1) wanted.set(initials, i)
    }
  }
}
