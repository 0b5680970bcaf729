import type { Amount, DurationUnit, SetMeaning, TimeOfDay } from '../../document/timex.js'
import { padded } from './calendar.js'

const DATE_LETTERS: Partial<Readonly<Record<DurationUnit, string>>> = { day: 'D', week: 'W', month: 'M', year: 'Y' }
const TIME_LETTERS: Partial<Readonly<Record<DurationUnit, string>>> = { hour: 'H', minute: 'M', second: 'S' }
/** Units that ISO 8601 has no letter for, in units that it has one for. */
const IN_SMALLER: Partial<Readonly<Record<DurationUnit, { readonly unit: DurationUnit; readonly count: number }>>> = {
  quarter: { unit: 'month', count: 3 },
  decade: { unit: 'year', count: 10 },
  century: { unit: 'year', count: 100 },
  weekend: { unit: 'day', count: 2 },
}
/** Where a fraction goes: half a year is six months. */
const PARTS: Partial<Readonly<Record<DurationUnit, { readonly unit: DurationUnit; readonly count: number }>>> = {
  year: { unit: 'month', count: 12 },
  day: { unit: 'hour', count: 24 },
  hour: { unit: 'minute', count: 60 },
  minute: { unit: 'second', count: 60 },
}
const VAGUE: Partial<Readonly<Record<DurationUnit, string>>> = {
  decade: 'PXE',
  century: 'PXC',
  quarter: 'PXQ',
  weekend: 'PXD',
}

/** Whole amounts only, the fraction passed on to the next smaller unit where there is one. */
function spread({ unit, count }: Amount): Amount[] {
  if (count === undefined) return [{ unit }]
  const smaller = IN_SMALLER[unit]
  if (smaller) return spread({ unit: smaller.unit, count: count * smaller.count })
  const part = PARTS[unit]
  const whole = Math.floor(count)
  if (whole === count || !part) return [{ unit, count }]
  const rest = { unit: part.unit, count: Math.round((count - whole) * part.count) }
  return whole === 0 ? [rest] : [{ unit, count: whole }, rest]
}

/** `P2Y6M`, `PT30M`, `PXW`: an ISO 8601 duration, X for what the text leaves open. */
export function durationValue(amounts: readonly Amount[]): string {
  if (amounts.length === 1 && amounts[0].count === undefined) {
    const vague = VAGUE[amounts[0].unit]
    if (vague) return vague
  }
  let date = ''
  let time = ''
  for (const { unit, count } of amounts.flatMap(spread)) {
    const number = count === undefined ? 'X' : String(count)
    const letter = DATE_LETTERS[unit]
    if (letter) date += number + letter
    else time += number + (TIME_LETTERS[unit] ?? 'H')
  }
  return `P${date}${time ? `T${time}` : ''}`
}

const SEASONS = ['SP', 'SU', 'FA', 'WI']

/** `P1W`, `XXXX-WXX-2`, `XXXX-WXX-2TNI`, `XXXX-05`, `XXXX-SU`. */
export function setValue({ every }: SetMeaning, time: TimeOfDay | undefined): string {
  const part = time?.partOfDay ? `T${time.partOfDay}` : ''
  if ('weekday' in every) return `XXXX-WXX-${every.weekday}${part}`
  if ('month' in every) return `XXXX-${padded(every.month)}`
  if ('season' in every) return `XXXX-${SEASONS[every.season - 1]}`
  if (every.unit === 'weekend') return 'XXXX-WXX-WE'
  if (part && every.unit === 'day') return `XXXX-XX-XX${part}`
  return durationValue([every])
}

/** `T20:00`, `T20:00:30`, `TNI`; empty if nothing is known. */
export function timeValue({ hour, minute, second, partOfDay }: TimeOfDay): string {
  if (hour === undefined) return partOfDay ? `T${partOfDay}` : ''
  return `T${padded(hour)}:${padded(minute ?? 0)}${second === undefined ? '' : `:${padded(second)}`}`
}
