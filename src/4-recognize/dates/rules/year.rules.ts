import { POS } from '../../../document/segmented.js'
import { isBareSeason, isBareYear } from '../guards.js'
import { calendar, centuryOf, DIRECTIONS, type Place, type Rule, says, wordAfter, wordAt, wordBefore } from '../rule.js'

const FALLING = /^(under|into|within|below|short|outside|behind|off|through|victim)$/

/** Seasons, years, decades, centuries. */
export const YEAR_RULES: readonly Rule[] = [
  {
    name: 'season of a year',
    type: 'DATE',
    patterns: ['the? SEASON of YEAR', 'the? SEASON YEAR', 'YEAR SEASON', "the? SEASON of? ' TWODIGITS:short"],
    read: (c) => ({ meaning: calendar({ season: c.season, year: c.year ?? centuryOf(c.short) }) }),
  },
  {
    name: 'last season',
    type: 'DATE',
    patterns: [
      'last|this|next SEASON',
      'this past|coming SEASON',
      'the? coming|following|previous SEASON',
      'the recent|past SEASON',
      'that SEASON',
    ],
    read: (c, place) => {
      if (wordAfter(place) === 'games' || wordAfter(place) === 'olympics') return undefined
      // "facilities that fall under the contract"
      if (
        wordAt(place, 0) === 'that' &&
        (place.tokens.pos[place.end - 1] === POS.VERB || FALLING.test(wordAfter(place)))
      )
        return undefined
      const first = wordAt(place, 0)
      const word = first in DIRECTIONS && !(wordAt(place, 1) in DIRECTIONS) ? first : wordAt(place, 1)
      const from = /^(following|previous|that)$/.test(word) ? 'text' : 'publication'
      const direction = word === 'recent' ? -1 : DIRECTIONS[word]
      return { meaning: calendar({ season: c.season }, { direction, from }) }
    },
  },
  {
    name: 'season',
    type: 'DATE',
    patterns: ['the? SEASON'],
    read: (c, place) => {
      const { tokens, from, end } = place
      if (!isBareSeason({ tokens, from: end - 1, end })) return undefined
      // The article of "the fall campaign" is the campaign's.
      const isPart = tokens.sentence[end] === tokens.sentence[from] && tokens.pos[end] === POS.NOUN
      return isPart && end - from > 1 ? undefined : { meaning: calendar({ season: c.season }) }
    },
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
      // "the nineties", "the early nineties", "the mid-nineties"
      const hasArticle =
        wordAt(place, 0) === 'the' || /^(early|late|mid)$/.test(wordBefore(place, wordBefore(place) === '-' ? 2 : 1))
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
    patterns: [
      'the? early|late|mid|middle -? ORDINAL -? century|centuries',
      'the? ORDINAL - century',
      'the? ORDINAL century|centuries',
    ],
    read: (c, place) => {
      // "the 16th and 17th centuries", not "the first centuries"
      if (says(place, 'centuries') && !/^(and|or|to|through)$/.test(wordBefore(place))) return undefined
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
      // "two thousand" and "two thousand five" count things more often, but not in "by two thousand five the debt".
      const isCount = c.year % 100 === 0 || (c.year >= 2000 && c.year < 2010 && !says(place, 'and'))
      if (wordAt(place, 0) !== 'the' && isCount && !isWhen(place)) return undefined
      return { meaning: calendar({ year: c.year }) }
    },
  },
  {
    name: 'year',
    type: 'DATE',
    patterns: [
      'the year YEAR',
      'the? YEAR fiscal|calendar year',
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
    name: 'year before Christ',
    type: 'DATE',
    patterns: ['NUMBER b.c.|bc|b.c|bce|b.c.e.'],
    // "2016 B.C. budget": British Columbia.
    read: (c, { tokens, from, end }) =>
      Number.isInteger(c.number) &&
      c.number < 10_000 &&
      (tokens.sentence[end] !== tokens.sentence[from] || tokens.pos[end] !== POS.NOUN)
        ? { meaning: calendar({ year: -c.number }) }
        : undefined,
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
        // "from '92 to '95"
        const goesOn =
          /^(to|and|or|through|,|-|–)$/.test(wordBefore(place)) &&
          ((wordBefore(place, 3) === "'" && /^\d\d$/.test(wordBefore(place, 2))) ||
            /^1[89]\d\d$/.test(wordBefore(place, 2)))
        return opened || goesOn ? { meaning: calendar({ year: centuryOf(c.short) }) } : undefined
      }
      return isBareYear(place, c.year) ? { meaning: calendar({ year: c.year }) } : undefined
    },
  },
]

/** "by two thousand five the debt": behind a preposition, and nothing that it could count behind it. */
function isWhen(place: Place): boolean {
  const { tokens, from, end } = place
  if (!/^(in|by|since|until)$/.test(wordBefore(place))) return false
  const next = tokens.sentence[end] === tokens.sentence[from] ? tokens.pos[end] : POS.PUNCT
  return next !== POS.NOUN && next !== POS.NUM && next !== POS.ADJ && next !== POS.SYM && next !== POS.PROPN
}

/** "a man in his forties", "temperatures in the 70s". */
const isAgeOrDegree = (place: Place): boolean =>
  /^(the|his|her|their|my|our|your|low|mid|upper|high|temperatures)$/.test(wordBefore(place)) ||
  [2, 3, 4, 5].some((distance) =>
    /^(temperatures|highs|lows|readings|his|her|their|my|our|your)$/.test(wordBefore(place, distance)),
  )
