import type { CalendarUnit } from '../../../document/timex.js'
import { LEXICON } from '../lexicon.js'
import {
  calendarUnit,
  DIRECTIONS,
  duration,
  endsClause,
  type Place,
  type Rule,
  says,
  shift,
  unitName,
  wordAfter,
  wordAt,
  wordBefore,
} from '../rule.js'

/** What counts from the dates that the text spoke of before. */
export const TEXT_RULES: readonly Rule[] = [
  {
    name: 'the following year',
    type: 'DATE',
    patterns: [
      'the following|next|previous|preceding|prior SINGULAR',
      'that|those same? SINGULAR',
      'the same SINGULAR',
      'the SINGULAR before|after',
      'the very next SINGULAR',
      'the following|next|previous|preceding trading|business|working SINGULAR',
    ],
    read: (c, place) => {
      const name = calendarUnit(c.singular)
      if (!name) return undefined
      const last = place.tokens.lower[place.end - 1]
      if (last === 'before' || last === 'after')
        return endsClause(place) ? { meaning: shift(name, last === 'before' ? -1 : 1, 1, 'text') } : undefined
      const word = wordAt(place, 0) === 'that' ? 'that' : wordAt(place, wordAt(place, 1) === 'very' ? 2 : 1)
      const direction = DIRECTIONS[word]
      if (direction === 1 && word === 'next' && name !== 'day' && name !== 'century') {
        // "over the next year" is how long; "the next year, he" is when.
        if (/^(over|for|within|during|in|through|least)$/.test(wordBefore(place)))
          return { type: 'DURATION', meaning: duration(c.singular, 1) }
      }
      return { meaning: shift(name, direction, Math.abs(direction), 'text') }
    },
  },
  {
    name: 'the same month last year',
    type: 'DATE',
    patterns: [
      'the? same|corresponding month|week|day last year',
      'the? same|corresponding month|week|day a year ago|earlier|before',
    ],
    read: (_, place) => {
      const grain = (['month', 'week'] as const).find((each) => says(place, each)) ?? 'day'
      return { meaning: { grain, ...shift('year', -1, 1, says(place, 'last', 'ago') ? 'publication' : 'text') } }
    },
  },
  {
    name: 'the year of the text',
    type: 'DATE',
    patterns: [
      'the year|month|week|quarter|decade|century',
      'the full year',
      'the SINGULAR in question',
      'the fiscal year',
    ],
    read: (c, place) => {
      const unit =
        (['year', 'month', 'quarter', 'decade', 'century'] as const).find((each) => says(place, each)) ?? 'week'
      if (c.singular !== undefined && unitName(c.singular) !== unit) return undefined
      // "Liar of the Year"
      if (/^[A-Z]/.test(place.tokens.words[place.end - 1])) return undefined
      const after = wordAfter(place)
      if (after === '-' || after === 'of' || after === "'s") return undefined
      if (/^(before|after)$/.test(after)) return besideEvent(place, unit)
      if (after === 'to' && wordAfter(place, 1) === 'date') return { meaning: shift(unit, 0, 0) }
      const isLong =
        /^(ended|ending)$/.test(after) ||
        (/^(to|through)$/.test(after) && LEXICON.get(wordAfter(place, 1))?.month !== undefined)
      if (isLong && unit !== 'quarter')
        return { type: 'DURATION', meaning: { tag: 'duration', amounts: [{ unit, count: 1 }] } }
      if (unit === 'quarter') return { meaning: shift('quarter', 0, 0, 'text') }
      if (says(place, 'full')) return { meaning: shift('year', 0, 0) }
      // "by the end of the decade"; "the project of the decade" is none.
      if (unit === 'decade' || unit === 'century')
        return /^(end|beginning|start|middle|close|turn|rest|remainder|half|part)$/.test(wordBefore(place, 2)) ||
          wordBefore(place) === 'in'
          ? { meaning: shift(unit, 0, 0) }
          : undefined
      if (!/^(for|of|in|during|through|throughout|over|this|earlier|later|early|late)$/.test(wordBefore(place)))
        return undefined
      return { meaning: shift(unit, 0, 0, 'text') }
    },
  },
  {
    name: 'day of the text',
    type: 'DATE',
    patterns: ['the day', 'the second|third|fourth|fifth|sixth|seventh day'],
    read: (_, place) => {
      if (says(place, 'second', 'third', 'fourth', 'fifth')) return undefined
      if (/^(before|after)$/.test(wordAfter(place))) return besideEvent(place, 'day')
      if (
        /^(earlier|later)$/.test(wordBefore(place)) ||
        (wordBefore(place) === 'in' && /^(earlier|later)$/.test(wordBefore(place, 2)))
      )
        return { meaning: shift('day', 0, 0, 'text') }
      return undefined
    },
  },
]

/**
 * "the day before the vote": beside something that happened, as a rule on the last day that the text spoke of; "Oct. 12,
 * the day before the vote" is that day.
 */
function besideEvent(place: Place, unit: CalendarUnit) {
  const { tokens, from, end } = place
  if (endsClause({ tokens, from, end: end + 1 })) return undefined
  const isApposed = wordBefore(place) === ',' && LEXICON.has(wordBefore(place, 2))
  const isNumber = wordBefore(place) === ',' && /^\d+$/.test(wordBefore(place, 2))
  if (isApposed || isNumber) return { meaning: shift(unit, 0, 0, 'text') }
  // A guess, which the dates after it do not count from.
  const keeps = unit === 'year' ? {} : ({ keepsGrain: true } as const)
  return { meaning: { ...shift(unit, wordAfter(place) === 'before' ? -1 : 1, 1, 'text'), ...keeps } }
}
