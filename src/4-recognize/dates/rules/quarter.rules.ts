import type { CalendarMeaning, ShiftMeaning } from '../../../document/timex.js'
import { LEXICON } from '../lexicon.js'
import { calendar, DIRECTIONS, type Place, type Rule, says, shift, wordAfter, wordBefore } from '../rule.js'
import type { Captures } from '../tape.js'

/** Words near by that tell a ball game: its quarters and halves are no dates. */
const GAME = new Set(
  'touchdown touchdowns yard yards halftime quarterback rebounds scored kickoff interception pointer pointers hoop basket baskets layup dunk'.split(
    ' ',
  ),
)
/** Words that tell a game beside "the first half", but not beside "the first quarter" of a business year. */
const MATCH = new Set('goal goals game match team coach penalty league minute striker keeper half-time'.split(' '))
/** Words that tell business figures, without which "the third period" is one of a match or of lessons. */
const FIGURES = new Set(
  `net profit profits earnings income loss losses sales revenue revenues share shares results fiscal earned million
   billion quarter dividend`.split(/\s+/),
)
const GAME_WINDOW = 15

function isGame(place: Place, words: ReadonlySet<string> = GAME): boolean {
  const last = Math.min(place.tokens.length, place.end + GAME_WINDOW)
  for (let at = Math.max(0, place.from - GAME_WINDOW); at < last; at++)
    if (words.has(place.tokens.lower[at])) return true
  return false
}

/** "this year" in "this year's third quarter", "the third quarter of last year". */
function yearOf(place: Place, c: Captures): { year?: number; within?: ShiftMeaning } {
  if (c.year !== undefined) return { year: c.year }
  if (says(place, 'year') && says(place, 'earlier', 'ago')) return { within: shift('year', -1, 1) }
  for (let at = place.from; at < place.end - 1; at++) {
    const word = place.tokens.lower[at]
    if (place.tokens.lower[at + 1] === 'year' && word in DIRECTIONS) {
      const direction = DIRECTIONS[word]
      const from =
        word === 'that' || word === 'same' || word === 'previous' || word === 'following' ? 'text' : 'publication'
      return { within: shift('year', direction, Math.abs(direction), from) }
    }
  }
  return {}
}

function quarter(c: Captures, place: Place) {
  const number = c.ordinal === -1 ? 4 : c.ordinal
  if (number < 1 || number > 4 || isGame(place)) return undefined
  const { year, within } = yearOf(place, c)
  // "last quarter" is the one before this; "the last quarter of 2015" the fourth.
  if (c.ordinal === -1 && says(place, 'last') && year === undefined && within === undefined) return undefined
  const known = { quarter: number, ...(year === undefined ? {} : { year }) }
  return { meaning: calendar(known, within ? { within } : {}) }
}

/** "the first and second quarters": `continue.ts` finds the first of them. */
const isPair = (place: Place): boolean =>
  /^(and|or|to)$/.test(wordBefore(place)) && LEXICON.get(wordBefore(place, 2))?.ordinal !== undefined

/** "the quarter ended Sept. 30": the third. */
function quarterEnded({ tokens, end }: Place): CalendarMeaning | undefined {
  if (!/^(ended|ending)$/.test(tokens.lower[end] ?? '')) return undefined
  const month = LEXICON.get(tokens.lower[end + 1] ?? '')?.month
  const year = Number(tokens.lower[end + 3] === ',' ? tokens.lower[end + 4] : tokens.lower[end + 3])
  if (month === undefined || !/^\d{1,2}$/.test(tokens.lower[end + 2] ?? '')) return undefined
  return calendar({ quarter: Math.ceil(month / 3), ...(year > 1900 && year < 2100 ? { year } : {}) })
}

/** Quarters and halves of business years. */
export const QUARTER_RULES: readonly Rule[] = [
  {
    name: 'quarter',
    type: 'DATE',
    patterns: [
      'ORDINAL [fiscal|calendar]? - quarter YEAR?',
      'the? ORDINAL YEAR quarter',
      'the? ORDINAL quarters [,? [of|in]? fiscal? YEAR]?',
      'the? fiscal|calendar ORDINAL - quarter',
      'the [fiscal|calendar]? YEAR ORDINAL - quarter',
      'the? [fiscal|calendar]? [YEAR]? [fiscal|calendar]? ORDINAL [fiscal|calendar]? quarter [,? [of|in]? fiscal? YEAR]?',
      'the? ORDINAL quarter of this|last|next|that|the year',
      'the? ORDINAL quarter last|this|next year',
      "the? last|this|next|previous|prior|that|same year 's ORDINAL -? quarter",
      "the year 's ORDINAL -? quarter",
      'the? ORDINAL - period',
      'the fiscal? ORDINAL period',
      'the? year - earlier|ago ORDINAL quarter|period',
      "YEAR 's ORDINAL -? quarter",
      'a|the ADJECTIVE ORDINAL quarter',
    ],
    read: (c, place) => {
      // The third period of a hockey match, "the first period of calm", "the last period".
      const isPeriod = says(place, 'period')
      // "the first and second quarters", not "the first quarters"
      if (says(place, 'quarters') && !isPair(place)) return undefined
      if (isPeriod && (c.ordinal === -1 || wordAfter(place) === 'of' || isGame(place, MATCH))) return undefined
      if (isPeriod && !isGame(place, FIGURES)) return undefined
      return quarter(c, place)
    },
  },
  {
    name: 'quarter by letter',
    type: 'DATE',
    patterns: ['QUARTERCODE:ordinal [of? YEAR]?', 'YEAR QUARTERCODE:ordinal'],
    read: quarter,
  },
  {
    name: 'quarter of the text',
    type: 'DATE',
    patterns: [
      'the [most recent]? latest|recent|current|previous|preceding|last|next|year-ago? quarter',
      'the same? quarter',
      'this|last|next quarter',
      'that quarter',
      'the just - ended quarter',
      'the latest period',
    ],
    read: (_, place) => {
      if (isGame(place)) return undefined
      const ended = quarterEnded(place)
      if (ended) return { meaning: ended }
      if (wordAfter(place) === '-' || (wordBefore(place) === 'of' && wordAfter(place) === 'of')) return undefined
      if (says(place, 'this', 'current')) return { meaning: shift('quarter', 0, 0) }
      if (says(place, 'next')) return { meaning: shift('quarter', 1, 1) }
      if (says(place, 'previous', 'preceding')) return { meaning: shift('quarter', -1, 1, 'text') }
      if (says(place, 'latest', 'last', 'recent', 'just')) return { meaning: shift('quarter', -1, 1) }
      return { meaning: shift('quarter', 0, 0, 'text') }
    },
  },
  {
    name: 'quarter of a year',
    type: 'DATE',
    patterns: [
      'the YEAR quarter',
      'the year - earlier|ago quarter',
      'the YEAR period',
      'the year - earlier|ago period',
      'the? same|comparable|corresponding|like YEAR period|quarter',
      'the prior|previous|preceding - year period|quarter',
      'the same|comparable|corresponding|like period|quarter [of|in]? last year',
      'the same|comparable|corresponding|like period|quarter a year ago|earlier|before',
      'the year - before period|quarter',
    ],
    read: (c, place) => {
      if (c.year !== undefined)
        return {
          meaning: {
            ...calendar({ year: c.year }),
            keepsGrain: true,
            ...(says(place, 'quarter') ? { isQuarter: true } : {}),
          },
        }
      // A quarter even where none was spoken of before: four before the one that ended last.
      if (says(place, 'quarter')) return { meaning: { keepsGrain: true, ...shift('quarter', -1, 4, 'text') } }
      return { meaning: { keepsGrain: true, ...shift('year', -1, 1, 'text') } }
    },
  },
  {
    name: 'half of a year',
    type: 'DATE',
    patterns: [
      'the? ORDINAL half of? YEAR',
      'the? ORDINAL half of this|last|next|that|the year',
      "this|last|next|the year 's ORDINAL half",
      'the YEAR ORDINAL half',
      'the? ORDINAL half of the? DECADE',
      'the? ORDINAL - half',
      'the ORDINAL half',
    ],
    read: (c, place) => {
      if (c.ordinal === 0 || c.ordinal > 2) return undefined
      const alone = c.year === undefined && c.decade === undefined && !says(place, 'year')
      // "first-half profit"
      const isCompound = place.tokens.words[place.from + 1] === '-'
      if (alone && isCompound && !isGame(place) && !isGame(place, MATCH))
        return { meaning: calendar({ half: c.ordinal === 1 ? 1 : 2 }) }
      if (
        alone &&
        (isGame(place) ||
          isGame(place, MATCH) ||
          wordAfter(place) === 'of' ||
          !/^(in|for|during|its|the|of|to|a)$/.test(wordBefore(place)))
      )
        return undefined
      const half = c.ordinal === 1 ? 1 : 2
      if (c.decade !== undefined) return { meaning: calendar({ decade: c.decade }), mod: half === 1 ? 'START' : 'END' }
      const { year, within } = yearOf(place, c)
      return { meaning: calendar({ half, ...(year === undefined ? {} : { year }) }, within ? { within } : {}) }
    },
  },
]
