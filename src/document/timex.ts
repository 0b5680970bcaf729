import type { TokenRange } from './segmented.js'
import type { Span } from './span.js'

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** A time expression with its TIMEX3 value. */
export interface Timex extends Span {
  readonly type: TimexType
  /** TIMEX3: `2016-05-03`, `2016-W18`, `2016-Q2`, `PAST_REF`, `2016-05-03T20:00`, `P4D`. Absent without an anchor. */
  readonly value?: string
  readonly mod?: string
  /** First and last calendar day that a DATE covers, `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  readonly by: string
}

/** The stretches of the calendar that a date can name, from the shortest to the longest. */
export const CALENDAR_UNITS = [
  'day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century',
] as const // biome-ignore format: one line
export type CalendarUnit = (typeof CALENDAR_UNITS)[number]

export type DurationUnit = 'second' | 'minute' | 'hour' | Exclude<CalendarUnit, 'season' | 'half'>

/** What an expression says of a date in so many words. All other parts are implied, and left to `5-resolve/dates/`. */
export interface KnownParts {
  readonly century?: number
  /** Years divided by ten: 199 for the 1990s; only the last digit where `century` is unknown: 9 for "the '90s". */
  readonly decade?: number
  readonly year?: number
  /** January to June is 1. */
  readonly half?: number
  readonly quarter?: number
  /** Spring 1, summer 2, fall 3, winter 4. */
  readonly season?: number
  readonly month?: number
  readonly day?: number
  /** Monday 1 to Sunday 7. */
  readonly weekday?: number
  /** "the first Monday in October"; the last is -1. */
  readonly nth?: number
  /** "the week of May 3", "the first week of May": the whole week around the day. */
  readonly wholeWeek?: true
  readonly weekend?: true
  /** Name of a holiday with a rule of its own: `thanksgiving`. */
  readonly holiday?: string
}

/** What a date counts from: the article's own day, or the last date that the text spoke of. */
export type Anchor = 'publication' | 'text'

/** "last" -1, "this" 0, "next" 1. */
export type Direction = -1 | 0 | 1

/** "March 3", "Tuesday", "the third quarter", "the '90s": some parts known, the rest implied by the anchor. */
export interface CalendarMeaning {
  readonly tag: 'calendar'
  readonly known: KnownParts
  /** The smallest unit above the known parts that the anchor must supply; absent where nothing is implied. */
  readonly implied?: 'century' | 'year' | 'month' | 'week'
  readonly from: Anchor
  /** "last Tuesday", "next March"; absent where the sentence must decide. */
  readonly direction?: Direction
  /** "the third quarter of last year": where the implied parts come from. */
  readonly within?: ShiftMeaning
  /** "the 1988 period" beside a quarter's figures means that quarter of 1988. */
  readonly keepsGrain?: true
  /** "the 1988 quarter": a quarter, even where the text spoke of none. */
  readonly isQuarter?: true
}

/** "two days ago", "last week", "the following year", "this month": so many units away from the anchor. */
export interface ShiftMeaning {
  readonly tag: 'shift'
  readonly unit: CalendarUnit
  /** Absent where the text is vague: "a few days ago". */
  readonly count?: number
  readonly direction: Direction
  readonly from: Anchor
  /** "a year ago today", "ten years ago this month": the day, the month so far away. */
  readonly grain?: CalendarUnit
  /** "a year ago" beside a quarter's figures means that quarter a year ago. */
  readonly keepsGrain?: true
}

/** "now", "recently", "soon". */
export interface ReferenceMeaning {
  readonly tag: 'reference'
  readonly to: 'past' | 'present' | 'future'
}

export interface Amount {
  readonly unit: DurationUnit
  /** Absent where the text is vague: "weeks". */
  readonly count?: number
}

/** "two and a half years", "weeks". */
export interface DurationMeaning {
  readonly tag: 'duration'
  readonly amounts: readonly Amount[]
}

/** "every two weeks" (each time that long), "Tuesdays" (each day that fits). */
export interface SetMeaning {
  readonly tag: 'set'
  readonly every: Amount | { readonly weekday: number } | { readonly month: number } | { readonly season: number }
}

/** "8 p.m.", on the day of the anchor unless the expression names one. */
export interface ClockMeaning {
  readonly tag: 'clock'
  readonly on?: CalendarMeaning | ShiftMeaning
}

export type TimexMeaning =
  | CalendarMeaning
  | ShiftMeaning
  | ReferenceMeaning
  | DurationMeaning
  | SetMeaning
  | ClockMeaning

/** TIMEX3 codes: morning, midday, afternoon, evening, night, daytime. */
export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

/** What an expression says of the time of day. */
export interface TimeOfDay {
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly partOfDay?: PartOfDay
  /** As written: `EST`. */
  readonly zone?: string
}

/** A time expression that `4-recognize/dates/` found; what it says is kept as data for `5-resolve/dates/` to compute. */
export interface TimexExpression extends Span, TokenRange {
  readonly type: TimexType
  readonly meaning: TimexMeaning
  readonly time?: TimeOfDay
  readonly mod?: string
  readonly by: string
}

export interface WithTimexExpressions {
  readonly timexes: readonly TimexExpression[]
}

export interface WithDates {
  readonly dates: readonly Timex[]
}
