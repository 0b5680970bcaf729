import { wordFacts } from '../../document/vocabulary.js'
import { CUE_TABLE, NOUN_TABLE } from './cues.js'
import { symbol } from './symbols.js'

/** What this stage knows of a word wherever it stands: bits of `View.words`. */
export const WORD = {
  /** A form of a verb of saying. */
  CUE: 1,
  /** One that reports by itself, without a particle. */
  CUE_ALONE: 2,
  /** One in "-ing". */
  CUE_ING: 4,
  /** A noun of saying. */
  CUE_NOUN: 8,
  ACCORDING: 16,
  ING: 32,
  ED: 64,
  SUBJECT_PRONOUN: 128,
  PREPOSITION: 256,
  CALENDAR: 512,
} as const

/** Words on which a report may hang. */
export const MAY_REPORT = WORD.CUE | WORD.CUE_NOUN | WORD.ACCORDING

/** Above this bit stands the number of a function word among the symbols. */
const SYMBOL_SHIFT = 12

/** The symbol of a function word, 0 for others. */
export const functionSymbol = (facts: number): number => facts >>> SYMBOL_SHIFT

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const FUNCTION_WORDS = words(
  'and but or while as after when because although though despite since before if so which who whom whose where that with without according compared including such even unless until rather instead not yet however then than to of for in on at by from about over into during like through against between among under he she they it we i you his her their its this these those there the a an some many no what how why whether also only just both either neither nor once later',
)

const SUBJECT_PRONOUNS = words(
  'he she they i we you it who everyone nobody someone others many some most one both few several this that these those which another neither none all',
)

const PREPOSITIONS = words(
  'of for at in from with to on by about near against within behind under among between into over like during since after before close',
)

const CALENDAR = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow earlier later',
)

export const quoteWords = wordFacts((lower) => {
  const cue = CUE_TABLE.get(lower)
  let facts = FUNCTION_WORDS.has(lower) ? symbol(lower) << SYMBOL_SHIFT : 0
  if (cue) facts |= WORD.CUE
  if (cue && cue.frames !== '') facts |= WORD.CUE_ALONE
  if (cue?.form === 'ing') facts |= WORD.CUE_ING
  if (NOUN_TABLE.has(lower)) facts |= WORD.CUE_NOUN
  if (lower === 'according') facts |= WORD.ACCORDING
  if (lower.endsWith('ing')) facts |= WORD.ING
  if (lower.endsWith('ed')) facts |= WORD.ED
  if (SUBJECT_PRONOUNS.has(lower)) facts |= WORD.SUBJECT_PRONOUN
  if (PREPOSITIONS.has(lower)) facts |= WORD.PREPOSITION
  if (CALENDAR.has(lower)) facts |= WORD.CALENDAR
  return facts
})
