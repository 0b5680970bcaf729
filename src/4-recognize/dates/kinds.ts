import { POS, SHAPE, type Tokens } from '../../document/segmented.js'
import { wordFacts } from '../../document/vocabulary.js'
import { LEXICON, type Sense } from './lexicon.js'

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  `a an few several many some numerous multiple countless couple half quarter dozens scores tens hundreds thousands millions
   billions`.split(/\s+/),
)
const MERIDIEMS: ReadonlySet<string> = new Set('p.m. pm p.m a.m. am a.m'.split(' '))

/** Which words an element can begin with. */
const OPENS: Readonly<Record<string, (sense: Sense, word: string) => boolean>> = {
  MONTH: (sense) => sense.month !== undefined,
  FULLMONTH: (sense) => sense.month !== undefined && !sense.short,
  WEEKDAY: (sense) => sense.weekday !== undefined && !sense.short,
  ANYWEEKDAY: (sense) => sense.weekday !== undefined,
  WEEKDAYS: (sense) => sense.weekdays !== undefined,
  SEASON: (sense) => sense.season !== undefined,
  UNIT: (sense) => sense.unit !== undefined,
  SINGULAR: (sense) => sense.unit !== undefined && !sense.plural,
  PLURAL: (sense) => sense.unit !== undefined && sense.plural === true,
  EVERY: (sense) => sense.every !== undefined,
  PARTOFDAY: (sense) => sense.partOfDay !== undefined,
  PARTSOFDAY: (sense) => sense.partsOfDay !== undefined,
  ORDINAL: (sense, word) => sense.ordinal !== undefined || word === 'twenty' || word === 'thirty',
  DECADE: (sense, word) => sense.decade !== undefined || word === "'",
  SPELLEDYEAR: (sense) => sense.cardinal !== undefined,
  NUMBER: (sense, word) => sense.cardinal !== undefined || NUMBER_WORDS.has(word),
  MERIDIEM: (_, word) => MERIDIEMS.has(word),
  ZONE: (sense) => sense.zone === true,
}
const NUMERIC =
  'NUMBER DAY NTHDAY YEAR TWODIGITS MONTHNUMBER DAYNUMBER CLOCK ORDINAL DECADE DOTTED ISODAYTIME QUARTERCODE'.split(' ')
const BY_PART_OF_SPEECH = 'ADJECTIVE'
const KINDS: readonly string[] = [...new Set([...Object.keys(OPENS), ...NUMERIC, BY_PART_OF_SPEECH])]

/** The bit of an element in what `kindsAt` says. */
export function bitOf(element: string): number {
  const index = KINDS.indexOf(element)
  if (index < 0) throw new Error(`nothing tells which words the element ${element} begins with`)
  return 1 << index
}

const DIGITS = NUMERIC.reduce((bits, element) => bits | bitOf(element), 0)
const ADJECTIVE = bitOf(BY_PART_OF_SPEECH)
const BY_WORD = new Map<string, number>()
for (const word of new Set([...LEXICON.keys(), ...NUMBER_WORDS, ...MERIDIEMS, "'"])) {
  const sense = LEXICON.get(word) ?? {}
  let bits = 0
  for (const [element, opens] of Object.entries(OPENS)) if (opens(sense, word)) bits |= bitOf(element)
  if (bits !== 0) BY_WORD.set(word, bits)
}

/** The elements that a word may begin, as bits, wherever it stands. */
export const kindsOf = (lower: string, shape: number): number =>
  (shape & SHAPE.DIGIT) !== 0 ? DIGITS : (BY_WORD.get(lower) ?? 0)

/** `kindsOf` of each different token. */
export const dateKinds = wordFacts((lower, _, shape) => kindsOf(lower, shape))

/** The elements that may begin with a token: a node of the tree tries only those. */
export function kindsAt(tokens: Tokens, kinds: Int32Array, at: number): number {
  const bits = kinds[tokens.lexeme[at]]
  return tokens.pos[at] === POS.ADJ ? bits | ADJECTIVE : bits
}
