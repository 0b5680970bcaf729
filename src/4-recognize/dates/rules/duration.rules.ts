import { POS } from '../../../document/segmented.js'
import { LEXICON, UNITS } from '../lexicon.js'
import {
  calendarUnit,
  duration,
  type Place,
  type Rule,
  says,
  unitName,
  wordAfter,
  wordAt,
  wordBefore,
} from '../rule.js'
import type { Captures } from '../tape.js'

/** Words before "a year" that show it is a stretch of time and not a rate ("$5 a year", "four flights a week"). */
const STRETCHERS = new Set(
  `for in within after over under than about nearly almost around approximately roughly least most lasted lasts last took
   takes take taking spent spend spending only just barely once until before during every him her them us me it up to of
   be is was , ( half since waited wait and or by`.split(/\s+/),
)

/** "spent a week", "despite a month of talks", no rate: "four flights a week", "as a day". */
function isStretch(place: Place, unit: string): boolean {
  const { tokens, from } = place
  if (unit === 'day' || /^(when|where|that|which|for)$/.test(wordAfter(place))) return false
  const before = tokens.pos[from - 1]
  // "up to as much as a year"
  if (wordBefore(place) === 'as' && /^(much|long|little|many)$/.test(wordBefore(place, 2))) return true
  if (tokens.sentence[from - 1] !== tokens.sentence[from]) return false
  const word = tokens.lower[from - 1]
  return before === POS.VERB || (before === POS.ADP && word !== 'like' && word !== 'as')
}

function measured(c: Captures, place: Place) {
  const unit = c.unit
  // "for the third time in as many days"
  if (says(place, 'many') && wordBefore(place) === 'as') return undefined
  // "in some quarters"
  if (unitName(unit) === 'quarter' && says(place, 'some')) return undefined
  // "the 1989 and 1988 quarters"
  if (unitName(unit) === 'quarter' && (!says(place, 'quarters') || c.number > 99)) return undefined
  if (unitName(unit) === 'second' && !says(place, 'seconds', '-') && c.number !== 1) return undefined
  return { meaning: duration(unit, c.number) }
}

/** "for another week"; not "another day of protest", "another year, another mayor". */
function another(c: Captures, place: Place) {
  const isLong =
    /^(for|in|within|least|yet|about|almost|nearly|until|spend|spent|take|takes|took|last|wait|waited)$/.test(
      wordBefore(place),
    )
  const follows = /^(of|-|'s)$/.test(wordAfter(place)) || place.tokens.pos[place.end] === POS.NOUN
  return isLong && !follows && unitName(c.unit) !== 'quarter' ? { meaning: duration(c.unit, 1) } : undefined
}

const DAY = UNITS.indexOf('day')

/** How long. */
export const DURATION_RULES: readonly Rule[] = [
  {
    name: 'age',
    type: 'DURATION',
    patterns: [
      'NUMBER -? UNIT -? old|olds',
      'NUMBER - SINGULAR:unit - old',
      'NUMBER - to NUMBER:most - SINGULAR:unit - old|olds',
      'NUMBER UNIT of age',
      'aged NUMBER UNIT',
    ],
    // An age says nothing of when or how long; matching it here keeps the rules below off.
    blocks: true,
    read: () => undefined,
  },
  {
    name: 'a year',
    type: 'DURATION',
    patterns: [
      'a|an SINGULAR:unit',
      'a full|whole|entire|solid|single SINGULAR:unit',
      'a SINGULAR:unit and a half',
      'a SINGULAR:unit or two|so|more',
    ],
    read: (c, place) => {
      const name = unitName(c.unit)
      if (says(place, 'half')) return { meaning: duration(c.unit, 1.5) }
      // "on a single day"
      if (says(place, 'single') && name === 'day') return undefined
      if (name === 'second' || name === 'quarter' || (name === 'weekend' && !isStretch(place, name))) return undefined
      if (wordAfter(place) === '-' || wordAfter(place) === "'s") return undefined
      if (says(place, 'or'))
        return { meaning: duration(c.unit, 1), mod: says(place, 'more') ? 'EQUAL_OR_MORE' : 'APPROX' }
      // A day later is a date; an hour later no calendar knows.
      if (/^(later|earlier)$/.test(wordAfter(place)) && calendarUnit(c.unit) === undefined)
        return { meaning: duration(c.unit, 1) }
      if (/^(after|before|into)$/.test(wordAfter(place))) return { meaning: duration(c.unit, 1) }
      const { tokens, end } = place
      // "a day care", "a month high".
      const next = tokens.sentence[end] === tokens.sentence[place.from] ? tokens.pos[end] : POS.PUNCT
      if (next === POS.NOUN && !/^(later|earlier|period)$/.test(wordAfter(place))) return undefined
      if (says(place, 'full', 'whole', 'entire', 'solid', 'single')) return { meaning: duration(c.unit, 1) }
      // "it was a year when all was lost"
      if (/^(when|where)$/.test(wordAfter(place))) return undefined
      if (/^(of|that|which)$/.test(wordAfter(place)) && name === 'day') return undefined
      return STRETCHERS.has(wordBefore(place)) || isStretch(place, name) ? { meaning: duration(c.unit, 1) } : undefined
    },
  },
  {
    name: 'two years',
    type: 'DURATION',
    patterns: [
      'NUMBER SINGULAR:unit',
      'NUMBER - plus|odd UNIT',
      'the? NUMBER [more|additional|extra|other|full|long|consecutive|straight|trading|business|working|calendar|whole|solid|different]? UNIT',
      'NUMBER [,|and]? NUMBER:more UNIT',
    ],
    read: (c, place) => {
      if (c.more !== undefined && c.number !== undefined) return undefined
      const isSingular = LEXICON.get(place.tokens.lower[place.end - 1])?.plural === undefined
      // "some day", "the 1988 year"
      if (isSingular && !(c.number < 1000)) return undefined
      if ((wordAt(place, 0) === 'a' || wordAt(place, 0) === 'an') && c.number === 1) return undefined
      // "he will one day follow"
      if (
        c.number === 1 &&
        says(place, 'day') &&
        !says(place, 'more', 'full', 'additional', 'extra', 'whole') &&
        !/^(for|in|within|after|than|least|only|just|over|about|last|lasted|the)$/.test(wordBefore(place)) &&
        !/^(after|before)$/.test(wordAfter(place))
      )
        return undefined
      // "the two day rally" is a rally of two days.
      if (wordAt(place, 0) === 'the' && c.number !== 1 && isSingular) return undefined
      return measured(c, place)
    },
  },
  {
    name: 'two-year',
    type: 'DURATION',
    patterns: [
      'NUMBER - SINGULAR:unit [- long]?',
      'NUMBER - PLURAL:unit',
      'a NUMBER - SINGULAR:unit period|span|stretch',
      'the [same|latest|prior|previous|past|next]? NUMBER - SINGULAR:unit period',
    ],
    read: (c, place) => {
      if (says(place, 'a', 'an') && !says(place, 'period', 'span', 'stretch', 'half')) return undefined
      if (wordAfter(place) === '-' && wordAfter(place, 1) === 'old') return undefined
      // "three-quarters of its food"
      if (says(place, 'quarters')) return undefined
      return measured(c, place)
    },
  },
  {
    name: 'two to three years',
    type: 'DURATION',
    patterns: [
      '[the? [past|last|next|coming|first]?]? NUMBER to|or NUMBER:most UNIT',
      'NUMBER - to - NUMBER:most -? UNIT',
      'NUMBER - NUMBER:most UNIT',
      'NUMBER - or|to NUMBER:most - UNIT',
      'between NUMBER and NUMBER:most UNIT',
    ],
    read: (c, place) => {
      const unit = unitName(c.unit)
      // "Rs50,000 or two years", where the number was cut in two
      if (c.number === 0 || (unit === 'quarter' && !says(place, 'quarters'))) return undefined
      return { meaning: duration(c.unit, c.number), mod: 'APPROX' }
    },
  },
  {
    name: 'years and months',
    type: 'DURATION',
    patterns: [
      'NUMBER UNIT ,? and? NUMBER:more UNIT:smaller',
      'NUMBER UNIT ,? NUMBER:more UNIT:smaller ,? and? NUMBER:least UNIT:smallest',
      'NUMBER UNIT and a half',
    ],
    read: (c) => {
      if (c.smaller === undefined) return { meaning: duration(c.unit, c.number + 0.5) }
      // "two years, half an hour and ..." are two.
      if (c.smaller >= c.unit || !Number.isInteger(c.more) || (calendarUnit(c.smaller) === undefined && c.unit > DAY))
        return undefined
      if (c.smallest !== undefined && c.smallest >= c.smaller) return undefined
      const last = c.smallest === undefined ? [] : duration(c.smallest, c.least).amounts
      const amounts = [...duration(c.unit, c.number).amounts, ...duration(c.smaller, c.more).amounts, ...last]
      return { meaning: { tag: 'duration', amounts } }
    },
  },
  {
    name: 'the past two years',
    type: 'DURATION',
    patterns: [
      "[the|this|last|next year 's]? first|final|last NUMBER UNIT",
      'the? past|last|next|coming|previous|preceding|following|first|final|remaining|latest|most|opening NUMBER [more|full|trading|business|fiscal|consecutive|calendar]? UNIT [or so]?',
      'the? NUMBER past|previous|following|preceding|remaining UNIT',
      'these|those|another|each NUMBER UNIT',
      'the past|coming SINGULAR:unit',
      'the last month|year',
      'another SINGULAR:unit',
      'this past SINGULAR:unit',
    ],
    read: (c, place) => {
      if (c.number === undefined) {
        if (c.unit === undefined) {
          // "the last year of the war", "the last month that he worked"
          if (/^(of|that|when|in|before|for|the|-)$/.test(wordAfter(place))) return undefined
          return { meaning: duration(UNITS.indexOf(says(place, 'year') ? 'year' : 'month'), 1) }
        }
        const name = unitName(c.unit)
        if (says(place, 'another')) return another(c, place)
        if (name === 'week' || name === 'weekend' || says(place, 'this')) return undefined
        return { meaning: duration(c.unit, 1) }
      }
      if (says(place, 'first') && c.number === 1) return undefined
      // "following a weekend of rain", "to last a year"
      if (/^an?$/.test(wordAt(place, 1)) && c.number === 1) return undefined
      // "will last three years"
      if (
        wordAt(place, 0) === 'last' &&
        (place.tokens.pos[place.from] === POS.VERB ||
          /^(will|would|could|can|may|might|should|must|to|not)$/.test(wordBefore(place)))
      )
        return undefined
      return measured(c, place)
    },
  },
  {
    name: 'daylong',
    type: 'DURATION',
    patterns: [
      'daylong|weeklong|monthlong|yearlong',
      'SINGULAR:unit - long',
      'all -? day|week|weekend|month|year',
      'the whole|entire SINGULAR:unit',
      'half an hour',
      'half - hour',
      'a half - hour',
      'the? half - century',
    ],
    read: (c, place) => {
      const word = wordAt(place, 0)
      if (c.unit !== undefined) return unitName(c.unit) === 'second' ? undefined : { meaning: duration(c.unit, 1) }
      if (says(place, 'hour')) return { meaning: { tag: 'duration', amounts: [{ unit: 'minute', count: 30 }] } }
      if (says(place, 'half')) return { meaning: { tag: 'duration', amounts: [{ unit: 'year', count: 50 }] } }
      const unit = (word === 'all' ? place.tokens.lower[place.end - 1] : word.slice(0, -4)) as 'day'
      return { meaning: { tag: 'duration', amounts: [{ unit, count: 1 }] } }
    },
  },
  {
    name: 'fortnight',
    type: 'DURATION',
    patterns: ['a|the? fortnight'],
    read: (_, place) =>
      wordBefore(place) === 'a' ? undefined : { meaning: { tag: 'duration', amounts: [{ unit: 'week', count: 2 }] } },
  },
]
