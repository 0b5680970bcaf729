import type { KnownParts } from '../../../document/timex.js'
import { isBareMonth, isSplitYear } from '../guards.js'
import { LEXICON } from '../lexicon.js'
import { calendar, centuryOf, DIRECTIONS, type Mutable, type Rule, shift, wordAt, wordBefore } from '../rule.js'
import type { Captures } from '../tape.js'

/** The date parts among the captures. */
function parts(c: Captures): KnownParts {
  const known: Mutable<KnownParts> = {}
  if (c.year !== undefined) known.year = c.year
  if (c.month !== undefined) known.month = c.month
  if (c.day !== undefined) known.day = c.day
  if (c.weekday !== undefined) known.weekday = c.weekday
  return known
}

/** Day and month in an order that the numbers themselves decide; American where both would do. */
function numeric(first: number, second: number, year: number): KnownParts | undefined {
  if (first > 12 && second > 12) return undefined
  return first > 12 ? { year, month: second, day: first } : { year, month: first, day: second }
}

/** Days and months. */
export const CALENDAR_RULES: readonly Rule[] = [
  {
    name: 'month day year',
    type: 'DATE',
    patterns: [
      '[ANYWEEKDAY:weekday ,? the?]? MONTH the? DAY [,|of|in]? YEAR',
      '[ANYWEEKDAY:weekday ,?]? the? DAY of? MONTH ,? YEAR',
      'ANYWEEKDAY:weekday ,? DAY - MONTH - YEAR',
      'DAY - MONTH - YEAR',
    ],
    read: (c, place) => (isSplitYear(place) ? undefined : { meaning: calendar(parts(c)) }),
  },
  {
    name: 'month and ordinal in words',
    type: 'DATE',
    patterns: [
      'MONTH the? ORDINAL [,? YEAR]?',
      'MONTH the? ORDINAL ,? SPELLEDYEAR:year',
      'the ORDINAL of MONTH [,? YEAR]?',
    ],
    read: (c) =>
      c.ordinal < 1 || c.ordinal > 31
        ? undefined
        : { meaning: calendar({ month: c.month, day: c.ordinal, ...(c.year === undefined ? {} : { year: c.year }) }) },
  },
  {
    name: 'nth weekday of a month',
    type: 'DATE',
    patterns: [
      'the ORDINAL WEEKDAY of|in MONTH [,? YEAR]?',
      'the ORDINAL WEEKDAY of|in every|each|the|this|next|last month',
    ],
    read: (c, place) => {
      if (c.month === undefined) {
        const word = place.tokens.lower[place.end - 2]
        if (word === 'every' || word === 'each')
          return { type: 'SET', meaning: { tag: 'set', every: { weekday: c.weekday } } }
        const direction = DIRECTIONS[word] ?? 0
        const within = shift('month', direction, Math.abs(direction), word === 'the' ? 'text' : 'publication')
        return { meaning: calendar({ weekday: c.weekday, nth: c.ordinal }, { within }) }
      }
      const known = {
        month: c.month,
        weekday: c.weekday,
        nth: c.ordinal,
        ...(c.year === undefined ? {} : { year: c.year }),
      }
      return c.ordinal === 0 || c.ordinal > 5 ? undefined : { meaning: calendar(known) }
    },
  },
  {
    name: 'week of a month',
    type: 'DATE',
    patterns: ['the? week of [ANYWEEKDAY ,?]? MONTH DAY [,? YEAR]?', 'the ORDINAL week of|in MONTH [,? YEAR]?'],
    read: (c) => {
      if (c.ordinal !== undefined && (c.ordinal === 0 || c.ordinal > 5)) return undefined
      return {
        meaning: calendar({ ...parts(c), ...(c.ordinal === undefined ? {} : { nth: c.ordinal }), wholeWeek: true }),
      }
    },
  },
  {
    name: 'month day',
    type: 'DATE',
    patterns: [
      '[ANYWEEKDAY:weekday ,? the?]? MONTH DAY',
      'ANYWEEKDAY:weekday ,? the? DAY of? MONTH',
      'NTHDAY:day of? MONTH',
      'last|this|next ANYWEEKDAY:weekday ,? MONTH DAY',
    ],
    read: (c, place) => (isCount(place.end, place.tokens.lower) ? undefined : { meaning: calendar(parts(c)) }),
  },
  {
    name: 'day month',
    type: 'DATE',
    patterns: ['the? DAY of? MONTH'],
    read: (c, place) => {
      const before = wordBefore(place)
      if (['$', '£', '€', '.', 'no.', 'number'].includes(before)) return undefined
      // "the 2 Jan brothers", "8 Mar Vista homes"
      const name = place.tokens.words[place.end] ?? ''
      if (LEXICON.get(place.tokens.lower[place.end - 1])?.short && /^[A-Z][a-z]/.test(name)) return undefined
      return { meaning: calendar(parts(c)) }
    },
  },
  {
    name: 'last month day',
    type: 'DATE',
    patterns: ['last|this|next MONTH DAY'],
    read: (c, place) => ({ meaning: calendar(parts(c), { direction: DIRECTIONS[wordAt(place, 0)] }) }),
  },
  {
    name: 'month day of last year',
    type: 'DATE',
    patterns: ['MONTH DAY ,? of? last|this|next year', 'MONTH DAY of|, that year'],
    read: (c, place) => {
      const word = place.tokens.lower[place.end - 2]
      const direction = DIRECTIONS[word]
      const within = shift('year', direction, Math.abs(direction), word === 'that' ? 'text' : 'publication')
      return { meaning: calendar(parts(c), { within }) }
    },
  },
  {
    name: 'ISO date',
    type: 'DATE',
    patterns: ['YEAR - MONTHNUMBER:month - DAYNUMBER:day', 'YEAR / MONTHNUMBER:month / DAYNUMBER:day'],
    read: (c) => ({ meaning: calendar(parts(c)) }),
  },
  {
    name: 'ISO date and time',
    type: 'TIME',
    patterns: ['YEAR - MONTHNUMBER:month - ISODAYTIME'],
    read: (c) => ({
      meaning: { tag: 'clock', on: calendar(parts(c)) },
      time: { hour: c.clock, minute: c.minute, ...(c.second === undefined ? {} : { second: c.second }) },
    }),
  },
  {
    name: 'date with points',
    type: 'DATE',
    patterns: ['DOTTED'],
    read: (c) => ({ meaning: calendar(parts(c)) }),
  },
  {
    name: 'numeric date',
    type: 'DATE',
    patterns: ['DAYNUMBER:first / DAYNUMBER:second / YEAR', 'DAYNUMBER:first - DAYNUMBER:second - YEAR'],
    read: (c) => {
      const known = numeric(c.first, c.second, c.year)
      return known && { meaning: calendar(known) }
    },
  },
  {
    name: 'short numeric date',
    type: 'DATE',
    patterns: ['DAYNUMBER:first / DAYNUMBER:second / TWODIGITS:short'],
    read: (c) => {
      const known = numeric(c.first, c.second, centuryOf(c.short))
      return known && { meaning: calendar(known) }
    },
  },
  {
    name: 'month year',
    type: 'DATE',
    patterns: ['MONTH ,? YEAR', 'MONTH of YEAR', "MONTH ' TWODIGITS:short"],
    read: (c, place) => {
      if (isSplitYear(place)) return undefined
      return { meaning: calendar({ month: c.month, year: c.year ?? centuryOf(c.short) }) }
    },
  },
  {
    name: 'last month name',
    type: 'DATE',
    patterns: [
      'last|this|next FULLMONTH:month',
      'this past|coming FULLMONTH:month',
      'the following|previous|preceding FULLMONTH:month',
      'FULLMONTH:month of? last|this|next year',
    ],
    read: (c, place) => {
      const first = wordAt(place, 0)
      const word = first === 'this' ? (wordAt(place, 1) in DIRECTIONS ? wordAt(place, 1) : first) : first
      if (first === 'the')
        return { meaning: calendar({ month: c.month }, { from: 'text', direction: DIRECTIONS[wordAt(place, 1)] }) }
      if (!(word in DIRECTIONS)) {
        const direction = DIRECTIONS[place.tokens.lower[place.end - 2]]
        return { meaning: calendar({ month: c.month }, { within: shift('year', direction, Math.abs(direction)) }) }
      }
      return { meaning: calendar({ month: c.month }, { direction: DIRECTIONS[word] }) }
    },
  },
  {
    name: 'month name',
    type: 'DATE',
    patterns: ['FULLMONTH:month'],
    read: (c, place) => (isBareMonth(place) ? { meaning: calendar({ month: c.month }) } : undefined),
  },
  {
    name: 'day of the month',
    type: 'DATE',
    patterns: ['the NTHDAY:day'],
    read: (c, place) => {
      const before = wordBefore(place)
      // "on the evening of the 12th"
      const ofPart = before === 'of' && LEXICON.get(wordBefore(place, 2))?.partOfDay !== undefined
      if (before !== 'on' && before !== 'until' && before !== 'by' && !ofPart) return undefined
      const after = place.tokens.lower[place.end]
      if (after !== undefined && !/^([.,;:)]|and|to|through|in|at|but|for|as|when|of)$/.test(after)) return undefined
      return after === 'of' ? undefined : { meaning: calendar({ day: c.day }) }
    },
  },
]

/** "May 3 people", "June 20 percent": the number counts something else. */
function isCount(end: number, lower: readonly string[]): boolean {
  return lower[end] === '%' || lower[end] === 'percent' || lower[end] === 'million' || lower[end] === ':'
}
