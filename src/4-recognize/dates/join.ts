import { SHAPE, type Tokens } from '../../document/segmented.js'
import type { PartOfDay, TimeOfDay } from '../../document/timex.js'
import { isDay } from './modify.js'
import type { Found } from './recognize.js'
import { shareDay, shareHabit, shareHalf, shareYear } from './share.js'

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
    if (out.length > 1) shareHabit(out, tokens)
  }
  return out
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
