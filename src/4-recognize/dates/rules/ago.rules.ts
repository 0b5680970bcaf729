import type { Anchor, Direction } from '../../../document/timex.js'
import { calendarUnit, endsClause, type Rule, reference, says, shift, wordBefore } from '../rule.js'

/** `count` units from the anchor; hours and shorter stay on the anchor's day. */
function away(unit: number, direction: Direction, count: number, from: Anchor) {
  const name = calendarUnit(unit)
  if (!name) return undefined
  // "days ago": some time past, no more.
  if (Number.isNaN(count)) return { meaning: reference(direction < 0 ? 'past' : 'future') }
  // Half a year is six months; other fractions are not counted in days.
  if (!Number.isInteger(count)) {
    if (name === 'year') return { meaning: shift('month', direction, Math.round(count * 12), from) }
    if (name === 'decade' || name === 'century')
      return { meaning: shift('year', direction, Math.round(count * (name === 'decade' ? 10 : 100)), from) }
    return { meaning: reference(direction < 0 ? 'past' : 'future') }
  }
  if (name === 'decade') return { meaning: shift('year', direction, count * 10, from) }
  if (name === 'century') return { meaning: shift('year', direction, count * 100, from) }
  // "two weeks ago" is a week; "two weeks later", from a day, is that day of the week.
  if (name === 'week' && from === 'text') return { meaning: shift('day', direction, 7 * count, from) }
  return { meaning: shift(name, direction, count, from) }
}

/** So many units before or after the article's day or the last date in the text. */
export const AGO_RULES: readonly Rule[] = [
  {
    name: 'a year ago',
    type: 'DATE',
    patterns: ['a year ago|earlier', 'year - ago|earlier', 'month|week|day|quarter - ago|earlier'],
    read: (_, place) => {
      const unit = (['month', 'week', 'day', 'quarter'] as const).find((each) => says(place, each))
      if (unit) return { meaning: shift(unit, -1, 1, 'text') }
      // "a year ago today": the day itself.
      const from = says(place, 'ago') ? 'publication' : 'text'
      return { meaning: { keepsGrain: true, ...shift('year', -1, 1, from) } }
    },
  },
  {
    name: 'a year ago today',
    type: 'DATE',
    patterns: ['NUMBER UNIT ago|from today|yesterday|tomorrow', 'NUMBER UNIT ago this SINGULAR:grain'],
    read: (c, place) => {
      const name = calendarUnit(c.unit)
      if (!name || !Number.isInteger(c.number)) return undefined
      const direction = says(place, 'from') ? 1 : -1
      if (name === 'week' || name === 'day') {
        if (c.grain !== undefined) return undefined
        const offset = says(place, 'yesterday') ? -1 : says(place, 'tomorrow') ? 1 : 0
        const total = direction * (name === 'week' ? 7 * c.number : c.number) + offset
        return { meaning: shift('day', total < 0 ? -1 : 1, Math.abs(total)) }
      }
      if (name === 'month' || name === 'year') {
        const grain = c.grain === undefined ? 'day' : calendarUnit(c.grain)
        if (says(place, 'yesterday', 'tomorrow')) return undefined
        return grain && { meaning: { grain, ...shift(name, direction, c.number) } }
      }
      return undefined
    },
  },
  {
    name: 'two days ago',
    type: 'DATE',
    patterns: [
      'NUMBER UNIT [or so]? ago',
      'PLURAL:unit ago',
      'NUMBER - UNIT - ago',
      'NUMBER UNIT and NUMBER:more UNIT:smaller ago',
      'NUMBER to|or NUMBER:most UNIT ago',
    ],
    read: (c) => away(c.unit, -1, c.number ?? Number.NaN, 'publication'),
  },
  {
    name: 'long ago',
    type: 'DATE',
    patterns: [
      'long ago',
      'some time ago',
      'a short|long time ago',
      'a while ago',
      'a short|little while ago',
      'a moment ago',
      'moments ago',
    ],
    read: (_, place) => (wordBefore(place) === 'how' ? undefined : { meaning: reference('past') }),
  },
  {
    name: 'hours ago',
    type: 'TIME',
    patterns: ['NUMBER UNIT ago', 'PLURAL:unit ago'],
    read: (c) => (calendarUnit(c.unit) ? undefined : { meaning: reference('past') }),
  },
  {
    name: 'two days later',
    type: 'DATE',
    patterns: [
      'NUMBER UNIT later|afterward|afterwards|earlier|previously|hence',
      'PLURAL:unit later|earlier',
      'PLURAL:unit past|gone',
      'NUMBER - UNIT - earlier',
    ],
    read: (c, place) => {
      const future = says(place, 'later', 'afterward', 'afterwards', 'hence')
      if (c.number === undefined)
        return !calendarUnit(c.unit) ? undefined : { meaning: reference(future ? 'future' : 'past') }
      return away(c.unit, future ? 1 : -1, c.number, 'text')
    },
  },
  {
    name: 'two days before',
    type: 'DATE',
    patterns: ['NUMBER UNIT before|after'],
    read: (c, place) => {
      if (!endsClause(place)) return undefined
      return away(c.unit, says(place, 'after') ? 1 : -1, c.number, 'text')
    },
  },
  {
    name: 'two days from now',
    type: 'DATE',
    patterns: ['NUMBER UNIT from now', 'PLURAL:unit from now', 'NUMBER UNIT hence', "NUMBER UNIT '|'s time"],
    read: (c) => away(c.unit, 1, c.number ?? Number.NaN, 'publication'),
  },
]
