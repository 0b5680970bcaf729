import { POS } from '../../../document/segmented.js'
import type { Amount } from '../../../document/timex.js'
import { PARTS_OF_DAY } from '../elements.js'
import { LEXICON } from '../lexicon.js'
import { type Place, type Rule, says, unitName, wordAfter, wordAt, wordBefore } from '../rule.js'

const each = (unit: Amount['unit'], count: number) =>
  ({ meaning: { tag: 'set', every: { unit, ...(Number.isNaN(count) ? {} : { count }) } } }) as const

/** "The Daily Post", "the party daily Tribune": a newspaper. */
const isPaper = (place: Place): boolean => {
  const { tokens, from, end } = place
  if (/^[A-Z]/.test(tokens.words[from]) && !(tokens.sentence[from - 1] !== tokens.sentence[from])) return true
  return /^[A-Z]/.test(tokens.words[end] ?? '') && tokens.pos[end] === POS.PROPN
}

/** Nouns of how much: "annual sales" and "a quarterly dividend" are rates, as "$5 a year" is, and tell nothing of when. */
const RATES = new Set(
  `sales revenue revenues dividend dividends earnings profit profits income volume turnover rate rates budget salary wage
   wages pay fee fees cost costs output production growth net interest yield yields loss losses payment payments payout
   average premium premiums spending capacity operating pretax gross consumption limit`.split(/\s+/),
)

/** "an annual floating dividend", "8.5% annually", "10,000 units annually", "its quarterly of five cents". */
function isRate(place: Place): boolean {
  const { tokens, from, end } = place
  for (let at = end; at < end + 3 && tokens.sentence[at] === tokens.sentence[from]; at++) {
    if (RATES.has(tokens.lower[at])) return true
    if (tokens.pos[at] !== POS.ADJ && tokens.pos[at] !== POS.NOUN) break
  }
  const before = wordBefore(place)
  if (before === 'average' || before === '%' || before === 'percent') return true
  return tokens.pos[from - 1] === POS.NOUN && tokens.pos[from - 2] === POS.NUM
}

/** How often. */
export const SET_RULES: readonly Rule[] = [
  {
    name: 'every week',
    type: 'SET',
    patterns: ['every|each other? UNIT', 'every|each single UNIT', 'every NUMBER UNIT', 'every ORDINAL UNIT'],
    read: (c, place) => {
      // "every second counts" is no "every second year".
      if (unitName(c.unit) === 'second' || c.ordinal === -1) return undefined
      return each(unitName(c.unit), c.number ?? c.ordinal ?? (says(place, 'other') ? 2 : 1))
    },
  },
  {
    name: 'every weekday',
    type: 'SET',
    patterns: [
      'every|each WEEKDAY',
      'every other WEEKDAY',
      'every ORDINAL WEEKDAY',
      'every|each FULLMONTH:month',
      'every|each SEASON',
      'every|each WEEKDAY PARTOFDAY',
      'WEEKDAYS',
      'every weekday|weekend',
      'weekdays|weekends',
    ],
    read: (c, place) => {
      const weekday = c.weekday ?? c.weekdays
      // "two Tuesdays ago"
      if (c.weekdays !== undefined && LEXICON.get(wordBefore(place))?.cardinal !== undefined) return undefined
      const skips = c.ordinal ?? (says(place, 'other') ? 2 : 1)
      if (skips !== 1) return skips > 1 ? each('week', skips) : undefined
      if (weekday !== undefined)
        return {
          meaning: { tag: 'set', every: { weekday } },
          ...(c.partofday === undefined ? {} : { time: { partOfDay: PARTS_OF_DAY[c.partofday] } }),
        }
      if (c.month !== undefined) return { meaning: { tag: 'set', every: { month: c.month } } }
      if (c.season !== undefined) return { meaning: { tag: 'set', every: { season: c.season } } }
      return says(place, 'weekend', 'weekends') ? each('weekend', 1) : each('day', 1)
    },
  },
  {
    name: 'twice a week',
    type: 'SET',
    patterns: [
      'once|twice|thrice a|an|each|every SINGULAR:unit',
      'NUMBER times a|an|each|per SINGULAR:unit',
      'NUMBER UNIT:part a|an|each|every|per SINGULAR:unit',
      'once|twice - a - SINGULAR:unit',
    ],
    read: (c, place) => {
      // "five days a week" is how often; "18 hours a day" is how long.
      if (c.part !== undefined && (unitName(c.part) !== 'day' || c.part >= c.unit || !(c.number > 1))) return undefined
      if (wordAt(place, 0) === 'once' && says(place, 'a') && wordAfter(place) !== '.' && unitName(c.unit) === 'day')
        return undefined
      return each(unitName(c.unit), 1)
    },
  },
  {
    name: 'daily',
    type: 'SET',
    patterns: ['EVERY', 'day - to - day', 'year - round'],
    read: (c, place) => {
      if (c.every === undefined || isPaper(place) || isRate(place)) return undefined
      if (/^(semi|bi|twice)$/.test(wordBefore(place, wordBefore(place) === '-' ? 2 : 1))) return undefined
      return each(unitName(c.every), c.count)
    },
  },
  {
    name: 'every morning',
    type: 'SET',
    patterns: ['every|each PARTOFDAY', 'WEEKDAY PARTSOFDAY', 'PARTSOFDAY'],
    read: (c) => {
      const part = c.partofday ?? c.partsofday
      if (c.partofday === undefined && c.weekday === undefined) return undefined
      const time = { partOfDay: PARTS_OF_DAY[part] }
      if (c.weekday !== undefined) return { meaning: { tag: 'set', every: { weekday: c.weekday } }, time }
      return { ...each('day', 1), time }
    },
  },
]
