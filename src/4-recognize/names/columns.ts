import type { Segmented, Tokens } from '../../document/segmented.js'
import { SHAPE } from '../../document/segmented.js'
import { extendPhrase, hashWord, pairWithAfter, pairWithBefore } from './hash.js'
import { FACT, type Lexicon, LONGEST_KNOWN_NAME, slotOf } from './lexicon.js'

/** How a token is written, for features. */
export const KLASS = {
  LOWER: 0,
  CAPITALIZED: 1,
  ALL_CAPS: 2,
  LETTER: 3,
  MIXED: 4,
  NUMBER: 5,
  LETTERS_AND_DIGITS: 6,
  PUNCTUATION: 7,
  ABBREVIATION: 8,
  INITIALS: 9,
} as const

/** How a sentence uses capitals: as a headline in capitals tells nothing about names. */
export const MODE = { PLAIN: 0, TITLE_CASE: 1, ALL_CAPS: 2 } as const

const KLASS_BITS = 15
export const MODE_SHIFT = 5
const SENTENCE_START = 16

/** What features look at: one entry a token, filled where a name may be near. */
export interface NameColumns {
  readonly tokens: Tokens
  readonly length: number
  /** Hash of the lower-case word. */
  readonly word: Int32Array
  /** `KLASS`, + 16 at the start of a sentence, + 32 × `MODE`. */
  readonly klass: Uint8Array
  readonly facts: Uint16Array
  readonly cluster: Uint16Array
  readonly other: Uint16Array
  readonly prior: Uint8Array
  /** First and end token of the run of capitalised words around a candidate; 0 and 0 elsewhere. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** Pairs of first and end token: the stretches that names can lie in. */
  readonly segments: Int32Array
  readonly evidence: DocumentEvidence
}

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

const NEAR = 2

export function nameColumns(article: Segmented, lexicon: Lexicon, linking: Lexicon): NameColumns {
  const { tokens } = article
  const length = tokens.length
  const word = new Int32Array(length)
  const klass = new Uint8Array(length)
  const facts = new Uint16Array(length)
  const cluster = new Uint16Array(length)
  const other = new Uint16Array(length)
  const prior = new Uint8Array(length)
  const role = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    word[i] = hashWord(hasPeriods(tokens, i) ? withoutPeriods(tokens.lower[i]) : tokens.lower[i])
    role[i] = isCapitalized(tokens, i) ? ROLE.CANDIDATE : linkingRole(linking, word[i])
    if (role[i] === ROLE.CONNECTOR && tokens.shape[i] & SHAPE.DIGIT) role[i] = ROLE.ENDING
    if (role[i] === ROLE.NONE && i > 1 && closesHyphenated(tokens, role, i)) role[i] = ROLE.ENDING
    if (role[i] === ROLE.NONE && i > 0 && role[i - 1] !== ROLE.NONE) role[i] = pairRole(tokens, linking, word, i)
  }
  const segments = findSegments(tokens, role)
  const modes = sentenceModes(article)
  const fill = (i: number): void => {
    if (klass[i] !== 0 || facts[i] !== 0 || cluster[i] !== 0) return
    klass[i] =
      klassOf(tokens, i) + (opensSentence(tokens, i) ? SENTENCE_START : 0) + (modes[tokens.sentence[i]] << MODE_SHIFT)
    const slot = slotOf(lexicon, word[i])
    facts[i] = lexicon.facts[slot] & ~(FACT.NAME_OPENS | FACT.NAME_GOES_ON)
    cluster[i] = lexicon.clusters[slot]
    other[i] = lexicon.others[slot]
    prior[i] = lexicon.priors[slot]
  }
  for (let s = 0; s < segments.length; s += 2) {
    const end = Math.min(length, segments[s + 1] + NEAR)
    for (let i = Math.max(0, segments[s] - NEAR); i < end; i++) fill(i)
  }
  for (let s = 0; s < segments.length; s += 2) markKnownNames(word, facts, lexicon, segments[s], segments[s + 1])
  const runStart = new Int32Array(length)
  const runEnd = new Int32Array(length)
  for (let s = 0; s < segments.length; s += 2) findRuns(role, segments[s], segments[s + 1], runStart, runEnd)
  const columns = { tokens, length, word, klass, facts, cluster, other, prior, runStart, runEnd, segments }
  return { ...columns, evidence: gatherEvidence(columns, role) }
}

/** "F.B.I." is the word "FBI"; "U.S." stays, since "US" is often a pronoun. */
const hasPeriods = ({ shape, start, end }: Tokens, i: number): boolean =>
  (shape[i] & (SHAPE.PERIOD | SHAPE.ALL_CAPS)) === (SHAPE.PERIOD | SHAPE.ALL_CAPS) && end[i] - start[i] >= 5

const withoutPeriods = (word: string): string => word.replaceAll('.', '')

/** What a token can do in a stretch of names: connectors stand between others, endings also at its edges. */
const ROLE = { NONE: 0, CANDIDATE: 1, CONNECTOR: 2, ENDING: 3 } as const

const SMALL_NAME = FACT.SMALL_NAME

function linkingRole(linking: Lexicon, word: number): number {
  const facts = linking.facts[slotOf(linking, word)]
  if (facts === 0) return ROLE.NONE
  return facts & SMALL_NAME ? ROLE.CANDIDATE : ROLE.CONNECTOR
}

/** What a small word or mark is beside its neighbours: the comma of "Larsen Steel, Inc.", the "party" of "Green party". */
function pairRole({ lower, length }: Tokens, linking: Lexicon, word: Int32Array, i: number): number {
  if (linking.facts[slotOf(linking, pairWithBefore(word[i - 1], word[i]))] !== 0) return ROLE.ENDING
  if (i + 1 >= length) return ROLE.NONE
  const pair = pairWithAfter(word[i], hashWord(lower[i + 1]))
  return linking.facts[slotOf(linking, pair)] !== 0 ? ROLE.CONNECTOR : ROLE.NONE
}

/** A capital anywhere: "Obama", "iPhone". */
function isCapitalized(tokens: Tokens, i: number): boolean {
  if (tokens.shape[i] & (SHAPE.CAPITAL | SHAPE.ALL_CAPS)) return true
  return (tokens.shape[i] & SHAPE.LOWER) !== 0 && tokens.words[i] !== tokens.lower[i]
}

/** The small part of a hyphenated name: the "moon" of "Ban Ki-moon". */
const closesHyphenated = ({ words, shape }: Tokens, role: Uint8Array, i: number): boolean =>
  words[i - 1] === '-' && ((shape[i] | shape[i - 1]) & SHAPE.SPACE_BEFORE) === 0 && role[i - 2] === ROLE.CANDIDATE

/** No stretch has more tokens than this. */
export const LONGEST_SEGMENT = 64
const FULL = LONGEST_SEGMENT

/** Stretches from a candidate (or a number before one) to the last candidate or number; never over a line's end. */
function findSegments({ shape, length }: Tokens, role: Uint8Array): Int32Array {
  const pairs: number[] = []
  let start = -1
  let end = -1
  let named = false
  const close = (): void => {
    if (start >= 0 && named) pairs.push(start, end)
    start = -1
    named = false
  }
  for (let i = 0; i < length; i++) {
    if (shape[i] & SHAPE.LINE_START || role[i] === ROLE.NONE || (start >= 0 && i - start >= FULL)) close()
    if (role[i] === ROLE.NONE || (start < 0 && role[i] === ROLE.CONNECTOR)) continue
    if (start < 0) start = i
    if (role[i] === ROLE.CONNECTOR) continue
    end = i + 1
    if (role[i] === ROLE.CANDIDATE) named = true
  }
  close()
  return Int32Array.from(pairs)
}

/** Share of long words that must be capitalised in a headline in title case, and of words in capitals in a line of capitals. */
const TITLE_SHARE = 0.85
const CAPS_SHARE = 0.7

function sentenceModes({ tokens, sentences }: Segmented): Uint8Array {
  const modes = new Uint8Array(sentences.length)
  sentences.forEach((sentence, s) => {
    let capitalized = 0
    let allCaps = 0
    let small = 0
    let smallLong = 0
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const shape = tokens.shape[i]
      if (shape & SHAPE.PUNCTUATION || !(shape & (SHAPE.LOWER | SHAPE.CAPITAL))) continue
      if (shape & SHAPE.ALL_CAPS) allCaps++
      else if (shape & SHAPE.CAPITAL) capitalized++
      else {
        small++
        if (tokens.end[i] - tokens.start[i] > 4) smallLong++
      }
    }
    if (allCaps >= 2 && allCaps >= CAPS_SHARE * (allCaps + small + capitalized)) modes[s] = MODE.ALL_CAPS
    else if (capitalized >= 3 && capitalized >= TITLE_SHARE * (capitalized + smallLong) && small < capitalized)
      modes[s] = MODE.TITLE_CASE
  })
  return modes
}

function opensSentence(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return true
  // After an opening quote mark or bullet at the start of a sentence, and after a colon or a quote mark within it.
  if (!(tokens.shape[i - 1] & SHAPE.PUNCTUATION)) return false
  const before = tokens.words[i - 1]
  if (before === '"' || before === '``' || before === "'") return (tokens.shape[i] & SHAPE.SPACE_BEFORE) === 0
  return i === 1 || tokens.sentence[i - 2] !== tokens.sentence[i - 1]
}

function klassOf(tokens: Tokens, i: number): number {
  const shape = tokens.shape[i]
  if (shape & SHAPE.PUNCTUATION) return KLASS.PUNCTUATION
  if (shape & SHAPE.DIGIT)
    return shape & (SHAPE.LOWER | SHAPE.CAPITAL | SHAPE.ALL_CAPS) ? KLASS.LETTERS_AND_DIGITS : KLASS.NUMBER
  if (shape & SHAPE.PERIOD)
    return shape & SHAPE.LOWER ? (shape & SHAPE.CAPITAL ? KLASS.ABBREVIATION : KLASS.LOWER) : KLASS.INITIALS
  if (shape & SHAPE.ALL_CAPS) return KLASS.ALL_CAPS
  if (!(shape & SHAPE.CAPITAL)) return tokens.words[i] === tokens.lower[i] ? KLASS.LOWER : KLASS.MIXED
  if (!(shape & SHAPE.LOWER)) return KLASS.LETTER
  return hasInnerCapital(tokens.words[i]) ? KLASS.MIXED : KLASS.CAPITALIZED
}

function hasInnerCapital(word: string): boolean {
  for (let i = 1; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 65 && code <= 90) return true
  }
  return false
}

export const bareKlass = (klass: number): number => klass & KLASS_BITS

const KIND =
  FACT.CITY |
  FACT.BIG_CITY |
  FACT.REGION |
  FACT.COUNTRY |
  FACT.KNOWN_PERSON |
  FACT.KNOWN_PLACE |
  FACT.KNOWN_ORGANIZATION

/** Marks the words of known names of several words, longest first. */
function markKnownNames(word: Int32Array, facts: Uint16Array, lexicon: Lexicon, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    if (!(lexicon.facts[slotOf(lexicon, word[i])] & FACT.NAME_OPENS)) continue
    let phrase = extendPhrase(0, word[i])
    let matched = 0
    let kind = 0
    for (let j = i + 1; j < Math.min(end, i + LONGEST_KNOWN_NAME); j++) {
      phrase = extendPhrase(phrase, word[j])
      const known = lexicon.facts[slotOf(lexicon, phrase)] & KIND
      if (known === 0) continue
      matched = j
      kind = known
    }
    if (matched === 0) continue
    // What the words are alone says little now: "North", "Korea".
    facts[i] = FACT.NAME_OPENS | kind
    for (let j = i + 1; j <= matched; j++) facts[j] = FACT.NAME_GOES_ON | kind
    i = matched
  }
}

function findRuns(role: Uint8Array, start: number, end: number, runStart: Int32Array, runEnd: Int32Array): void {
  for (let i = start; i < end; ) {
    let stop = i + 1
    if (role[i] === ROLE.CANDIDATE) while (stop < end && role[stop] === ROLE.CANDIDATE) stop++
    for (let j = i; j < stop; j++) {
      runStart[j] = i
      runEnd[j] = stop
    }
    i = stop
  }
}

function gatherEvidence(columns: Omit<NameColumns, 'evidence'>, role: Uint8Array): DocumentEvidence {
  const { word, length, segments, klass, runStart, runEnd, tokens } = columns
  const id = new Int32Array(length).fill(-1)
  let candidates = 0
  for (let s = 0; s < segments.length; s += 2) candidates += segments[s + 1] - segments[s]
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, candidates * 2)))
  const keys = new Int32Array(size)
  const ids = new Int32Array(size)
  const slot = (key: number): number => {
    let at = key & (size - 1)
    while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & (size - 1)
    return at
  }
  let count = 0
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (role[i] !== ROLE.CANDIDATE || word[i] === 0) continue
      const at = slot(word[i])
      if (keys[at] === 0) {
        keys[at] = word[i]
        ids[at] = count++
      }
      id[i] = ids[at]
    }
  }
  const small = new Uint8Array(count)
  const capital = new Uint8Array(count)
  const longestRun = new Int32Array(count).fill(-1)
  const occurrences = new Int32Array(count * OCCURRENCES).fill(-1)
  const expansion = new Int32Array(count).fill(-1)
  const bump = (counts: Uint8Array, at: number): void => {
    if (counts[at] < 255) counts[at]++
  }
  for (let i = 0; i < length; i++) {
    if (id[i] < 0) {
      if (role[i] !== ROLE.NONE || !(tokens.shape[i] & SHAPE.LOWER)) continue
      const at = slot(word[i])
      if (keys[at] !== 0) bump(small, ids[at])
      continue
    }
    const entry = id[i]
    const mode = klass[i] >> MODE_SHIFT
    if (mode === MODE.PLAIN && !(klass[i] & SENTENCE_START)) bump(capital, entry)
    if (mode !== MODE.PLAIN) continue
    const run = longestRun[entry]
    if (run < 0 || runEnd[i] - runStart[i] > runEnd[run] - runStart[run]) longestRun[entry] = runStart[i]
    for (let o = entry * OCCURRENCES; o < (entry + 1) * OCCURRENCES; o++) {
      if (occurrences[o] >= 0) continue
      occurrences[o] = i
      break
    }
  }
  expandAcronyms(columns, id, expansion)
  return { id, small, capital, longestRun, occurrences, expansion, count }
}

/** Finds for words in capitals ("WTO") a stretch whose words begin with these letters ("World Trade Organization"). */
function expandAcronyms(columns: Omit<NameColumns, 'evidence'>, id: Int32Array, expansion: Int32Array): void {
  const { segments, klass, tokens } = columns
  const byInitials = new Map<number, number>()
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (bareKlass(klass[i]) !== KLASS.CAPITALIZED) continue
      let initials = 0
      let words = 0
      for (let j = i; j < segments[s + 1] && words < 6; j++) {
        if (id[j] < 0) continue
        initials = extendPhrase(initials, tokens.words[j].charCodeAt(0))
        words++
        if (words >= 2 && !byInitials.has(initials)) byInitials.set(initials, i)
      }
      if (byInitials.size > 4000) break
    }
  }
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (bareKlass(klass[i]) !== KLASS.ALL_CAPS || id[i] < 0 || expansion[id[i]] >= 0) continue
      const text = tokens.words[i]
      if (text.length < 2 || text.length > 6) continue
      let initials = 0
      for (let c = 0; c < text.length; c++) initials = extendPhrase(initials, text.charCodeAt(c))
      expansion[id[i]] = byInitials.get(initials) ?? -1
    }
  }
}
