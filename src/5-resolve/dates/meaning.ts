import {
  CALENDAR_UNITS,
  type CalendarMeaning,
  type CalendarUnit,
  type ClockMeaning,
  type Direction,
  type KnownParts,
  type ShiftMeaning,
} from '../../document/timex.js'
import { civilDay } from './calendar.js'
import {
  enclosing,
  firstDay,
  type Granule,
  granule,
  granuleAt,
  lastDay,
  monthsOn,
  shifted,
  yearsOn,
} from './granule.js'
import { dayOfMonth, decadeBefore, inYear, recurring, weekday, weekend } from './implied.js'
import type { Lean } from './lean.js'
import type { Scene } from './scene.js'

/** The stretch of the calendar that an expression means; undefined where there is nothing to count from. */
export function granuleOf(
  meaning: CalendarMeaning | ShiftMeaning | ClockMeaning,
  scene: Scene,
  lean: () => Lean,
): Granule | undefined {
  switch (meaning.tag) {
    case 'shift':
      return shiftedFrom(meaning, scene)
    case 'clock':
      return meaning.on ? granuleOf(meaning.on, scene, lean) : dayInView(scene)
    default:
      return calendarGranule(meaning, scene, lean)
  }
}

/** How many sentences a day stays in view. */
const CLOCK_REACH = 2

/** A clock time without a date is on the day that the sentence before spoke of, else on the article's. */
function dayInView(scene: Scene): Granule | undefined {
  if (scene.focus?.unit === 'day' && scene.sentence - scene.focusSentence <= CLOCK_REACH) return scene.focus
  return scene.publication === undefined ? undefined : granule('day', scene.publication)
}

function shiftedFrom(meaning: ShiftMeaning, scene: Scene): Granule | undefined {
  const { unit, direction, count = 1, from } = meaning
  const steps = direction * count
  if (meaning.grain !== undefined) return awayFrom(meaning.grain, meaning, steps, scene)
  if (meaning.keepsGrain && unit === 'year') return compared(meaning, scene, steps)
  const anchor = from === 'publication' ? ofPublication(scene) : anchorInText(unit, direction, scene)
  if (anchor === undefined) return undefined
  // "the day after the vote", where the text told no day of the vote, is past all the same.
  if (meaning.keepsGrain && steps > 0 && anchor.index === scene.publication) return enclosing(unit, anchor)
  if (isCoarser(anchor, unit)) return coarselyShifted(anchor, unit, steps)
  return shifted(enclosing(unit, anchor), steps)
}

/** "a year ago today", "ten years ago this month", "the same month a year earlier". */
function awayFrom(grain: CalendarUnit, { unit, from }: ShiftMeaning, steps: number, scene: Scene): Granule | undefined {
  const focus = from === 'text' && scene.focus?.unit === grain ? scene.focus : ofPublication(scene)
  if (focus === undefined) return undefined
  const day = firstDay(focus)
  return granuleAt(grain, unit === 'year' ? yearsOn(granule('day', day), steps).index : monthsOn(day, steps))
}

const ABOUT_DAYS: Partial<Readonly<Record<CalendarUnit, number>>> = {
  day: 1,
  weekend: 7,
  week: 7,
  month: 30,
  quarter: 91,
  season: 91,
  half: 182,
}

/** "In January 1996 … Six weeks later": no finer than what it counts from; from its middle on. */
function coarselyShifted(anchor: Granule, unit: CalendarUnit, steps: number): Granule {
  const middle = Math.floor((firstDay(anchor) + lastDay(anchor)) / 2)
  return granuleAt(anchor.unit, middle + steps * (ABOUT_DAYS[unit] ?? 365))
}

const isCoarser = (one: Granule, unit: CalendarUnit): boolean =>
  CALENDAR_UNITS.indexOf(one.unit) > CALENDAR_UNITS.indexOf(unit)

/** The date in the text that "the next day", "that year", "the quarter" count from. */
function anchorInText(unit: CalendarUnit, direction: Direction, scene: Scene): Granule | undefined {
  const { focus } = scene
  // A day that the text named, unless it has gone on to some month since ("in January 1996 … six weeks later").
  if (unit === 'day') return focus?.unit === 'month' ? focus : (scene.day ?? focus)
  if (unit === 'quarter' && (scene.quarter || !focus || isCoarser(focus, unit) || focus.index === scene.publication))
    // Business news reports on the quarter that ended last.
    return (
      scene.quarter ?? (scene.publication === undefined ? undefined : shifted(granuleAt(unit, scene.publication), -1))
    )
  // "by the end of the week": that of the sentence before; without one, of the article.
  const isFar = focus === undefined || isCoarser(focus, unit) || scene.sentence - scene.focusSentence > 1
  return direction === 0 && isFar ? ofPublication(scene) : focus
}

const ofPublication = (scene: Scene): Granule | undefined =>
  scene.publication === undefined ? undefined : granule('day', scene.publication)

/** "a year earlier", "a year ago": the same quarter or day of the year before, where the text speaks of one. */
function compared(meaning: ShiftMeaning, scene: Scene, years: number): Granule | undefined {
  if (scene.period !== undefined) return yearsOn(scene.period, years)
  const anchor = meaning.from === 'text' ? scene.focus : ofPublication(scene)
  return anchor && shifted(enclosing('year', anchor), years)
}

function calendarGranule(meaning: CalendarMeaning, scene: Scene, lean: () => Lean): Granule | undefined {
  const { known, within } = meaning
  if (within) {
    const around = shiftedFrom(within, scene)
    return around && inside(around, known)
  }
  if (meaning.keepsGrain && known.year !== undefined) {
    const told = scene.period?.unit === 'day' ? scene.quarter : scene.period
    const period = told ?? (meaning.isQuarter ? anchorInText('quarter', 0, scene) : undefined)
    if (period?.unit === 'quarter') return granule('quarter', known.year * 4 + (period.index % 4))
    if (period?.unit === 'half') return granule('half', known.year * 2 + (period.index % 2))
  }
  if (known.century !== undefined) return granule('century', known.century)
  if (known.year !== undefined) return inYear(known, known.year)
  if (known.decade !== undefined && known.decade >= 10) return granule('decade', known.decade)
  const anchor = meaning.from === 'text' && scene.focus ? scene.focus : ofPublication(scene)
  if (anchor === undefined) return undefined
  const day = firstDay(anchor)
  if (known.decade !== undefined) return decadeBefore(known.decade, day)
  if (known.weekday !== undefined && known.month === undefined)
    return weekday(known.weekday, day, meaning.direction, lean, meaning.from)
  if (known.weekend && known.holiday === undefined) return weekend(day, meaning.direction, lean)
  if (meaning.implied === 'month') return dayOfMonth(known.day!, day, lean)
  return recurring(known, day, scene, meaning.direction, lean)
}

/** A month or quarter of a year that is known, a weekday of a week that is. */
function inside(around: Granule, known: KnownParts): Granule | undefined {
  if (known.weekday !== undefined && around.unit === 'week') return granule('day', firstDay(around) + known.weekday - 1)
  if (around.unit === 'month')
    return inYear({ ...known, month: (around.index % 12) + 1 }, Math.floor(around.index / 12))
  return inYear(known, civilDay(firstDay(around)).year)
}
