import type { Segmented, TokenRange, Tokens } from '../../document/segmented.js'
import { SHAPE } from '../../document/segmented.js'
import { type DocumentEvidence, gatherEvidence } from './document-evidence.js'
import { extendPhrase, pairWithAfter, pairWithBefore } from './hash.js'
import { MODE, MODE_SHIFT, SENTENCE_START } from './klass.js'
import { FACT, type KeyFilter, keyFilter, type Lexicon, LONGEST_KNOWN_NAME, mayHold, slotOf } from './lexicon.js'
import { nameWords, ROLE, WORD, WORD_WIDTH } from './word-facts.js'

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
  /** What a capitalised word after the word names, and one before it. */
  readonly before: Uint8Array
  readonly after: Uint8Array
  /** First and end token of the run of capitalised words around a candidate; 0 and 0 elsewhere. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** Pairs of first and end token: the stretches that names can lie in. */
  readonly segments: Int32Array
  readonly evidence: DocumentEvidence
}

const NEAR = 2

/** Room for the columns of so many tokens, in one piece: most articles are short, and each piece has its price. */
function room(length: number) {
  const buffer = new ArrayBuffer(length * 27)
  const column = <Column>(Type: new (buffer: ArrayBuffer, at: number, length: number) => Column, at: number): Column =>
    new Type(buffer, at * length, length)
  return {
    word: column(Int32Array, 0),
    runStart: column(Int32Array, 4),
    runEnd: column(Int32Array, 8),
    id: column(Int32Array, 12),
    facts: column(Uint16Array, 16),
    cluster: column(Uint16Array, 18),
    other: column(Uint16Array, 20),
    klass: column(Uint8Array, 22),
    prior: column(Uint8Array, 23),
    before: column(Uint8Array, 24),
    after: column(Uint8Array, 25),
    role: column(Uint8Array, 26),
  }
}

export function nameColumns(article: Segmented, lexicon: Lexicon, linking: Lexicon): NameColumns {
  const { tokens } = article
  const { length } = tokens
  // Columns of two bytes begin at even places.
  const { role, id, ...filled } = room(length + (length & 1))
  const words = nameWords(lexicon, linking)(tokens)
  findRoles(tokens, linkingOf(linking), words, filled.word, role)
  const segments = findSegments(tokens, role)
  const columns = { tokens, length, ...filled, segments }
  fillNearNames(columns, words, sentenceModes(article, segments))
  for (let s = 0; s < segments.length; s += 2) {
    markKnownNames(columns, words, lexicon, segments[s], segments[s + 1])
    findRuns(role, segments[s], segments[s + 1], filled.runStart, filled.runEnd)
  }
  return { evidence: gatherEvidence(columns, words, role, id), ...columns }
}

function findRoles(tokens: Tokens, linking: Linking, words: Int32Array, word: Int32Array, role: Uint8Array): void {
  const { lexeme, length } = tokens
  let before: number = ROLE.NONE
  for (let i = 0; i < length; i++) {
    const row = lexeme[i] * WORD_WIDTH
    word[i] = words[row + WORD.HASH]
    let found = words[row + WORD.ROLE]
    if (found === ROLE.NONE) {
      if (i > 1 && closesHyphenated(tokens, role, i)) found = ROLE.ENDING
      else if (before !== ROLE.NONE) found = pairRole(tokens, linking, words, i)
    }
    role[i] = found
    before = found
  }
}

/** Writes what is known of each word in a stretch or near one. */
function fillNearNames(columns: Omit<NameColumns, 'evidence'>, words: Int32Array, modes: Uint8Array): void {
  const { tokens, length, segments, klass, facts, cluster, other, prior, before, after } = columns
  let next = 0
  for (let s = 0; s < segments.length; s += 2) {
    const end = Math.min(length, segments[s + 1] + NEAR)
    for (let i = Math.max(next, segments[s] - NEAR); i < end; i++) {
      const row = tokens.lexeme[i] * WORD_WIDTH
      const start = opensSentence(tokens, i) ? SENTENCE_START : 0
      klass[i] = words[row + WORD.KLASS] + start + (modes[tokens.sentence[i]] << MODE_SHIFT)
      facts[i] = words[row + WORD.FACTS] & ~(FACT.NAME_OPENS | FACT.NAME_GOES_ON)
      cluster[i] = words[row + WORD.CLUSTERS] & 0xffff
      other[i] = words[row + WORD.CLUSTERS] >>> 16
      const suggested = words[row + WORD.SUGGESTED]
      prior[i] = suggested & 0xff
      before[i] = (suggested >> 8) & 0xff
      after[i] = suggested >> 16
    }
    next = end
  }
}

/** What a small word or mark is beside its neighbours: the comma of "Larsen Steel, Inc.", the "party" of "Green party". */
function pairRole({ lexeme, length }: Tokens, linking: Linking, words: Int32Array, i: number): number {
  const word = words[lexeme[i] * WORD_WIDTH + WORD.HASH]
  const before = words[lexeme[i - 1] * WORD_WIDTH + WORD.HASH]
  if (isLinking(linking, pairWithBefore(before, word))) return ROLE.ENDING
  if (i + 1 >= length) return ROLE.NONE
  const after = words[lexeme[i + 1] * WORD_WIDTH + WORD.PLAIN_HASH]
  return isLinking(linking, pairWithAfter(word, after)) ? ROLE.CONNECTOR : ROLE.NONE
}

/** Most pairs are none that training saw. */
const isLinking = ({ table, filter }: Linking, pair: number): boolean =>
  mayHold(filter, pair) && table.facts[slotOf(table, pair)] !== 0

interface Linking {
  readonly table: Lexicon
  readonly filter: KeyFilter
}

const filtered = new WeakMap<Lexicon, Linking>()

function linkingOf(table: Lexicon): Linking {
  const known = filtered.get(table) ?? { table, filter: keyFilter(table) }
  filtered.set(table, known)
  return known
}

/** The small part of a hyphenated name: the "moon" of "Ban Ki-moon". */
const closesHyphenated = ({ words, shape }: Tokens, role: Uint8Array, i: number): boolean =>
  role[i - 2] === ROLE.CANDIDATE && ((shape[i] | shape[i - 1]) & SHAPE.SPACE_BEFORE) === 0 && words[i - 1] === '-'

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

/** Fewer capitalised words make no headline. */
const LEAST_CAPITALS = 2

/** How each sentence uses capitals. All capitalised words are in stretches: only sentences with some are read. */
function sentenceModes({ tokens, sentences }: Segmented, segments: Int32Array): Uint8Array {
  const modes = new Uint8Array(sentences.length)
  const { sentence, shape } = tokens
  let capitals = 0
  let current = -1
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]; i < segments[s + 1]; i++) {
      if (sentence[i] !== current) {
        current = sentence[i]
        capitals = 0
      }
      if (shape[i] & (SHAPE.CAPITAL | SHAPE.ALL_CAPS) && ++capitals === LEAST_CAPITALS)
        modes[current] = modeOf(tokens, sentences[current])
    }
  }
  return modes
}

function modeOf({ shape, start, end }: Tokens, { firstToken, endToken }: TokenRange): number {
  let capitalized = 0
  let allCaps = 0
  let small = 0
  let smallLong = 0
  for (let i = firstToken; i < endToken; i++) {
    const form = shape[i]
    if (form & SHAPE.PUNCTUATION || !(form & (SHAPE.LOWER | SHAPE.CAPITAL))) continue
    if (form & SHAPE.ALL_CAPS) allCaps++
    else if (form & SHAPE.CAPITAL) capitalized++
    else {
      small++
      if (end[i] - start[i] > 4) smallLong++
    }
  }
  if (allCaps >= 2 && allCaps >= CAPS_SHARE * (allCaps + small + capitalized)) return MODE.ALL_CAPS
  const isTitle = capitalized >= 3 && capitalized >= TITLE_SHARE * (capitalized + smallLong) && small < capitalized
  return isTitle ? MODE.TITLE_CASE : MODE.PLAIN
}

function opensSentence(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return true
  // After an opening quote mark or bullet at the start of a sentence, and after a colon or a quote mark within it.
  if (!(tokens.shape[i - 1] & SHAPE.PUNCTUATION)) return false
  const before = tokens.words[i - 1]
  if (before === '"' || before === '``' || before === "'") return (tokens.shape[i] & SHAPE.SPACE_BEFORE) === 0
  return i === 1 || tokens.sentence[i - 2] !== tokens.sentence[i - 1]
}

const KIND =
  FACT.CITY |
  FACT.BIG_CITY |
  FACT.REGION |
  FACT.COUNTRY |
  FACT.KNOWN_PERSON |
  FACT.KNOWN_PLACE |
  FACT.KNOWN_ORGANIZATION

/** Marks the words of known names of several words, longest first. */
function markKnownNames(
  { tokens, word, facts }: Omit<NameColumns, 'evidence'>,
  words: Int32Array,
  lexicon: Lexicon,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    if (!(words[tokens.lexeme[i] * WORD_WIDTH + WORD.FACTS] & FACT.NAME_OPENS)) continue
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
