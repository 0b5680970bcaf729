import { POS } from '../../../document/segmented.js'
import type { Direction } from '../../../document/timex.js'
import {
  calendar,
  calendarUnit,
  DIRECTIONS,
  endsClause,
  type Place,
  type Rule,
  says,
  shift,
  wordAfter,
  wordAt,
  wordBefore,
} from '../rule.js'

const NAMED_DAYS: Readonly<Record<string, Direction>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }

/** The day, week, year … of the article or of the last date in the text, and those beside it. */
export const RELATIVE_RULES: readonly Rule[] = [
  {
    name: 'year-end',
    type: 'DATE',
    patterns: [
      'year - end YEAR?',
      'year end YEAR?',
      'yearend',
      'the YEAR year - end',
      'month - end',
      "the? year|month|week|quarter|decade|century 's end",
      'the end of the year',
    ],
    read: (c, place) => {
      if (c.year !== undefined) return { meaning: calendar({ year: c.year }), mod: 'END' }
      if (
        !says(place, 'of') &&
        !/^(by|at|until|before|since|the|through|till|after)$/.test(wordBefore(place)) &&
        wordAt(place, 0) !== 'the'
      )
        return undefined
      const unit = (['month', 'week', 'quarter', 'decade', 'century'] as const).find((each) => says(place, each))
      return { meaning: shift(unit ?? 'year', 0, 0), mod: 'END' }
    },
  },
  {
    name: 'midyear',
    type: 'DATE',
    patterns: ['midyear|midweek|midmonth', 'mid - year|week|month'],
    read: (_, place) => {
      if (
        !/^(by|at|in|until|before|since|around|about|through|from|after|till)$/.test(wordBefore(place)) ||
        isNoun(place)
      )
        return undefined
      const unit = (['year', 'week', 'month'] as const).find((each) => says(place, each, `mid${each}`)) ?? 'year'
      return { meaning: shift(unit, 0, 0), mod: 'MID' }
    },
  },
  {
    name: 'named day',
    type: 'DATE',
    patterns: ['yesterday|today|tomorrow'],
    read: (_, place) => {
      const word = wordAt(place, 0)
      if (word === 'today' && isTitle(place)) return undefined
      return { meaning: shift('day', NAMED_DAYS[word], 1 * Math.abs(NAMED_DAYS[word])) }
    },
  },
  {
    name: 'day but one',
    type: 'DATE',
    patterns: ['the? day before yesterday', 'the? day after tomorrow'],
    read: (_, place) => ({ meaning: shift('day', says(place, 'yesterday') ? -1 : 1, 2) }),
  },
  {
    name: 'week after next',
    type: 'DATE',
    patterns: ['the SINGULAR after next', 'the SINGULAR before last'],
    read: (c, place) => {
      const name = calendarUnit(c.singular)
      return name && name !== 'day' ? { meaning: shift(name, says(place, 'next') ? 1 : -1, 2) } : undefined
    },
  },
  {
    name: 'tonight',
    type: 'TIME',
    patterns: ['tonight', 'last night', 'overnight', 'late last night', 'the night before'],
    read: (_, place) => {
      if (says(place, 'overnight')) return undefined
      // "The Tonight Show"
      if (place.tokens.words[place.from] === 'Tonight' && wordAfter(place) === 'show') return undefined
      if (says(place, 'before'))
        return endsClause(place) ? { meaning: shift('day', -1, 1, 'text'), time: { partOfDay: 'NI' } } : undefined
      const direction = says(place, 'last') ? -1 : 0
      return { meaning: shift('day', direction, Math.abs(direction)), time: { partOfDay: 'NI' } }
    },
  },
  {
    name: 'this week',
    type: 'DATE',
    patterns: [
      'last|this|next SINGULAR',
      'this past|coming|current SINGULAR',
      'the current|coming SINGULAR',
      'the latest SINGULAR',
      'the current|latest|last|next|coming|past fiscal|financial|calendar|full|school year',
      'last|this|next fiscal|financial|calendar|full|school year',
    ],
    read: (c, place) => {
      // "This Week" is a programme.
      if (place.end - place.from === 2 && /^[A-Z]/.test(place.tokens.words[place.end - 1])) return undefined
      const name = c.singular === undefined ? 'year' : calendarUnit(c.singular)
      if (!name || wordAfter(place) === '-') return undefined
      // "the last year of his contract"
      if (wordAt(place, 0) === 'last' && wordBefore(place) === 'the' && wordAfter(place) === 'of') return undefined
      const first = wordAt(place, 0)
      const second = wordAt(place, 1)
      const word = first === 'the' || (first === 'this' && second in DIRECTIONS) ? second : first
      const direction = word === 'latest' ? -1 : DIRECTIONS[word]
      if (name === 'day' && (direction === 0 || first !== 'the')) return dayOf(place)
      if (name === 'year' && word === 'last' && comparesFigures(place))
        return { meaning: { keepsGrain: true, ...shift('year', -1, 1) } }
      if (name === 'century' && direction === 0) return { meaning: shift('century', 0, 0) }
      return { meaning: shift(name, direction, Math.abs(direction)) }
    },
  },
  {
    name: 'the past week',
    type: 'DATE',
    patterns: [
      'the past|last week',
      'the? last decade',
      'the next decade',
      'the last century',
      'the? last weekend',
      'the holiday|long? weekend',
      'weekend',
    ],
    read: (_, place) => {
      const direction = says(place, 'next') ? 1 : -1
      if (says(place, 'weekend')) {
        if (!/^(the|last)$/.test(wordAt(place, 0))) return undefined
        return { meaning: calendar({ weekend: true }) }
      }
      if (says(place, 'week')) return { meaning: shift('week', direction, 1) }
      // "over the next decade" is how long, as "over the next year" is.
      if (direction === 1 && /^(over|for|within|during|in|through)$/.test(wordBefore(place)))
        return { type: 'DURATION', meaning: { tag: 'duration', amounts: [{ unit: 'decade', count: 1 }] } }
      return { meaning: shift(says(place, 'decade') ? 'decade' : 'century', direction, 1) }
    },
  },
  {
    name: 'last weekend',
    type: 'DATE',
    patterns: ['last|this|next weekend', 'this past|coming weekend'],
    read: (_, place) => {
      const word = wordAt(place, wordAt(place, 1) in DIRECTIONS ? 1 : 0)
      return { meaning: calendar({ weekend: true }, { direction: DIRECTIONS[word] }) }
    },
  },
]

/** "compared with a loss of $3 million last year": beside a quarter's figures, the same quarter of that year. */
function comparesFigures(place: Place): boolean {
  const { tokens, from } = place
  for (let at = from - 1; at > from - 12 && at > 0 && tokens.sentence[at] === tokens.sentence[from]; at--)
    if (tokens.lower[at] === 'compared') return true
  return false
}

const isNoun = ({ tokens, from, end }: Place): boolean =>
  tokens.sentence[end] === tokens.sentence[from] && tokens.pos[end] === POS.NOUN

/** "next day" is a day after that of the text; "this day", "last day" without article say nothing of when. */
function dayOf(place: Place) {
  return wordAt(place, 0) === 'next' ? { meaning: shift('day', 1, 1, 'text') } : undefined
}

/** "USA Today". */
const isTitle = (place: Place): boolean =>
  place.tokens.words[place.from] === 'Today' &&
  /^[A-Z]/.test(place.tokens.words[place.from - 1] ?? '') &&
  place.tokens.sentence[place.from - 1] === place.tokens.sentence[place.from]
