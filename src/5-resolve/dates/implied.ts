import type { Direction, KnownParts } from '../../document/timex.js'
import { civilDay, dayNumber, daysInMonth, nthWeekday, weekdayOf } from './calendar.js'
import { firstDay, type Granule, granule, granuleAt, lastDay, monthsOn, shifted } from './granule.js'
import { HOLIDAY_DAYS } from './holidays.js'
import { isAhead, type Lean } from './lean.js'
import type { Scene } from './scene.js'

/** The known parts in a year; undefined if there is no such day (February 30). */
export function inYear(known: KnownParts, year: number): Granule | undefined {
  if (known.holiday !== undefined) {
    const day = HOLIDAY_DAYS[known.holiday]?.(year)
    if (day === undefined) return undefined
    // Of a Monday or Tuesday it is the weekend before: "the Labor Day weekend".
    return known.weekend ? granuleAt('weekend', weekdayOf(day) <= 2 ? day - 7 : day) : granule('day', day)
  }
  if (known.wholeWeek && known.month !== undefined) {
    const length = daysInMonth(year, known.month)
    const day = known.day ?? (known.nth === -1 ? length : 7 * ((known.nth ?? 1) - 1) + 1)
    return day > length ? undefined : granuleAt('week', dayNumber(year, known.month, day))
  }
  if (known.month !== undefined && known.nth !== undefined && known.weekday !== undefined) {
    const day = nthWeekday(year, known.month, known.weekday, known.nth)
    return civilDay(day).month === known.month ? granule('day', day) : undefined
  }
  if (known.month !== undefined) {
    if (known.day === undefined) return granule('month', year * 12 + known.month - 1)
    return known.day > daysInMonth(year, known.month)
      ? undefined
      : granule('day', dayNumber(year, known.month, known.day))
  }
  if (known.quarter !== undefined) return granule('quarter', year * 4 + known.quarter - 1)
  if (known.season !== undefined) return granule('season', year * 4 + known.season - 1)
  if (known.half !== undefined) return granule('half', year * 2 + known.half - 1)
  return granule('year', year)
}

const isFuture = (lean: Lean): boolean => lean === 'future' || lean === 'maybe future'

/** How far ahead a decade may begin: in 1989 "the '90s" are the next ones. */
const DECADE_AHEAD = 2

/** "the '90s": the last such decade that began before the anchor, or is about to. */
export function decadeBefore(digit: number, day: number): Granule {
  const now = Math.floor((civilDay(day).year + DECADE_AHEAD) / 10)
  return granule('decade', now - ((((now - digit) % 10) + 10) % 10))
}

/** How many days back a weekday must lie for the next one to be meant instead. */
const FORWARD_FROM: Readonly<Record<Lean, number>> = {
  'surely past': 7,
  future: 2,
  'maybe future': 4,
  open: 5,
  'maybe past': 6,
  'likely past': 6,
  past: 7,
}

export function weekday(
  wanted: number,
  day: number,
  direction: Direction | undefined,
  lean: () => Lean,
  from: string,
): Granule {
  const back = (weekdayOf(day) - wanted + 7) % 7
  const ahead = (wanted - weekdayOf(day) + 7) % 7
  if (from === 'text' && direction === 1) return granule('day', day + (ahead || 7))
  // "last Tuesday", on a Wednesday, is not yesterday.
  if (direction === -1) return granule('day', day - (back > 1 ? back : back + 7))
  // "next Friday", on a Monday, is not the Friday of the same week.
  if (direction === 1) return granule('day', day - weekdayOf(day) + 7 + wanted)
  // "this Tuesday", on a Friday, is to come unless the sentence tells of the past.
  if (direction === 0) {
    const here = day - weekdayOf(day) + wanted
    return granule('day', here < day && !lean().endsWith('past') ? here + 7 : here)
  }
  // News speaks of yesterday far more often than of six days from now; the farther back, the less it takes.
  const told = lean()
  const forward = back >= FORWARD_FROM[told]
  return granule('day', forward ? day + ahead : day - back)
}

export function weekend(day: number, direction: Direction | undefined, lean: () => Lean): Granule {
  const here = granuleAt('weekend', day)
  if (direction === 0) return here
  if (direction === 1) return shifted(here, 1)
  if (direction === undefined && (isFuture(lean()) || weekdayOf(day) >= 6)) return here
  return shifted(here, -1)
}

export function dayOfMonth(wanted: number, day: number, lean: () => Lean): Granule | undefined {
  const { year, month } = civilDay(day)
  const here = wanted <= daysInMonth(year, month) ? dayNumber(year, month, wanted) : undefined
  if (here === undefined) return undefined
  const told = lean()
  if (here > day && told.endsWith('past')) return granule('day', monthsOn(here, -1))
  if (here < day && isFuture(told)) return granule('day', monthsOn(here, 1))
  return granule('day', here)
}

/** After a date with its year: "in 1984 … in October" is in that year, "on Nov. 13, 2015 … on March 22" the nearest one. */
function besides(known: KnownParts, named: Granule, isStart: boolean): Granule | undefined {
  const { year } = civilDay(firstDay(named))
  if (named.unit === 'year') return inYear(known, year)
  // A story goes on rather than back; "from April to January" only on.
  const back = isStart ? 10 : 1.3
  const distance = (each: Granule): number =>
    Math.max(back * (firstDay(named) - lastDay(each)), firstDay(each) - lastDay(named), 0)
  let nearest: Granule | undefined
  for (const offset of [0, 1, -1]) {
    const each = inYear(known, year + offset)
    if (each && (nearest === undefined || distance(each) < distance(nearest))) nearest = each
  }
  return nearest
}

/** "Saturday, April 18" is no April 18 of a year in which that is a Friday. */
const fitsWeekday = ({ weekday: wanted, day }: KnownParts, at: Granule): boolean =>
  wanted === undefined || day === undefined || weekdayOf(firstDay(at)) === wanted

/** What comes back every year: "March", "March 3", "spring", "the third quarter", "Christmas". */
export function recurring(
  known: KnownParts,
  day: number,
  scene: Scene,
  direction: Direction | undefined,
  lean: () => Lean,
): Granule | undefined {
  const { year } = civilDay(day)
  if (direction === undefined && scene.named?.sentence === scene.sentence && known.quarter === undefined) {
    const told = besides(known, scene.named.at, scene.named.isStart === true)
    if (told === undefined || fitsWeekday(known, told)) return told
  }
  if (direction === 0 && known.season !== 4) return inYear(known, year)
  let past: Granule | undefined
  let future: Granule | undefined
  // February 29 comes back every fourth year, but for most centuries'.
  const reach = known.month === 2 && known.day === 29 ? 9 : known.holiday ? 5 : 2
  for (let offset = -reach; offset <= reach; offset++) {
    const candidate = inYear(known, year + offset)
    if (candidate === undefined) continue
    const before = direction === -1 ? lastDay(candidate) < day : firstDay(candidate) <= day
    if (before) past = candidate
    if (future === undefined && (direction === 1 ? firstDay(candidate) > day : lastDay(candidate) >= day))
      future = candidate
  }
  if (past === undefined || future === undefined) return past ?? future
  if (direction === -1) return past
  if (direction === 1) return future
  if (past.index === future.index) return past
  if (known.weekday !== undefined && known.day !== undefined) {
    const fits = [past, future].filter((each) => fitsWeekday(known, each))
    if (fits.length === 1) return fits[0]
  }
  const told = lean()
  // "First-quarter profit" is one that has been, as a rule.
  const isBusiness = known.quarter !== undefined || known.half !== undefined
  const likely = told === 'open' && isBusiness ? 'likely past' : told
  return isAhead(likely, day - lastDay(past), firstDay(future) - day) ? future : past
}
