import type { KnownParts } from '../../../document/timex.js'
import type { Captures } from '../elements.js'
import { isBareMonth, isBareSeason, isBareWeekday, isBareYear, isSplitYear } from '../guards.js'
import { calendar, DIRECTIONS, type Place, type Rule, says, shift, wordAfter, wordAt, wordBefore } from '../rule.js'

/** The date parts among the captures. */
function parts(c: Captures): KnownParts {
  return {
    ...(c.year === undefined ? {} : { year: c.year }),
    ...(c.month === undefined ? {} : { month: c.month }),
    ...(c.day === undefined ? {} : { day: c.day }),
    ...(c.weekday === undefined ? {} : { weekday: c.weekday }),
  }
}

/** Day and month in an order that the numbers themselves decide; American where both would do. */
function numeric(first: number, second: number, year: number): KnownParts | undefined {
  if (first > 12 && second > 12) return undefined
  return first > 12 ? { year, month: second, day: first } : { year, month: first, day: second }
}

const centuryOf = (twoDigits: number): number => (twoDigits < 50 ? 2000 : 1900) + twoDigits

/** Full and partial dates: years, months, days, seasons, decades. */
export const CALENDAR_RULES: readonly Rule[] = [
  {
    name: 'month day year',
    type: 'DATE',
    patterns: [
      '[ANYWEEKDAY:weekday ,? the?]? MONTH the? DAY ,? YEAR',
      '[ANYWEEKDAY:weekday ,? the?]? DAY of? MONTH ,? YEAR',
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
    name: 'month day',
    type: 'DATE',
    patterns: [
      '[ANYWEEKDAY:weekday ,? the?]? MONTH DAY',
      'ANYWEEKDAY:weekday ,? the? DAY of? MONTH',
      'NTHDAY:day of? MONTH',
    ],
    read: (c, place) => (isCount(place.end, place.tokens.lower) ? undefined : { meaning: calendar(parts(c)) }),
  },
  {
    name: 'day month',
    type: 'DATE',
    patterns: ['the? DAY of? FULLMONTH:month'],
    read: (c, place) => {
      const before = wordBefore(place)
      if (['$', '£', '€', '.', 'no.', 'number'].includes(before)) return undefined
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
      if (before !== 'on' && before !== 'until' && before !== 'by') return undefined
      const after = place.tokens.lower[place.end]
      if (after !== undefined && !/^([.,;:)]|and|to|through|in|at|but|for|as|when|of)$/.test(after)) return undefined
      return after === 'of' ? undefined : { meaning: calendar({ day: c.day }) }
    },
  },
  {
    name: 'weekday of a shifted week',
    type: 'DATE',
    patterns: ['WEEKDAY of last|this|next week', 'last|this|next week WEEKDAY'],
    read: (c, place) => {
      const word = wordAt(place, 0) in DIRECTIONS ? wordAt(place, 0) : wordAt(place, 2)
      const direction = DIRECTIONS[word]
      const within = { tag: 'shift', unit: 'week', direction, count: Math.abs(direction), from: 'publication' } as const
      return { meaning: calendar({ weekday: c.weekday }, { within }) }
    },
  },
  {
    name: 'last weekday',
    type: 'DATE',
    patterns: ['last|this|next|coming WEEKDAY', 'this past|coming WEEKDAY', 'this past|coming ANYWEEKDAY:weekday'],
    read: (c, place) => {
      const word = wordAt(place, wordAt(place, 0) === 'this' && wordAt(place, 1) in DIRECTIONS ? 1 : 0)
      return { meaning: calendar({ weekday: c.weekday }, { direction: DIRECTIONS[word] }) }
    },
  },
  {
    name: 'the following weekday',
    type: 'DATE',
    patterns: ['the following|next|previous|preceding WEEKDAY', 'that same? WEEKDAY', 'the same WEEKDAY'],
    read: (c, place) => {
      const word = wordAt(place, 0) === 'that' ? 'that' : wordAt(place, 1)
      return { meaning: calendar({ weekday: c.weekday }, { from: 'text', direction: DIRECTIONS[word] }) }
    },
  },
  {
    name: 'weekday',
    type: 'DATE',
    patterns: ['WEEKDAY [the NTHDAY:day]?', 'ANYWEEKDAY:weekday'],
    read: (c, place) => {
      if (c.day !== undefined) return { meaning: calendar({ day: c.day }) }
      return isBareWeekday(place) ? { meaning: calendar({ weekday: c.weekday }) } : undefined
    },
  },
  {
    name: 'season of a year',
    type: 'DATE',
    patterns: ['the? SEASON of YEAR', 'the? SEASON YEAR', 'YEAR SEASON'],
    read: (c) => ({ meaning: calendar({ season: c.season, year: c.year }) }),
  },
  {
    name: 'last season',
    type: 'DATE',
    patterns: ['last|this|next SEASON', 'this past|coming SEASON', 'the? coming|following|previous SEASON'],
    read: (c, place) => {
      if (wordAfter(place) === 'games' || wordAfter(place) === 'olympics') return undefined
      const first = wordAt(place, 0)
      const word = first in DIRECTIONS && !(wordAt(place, 1) in DIRECTIONS) ? first : wordAt(place, 1)
      const from = word === 'following' || word === 'previous' ? 'text' : 'publication'
      return { meaning: calendar({ season: c.season }, { direction: DIRECTIONS[word], from }) }
    },
  },
  {
    name: 'season',
    type: 'DATE',
    patterns: ['SEASON'],
    read: (c, place) => (isBareSeason(place) ? { meaning: calendar({ season: c.season }) } : undefined),
  },
  {
    name: 'decade',
    type: 'DATE',
    patterns: ['the? DECADE', 'the roaring|swinging|go-go DECADE'],
    read: (c, place) => {
      if (c.decade >= 10) return { meaning: calendar({ decade: c.decade }) }
      const hasArticle = wordAt(place, 0) === 'the'
      const spelled = place.tokens.lower[place.end - 1].endsWith('ies')
      if ((spelled && !hasArticle) || isAgeOrDegree(place)) return undefined
      return { meaning: calendar({ decade: c.decade }) }
    },
  },
  {
    name: 'spelled decade',
    type: 'DATE',
    patterns: ['the? nineteen|eighteen - DECADE', 'the? nineteen|eighteen DECADE'],
    read: (c, place) => ({ meaning: calendar({ decade: (says(place, 'nineteen') ? 190 : 180) + (c.decade % 10) }) }),
  },
  {
    name: 'century',
    type: 'DATE',
    patterns: ['the? early|late|mid|middle -? ORDINAL -? century', 'the? ORDINAL - century', 'the? ORDINAL century'],
    read: (c, place) => {
      // "21st Century Pictures"
      const next = place.tokens.words[place.end] ?? ''
      if (c.ordinal < 1 || (/^[A-Z]/.test(place.tokens.words[place.end - 1]) && /^[A-Z]/.test(next))) return undefined
      const mod = says(place, 'early')
        ? 'START'
        : says(place, 'late')
          ? 'END'
          : says(place, 'mid', 'middle')
            ? 'MID'
            : ''
      return { meaning: calendar({ century: c.ordinal - 1 }), ...(mod ? { mod } : {}) }
    },
  },
  {
    name: 'year in words',
    type: 'DATE',
    patterns: ['the year SPELLEDYEAR:year', 'SPELLEDYEAR:year'],
    read: (c, place) => {
      if (wordAt(place, 0) !== 'the' && c.year % 100 === 0) return undefined
      if (wordAt(place, 0) !== 'the' && c.year >= 2000 && c.year < 2010 && !says(place, 'and')) return undefined
      return { meaning: calendar({ year: c.year }) }
    },
  },
  {
    name: 'year',
    type: 'DATE',
    patterns: [
      'the year YEAR',
      'the YEAR fiscal|calendar year',
      'fy YEAR',
      'fiscal year? YEAR',
      'the fiscal year YEAR',
      'the full year YEAR',
      'calendar YEAR',
      'full - year YEAR',
    ],
    read: (c) => ({ meaning: calendar({ year: c.year }) }),
  },
  {
    name: 'number of a year',
    type: 'DATE',
    patterns: ['YEAR'],
    read: (c, place) => (isBareYear(place, c.year) ? { meaning: calendar({ year: c.year }) } : undefined),
  },
]

/** "a man in his forties", "temperatures in the 70s". */
const isAgeOrDegree = (place: Place): boolean =>
  /^(the|his|her|their|my|our|your|low|mid|upper|high|temperatures)$/.test(wordBefore(place)) ||
  [2, 3, 4, 5].some((distance) =>
    /^(temperatures|highs|lows|readings|his|her|their|my|our|your)$/.test(wordBefore(place, distance)),
  )

/** "May 3 people", "June 20 percent": the number counts something else. */
function isCount(end: number, lower: readonly string[]): boolean {
  return lower[end] === '%' || lower[end] === 'percent' || lower[end] === 'million' || lower[end] === ':'
}
