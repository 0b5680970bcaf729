import { POS } from '../../../document/segmented.js'
import { type Place, type Rule, reference, says, wordAfter, wordAt, wordBefore } from '../rule.js'

/** "as soon as", "not as recently as". */
const compares = (place: Place): boolean => wordBefore(place) === 'as' || wordBefore(place) === 'too'

/** Past, present and future without a date. */
export const REFERENCE_RULES: readonly Rule[] = [
  {
    name: 'now',
    type: 'DATE',
    patterns: ['right now', 'now'],
    read: (_, place) => {
      // "now that", "until now" is a date, "Now Corp." is none.
      if (wordAfter(place) === '-') return undefined
      return { meaning: reference('present') }
    },
  },
  {
    name: 'currently',
    type: 'DATE',
    patterns: [
      'currently|presently|nowadays',
      'these|those days',
      'at present',
      'at the? moment',
      'at this time|point|moment',
      'the present',
      'the moment',
    ],
    read: (_, place) => {
      if (says(place, 'the') && !says(place, 'at')) return undefined
      if (says(place, 'those')) return wordBefore(place) === 'in' ? { meaning: reference('past') } : undefined
      return { meaning: reference('present') }
    },
  },
  {
    name: 'current',
    type: 'DATE',
    patterns: ['current'],
    read: (_, place) =>
      wordBefore(place) === 'then' || wordBefore(place) === '-' ? undefined : { meaning: reference('present') },
  },
  {
    name: 'recently',
    type: 'DATE',
    patterns: ['recently|lately'],
    read: (_, place) => (wordBefore(place) === 'as' ? undefined : { meaning: reference('past') }),
  },
  {
    name: 'recent',
    type: 'DATE',
    patterns: ['recent times|history|memory|sessions', 'recent'],
    read: (_, place) => (wordBefore(place) === 'most' ? undefined : { meaning: reference('past') }),
  },
  {
    name: 'soon',
    type: 'DATE',
    patterns: ['soon', 'someday', 'some day'],
    read: (_, place) => {
      if (compares(place) || /^(as|after|enough|thereafter)$/.test(wordAfter(place)) || wordBefore(place) === 'how')
        return undefined
      return { meaning: reference('future') }
    },
  },
  {
    name: 'the future',
    type: 'DATE',
    patterns: [
      'the near|foreseeable|immediate|distant? future',
      'the not -? too -? distant future',
      'the recent|distant|near? past',
      'future|past',
    ],
    read: (_, place) => {
      if (wordAt(place, 0) !== 'the') return undefined
      const past = says(place, 'past')
      // "the future of the mill" is what becomes of it; "the past tense" and "walk past the house" are no times.
      if (wordAfter(place) === 'of') return undefined
      const { tokens, end, from } = place
      const next = tokens.sentence[end] === tokens.sentence[from] ? tokens.pos[end] : POS.PUNCT
      if (next === POS.NOUN || next === POS.ADJ || next === POS.NUM || next === POS.PROPN) return undefined
      return { meaning: reference(past ? 'past' : 'future') }
    },
  },
]
