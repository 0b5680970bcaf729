import { SHAPE } from '../../document/segmented.js'
import { type Vocabulary, type WordRows, wordRows } from '../../document/vocabulary.js'
import { hashWord } from './hash.js'
import { KLASS } from './klass.js'
import { FACT, type Lexicon, slotOf } from './lexicon.js'

/** What a token can do in a stretch of names: connectors stand between others, endings also at its edges. */
export const ROLE = { NONE: 0, CANDIDATE: 1, CONNECTOR: 2, ENDING: 3 } as const

/** What is kept about each different token: places in its row. */
export const WORD = {
  /** Hash of the lower-case word, without the periods of initials. */
  HASH: 0,
  /** Hash of the lower-case word as it stands. */
  PLAIN_HASH: 1,
  /** The number of the first token with the same hash. */
  SAME: 2,
  /** `ROLE`, wherever the token stands. */
  ROLE: 3,
  KLASS: 4,
  FACTS: 5,
  /** Clusters of the first clustering in the lower half, of the second in the upper. */
  CLUSTERS: 6,
  /** What its vector suggests of the word itself, of a capitalised word after it and of one before it, a byte each. */
  SUGGESTED: 7,
} as const
export const WORD_WIDTH = 8

interface Tables {
  readonly linking: Lexicon
  readonly rows: WordRows
}

const known = new WeakMap<Lexicon, Tables>()

/** What these tables say of each different token. */
export function nameWords(lexicon: Lexicon, linking: Lexicon): WordRows {
  const kept = known.get(lexicon)
  if (kept?.linking === linking) return kept.rows
  const rows = factsFrom(lexicon, linking)
  known.set(lexicon, { linking, rows })
  return rows
}

function factsFrom(lexicon: Lexicon, linking: Lexicon): WordRows {
  const first = new WeakMap<Vocabulary, Map<number, number>>()
  return wordRows(WORD_WIDTH, (rows, at, vocabulary, lexeme) => {
    const word = vocabulary.word[lexeme]
    const lower = vocabulary.lower[lexeme]
    const shape = vocabulary.shape[lexeme]
    const plain = hashWord(lower)
    const hash = hasPeriods(word, shape) ? hashWord(lower.replaceAll('.', '')) : plain
    const slot = slotOf(lexicon, hash)
    rows[at + WORD.HASH] = hash
    rows[at + WORD.PLAIN_HASH] = plain
    rows[at + WORD.SAME] = firstWith(hash, lexeme, first, vocabulary)
    rows[at + WORD.ROLE] = roleOf(linking, word, lower, shape, hash)
    rows[at + WORD.KLASS] = klassOf(word, lower, shape)
    rows[at + WORD.FACTS] = lexicon.facts[slot]
    rows[at + WORD.CLUSTERS] = lexicon.clusters[slot] | (lexicon.others[slot] << 16)
    rows[at + WORD.SUGGESTED] = lexicon.priors[slot] | (lexicon.before[slot] << 8) | (lexicon.after[slot] << 16)
  })
}

function firstWith(
  hash: number,
  lexeme: number,
  known: WeakMap<Vocabulary, Map<number, number>>,
  vocabulary: Vocabulary,
): number {
  let first = known.get(vocabulary)
  if (first === undefined) {
    first = new Map()
    known.set(vocabulary, first)
  }
  const found = first.get(hash)
  if (found !== undefined) return found
  first.set(hash, lexeme)
  return lexeme
}

/** "F.B.I." is the word "FBI"; "U.S." stays, since "US" is often a pronoun. */
const hasPeriods = (word: string, shape: number): boolean =>
  (shape & (SHAPE.PERIOD | SHAPE.ALL_CAPS)) === (SHAPE.PERIOD | SHAPE.ALL_CAPS) && word.length >= 5

function roleOf(linking: Lexicon, word: string, lower: string, shape: number, hash: number): number {
  if (isCapitalized(word, lower, shape)) return ROLE.CANDIDATE
  const facts = linking.facts[slotOf(linking, hash)]
  if (facts === 0) return ROLE.NONE
  if (facts & FACT.SMALL_NAME) return ROLE.CANDIDATE
  return shape & SHAPE.DIGIT ? ROLE.ENDING : ROLE.CONNECTOR
}

/** A capital anywhere: "Obama", "iPhone". */
const isCapitalized = (word: string, lower: string, shape: number): boolean =>
  (shape & (SHAPE.CAPITAL | SHAPE.ALL_CAPS)) !== 0 || ((shape & SHAPE.LOWER) !== 0 && word !== lower)

function klassOf(word: string, lower: string, shape: number): number {
  if (shape & SHAPE.PUNCTUATION) return KLASS.PUNCTUATION
  if (shape & SHAPE.DIGIT)
    return shape & (SHAPE.LOWER | SHAPE.CAPITAL | SHAPE.ALL_CAPS) ? KLASS.LETTERS_AND_DIGITS : KLASS.NUMBER
  if (shape & SHAPE.PERIOD)
    return shape & SHAPE.LOWER ? (shape & SHAPE.CAPITAL ? KLASS.ABBREVIATION : KLASS.LOWER) : KLASS.INITIALS
  if (shape & SHAPE.ALL_CAPS) return KLASS.ALL_CAPS
  if (!(shape & SHAPE.CAPITAL)) return word === lower ? KLASS.LOWER : KLASS.MIXED
  if (!(shape & SHAPE.LOWER)) return KLASS.LETTER
  return hasInnerCapital(word) ? KLASS.MIXED : KLASS.CAPITALIZED
}

function hasInnerCapital(word: string): boolean {
  for (let i = 1; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 65 && code <= 90) return true
  }
  return false
}
