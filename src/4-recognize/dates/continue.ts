import { POS, SHAPE, type Tokens } from '../../document/segmented.js'
import type { CalendarMeaning } from '../../document/timex.js'
import { ELEMENTS } from './elements.js'
import type { Found } from './recognize.js'
import { calendar } from './rule.js'
import { newTape } from './tape.js'

const SEPARATORS = new Set(['and', 'to', '-', '–', '—', 'through', 'or', 'until', ',', '&'])

/** Reused between calls; holds nothing between them. */
const tape = newTape()

function read(element: string, tokens: Tokens, at: number): number | undefined {
  if (at < 0 || at >= tokens.length) return undefined
  tape.size = 0
  return ELEMENTS[element](tokens, at, tape, 'value') === at + 1 ? tape.values[0] : undefined
}

/** Whether the number before token `at` counts what follows: "May 3 and 5 people". */
function countsWhatFollows(tokens: Tokens, at: number): boolean {
  if (at >= tokens.length || tokens.sentence[at] !== tokens.sentence[at - 1]) return false
  const code = tokens.pos[at]
  if (/^(percent|%|million|billion|\/|:)$/.test(tokens.lower[at])) return true
  return code === POS.NOUN || code === POS.NUM || code === POS.ADJ || code === POS.PROPN || code === POS.SYM
}

/**
 * The expression and those that lean on it: "April 24 and 25" and "3-5 May" are two dates, "1985-86" are two years,
 * "7-9 p.m." two times.
 */
export function continued(found: Found, tokens: Tokens): Found[] {
  const { meaning } = found
  if (meaning.tag === 'clock') return hours(found, tokens)
  if (meaning.tag !== 'calendar' || found.time || meaning.known.wholeWeek) return [found]
  const { known } = meaning
  if (known.quarter !== undefined && tokens.lower[found.end - 1] !== 'quarter')
    return pairOf('quarter', 4, found, meaning, tokens)
  if (known.century !== undefined && tokens.lower[found.end - 1] === 'centuries')
    return pairOf('century', 21, found, meaning, tokens)
  if (known.day !== undefined && known.month !== undefined && known.holiday === undefined)
    return days(found, meaning, tokens)
  if (known.year !== undefined && known.month === undefined && known.quarter === undefined)
    return years(found, known.year, tokens)
  return [found]
}

/** "7-9 p.m.", "from 11:30 to 2 p.m.": the first hour is of the same half of the day, or else before noon. */
function hours(found: Found, tokens: Tokens): Found[] {
  const { from, time } = found
  const at = from - 2
  const dash = tokens.lower[from - 1]
  if (at < 0 || time?.hour === undefined || (tokens.shape[at] & SHAPE.DIGIT) === 0) return [found]
  if (dash !== '-' && dash !== '–' && dash !== 'to' && !(dash === 'and' && tokens.lower[at - 1] === 'between'))
    return [found]
  const hasMeridiem = /^[ap]\.?m\.?$/.test(tokens.lower[from + 1] ?? '') || /[ap]m$/.test(tokens.lower[from])
  const first = /^(\d{1,2})(?::([0-5]\d))?$/.exec(tokens.lower[at])
  const hour = Number(first?.[1] ?? 0)
  if (!hasMeridiem || first === null || hour < 1 || hour > 12 || tokens.lower[at - 1] === '-') return [found]
  const late = (hour % 12) + (time.hour >= 12 ? 12 : 0)
  const began = { hour: late > time.hour && late >= 12 ? late - 12 : late, minute: Number(first[2] ?? 0) }
  const { mod: _, ...rest } = found
  return [{ ...rest, from: at, end: at + 1, time: began }, found]
}

function days(found: Found, meaning: CalendarMeaning, tokens: Tokens): Found[] {
  const { known } = meaning
  const all = [found]
  // "3-5 May": the day before.
  if (read('DAY', tokens, found.from) === known.day && SEPARATORS.has(tokens.lower[found.from - 1] ?? '')) {
    const day = read('DAY', tokens, found.from - 2)
    if (day !== undefined && day < known.day!) {
      const { weekday: _, ...rest } = known
      all.unshift({ ...found, from: found.from - 2, end: found.from - 1, meaning: calendar({ ...rest, day }) })
      return all
    }
  }
  if (read('DAY', tokens, found.end - 1) !== known.day) return all
  let last = found
  for (let count = 0; count < 6; count++) {
    const at = nextNumber(tokens, last.end)
    const day = at < 0 ? undefined : read('DAY', tokens, at)
    if (day === undefined) break
    const year = tokens.lower[at + 1] === ',' ? read('YEAR', tokens, at + 2) : read('YEAR', tokens, at + 1)
    const end = year === undefined ? at + 1 : at + (tokens.lower[at + 1] === ',' ? 3 : 2)
    if (countsWhatFollows(tokens, end)) break
    const { weekday: _, ...rest } = known
    last = { ...found, from: at, end, meaning: calendar({ ...rest, day, ...(year === undefined ? {} : { year }) }) }
    delete (last as { mod?: string }).mod
    all.push(last)
    if (year !== undefined) {
      // "March 3-5, 2016": the year is the first day's too.
      for (let index = 0; index < all.length - 1; index++) {
        const each = all[index].meaning as CalendarMeaning
        all[index] = { ...all[index], meaning: calendar({ ...each.known, year }) }
      }
      break
    }
  }
  return all
}

/** The number behind "and", "-", ", and"; -1 if there is none. A comma alone begins a year or a new clause. */
function nextNumber(tokens: Tokens, at: number): number {
  if (!SEPARATORS.has(tokens.lower[at] ?? '')) return -1
  if (tokens.lower[at] !== ',') return at + 1
  if (tokens.lower[at + 1] === 'and' || tokens.lower[at + 1] === 'or') return at + 2
  // "May 3, 4 and 5".
  return SEPARATORS.has(tokens.lower[at + 2] ?? '') && tokens.lower[at + 2] !== ',' ? at + 1 : -1
}

/** "the first and second quarters", "the 16th and 17th centuries": two. */
function pairOf(
  unit: 'quarter' | 'century',
  most: number,
  found: Found,
  meaning: CalendarMeaning,
  tokens: Tokens,
): Found[] {
  const at = found.from - 2
  const nth = /^(and|or|to|through)$/.test(tokens.lower[at + 1] ?? '') ? read('ORDINAL', tokens, at) : undefined
  if (nth === undefined || !(nth >= 1 && nth <= most)) return [found]
  const from = tokens.lower[at - 1] === 'the' ? at - 1 : at
  const known = { ...meaning.known, [unit]: unit === 'century' ? nth - 1 : nth }
  const { mod: _, ...rest } = found
  return [{ ...rest, from, end: at + 1, meaning: { ...meaning, known } }, found]
}

function years(found: Found, year: number, tokens: Tokens): Found[] {
  const dash = tokens.lower[found.end]
  if (dash !== '-' && dash !== '–' && dash !== '/') return [found]
  const short = read('TWODIGITS', tokens, found.end + 1)
  if (short === undefined || short <= year % 100 || year < 1500) return [found]
  if (tokens.sentence[found.end + 2] === tokens.sentence[found.from] && tokens.words[found.end + 2] === '-')
    return [found]
  const at = found.end + 1
  return [found, { ...found, from: at, end: at + 1, meaning: calendar({ year: year - (year % 100) + short }) }]
}
