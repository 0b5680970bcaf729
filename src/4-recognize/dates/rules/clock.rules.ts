import { POS, SHAPE } from '../../../document/segmented.js'
import type { ClockMeaning, TimeOfDay } from '../../../document/timex.js'
import { PARTS_OF_DAY } from '../elements.js'
import { calendar, type Place, type Rule, says, shift, wordAfter, wordAt, wordBefore } from '../rule.js'
import type { Captures } from '../tape.js'

const CLOCK: ClockMeaning = { tag: 'clock' }

/** 12 a.m. is 0, 12 p.m. is 12. */
function hourOf(hour: number, afternoon: number | undefined): number {
  if (afternoon === undefined || hour > 12) return hour % 24
  return (hour % 12) + (afternoon ? 12 : 0)
}

function timeOf(c: Captures, place: Place, afternoon: number | undefined): TimeOfDay {
  return {
    hour: hourOf(c.clock ?? c.number, afternoon),
    minute: c.minute ?? 0,
    ...(c.second === undefined ? {} : { second: c.second }),
    ...(c.zone === undefined ? {} : { zone: place.tokens.words[c.zone] }),
  }
}

/** Parts of the day that need no article: "at dawn". */
const MOMENTS = new Set('dawn daybreak sunrise dusk sundown sunset nightfall lunchtime noontime'.split(' '))

/** "at ten minutes to three", "it was five past eight"; "grew from ten to three" and "ten minutes after three goals" are no times. */
function isHourBehind(place: Place): boolean {
  const { tokens, from, end } = place
  const next = tokens.sentence[end] === tokens.sentence[from] ? tokens.pos[end] : POS.PUNCT
  if (next === POS.NOUN || next === POS.ADJ || next === POS.PROPN || next === POS.NUM || next === POS.SYM) return false
  if (/^(percent|%|-|\/)$/.test(wordAfter(place))) return false
  return /^(at|is|was|'s|until|till|about|by|around)$/.test(wordBefore(place)) && says(place, 'minutes', 'past')
}

/** "eight thirty p.m.", all in words; "1-3 p.m." is a stretch, "a 9 p.m. curfew" no time but nine. */
function spoken(c: Captures, place: Place, afternoon: number) {
  const { tokens, from, end } = place
  for (let at = from; at < end; at++) if (tokens.shape[at] & SHAPE.DIGIT) return undefined
  if (!(c.spoken >= 0 && c.spoken < 60) || !Number.isInteger(c.spoken) || /^an?$/.test(wordAt(place, 0)))
    return undefined
  return { meaning: CLOCK, time: timeOf({ ...c, minute: c.spoken }, place, afternoon) }
}

/** Times of day. A date beside them is joined to them in `join.ts`. */
export const CLOCK_RULES: readonly Rule[] = [
  {
    name: 'clock time',
    type: 'TIME',
    patterns: [
      'CLOCK MERIDIEM ZONE?',
      'NUMBER MERIDIEM ZONE?',
      'NUMBER -? NUMBER:spoken MERIDIEM ZONE?',
      'CLOCK ZONE?',
    ],
    read: (c, place) => {
      const afternoon = c.meridiem ?? undefined
      if (afternoon !== undefined) {
        const hour = c.clock ?? c.number
        if (!(hour >= 1 && hour <= 12) || !Number.isInteger(hour)) return undefined
        if (c.spoken !== undefined) return spoken(c, place, afternoon)
        return { meaning: CLOCK, time: timeOf(c, place, afternoon) }
      }
      // A colon alone may be a score, a verse or a ratio.
      const zoned = c.zone !== undefined
      const colon = c.written >= 4
      if (!colon && !(zoned && c.written & 1)) return undefined
      // "9:00-17:00", "2016-11-08 20:00"
      const ranged = /^(-|–|to)$/.test(wordAfter(place)) && wordAfter(place, 1).includes(':')
      const dated = wordBefore(place, 2) === '-' && /^\d\d$/.test(wordBefore(place))
      if (
        !zoned &&
        !ranged &&
        !dated &&
        !/^(at|by|until|till|around|about|before|after|from|to|since|,|-|–|and)$/.test(wordBefore(place))
      )
        return undefined
      return { meaning: CLOCK, time: timeOf(c, place, undefined) }
    },
  },
  {
    name: 'hour of an evening',
    type: 'TIME',
    patterns: [
      'NUMBER tonight',
      'NUMBER this PARTOFDAY',
      'NUMBER yesterday|tomorrow PARTOFDAY',
      'NUMBER WEEKDAY PARTOFDAY',
    ],
    read: (c, place) => {
      // "at 7 tonight", not "scored 7 Friday night"
      if (!/^(at|until|till|by|around|about)$/.test(wordBefore(place))) return undefined
      if (!(c.number >= 1 && c.number <= 12) || !Number.isInteger(c.number) || /^an?$/.test(wordAt(place, 0)))
        return undefined
      const part = says(place, 'tonight') ? 'NI' : PARTS_OF_DAY[c.partofday]
      const isLate = part === 'AF' || part === 'EV' || (part === 'NI' && c.number >= 5 && c.number < 12)
      const step = says(place, 'yesterday') ? -1 : says(place, 'tomorrow') ? 1 : 0
      const on = c.weekday === undefined ? shift('day', step, Math.abs(step)) : calendar({ weekday: c.weekday })
      return { meaning: { tag: 'clock', on }, time: { hour: hourOf(c.number, isLate ? 1 : 0), minute: 0 } }
    },
  },
  {
    name: 'time in one word',
    type: 'TIME',
    patterns: ['CLOCK ZONE?'],
    read: (c, place) => (c.meridiem === undefined ? undefined : { meaning: CLOCK, time: timeOf(c, place, c.meridiem) }),
  },
  {
    name: "o'clock",
    type: 'TIME',
    patterns: [
      "NUMBER o'clock [in the PARTOFDAY]? ZONE?",
      "NUMBER o'clock at night",
      "NUMBER o'clock midnight|noon",
      'NUMBER in the PARTOFDAY',
      'CLOCK in the PARTOFDAY',
    ],
    read: (c, place) => {
      const hour = c.clock ?? c.number
      if (!(hour >= 1 && hour <= 12) || !Number.isInteger(hour)) return undefined
      if (!says(place, "o'clock") && place.tokens.lower[place.from] === 'a') return undefined
      if (says(place, 'midnight', 'noon'))
        return hour === 12 ? { meaning: CLOCK, time: { hour: says(place, 'noon') ? 12 : 0, minute: 0 } } : undefined
      const part = says(place, 'night') ? (hour >= 5 && hour < 12 ? 1 : 0) : c.partofday
      const afternoon = part === undefined ? undefined : part === 0 ? 0 : 1
      return { meaning: CLOCK, time: timeOf(c, place, afternoon) }
    },
  },
  {
    name: 'half past six',
    type: 'TIME',
    patterns: [
      'half past NUMBER [in the PARTOFDAY]?',
      'a? quarter past|to NUMBER [in the PARTOFDAY]?',
      'NUMBER:minutes minutes? past|to|before|after NUMBER',
    ],
    read: (c, place) => {
      if (c.minutes !== undefined && !(c.minutes < 60 && isHourBehind(place))) return undefined
      if (!(c.number >= 1 && c.number <= 12) || !Number.isInteger(c.number)) return undefined
      // "one-quarter to one-third"
      if (wordBefore(place) === '-' || wordAfter(place) === '-') return undefined
      const to = says(place, 'to', 'before')
      const minutes = c.minutes ?? (says(place, 'half') ? 30 : 15)
      const hour = hourOf(c.number, c.partofday === undefined ? undefined : c.partofday === 0 ? 0 : 1)
      return { meaning: CLOCK, time: { hour: to ? hour - 1 : hour, minute: to ? 60 - minutes : minutes } }
    },
  },
  {
    name: 'noon',
    type: 'TIME',
    patterns: ['12? noon|midday|midnight ZONE?'],
    read: (c, place) => {
      if (place.tokens.shape[place.from] & SHAPE.CAPITAL && wordBefore(place) !== '.' && wordAt(place, 0) !== '12')
        return undefined
      if (says(place, 'midnight'))
        return {
          meaning: CLOCK,
          time: {
            ...timeOf({ ...c, number: 0 }, place, undefined),
            hour: /^(by|until|till|before|to)$/.test(wordBefore(place)) ? 24 : 0,
          },
        }
      return { meaning: CLOCK, time: timeOf({ ...c, number: 12 }, place, undefined) }
    },
  },
  {
    name: 'at dawn',
    type: 'TIME',
    patterns: ['PARTOFDAY'],
    read: (c, place) => {
      const { tokens, from, end } = place
      const opened = MOMENTS.has(tokens.lower[from])
        ? /^(at|by|before|until|till|since|after|from|around|near)$/
        : /^(by|until|till|toward|towards)$/
      // "by night" is how, "by evening" is when; "towards Morning in America" is neither.
      if (!opened.test(wordBefore(place)) || tokens.lower[from] === 'night') return undefined
      if (tokens.shape[from] & SHAPE.CAPITAL) return undefined
      const next = tokens.sentence[end] === tokens.sentence[from] ? tokens.pos[end] : POS.PUNCT
      if (next === POS.NOUN || wordAfter(place) === 'of' || wordAfter(place) === '-') return undefined
      return { meaning: CLOCK, time: { partOfDay: PARTS_OF_DAY[c.partofday] } }
    },
  },
  {
    name: 'this morning',
    type: 'TIME',
    patterns: ['this|that PARTOFDAY', 'the same PARTOFDAY'],
    read: (c, place) => {
      // "This Morning" is a programme.
      if (/^[A-Z]/.test(place.tokens.words[place.end - 1])) return undefined
      const from = wordAt(place, 0) === 'this' ? 'publication' : 'text'
      return { meaning: shift('day', 0, 0, from), time: { partOfDay: PARTS_OF_DAY[c.partofday] } }
    },
  },
  {
    name: 'the next morning',
    type: 'TIME',
    patterns: ['the next|following|previous PARTOFDAY', 'next PARTOFDAY'],
    read: (c, place) => {
      const direction = says(place, 'previous') ? -1 : 1
      return { meaning: shift('day', direction, 1, 'text'), time: { partOfDay: PARTS_OF_DAY[c.partofday] } }
    },
  },
  {
    name: 'morning',
    type: 'TIME',
    patterns: ['mid -? PARTOFDAY', 'late|early PARTOFDAY', 'the PARTOFDAY'],
    read: (c, place) => {
      if (wordAt(place, 0) === 'mid')
        return { meaning: CLOCK, time: { partOfDay: PARTS_OF_DAY[c.partofday] }, mod: 'MID' }
      const first = wordAt(place, 0)
      if (first === 'late' || first === 'early') {
        // "by late afternoon"; a "late night show" is none.
        if (!/^(by|until|since)$/.test(wordBefore(place))) return undefined
        const mod = first === 'late' ? 'END' : 'START'
        return { meaning: CLOCK, time: { partOfDay: PARTS_OF_DAY[c.partofday] }, mod }
      }
      // "early in the morning" is on the day that the text speaks of.
      if (!/^(in|during)$/.test(wordBefore(place)) || /^(of|after|before|when|-)$/.test(wordAfter(place)))
        return undefined
      const { tokens, end } = place
      if (tokens.sentence[end] === tokens.sentence[place.from] && tokens.pos[end] === POS.NOUN) return undefined
      return { meaning: CLOCK, time: { partOfDay: PARTS_OF_DAY[c.partofday] } }
    },
  },
]
