import { isBareWeekday } from '../guards.js'
import { calendar, DIRECTIONS, type Rule, wordAt } from '../rule.js'

/** Days of the week. */
export const WEEKDAY_RULES: readonly Rule[] = [
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
]
