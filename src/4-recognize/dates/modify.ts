import { SHAPE, type Tokens } from '../../document/segmented.js'
import type { CalendarMeaning, ShiftMeaning, TimexMeaning } from '../../document/timex.js'
import { PARTS_OF_DAY } from './elements.js'
import { LEXICON } from './lexicon.js'
import type { Found } from './recognize.js'

/** Words before an expression that belong to it, last word first, with the TIMEX3 modifier that they stand for. */
interface Modifier {
  readonly words: readonly string[]
  readonly mod: string
}

/** By the last word, the longer ones first. */
type Modifiers = ReadonlyMap<string, readonly Modifier[]>

function modifiers(table: Readonly<Record<string, string>>): Modifiers {
  const all = Object.entries(table)
    .map(([words, mod]) => ({ words: words.split(' ').reverse(), mod }))
    .sort((a, b) => b.words.length - a.words.length)
  const byLast = new Map<string, Modifier[]>()
  for (const each of all) byLast.set(each.words[0], [...(byLast.get(each.words[0]) ?? []), each])
  return byLast
}

/** Before an amount: "more than two years", "nearly two years ago". */
const AMOUNT = modifiers({
  about: 'APPROX',
  around: 'APPROX',
  approximately: 'APPROX',
  roughly: 'APPROX',
  some: 'APPROX',
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
  'just under': 'LESS_THAN',
  under: 'LESS_THAN',
  'less than': 'LESS_THAN',
  'fewer than': 'LESS_THAN',
  over: 'MORE_THAN',
  'just over': 'MORE_THAN',
  'more than': 'MORE_THAN',
  'longer than': 'MORE_THAN',
  'well over': 'MORE_THAN',
  'at least': 'EQUAL_OR_MORE',
  'no less than': 'EQUAL_OR_MORE',
  'at most': 'EQUAL_OR_LESS',
  'up to': 'EQUAL_OR_LESS',
  'no more than': 'EQUAL_OR_LESS',
  'not more than': 'EQUAL_OR_LESS',
})

/** Before a date: "early 2016", "the end of May", "mid-July". */
const DATE = modifiers({
  early: 'START',
  'early -': 'START',
  'very early': 'START',
  'early in': 'START',
  'late in': 'END',
  'earlier in': 'START',
  'later in': 'END',
  earlier: 'START',
  later: 'END',
  'the first part of': 'START',
  'the latter half of': 'END',
  'the beginning of': 'START',
  'the start of': 'START',
  'beginning of': 'START',
  'the early part of': 'START',
  mid: 'MID',
  'mid -': 'MID',
  'the mid -': 'MID',
  'the mid': 'MID',
  'the middle of': 'MID',
  late: 'END',
  'late -': 'END',
  'the end of': 'END',
  'the latter part of': 'END',
  'end of': 'END',
  'the early': 'START',
  'the late': 'END',
  'about the': 'APPROX',
  around: 'APPROX',
  about: 'APPROX',
  'early on': 'START',
  'late on': 'END',
})
/** Before "this week", "last year", "the month". */
const WITHIN = modifiers({
  earlier: 'START',
  later: 'END',
  early: 'START',
  late: 'END',
  mid: 'MID',
  'mid -': 'MID',
  'the beginning of': 'START',
  'the start of': 'START',
  'the middle of': 'MID',
  'the end of': 'END',
  'earlier in': 'START',
  'later in': 'END',
  'early in': 'START',
  'late in': 'END',
})

/** Before a time of day: "about 3 a.m." */
const CLOCK = modifiers({
  about: 'APPROX',
  around: 'APPROX',
  approximately: 'APPROX',
  roughly: 'APPROX',
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
})

const SUFFIXES = [
  [['or', 'so'], 'APPROX'],
  [['or', 'more'], 'EQUAL_OR_MORE'],
  [['or', 'longer'], 'EQUAL_OR_MORE'],
  [['or', 'less'], 'EQUAL_OR_LESS'],
  [['and', 'beyond'], 'ON_OR_AFTER'],
] as const

/** The smallest unit that an expression names. */
export function grainOf(meaning: TimexMeaning): string {
  if (meaning.tag === 'shift') return meaning.unit
  if (meaning.tag !== 'calendar') return meaning.tag
  const { known } = meaning
  if (known.wholeWeek) return 'week'
  if (known.day !== undefined || known.weekday !== undefined || known.holiday !== undefined) return 'day'
  if (known.month !== undefined) return 'month'
  for (const unit of ['weekend', 'quarter', 'season', 'half', 'year', 'decade'] as const)
    if (known[unit] !== undefined) return unit
  return 'century'
}

/** A meaning that a time of day can be added to. */
export const isDay = (meaning: TimexMeaning): meaning is CalendarMeaning | ShiftMeaning => grainOf(meaning) === 'day'

/** The expression with what stands around it and belongs to it: part of the day, modifiers before and behind. */
export function modified(found: Found, tokens: Tokens, consumed: number): Found {
  return withSuffix(withPrefix(withPartOfDay(found, tokens, consumed), tokens, consumed), tokens)
}

/** "Friday" + "night", "the night of" + "May 3". */
function withPartOfDay(found: Found, tokens: Tokens, consumed: number): Found {
  if (found.time || !isDay(found.meaning)) return found
  const part =
    tokens.sentence[found.end] === tokens.sentence[found.from]
      ? LEXICON.get(tokens.lower[found.end] ?? '')?.partOfDay
      : undefined
  if (part && (tokens.shape[found.end] & SHAPE.CAPITAL) === 0)
    return { ...found, type: 'TIME', time: { partOfDay: part }, end: found.end + 1 }
  const before = found.from - 2
  if (before < consumed || tokens.lower[before + 1] !== 'of') return found
  const of = LEXICON.get(tokens.lower[before])?.partOfDay
  if (!of || !PARTS_OF_DAY.includes(of)) return found
  const from = tokens.lower[before - 1] === 'the' && before > consumed ? before - 1 : before
  return { ...found, type: 'TIME', time: { partOfDay: of }, from }
}

function tableFor(found: Found, tokens: Tokens): Modifiers | undefined {
  const { meaning } = found
  const first = tokens.lower[found.from]
  if (meaning.tag === 'duration') return AMOUNT
  // "about an hour ago"
  if (meaning.tag === 'reference') return tokens.lower[found.end - 1] === 'ago' ? AMOUNT : undefined
  if (meaning.tag === 'shift') {
    if (first === 'this' || first === 'that' || first === 'last' || first === 'next' || first === 'the') return WITHIN
    if (meaning.unit === 'day' && meaning.count !== undefined && meaning.count <= 1 && found.end === found.from + 1)
      return DATE
    return found.end - found.from > 1 ? AMOUNT : undefined
  }
  if (meaning.tag === 'clock') return found.time?.hour === undefined ? undefined : CLOCK
  if (meaning.tag !== 'calendar') return undefined
  return first === 'this' || first === 'that' || first === 'last' || first === 'next' ? WITHIN : DATE
}

function withPrefix(found: Found, tokens: Tokens, consumed: number): Found {
  const table = tableFor(found, tokens)
  const candidates = table?.get(tokens.lower[found.from - 1])
  if (candidates === undefined) return found
  for (const { words, mod } of candidates) {
    let matched = 0
    while (matched < words.length && tokens.lower[found.from - 1 - matched] === words[matched]) matched++
    const from = found.from - words.length
    if (matched < words.length || from < consumed || tokens.sentence[from] !== tokens.sentence[found.from]) continue
    if (mod === 'APPROX' && (isMerelyAbout(found, tokens) || grainOf(found.meaning) === 'decade')) return found
    // "talk about the 2016 race"
    if (words.length > 1 && words[0] === 'the' && mod === 'APPROX' && !WHEN.has(tokens.lower[from - 1])) return found
    if (words.length === 1 && words[0] === 'over' && isThroughout(found, tokens)) return found
    // "early on Wednesday", not "early on May 3"; "around the past year" is no amount.
    if (words[0] === 'on' && grainOf(found.meaning) !== 'day') continue
    // "earlier Tuesday", not "an earlier 2016 book"
    if (table === DATE && COMPARED.has(words[0]) && !isComparedDay(found, tokens)) continue
    if ((words[0] === 'around' || words[0] === 'under') && /^(the|these|those|this)$/.test(tokens.lower[found.from]))
      return found
    return { ...found, from, mod: found.mod ?? mod }
  }
  return found
}

const WHEN = new Set(['in', 'since', 'by', 'until', 'from', 'around'])
const COMPARED = new Set(['earlier', 'later'])

/** "earlier Tuesday"; not "two hours later Tuesday". */
const isComparedDay = (found: Found, tokens: Tokens): boolean =>
  grainOf(found.meaning) === 'day' && LEXICON.get(tokens.lower[found.from - 2] ?? '')?.unit === undefined

/** "samples over four weeks", "over the past year": throughout it; "for over four weeks" is more than that. */
const isThroughout = (found: Found, tokens: Tokens): boolean =>
  /^(the|these|those|this)$/.test(tokens.lower[found.from]) ||
  !/^(for|of|just|well|little|lasted|lasts|took|takes|taken|spent|is|was|be|been|waited|in|after)$/.test(
    tokens.lower[found.from - 2] ?? '',
  )

/** "talks about May": only numbers are approximate. */
function isMerelyAbout(found: Found, tokens: Tokens): boolean {
  if (
    found.meaning.tag === 'duration' ||
    found.meaning.tag === 'clock' ||
    (found.meaning.tag === 'shift' && found.meaning.count !== undefined)
  )
    return false
  return (tokens.shape[found.end - 1] & SHAPE.DIGIT) === 0
}

function withSuffix(found: Found, tokens: Tokens): Found {
  const first = tokens.lower[found.end]
  if (first !== 'or' && first !== 'and') return found
  const amount = found.meaning.tag === 'duration'
  for (const [words, mod] of SUFFIXES) {
    if ((mod === 'ON_OR_AFTER') === amount) continue
    if (mod === 'ON_OR_AFTER' && grainOf(found.meaning) !== 'year') continue
    if (first === words[0] && tokens.lower[found.end + 1] === words[1])
      return { ...found, end: found.end + 2, mod: found.mod ?? mod }
  }
  return found
}
