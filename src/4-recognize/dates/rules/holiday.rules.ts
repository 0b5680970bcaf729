import { calendar, DIRECTIONS, type Place, type Rule, shift, wordAfter, wordAt, wordBefore } from '../rule.js'

/** Words of a holiday -> the name that `5-resolve/dates/holidays.ts` knows it by. */
export const HOLIDAYS: Readonly<Record<string, string>> = {
  "new year 's day": 'new year',
  "new year 's eve": 'new year eve',
  "new year 's": 'new year',
  'christmas day': 'christmas',
  'christmas eve': 'christmas eve',
  christmas: 'christmas',
  'boxing day': 'boxing day',
  'thanksgiving day': 'thanksgiving',
  thanksgiving: 'thanksgiving',
  'black friday': 'black friday',
  'cyber monday': 'cyber monday',
  'easter sunday': 'easter',
  'easter monday': 'easter monday',
  easter: 'easter',
  'good friday': 'good friday',
  'ash wednesday': 'ash wednesday',
  'palm sunday': 'palm sunday',
  halloween: 'halloween',
  juneteenth: 'juneteenth',
  'labor day': 'labor day',
  'memorial day': 'memorial day',
  'independence day': 'independence day',
  'july fourth': 'independence day',
  'fourth of july': 'independence day',
  'veterans day': 'veterans day',
  "veterans ' day": 'veterans day',
  "veteran 's day": 'veterans day',
  'armistice day': 'veterans day',
  'remembrance day': 'veterans day',
  'columbus day': 'columbus day',
  "indigenous peoples ' day": 'columbus day',
  "presidents ' day": 'presidents day',
  'presidents day': 'presidents day',
  "president 's day": 'presidents day',
  'martin luther king day': 'king day',
  'martin luther king jr. day': 'king day',
  'mlk day': 'king day',
  "valentine 's day": 'valentine',
  "st. patrick 's day": 'patrick',
  "st patrick 's day": 'patrick',
  "mother 's day": 'mothers day',
  "father 's day": 'fathers day',
  "april fools ' day": 'april fools',
  "april fool 's day": 'april fools',
  'groundhog day': 'groundhog day',
  'may day': 'may day',
  'earth day': 'earth day',
  'bastille day': 'bastille day',
  'cinco de mayo': 'cinco de mayo',
  'election day': 'election day',
  'super tuesday': 'super tuesday',
  'inauguration day': 'inauguration day',
  'guy fawkes night': 'guy fawkes',
  'anzac day': 'anzac day',
  'canada day': 'canada day',
  'australia day': 'australia day',
}

/** Whether the words are written as a name is: "Labor Day", not "labor day". */
const isName = (place: Place, from: number): boolean => /^[A-Z]/.test(place.tokens.words[from])

const NAMES = Object.entries(HOLIDAYS)

/** Holidays. */
export const HOLIDAY_RULES: readonly Rule[] = NAMES.flatMap(([words, holiday]): Rule[] => [
  {
    name: 'holiday',
    type: 'DATE',
    patterns: [
      `[last|this|next]? ${words} [[,|in|of]? YEAR]?`,
      `${words} of? last|this|next year`,
      `the? [long|last|this|next]? ${words} weekend`,
    ],
    read: (c, place) => {
      const first = wordAt(place, 0)
      const direction = DIRECTIONS[first] ?? DIRECTIONS[wordAt(place, 1)]
      const before = /^(the|long)$/.test(first) ? (/^[A-Z]/.test(place.tokens.words[place.from + 1]) ? 1 : 2) : 0
      if (!isName(place, place.from + (first in DIRECTIONS ? 1 : before))) return undefined
      if (/^(island|parade|village|tree|card|cards|carol|market|gift|gifts|present|presents)$/.test(wordAfter(place)))
        return undefined
      if (words === "new year 's" && /^(resolution|resolutions|greetings)$/.test(wordAfter(place))) return undefined
      if (words === 'easter' && wordBefore(place) === 'north') return undefined
      const last = place.tokens.lower[place.end - 2]
      if (place.tokens.lower[place.end - 1] === 'year' && last in DIRECTIONS) {
        const within = shift('year', DIRECTIONS[last], Math.abs(DIRECTIONS[last]))
        return { meaning: calendar({ holiday }, { within }) }
      }
      const isWeekend = place.tokens.lower[place.end - 1] === 'weekend'
      return {
        meaning: calendar(
          { holiday, ...(isWeekend ? { weekend: true } : {}), ...(c.year === undefined ? {} : { year: c.year }) },
          direction === undefined ? {} : { direction },
        ),
      }
    },
  },
])

/** Days that are names of what happened on them. */
export const EVENT_RULES: readonly Rule[] = [
  {
    name: 'Black Monday',
    type: 'DATE',
    patterns: ['black monday'],
    read: (_, place) =>
      isName(place, place.from) ? { meaning: calendar({ year: 1987, month: 10, day: 19 }) } : undefined,
  },
  {
    name: '9/11',
    type: 'DATE',
    patterns: ['9 / 11'],
    read: (_, place) =>
      wordBefore(place) === '/' || wordAfter(place) === '/'
        ? undefined
        : { meaning: calendar({ year: 2001, month: 9, day: 11 }) },
  },
  {
    name: 'September 11 attacks',
    type: 'DATE',
    patterns: ['MONTH DAY'],
    read: (c, place) => {
      if (c.month !== 9 || c.day !== 11) return undefined
      const next = wordAfter(place)
      const isTerror = next.startsWith('terror') && wordAfter(place, 1).startsWith('attack')
      if (next !== 'attacks' && next !== 'hijackers' && !isTerror) return undefined
      return { meaning: calendar({ year: 2001, month: 9, day: 11 }) }
    },
  },
]
