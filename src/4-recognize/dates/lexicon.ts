import type { DurationUnit, PartOfDay } from '../../document/timex.js'

/** What a word can be in a time expression; "second" is both a unit and an ordinal. */
export interface Sense {
  month?: number
  /** An abbreviation of a month or weekday, which needs a number beside it unless it has its period. */
  short?: true
  weekday?: number
  /** "Tuesdays". */
  weekdays?: number
  unit?: DurationUnit
  plural?: true
  ordinal?: number
  cardinal?: number
  season?: number
  decade?: number
  partOfDay?: PartOfDay
  partsOfDay?: PartOfDay
  zone?: true
  /** Each time: "daily" is one day. */
  every?: { readonly unit: DurationUnit; readonly count: number }
  /** A rule may hang on this word alone; others only begin or continue an expression. */
  trigger?: true
}

const senses = new Map<string, Sense>()

function add(words: string, sense: (index: number, word: string) => Sense): void {
  words
    .trim()
    .split(/\s+/)
    .forEach((word, index) => {
      senses.set(word, { ...senses.get(word), ...sense(index, word) })
    })
}

const months = 'january february march april may june july august september october november december'
add(months, (index) => ({ month: index + 1, trigger: true }))
add('jan feb mar apr may jun jul aug sep oct nov dec', (index) => ({ month: index + 1, trigger: true }))
add('jan feb mar apr jun jul aug sep oct nov dec', () => ({ short: true }))
add('jan. feb. mar. apr. may. jun. jul. aug. sep. oct. nov. dec.', (index) => ({ month: index + 1, trigger: true }))
add('sept sept.', (_, word) =>
  word === 'sept' ? { month: 9, short: true, trigger: true } : { month: 9, trigger: true },
)
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'
add(weekdays, (index) => ({ weekday: index + 1, trigger: true }))
add(weekdays.replace(/day/g, 'days'), (index) => ({ weekdays: index + 1, trigger: true }))
add('mon tue wed thu fri sat sun', (index) => ({ weekday: index + 1, short: true, trigger: true }))
add('mon. tues. wed. thurs. fri. sat. sun.', (index) => ({ weekday: index + 1, short: true, trigger: true }))
add('tues thurs', (index) => ({ weekday: 2 + 2 * index, short: true, trigger: true }))

export const UNITS: readonly DurationUnit[] = [
  'second', 'minute', 'hour', 'day', 'weekend', 'week', 'month', 'quarter', 'year', 'decade', 'century',
] // biome-ignore format: one line
add(UNITS.join(' '), (_, word) => ({ unit: word as DurationUnit, trigger: true }))
add('seconds minutes hours days weekends weeks months quarters years decades centuries', (index) => ({
  unit: UNITS[index],
  plural: true,
  trigger: true,
}))
add('mins hrs wks yrs mins. hrs. wks. yrs.', (index) => ({
  unit: (['minute', 'hour', 'week', 'year'] as const)[index % 4],
  plural: true,
  trigger: true,
}))

add('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', (index) => ({
  ordinal: index + 1,
}))
add('thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', (index) => ({
  ordinal: index + 13,
}))
add('last final', () => ({ ordinal: -1 }))
add('zero one two three four five six seven eight nine ten eleven twelve', (index) => ({ cardinal: index }))
add('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', (index) => ({ cardinal: index + 13 }))
add('twenty thirty forty fifty sixty seventy eighty ninety', (index) => ({ cardinal: 20 + 10 * index }))
add('dozen hundred thousand', (index) => ({ cardinal: [12, 100, 1000][index] }))

add('spring summer fall winter', (index) => ({ season: index + 1, trigger: true }))
add('autumn', () => ({ season: 3, trigger: true }))
add('twenties thirties forties fifties sixties seventies eighties nineties', (index) => ({ decade: index + 2 }))
add('fifties sixties seventies eighties nineties twenties thirties forties', () => ({ trigger: true }))

add('morning noontime afternoon evening night', (index) => ({
  partOfDay: (['MO', 'MI', 'AF', 'EV', 'NI'] as const)[index],
  trigger: true,
}))
add('dawn daybreak sunrise dusk sundown sunset nightfall lunchtime', (index) => ({
  partOfDay: (['MO', 'MO', 'MO', 'EV', 'EV', 'EV', 'EV', 'MI'] as const)[index],
  trigger: true,
}))
add('mornings afternoons evenings nights', (index) => ({
  partsOfDay: (['MO', 'AF', 'EV', 'NI'] as const)[index],
  trigger: true,
}))
add(
  'est edt et eastern cst cdt ct central mst mdt mt pst pdt pt pacific gmt utc local bst cet cest ist jst msk hkt aest',
  () => ({
    zone: true,
  }),
)
add(
  'hourly daily nightly weekly biweekly fortnightly monthly bimonthly quarterly semiannual semiannually biannual annual annually yearly biennial',
  () => ({
    trigger: true,
  }),
)
const EVERY: Readonly<Record<string, { unit: DurationUnit; count: number }>> = {
  hourly: { unit: 'hour', count: 1 },
  daily: { unit: 'day', count: 1 },
  nightly: { unit: 'day', count: 1 },
  weekly: { unit: 'week', count: 1 },
  biweekly: { unit: 'week', count: 2 },
  fortnightly: { unit: 'week', count: 2 },
  monthly: { unit: 'month', count: 1 },
  bimonthly: { unit: 'month', count: 2 },
  quarterly: { unit: 'quarter', count: 1 },
  semiannual: { unit: 'month', count: 6 },
  semiannually: { unit: 'month', count: 6 },
  biannual: { unit: 'month', count: 6 },
  biennial: { unit: 'year', count: 2 },
  annual: { unit: 'year', count: 1 },
  annually: { unit: 'year', count: 1 },
  yearly: { unit: 'year', count: 1 },
}
for (const [word, every] of Object.entries(EVERY)) add(word, () => ({ every }))

add(
  `today yesterday tomorrow tonight midnight noon midday overnight now currently presently nowadays recently lately
   recent soon future current ago fortnight fortnights weekdays weekday yearlong monthlong weeklong daylong
   christmas thanksgiving easter halloween juneteenth hanukkah ramadan eve solstice
   p.m. a.m. pm am o'clock year-end midyear midweek half-hour millennium q1 q2 q3 q4 past someday cinco nineteen thousand yearend b.c. bc b.c bce b.c.e. fy present moment point time period half / 9/11`,
  () => ({ trigger: true }),
)
add('latest later earlier previously formerly immediately shortly', () => ({}))

/** All words that can stand in a time expression, by their lower-case form. */
export const LEXICON: ReadonlyMap<string, Sense> = senses
