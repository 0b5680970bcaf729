import type { Diagnostic } from '../../document/diagnostic.js'
import type { Segmented, TokenRange } from '../../document/segmented.js'
import type { Timex, TimexExpression, TimexMeaning, WithDates, WithTimexExpressions } from '../../document/timex.js'
import { dayNumber, dayOfIso, isoDay, padded } from './calendar.js'
import { datelineDay } from './dateline.js'
import { durationValue, setValue, timeValue } from './format.js'
import { firstDay, formatted, type Granule, lastDay } from './granule.js'
import { type Lean, leanOf } from './lean.js'
import { granuleOf } from './meaning.js'
import { measured, noted, type Scene, sceneAt, startOf } from './scene.js'

/**
 * Stage 5, dates: the TIMEX3 value of each time expression, and the first and last calendar day of each date. Relative
 * dates count from the day that `publishedAt` names in its own offset (or a dateline's, a day or two beside it), or from
 * the dates that the text spoke of before.
 * Without a publication date only what the text says in full has a value, and a diagnostic tells so.
 */
export function resolveDates<A extends Segmented & WithTimexExpressions>(article: A): A & WithDates {
  const publication = article.publishedAt === undefined ? undefined : dayOfIso(article.publishedAt)
  const dates: Timex[] = []
  const dateline = publication === undefined ? undefined : datelineDay(article.timexes, article.tokens, publication)
  let scene = startOf(dateline ?? publication)
  for (let index = 0; index < article.timexes.length; index++) {
    const expression = article.timexes[index]
    scene = sceneAt(scene, expression, article.tokens)
    const range = sharedRange(article.timexes, index)
    // Read only where a part is implied and no word gives the direction.
    const lean = () => leanOf(range, article.tokens)
    const granule = granuleIn(expression, scene, lean)
    dates.push(valued(expression, granule, scene))
    if (granule) scene = noted(scene, expression, granule, article.tokens)
    else if (expression.meaning.tag === 'duration')
      scene = measured(scene, expression.meaning, expression, article.tokens)
  }
  const unresolved = publication === undefined && dates.some(({ value }) => value === undefined)
  const diagnostics = unresolved ? [...article.diagnostics, noAnchor(article.publishedAt)] : article.diagnostics
  return { dates, ...article, diagnostics }
}

/** "7-9 p.m. Monday": the sentence tells of both at once. */
function sharedRange(timexes: readonly TimexExpression[], index: number): TokenRange {
  const expression = timexes[index]
  if (timexes[index + 1]?.meaning === expression.meaning)
    return { firstToken: expression.firstToken, endToken: timexes[index + 1].endToken }
  if (timexes[index - 1]?.meaning === expression.meaning)
    return { firstToken: timexes[index - 1].firstToken, endToken: expression.endToken }
  return expression
}

const noAnchor = (publishedAt: string | undefined): Diagnostic => ({
  code: 'no-publication-date',
  stage: 'resolve',
  message:
    publishedAt === undefined
      ? 'The article has no publication date: dates that count from it have no value.'
      : `The publication date "${publishedAt}" is not an ISO 8601 date: dates that count from it have no value.`,
})

type Filled = { -readonly [Key in keyof Timex]: Timex[Key] }

/** The stretch of the calendar that an expression means; undefined for lengths, references and sets. */
function granuleIn({ meaning }: TimexExpression, scene: Scene, lean: () => Lean): Granule | undefined {
  if (meaning.tag !== 'calendar' && meaning.tag !== 'shift' && meaning.tag !== 'clock') return undefined
  if (isBeforeChrist(meaning)) return undefined
  const granule = granuleOf(meaning, scene, lean)
  return granule !== undefined && hasYear(granule) ? granule : undefined
}

function isBeforeChrist(meaning: TimexMeaning): boolean {
  return meaning.tag === 'calendar' && meaning.known.year !== undefined && meaning.known.year < 0
}

function valued(expression: TimexExpression, granule: Granule | undefined, scene: Scene): Timex {
  const { start, end, type, by, mod, meaning, time } = expression
  const timex: Filled = { start, end, type, by }
  if (mod) timex.mod = mod
  if (granule) {
    timex.value = time ? formatted(granule) + timeValue(time) : formatted(granule)
    timex.earliest = isoDay(firstDay(granule))
    timex.latest = isoDay(lastDay(granule))
    return timex
  }
  switch (meaning.tag) {
    case 'duration':
      timex.value = durationValue(meaning.amounts)
      break
    case 'set':
      timex.value = setValue(meaning, time)
      break
    case 'reference':
      timex.value = `${meaning.to.toUpperCase()}_REF`
      bound(timex, meaning.to, scene.publication)
      break
    case 'calendar':
      if (isBeforeChrist(meaning)) timex.value = `BC${padded(-(meaning.known.year ?? 0), 4)}`
  }
  return timex
}

const FIRST_DAY = dayNumber(1, 1, 1)
const LAST_DAY = dayNumber(9999, 12, 31)

/** Whether TIMEX3 can write it: years have four digits ("1,999 decades ago" lies before them). */
const hasYear = (of: Granule): boolean => firstDay(of) >= FIRST_DAY && lastDay(of) <= LAST_DAY

/** The past is open at its far end, the future likewise. */
function bound(timex: Filled, to: 'past' | 'present' | 'future', publication: number | undefined): void {
  if (publication === undefined) return
  const day = isoDay(publication)
  if (to !== 'past') timex.earliest = day
  if (to !== 'future') timex.latest = day
}
