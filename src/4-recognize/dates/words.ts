import { SHAPE } from '../../document/segmented.js'
import { wordFacts } from '../../document/vocabulary.js'
import { ROOT } from './candidates.js'
import { kindsOf } from './kinds.js'
import { LEXICON } from './lexicon.js'

/** What a word can do for an expression, wherever it stands: bits of `dateWords`. */
export const DATE_WORD = {
  /** A rule may hang on it. */
  TRIGGER: 1,
  /** The same, after an apostrophe: "'98". */
  TRIGGER_AFTER_APOSTROPHE: 2,
  MAY_TRIGGER: 3,
  /** A pattern begins with it. */
  OPENS: 4,
} as const

export const dateWords = wordFacts(
  (lower, _, shape) =>
    triggers(lower, shape) | (kindsOf(lower, shape) !== 0 || ROOT.words?.has(lower) ? DATE_WORD.OPENS : 0),
)

function triggers(word: string, shape: number): number {
  if ((shape & SHAPE.DIGIT) === 0 || word.charCodeAt(0) > 57)
    return LEXICON.get(word)?.trigger === true ? DATE_WORD.TRIGGER : 0
  if (word.length === 2 && word.charCodeAt(1) < 97) return DATE_WORD.TRIGGER_AFTER_APOSTROPHE
  return isDateNumber(word) ? DATE_WORD.TRIGGER : 0
}

function isDateNumber(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  if (last >= 97) return word.length <= 8 // "1990s", "8pm", "15th", "q3"
  // "8.11.2016"
  if (word.length >= 8 && word.length <= 10 && word.charCodeAt(word.length - 5) === 46) return true
  // "1998", "0600 GMT"
  return (word.length === 4 && word.charCodeAt(0) <= 50) || (word.length <= 8 && word.includes(':'))
}
