import { SHAPE, type Tokens } from '../../document/segmented.js'
import type { PartOfDay, TimeOfDay } from '../../document/timex.js'
import { isDay } from './modify.js'
import type { Found } from './recognize.js'
import { calendar } from './rule.js'

const BETWEEN_CLOCK_AND_DAY = new Set([',', 'on', '('])
const BETWEEN_DAY_AND_CLOCK = new Set([',', 'at', 'around', 'about'])

/** One expression of a clock time and the day beside it: "8 p.m. EST" + "Nov. 9", "Tuesday" + "at noon". */
export function joined(all: readonly Found[], tokens: Tokens): Found[] {
  const out: Found[] = []
  for (const found of all) {
    const before = out.at(-1)
    if (before) shareHalf(out, before, found, tokens)
    const whole = before && pair(before, found, tokens)
    if (whole) out[out.length - 1] = whole
    else out.push(found)
    if (whole) shareDay(out, whole)
    if (out.length > 1) shareYear(out, tokens)
  }
  return out
}

/** "from 3:15 to 5:15 p.m.": both are in the afternoon. */
function shareHalf(all: Found[], first: Found, last: Found, tokens: Tokens): void {
  const { hour } = first.time ?? {}
  const until = last.time?.hour
  if (first.meaning.tag !== 'clock' || last.meaning.tag !== 'clock' || hour === undefined || until === undefined) return
  if (first.end - first.from > 1 || first.end + 1 !== last.from || !BETWEEN_HOURS.has(tokens.lower[first.end])) return
  if (!/^\d\d?:\d\d$/.test(tokens.lower[first.from]) || hour + 12 > until) return
  all[all.length - 1] = { ...first, time: { ...first.time, hour: hour + 12 } }
}

const BETWEEN_HOURS = new Set(['to', '-', '–', 'and', 'until'])

/** "7-9 p.m. Monday": both are on Monday. */
function shareDay(all: Found[], last: Found): void {
  const first = all.at(-2)
  if (first?.meaning.tag !== 'clock' || first.meaning.on !== undefined || first.end + 1 !== last.from) return
  all[all.length - 2] = { ...first, meaning: last.meaning }
}

const BETWEEN_MONTHS = new Set(['and', 'or', 'to', '-', '–', '—', 'through', 'until', ',', '&'])

/** "from January to June 1995", "May, June and July 1995": the year is that of all. */
function shareYear(all: Found[], tokens: Tokens): void {
  let last = all[all.length - 1]
  for (let index = all.length - 2; index >= 0; index--) {
    const first = all[index]
    if (first.meaning.tag !== 'calendar' || last.meaning.tag !== 'calendar') return
    const { known } = last.meaning
    if (known.year === undefined || known.month === undefined) return
    if (last.from !== first.end + 1 || !BETWEEN_MONTHS.has(tokens.lower[first.end])) return
    const { month, year } = first.meaning.known
    if (month === undefined || year !== undefined || first.meaning.direction !== undefined) return
    last = {
      ...first,
      meaning: calendar({ ...first.meaning.known, year: month > known.month ? known.year - 1 : known.year }),
    }
    all[index] = last
  }
}

/** "10:30 Friday night" is 22:30; "3 Friday night" may be either and stays. */
function inPart(time: TimeOfDay, part: PartOfDay | undefined): TimeOfDay {
  const { hour } = time
  if (hour === undefined || hour >= 12) return time
  const isLate = part === 'AF' || (part === 'EV' && hour >= 4) || (part === 'NI' && hour >= 5)
  return isLate ? { ...time, hour: hour + 12 } : time
}

function pair(first: Found, second: Found, tokens: Tokens): Found | undefined {
  if (second.from - first.end > 1) return undefined
  // Not the sentence: "9 a.m. EST Tuesday" may be cut after "a.m.".
  if ((tokens.shape[second.from] & SHAPE.LINE_START) !== 0) return undefined
  const gap = second.from > first.end ? tokens.lower[first.end] : undefined
  if (first.meaning.tag === 'clock' && first.meaning.on === undefined && isDay(second.meaning)) {
    if (gap !== undefined && !BETWEEN_CLOCK_AND_DAY.has(gap)) return undefined
    return {
      ...first,
      end: second.end,
      meaning: { tag: 'clock', on: second.meaning },
      ...(first.time ? { time: inPart(first.time, second.time?.partOfDay) } : {}),
      by: `${first.by}, ${second.by}`,
    }
  }
  if (second.meaning.tag === 'clock' && second.meaning.on === undefined && isDay(first.meaning)) {
    if (gap !== undefined && !BETWEEN_DAY_AND_CLOCK.has(gap)) return undefined
    return {
      ...second,
      from: first.from,
      meaning: { tag: 'clock', on: first.meaning },
      by: `${first.by}, ${second.by}`,
    }
  }
  return undefined
}
