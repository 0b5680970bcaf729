import type { Diagnostic } from '../../document/diagnostic.js'
import type { Segmented } from '../../document/segmented.js'
import type { Timex, TimexExpression, WithDates, WithTimexExpressions } from '../../document/timex.js'
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
  for (const expression of article.timexes) {
    scene = sceneAt(scene, expression, article.tokens)
    // Read only where a part is implied and no word gives the direction.
    const lean = () => leanOf(expression, article.tokens)
    const { granule, ...timex } = valued(expression, scene, lean)
    dates.push(timex)
    if (granule) scene = noted(scene, expression, granule, article.tokens)
    else if (expression.meaning.tag === 'duration')
      scene = measured(scene, expression.meaning, expression, article.tokens)
  }
  const unresolved = publication === undefined && dates.some(({ value }) => value === undefined)
  const diagnostics = unresolved ? [...article.diagnostics, noAnchor(article.publishedAt)] : article.diagnostics
  return { ...article, diagnostics, dates }
}

const noAnchor = (publishedAt: string | undefined): Diagnostic => ({
  code: 'no-publication-date',
  stage: 'resolve',
  message:
    publishedAt === undefined
      ? 'The article has no publication date: dates that count from it have no value.'
      : `The publication date "${publishedAt}" is not an ISO 8601 date: dates that count from it have no value.`,
})

type Valued = Timex & { readonly granule?: Granule }

function valued(expression: TimexExpression, scene: Scene, lean: () => Lean): Valued {
  const { start, end, type, by, mod, meaning, time } = expression
  const base = { start, end, type, by, ...(mod ? { mod } : {}) }
  switch (meaning.tag) {
    case 'duration':
      return { ...base, value: durationValue(meaning.amounts) }
    case 'set':
      return { ...base, value: setValue(meaning, time) }
    case 'reference':
      return { ...base, value: `${meaning.to.toUpperCase()}_REF`, ...boundsOfReference(meaning.to, scene.publication) }
    default: {
      const year = meaning.tag === 'calendar' ? meaning.known.year : undefined
      if (year !== undefined && year < 0) return { ...base, value: `BC${padded(-year, 4)}` }
      const granule = granuleOf(meaning, scene, lean)
      if (granule === undefined || !hasYear(granule)) return base
      const value = formatted(granule) + (time ? timeValue(time) : '')
      return { ...base, value, earliest: isoDay(firstDay(granule)), latest: isoDay(lastDay(granule)), granule }
    }
  }
}

const FIRST_DAY = dayNumber(1, 1, 1)
const LAST_DAY = dayNumber(9999, 12, 31)

/** Whether TIMEX3 can write it: years have four digits ("1,999 decades ago" lies before them). */
const hasYear = (of: Granule): boolean => firstDay(of) >= FIRST_DAY && lastDay(of) <= LAST_DAY

/** The past is open at its far end, the future likewise. */
function boundsOfReference(to: 'past' | 'present' | 'future', publication: number | undefined) {
  if (publication === undefined) return {}
  const day = isoDay(publication)
  return { ...(to === 'past' ? {} : { earliest: day }), ...(to === 'future' ? {} : { latest: day }) }
}
