import { POS, SHAPE, type Tokens } from '../../document/segmented.js'
import { LEXICON, type Sense, UNITS } from './lexicon.js'
import { numeralAt, readNumber } from './numbers.js'
import type { Tape } from './tape.js'

/** The token after what was read at token `at`, or -1 where the element does not fit. */
export type Element = (tokens: Tokens, at: number, tape: Tape, label: string) => number

const EARLIEST_YEAR = 1000
const LATEST_YEAR = 2199
const PARTS_OF_DAY = ['MO', 'MI', 'AF', 'EV', 'NI', 'DT'] as const

/** An element of one token whose sense has a number. */
const sense =
  (read: (sense: Sense) => number | undefined): Element =>
  (tokens, at, tape, label) => {
    const found = LEXICON.get(tokens.lower[at])
    const value = found === undefined ? undefined : read(found)
    if (value === undefined) return -1
    tape.push(label, value)
    return at + 1
  }

const capitalised =
  (element: Element): Element =>
  (tokens, at, tape, label) =>
    tokens.shape[at] & SHAPE.CAPITAL ? element(tokens, at, tape, label) : -1

/** "3", "03", "3rd", "21st". */
function dayOfMonth(tokens: Tokens, at: number): number {
  if ((tokens.shape[at] & SHAPE.DIGIT) === 0) return 0
  const word = tokens.lower[at]
  let length = 0
  let value = 0
  while (length < word.length && length < 3) {
    const code = word.charCodeAt(length) - 48
    if (code < 0 || code > 9) break
    value = value * 10 + code
    length++
  }
  if (length > 2 || value > 31 || value === 0) return 0
  return length === word.length || /^(st|nd|rd|th)$/.test(word.slice(length)) ? value : 0
}

const between =
  (read: (tokens: Tokens, at: number) => number, least: number, most: number): Element =>
  (tokens, at, tape, label) => {
    const value = read(tokens, at)
    if (!(value >= least && value <= most)) return -1
    tape.push(label, value)
    return at + 1
  }

const digits = (tokens: Tokens, at: number, length: number): number =>
  tokens.words[at].length === length ? numeralAt(tokens, at) : Number.NaN

/** "1990s", "90s" after an apostrophe, "1990's" (two tokens), "nineties". */
const decade: Element = (tokens, at, tape, label) => {
  const named = LEXICON.get(tokens.lower[at])?.decade
  if (named !== undefined) {
    tape.push(label, named)
    return at + 1
  }
  const from = tokens.words[at] === "'" ? at + 1 : at
  if (from >= tokens.length) return -1
  const word = tokens.lower[from]
  const split = tokens.lower[from + 1] === "'s" && word.endsWith('0')
  const number = Number(split ? word : word.endsWith('s') ? word.slice(0, -1) : Number.NaN)
  const full = number >= 1100 && number <= 2090
  if (number % 10 !== 0 || !(full || (number >= 10 && number <= 90 && (from > at || number >= 20)))) return -1
  if (from > at && full) return -1
  tape.push(label, number / 10)
  return from + (split ? 2 : 1)
}

/** "19th", "nineteenth", "twenty-first". */
const ordinal: Element = (tokens, at, tape, label) => {
  const word = tokens.lower[at]
  const value = LEXICON.get(word)?.ordinal
  if (value !== undefined) {
    tape.push(label, value)
    return at + 1
  }
  if (tokens.shape[at] & SHAPE.DIGIT) {
    const number = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)
    if (!number) return -1
    tape.push(label, Number(number[1]))
    return at + 1
  }
  if (word !== 'twenty' && word !== 'thirty') return -1
  // "February the twenty third", as it is spoken.
  const from = tokens.words[at + 1] === '-' ? at + 2 : isOfMonth(tokens, at) ? at + 1 : at
  const ones = LEXICON.get(tokens.lower[from])?.ordinal
  if (from === at || ones === undefined || ones < 1 || ones > 9) return -1
  tape.push(label, (word === 'twenty' ? 20 : 30) + ones)
  return from + 1
}

const isOfMonth = (tokens: Tokens, at: number): boolean =>
  LEXICON.get(tokens.lower[tokens.lower[at - 1] === 'the' ? at - 2 : at - 1])?.month !== undefined

/** "nineteen ninety-one", "twenty sixteen", "two thousand (and) five". */
const spelledYear: Element = (tokens, at, tape, label) => {
  const century = LEXICON.get(tokens.lower[at])?.cardinal
  if (century === undefined) return -1
  const rest = readNumber(tokens, at + 1)
  if (century === 2 && tokens.lower[at + 1] === 'thousand') {
    const from = at + (tokens.lower[at + 2] === 'and' ? 3 : 2)
    const ones = LEXICON.get(tokens.lower[from])?.cardinal ?? 0
    tape.push(label, 2000 + (ones < 20 ? ones : 0))
    return ones > 0 && ones < 20 ? from + 1 : at + 2
  }
  if (century < 17 || century > 20 || !rest || !(rest.value >= 10 && rest.value < 100)) return -1
  if (LEXICON.get(tokens.lower[at + 1])?.cardinal === undefined) return -1
  tape.push(label, century * 100 + rest.value)
  return rest.end
}

/** "8:30", "20:00", "8", "8:30:15" as minutes of the day; "8pm", "8:30pm" as one token. */
const clock: Element = (tokens, at, tape, label) => {
  if ((tokens.shape[at] & SHAPE.DIGIT) === 0) return -1
  // "1100 GMT"
  const military = tokens.words[at].length === 4 && LEXICON.get(tokens.lower[at + 1])?.zone === true
  const found = (military ? /^(\d{2})(\d{2})()()$/ : /^(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?(am|pm)?$/).exec(
    tokens.lower[at],
  )
  if (!found) return -1
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  if (hour > 24 || minute > 59 || (found[4] && (hour > 12 || hour === 0))) return -1
  tape.push(label, hour)
  tape.push('minute', minute)
  tape.push('written', (found[2] ? 1 : 0) + (found[4] ? 2 : 0) + (tokens.words[at].includes(':') ? 4 : 0))
  if (found[3]) tape.push('second', Number(found[3]))
  if (found[4]) tape.push('meridiem', found[4] === 'pm' ? 1 : 0)
  return at + 1
}

const meridiem: Element = (tokens, at, tape, label) => {
  const word = tokens.lower[at]
  const letter = word.charCodeAt(0)
  if (word !== 'p.m.' && word !== 'pm' && word !== 'a.m.' && word !== 'am' && word !== 'p.m' && word !== 'a.m')
    return -1
  tape.push(label, letter === 112 ? 1 : 0)
  return at + 1
}

/** "EST"; "Eastern" where "time" follows, "ET" in capitals. */
const zone: Element = (tokens, at, tape, label) => {
  const word = tokens.lower[at]
  if (!LEXICON.get(word)?.zone) return -1
  tape.push(label, at)
  if (word.length <= 4) {
    if ((tokens.shape[at] & SHAPE.ALL_CAPS) === 0) return -1
    return at + 1
  }
  const next = at + (['standard', 'daylight'].includes(tokens.lower[at + 1]) ? 2 : 1)
  return tokens.lower[next] === 'time' ? next + 1 : at + 1
}

const number: Element = (tokens, at, tape, label) => {
  const reading = readNumber(tokens, at)
  if (!reading) return -1
  tape.push(label, reading.value)
  return reading.end
}

const month: Element = (tokens, at, tape, label) => {
  const found = LEXICON.get(tokens.lower[at])
  if (found?.month === undefined || (tokens.shape[at] & SHAPE.CAPITAL) === 0) return -1
  tape.push(label, found.month)
  // "Sept" and "." apart at a sentence's end is the sentence's period.
  return at + 1
}

export const ELEMENTS: Readonly<Record<string, Element>> = {
  MONTH: month,
  /** A month written out, or with its period. */
  FULLMONTH: (tokens, at, tape, label) => (LEXICON.get(tokens.lower[at])?.short ? -1 : month(tokens, at, tape, label)),
  WEEKDAY: capitalised(sense(({ weekday, short }) => (short ? undefined : weekday))),
  ANYWEEKDAY: capitalised(sense(({ weekday }) => weekday)),
  WEEKDAYS: capitalised(sense(({ weekdays }) => weekdays)),
  SEASON: sense(({ season }) => season),
  UNIT: sense(({ unit }) => (unit ? UNITS.indexOf(unit) : undefined)),
  SINGULAR: sense(({ unit, plural }) => (unit && !plural ? UNITS.indexOf(unit) : undefined)),
  PLURAL: sense(({ unit, plural }) => (unit && plural ? UNITS.indexOf(unit) : undefined)),
  EVERY: (tokens, at, tape, label) => {
    const every = LEXICON.get(tokens.lower[at])?.every
    if (!every) return -1
    tape.push(label, UNITS.indexOf(every.unit))
    tape.push('count', every.count)
    return at + 1
  },
  PARTOFDAY: sense(({ partOfDay }) => (partOfDay ? PARTS_OF_DAY.indexOf(partOfDay) : undefined)),
  PARTSOFDAY: sense(({ partsOfDay }) => (partsOfDay ? PARTS_OF_DAY.indexOf(partsOfDay) : undefined)),
  DAY: between(dayOfMonth, 1, 31),
  /** "3rd", not "3". */
  NTHDAY: (tokens, at, tape, label) => {
    if (!/^\d{1,2}[snrt]/.test(tokens.lower[at])) return -1
    return between(dayOfMonth, 1, 31)(tokens, at, tape, label)
  },
  YEAR: between((tokens, at) => digits(tokens, at, 4), EARLIEST_YEAR, LATEST_YEAR),
  TWODIGITS: between((tokens, at) => digits(tokens, at, 2), 0, 99),
  MONTHNUMBER: between((tokens, at) => (tokens.words[at].length <= 2 ? numeralAt(tokens, at) : Number.NaN), 1, 12),
  DAYNUMBER: between((tokens, at) => (tokens.words[at].length <= 2 ? numeralAt(tokens, at) : Number.NaN), 1, 31),
  ORDINAL: ordinal,
  /** "8.11.2016": day, month and year in one token. */
  DOTTED: (tokens, at, tape) => {
    const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens.words[at])
    if (!found || Number(found[1]) > 31 || Number(found[2]) > 12 || Number(found[1]) * Number(found[2]) === 0) return -1
    tape.push('day', Number(found[1]))
    tape.push('month', Number(found[2]))
    tape.push('year', Number(found[3]))
    return at + 1
  },
  /** "08T20:00Z", the end of an ISO date-time. */
  ISODAYTIME: (tokens, at, tape) => {
    const found = /^(\d{2})t(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?z?$/.exec(tokens.lower[at])
    if (!found || Number(found[1]) > 31 || Number(found[1]) === 0 || Number(found[2]) > 24 || Number(found[3]) > 59)
      return -1
    tape.push('day', Number(found[1]))
    tape.push('clock', Number(found[2]))
    tape.push('minute', Number(found[3]))
    if (found[4]) tape.push('second', Number(found[4]))
    return at + 1
  },
  /** "Q3". */
  QUARTERCODE: (tokens, at, tape, label) => {
    const word = tokens.words[at]
    if (word.length !== 2 || !/^(Q[1-4]|[1-4]Q)$/.test(word)) return -1
    tape.push(label, Number(word[word[0] === 'Q' ? 1 : 0]))
    return at + 1
  },
  ADJECTIVE: (tokens, at) => (tokens.pos[at] === POS.ADJ && (tokens.shape[at] & SHAPE.CAPITAL) === 0 ? at + 1 : -1),
  DECADE: decade,
  SPELLEDYEAR: spelledYear,
  NUMBER: number,
  CLOCK: clock,
  MERIDIEM: meridiem,
  ZONE: zone,
}

export { PARTS_OF_DAY }
