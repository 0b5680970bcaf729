import { SHAPE, type Tokens } from '../../document/segmented.js'
import type {
  Anchor,
  CalendarMeaning,
  CalendarUnit,
  Direction,
  DurationMeaning,
  DurationUnit,
  KnownParts,
  ReferenceMeaning,
  ShiftMeaning,
  TimeOfDay,
  TimexMeaning,
  TimexType,
} from '../../document/timex.js'
import { UNITS } from './lexicon.js'
import type { Captures } from './tape.js'

/** Where in the article a pattern matched: tokens `from` to `end` (excluded). */
export interface Place {
  readonly tokens: Tokens
  readonly from: number
  readonly end: number
}

/** What a match says. */
export interface Said {
  readonly meaning: TimexMeaning
  /** Where it differs from the rule's. */
  readonly type?: TimexType
  readonly time?: TimeOfDay | undefined
  readonly mod?: string | undefined
}

/** One way to speak of time. `patterns` are in the language of `pattern.ts`. */
export interface Rule {
  readonly name: string
  readonly type: TimexType
  readonly patterns: readonly string[]
  /** Where `read` refuses, no other rule may have these words. */
  readonly blocks?: true
  /** Undefined where the words speak of no time after all ("May" the minister). */
  readonly read: (captures: Captures, place: Place) => Said | undefined
}

/** A text with what must be found in it, and nothing else. */
export interface Example {
  readonly text: string
  /** Publication date; 2016-11-09 (a Wednesday) if absent. */
  readonly published?: string
  /** `[words, type, value]` in order of reading. */
  readonly finds: readonly (readonly [text: string, type: TimexType, value: string])[]
}

/** While it is filled. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** The smallest unit above the known parts that somebody else must supply. */
function impliedBy(known: KnownParts): 'century' | 'year' | 'month' | 'week' | undefined {
  if (known.century !== undefined || known.year !== undefined) return undefined
  if (known.decade !== undefined) return known.decade < 10 ? 'century' : undefined
  if (known.month !== undefined || known.quarter || known.season || known.half || known.holiday) return 'year'
  if (known.day !== undefined) return 'month'
  return 'week'
}

export function calendar(
  known: KnownParts,
  more: { readonly direction?: Direction; readonly from?: Anchor; readonly within?: ShiftMeaning } = {},
): CalendarMeaning {
  const meaning: Mutable<CalendarMeaning> = { tag: 'calendar', known, from: more.from ?? 'publication' }
  if (more.direction !== undefined) meaning.direction = more.direction
  if (more.within !== undefined) meaning.within = more.within
  const implied = impliedBy(known)
  if (implied !== undefined) meaning.implied = implied
  return meaning
}

export function shift(
  unit: CalendarUnit,
  direction: Direction,
  count: number,
  from: Anchor = 'publication',
): ShiftMeaning {
  return Number.isNaN(count) ? { tag: 'shift', unit, direction, from } : { tag: 'shift', unit, direction, from, count }
}

export const reference = (to: ReferenceMeaning['to']): ReferenceMeaning => ({ tag: 'reference', to })

export const duration = (unit: number, count = Number.NaN): DurationMeaning => ({
  tag: 'duration',
  amounts: [Number.isNaN(count) ? { unit: UNITS[unit] } : { unit: UNITS[unit], count }],
})

export const unitName = (unit: number): DurationUnit => UNITS[unit]

/** A unit that a calendar can be cut into; undefined for hours and shorter. */
export function calendarUnit(unit: number): CalendarUnit | undefined {
  const name = UNITS[unit]
  return name === 'second' || name === 'minute' || name === 'hour' ? undefined : name
}

/** "last" -1, "this" 0, "next" 1; undefined for other words. */
export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  last: -1,
  past: -1,
  previous: -1,
  prior: -1,
  preceding: -1,
  this: 0,
  current: 0,
  that: 0,
  same: 0,
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
}

/** The words of `place`, lower case. */
export const wordAt = (place: Place, offset: number): string => place.tokens.lower[place.from + offset] ?? ''
export const wordBefore = (place: Place, distance = 1): string => wordOrDash(place.tokens, place.from - distance)
export const wordAfter = (place: Place, distance = 0): string => wordOrDash(place.tokens, place.end + distance)

/** A hyphen behind a space is a dash: "last week - virtually" is not "last week-virtually". */
function wordOrDash(tokens: Tokens, at: number): string {
  const word = tokens.lower[at] ?? ''
  return word === '-' && (tokens.shape[at] & SHAPE.SPACE_BEFORE) !== 0 ? '–' : word
}

/** Whether one of the match's words is `word`. */
export function says(place: Place, ...words: readonly string[]): boolean {
  for (let at = place.from; at < place.end; at++) if (words.includes(place.tokens.lower[at])) return true
  return false
}

/** "the year" of "the year before", not of "the year before the war". */
export const endsClause = (place: Place): boolean =>
  /^([.,;:)"]|''|and|but|when|while|with|at|in|after|because|as|that|-|--|–|—|)$/.test(wordAfter(place)) ||
  place.tokens.sentence[place.end] !== place.tokens.sentence[place.from]

/** "'98" is 1998, "12/31/17" in 2017. */
export const centuryOf = (twoDigits: number): number => (twoDigits < 50 ? 2000 : 1900) + twoDigits
