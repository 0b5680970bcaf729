import { isBareSeason, isBareYear } from '../guards.js'
import { calendar, centuryOf, DIRECTIONS, type Place, type Rule, says, wordAfter, wordAt, wordBefore } from '../rule.js'

/** Seasons, years, decades, centuries. */
export const YEAR_RULES: readonly Rule[] = [
  {
    name: 'season of a year',
    type: 'DATE',
    patterns: ['the? SEASON of YEAR', 'the? SEASON YEAR', 'YEAR SEASON'],
    read: (c) => ({ meaning: calendar({ season: c.season, year: c.year }) }),
  },
  {
    name: 'last season',
    type: 'DATE',
    patterns: [
      'last|this|next SEASON',
      'this past|coming SEASON',
      'the? coming|following|previous SEASON',
      'that SEASON',
    ],
    read: (c, place) => {
      if (wordAfter(place) === 'games' || wordAfter(place) === 'olympics') return undefined
      const first = wordAt(place, 0)
      const word = first in DIRECTIONS && !(wordAt(place, 1) in DIRECTIONS) ? first : wordAt(place, 1)
      const from = /^(following|previous|that)$/.test(word) ? 'text' : 'publication'
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
      // "the 1800s" are a century; "the 1900s" and "the 2000s" are mostly ten years.
      if (c.decade % 10 === 0 && c.decade >= 110 && c.decade <= 180)
        return { meaning: calendar({ century: c.decade / 10 }) }
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
      'the YEAR - TWODIGITS:second fiscal|financial|school|academic|tax year',
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
    patterns: ['YEAR', "' TWODIGITS:short"],
    read: (c, place) => {
      if (c.short !== undefined) {
        // "since '98", "the class of '04"
        const opened = /^(in|since|of|from|until|for|by|before|after|spring|summer|fall|winter|autumn)$/.test(
          wordBefore(place),
        )
        return opened ? { meaning: calendar({ year: centuryOf(c.short) }) } : undefined
      }
      return isBareYear(place, c.year) ? { meaning: calendar({ year: c.year }) } : undefined
    },
  },
]

/** "a man in his forties", "temperatures in the 70s". */
const isAgeOrDegree = (place: Place): boolean =>
  /^(the|his|her|their|my|our|your|low|mid|upper|high|temperatures)$/.test(wordBefore(place)) ||
  [2, 3, 4, 5].some((distance) =>
    /^(temperatures|highs|lows|readings|his|her|their|my|our|your)$/.test(wordBefore(place, distance)),
  )
