import type { Tokens } from '../../document/segmented.js'
import { LEXICON } from './lexicon.js'
import type { Found } from './recognize.js'
import { calendar } from './rule.js'

/** What two expressions side by side share, and only one of them says. All change the end of a list in place. */

/** "from 3:15 to 5:15 p.m.": both are in the afternoon. */
export function shareHalf(all: Found[], first: Found, last: Found, tokens: Tokens): void {
  const { hour } = first.time ?? {}
  const until = last.time?.hour
  if (first.meaning.tag !== 'clock' || last.meaning.tag !== 'clock' || hour === undefined || until === undefined) return
  if (first.end - first.from > 1 || first.end + 1 !== last.from || !BETWEEN_HOURS.has(tokens.lower[first.end])) return
  if (!/^\d\d?:\d\d$/.test(tokens.lower[first.from]) || hour + 12 > until) return
  all[all.length - 1] = { ...first, time: { ...first.time, hour: hour + 12 } }
}

const BETWEEN_HOURS = new Set(['to', '-', '–', 'and', 'until'])

/** "7-9 p.m. Monday": both are on Monday. */
export function shareDay(all: Found[], last: Found): void {
  const first = all.at(-2)
  if (first?.meaning.tag !== 'clock' || first.meaning.on !== undefined || first.end + 1 !== last.from) return
  all[all.length - 2] = { ...first, meaning: last.meaning }
}

const BETWEEN_MONTHS = new Set(['and', 'or', 'to', '-', '–', '—', 'through', 'until', ',', '&'])

/** "from January to June 1995", "May, June and July 1995", "in May and June of last year": the year is that of all. */
export function shareYear(all: Found[], tokens: Tokens): void {
  let last = all[all.length - 1]
  for (let index = all.length - 2; index >= 0; index--) {
    const first = all[index]
    if (first.meaning.tag !== 'calendar' || last.meaning.tag !== 'calendar') return
    const { known, within } = last.meaning
    if (known.month === undefined || (within && within.unit !== 'year')) return
    if (last.from !== first.end + 1 || !BETWEEN_MONTHS.has(tokens.lower[first.end])) return
    const { month, year } = first.meaning.known
    if (month === undefined || year !== undefined || first.meaning.direction !== undefined || first.meaning.within)
      return
    const isYearBefore = month > known.month
    if (known.year !== undefined)
      last = {
        ...first,
        meaning: calendar({ ...first.meaning.known, year: isYearBefore ? known.year - 1 : known.year }),
      }
    else if (within && !isYearBefore) last = { ...first, meaning: calendar(first.meaning.known, { within }) }
    else return
    all[index] = last
  }
}

const BETWEEN_HABITS = new Set(['and', 'or', ',', '&'])

/** "every Monday and Thursday", "Friday and Saturday nights": both come back every week. */
export function shareHabit(all: Found[], tokens: Tokens): void {
  const first = all[all.length - 2]
  const last = all[all.length - 1]
  if (last.from !== first.end + 1 || !BETWEEN_HABITS.has(tokens.lower[first.end])) return
  const firstDay = weekdayOf(first)
  const lastDay = weekdayOf(last)
  if (firstDay === undefined || lastDay === undefined || first.meaning.tag === last.meaning.tag) return
  // "Fridays and Saturday" are a habit and a day.
  if (first.meaning.tag === 'set' && LEXICON.get(tokens.lower[first.end - 1])?.weekdays === undefined)
    all[all.length - 1] = { ...last, type: 'SET', meaning: { tag: 'set', every: { weekday: lastDay } } }
  if (last.meaning.tag === 'set' && LEXICON.get(tokens.lower[last.end - 1])?.partsOfDay !== undefined)
    all[all.length - 2] = {
      ...first,
      type: 'SET',
      time: last.time,
      meaning: { tag: 'set', every: { weekday: firstDay } },
    }
}

/** The weekday of "every Monday", "Monday nights", and of "Monday" alone. */
function weekdayOf({ meaning }: Found): number | undefined {
  if (meaning.tag === 'set') return 'weekday' in meaning.every ? meaning.every.weekday : undefined
  if (meaning.tag !== 'calendar' || meaning.direction !== undefined || meaning.within) return undefined
  const { weekday, ...rest } = meaning.known
  return Object.keys(rest).length === 0 ? weekday : undefined
}
