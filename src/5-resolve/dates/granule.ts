import type { CalendarUnit } from '../../document/timex.js'
import { civilDay, dayNumber, daysInMonth, isoDay, isoWeekOf, padded } from './calendar.js'

/**
 * One stretch of the calendar, numbered along the line of its kind, so that "three quarters before" is `index - 3`:
 * days since the epoch, weeks (from Monday) since the epoch's, `year * 12 + month - 1`, `year * 4 + quarter - 1`,
 * `year * 2 + half - 1`, the year, the year / 10, the year / 100.
 */
export interface Granule {
  readonly unit: CalendarUnit
  readonly index: number
}

export const granule = (unit: CalendarUnit, index: number): Granule => ({ unit, index })
export const shifted = (from: Granule, count: number): Granule => granule(from.unit, from.index + count)

const FIRST_MONDAY = -3 // 1969-12-29
const SEASON_CODES = ['SP', 'SU', 'FA', 'WI']
/** Months that the seasons begin with: March, June, September, December. */
const SEASON_MONTHS = 3

interface Kind {
  /** The index of the stretch that a day lies in. */
  readonly at: (days: number) => number
  readonly first: (index: number) => number
  readonly format: (index: number) => string
}

const monthAt = (days: number): number => {
  const { year, month } = civilDay(days)
  return year * 12 + month - 1
}
const firstOfMonth = (index: number): number => dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1)
const year = (index: number): string => padded(index, 4)
const week = (index: number): string => {
  const iso = isoWeekOf(FIRST_MONDAY + index * 7)
  return `${year(iso.year)}-W${padded(iso.week)}`
}

const KINDS: Readonly<Record<CalendarUnit, Kind>> = {
  day: { at: (days) => days, first: (index) => index, format: isoDay },
  week: {
    at: (days) => Math.floor((days - FIRST_MONDAY) / 7),
    first: (index) => FIRST_MONDAY + index * 7,
    format: week,
  },
  weekend: {
    at: (days) => Math.floor((days - FIRST_MONDAY) / 7),
    first: (index) => FIRST_MONDAY + index * 7 + 5,
    format: (index) => `${week(index)}-WE`,
  },
  month: {
    at: monthAt,
    first: firstOfMonth,
    format: (index) => `${year(Math.floor(index / 12))}-${padded((index % 12) + 1)}`,
  },
  quarter: {
    at: (days) => Math.floor(monthAt(days) / 3),
    first: (index) => firstOfMonth(index * 3),
    format: (index) => `${year(Math.floor(index / 4))}-Q${(index % 4) + 1}`,
  },
  season: {
    // January and February belong to the winter that began the year before.
    at: (days) => Math.floor((monthAt(days) - (SEASON_MONTHS - 1)) / 3),
    first: (index) => firstOfMonth(index * 3 + SEASON_MONTHS - 1),
    format: (index) => `${year(Math.floor(index / 4))}-${SEASON_CODES[index % 4]}`,
  },
  half: {
    at: (days) => Math.floor(monthAt(days) / 6),
    first: (index) => firstOfMonth(index * 6),
    format: (index) => `${year(Math.floor(index / 2))}-H${(index % 2) + 1}`,
  },
  year: { at: (days) => civilDay(days).year, first: (index) => dayNumber(index, 1, 1), format: year },
  decade: {
    at: (days) => Math.floor(civilDay(days).year / 10),
    first: (index) => dayNumber(index * 10, 1, 1),
    format: (index) => `${padded(index, 3)}X`,
  },
  // "The 19th century" is 18XX: the years 1800 to 1899, as TIMEX3 counts it.
  century: {
    at: (days) => Math.floor(civilDay(days).year / 100),
    first: (index) => dayNumber(index * 100, 1, 1),
    format: (index) => `${padded(index)}XX`,
  },
}

/** The stretch of that kind which the day lies in; of a weekend the one that ends its week. */
export const granuleAt = (unit: CalendarUnit, days: number): Granule => granule(unit, KINDS[unit].at(days))
export const firstDay = (of: Granule): number => KINDS[of.unit].first(of.index)
export const lastDay = (of: Granule): number => KINDS[of.unit].first(of.index + 1) - (of.unit === 'weekend' ? 6 : 1)
export const formatted = (of: Granule): string => KINDS[of.unit].format(of.index)

/** The stretch of another kind around (or at the start of) this one. */
export const enclosing = (unit: CalendarUnit, of: Granule): Granule =>
  of.unit === unit ? of : granuleAt(unit, firstDay(of))

/** So many years on, the rest the same; February 29 becomes 28 where it must. */
export function yearsOn(of: Granule, years: number): Granule {
  switch (of.unit) {
    case 'day': {
      const { year, month, day } = civilDay(of.index)
      return granule('day', dayNumber(year + years, month, Math.min(day, daysInMonth(year + years, month))))
    }
    case 'month':
      return shifted(of, years * 12)
    case 'quarter':
    case 'season':
      return shifted(of, years * 4)
    case 'half':
      return shifted(of, years * 2)
    case 'year':
      return shifted(of, years)
    case 'decade':
      return shifted(of, Math.trunc(years / 10))
    case 'century':
      return shifted(of, Math.trunc(years / 100))
    default:
      return shifted(of, years * 52)
  }
}

/** So many months on, clamped to the month's last day. */
export function monthsOn(day: number, months: number): number {
  const civil = civilDay(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const first = firstOfMonth(index)
  const length = firstOfMonth(index + 1) - first
  return first + Math.min(civil.day, length) - 1
}
