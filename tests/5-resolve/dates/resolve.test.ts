import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { segment } from '../../../src/3-segment/segment.js'
import { recognizeDates } from '../../../src/4-recognize/dates/recognize.js'
import { CALENDAR_EXAMPLES } from '../../../src/4-recognize/dates/rules/calendar.examples.js'
import { CLOCK_EXAMPLES } from '../../../src/4-recognize/dates/rules/clock.examples.js'
import { RELATIVE_EXAMPLES } from '../../../src/4-recognize/dates/rules/relative.examples.js'
import { civilDay, dayNumber, dayOfIso, isoDay } from '../../../src/5-resolve/dates/calendar.js'
import { resolveDates } from '../../../src/5-resolve/dates/resolve.js'
import type { Name } from '../../../src/document/mention.js'
import { articleOf } from '../../helpers/article-of.js'
import { tagging } from '../../helpers/tagging.js'

const datesOf = (text: string, publishedAt?: string) =>
  resolveDates(recognizeDates(segment(articleOf(text, publishedAt), tagging)))

const publication = fc
  .integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2100, 12, 31) })
  .map((days) => ({ days, iso: isoDay(days) }))
const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Europe/London']

/** Words of time and words beside them, in any order. */
const WORDS =
  `May March 3 31 , . 2016 1999 the first second third of to - and Tuesday Friday last next this week year years
  month day two a few ago later earlier before after every quarter 8 p.m. a.m. EST at on in by about more than nearly
  early late mid summer fall spring '80s 1990s decade century now recently soon Christmas Day New Year 's Eve noon
  morning night yesterday tomorrow half hour minutes 8:30 9 / 11 12 old fiscal the past coming said will`.split(/\s+/)
const salad = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))

const homeZone = process.env['TZ']
afterEach(() => {
  if (homeZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = homeZone
})

describe('spans and values', () => {
  test('of any text are inside it, in order and apart, and earliest comes before latest', () => {
    fc.assert(
      fc.property(salad, publication, (text, { iso }) => {
        let end = 0
        for (const date of datesOf(text, iso).dates) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.end).toBeGreaterThan(date.start)
          expect(text.slice(date.start, date.end)).toBe(text.slice(date.start, date.end).trim())
          end = date.end
          if (date.earliest && date.latest) {
            expect(dayOfIso(date.earliest)).toBeDefined()
            expect(dayOfIso(date.latest)).toBeDefined()
            expect(date.earliest <= date.latest).toBe(true)
          }
          if (date.type === 'DATE' && date.value && !date.value.endsWith('_REF')) {
            expect(date.earliest).toBeDefined()
            expect(date.latest).toBeDefined()
          }
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  })

  test('of any text are TIMEX3', () => {
    const day = /^\d{4}(-\d\d(-\d\d)?|-W\d\d(-WE)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?$|^\d{3}X$|^\d{2}XX$/
    const shapes: Readonly<Record<string, RegExp>> = {
      DATE: new RegExp(`${day.source}|^(PAST|PRESENT|FUTURE)_REF$`),
      TIME: /^\d{4}-\d\d-\d\d(T(MO|MI|AF|EV|NI|DT|([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?))$|^PAST_REF$/,
      DURATION: /^P((\d+(\.\d+)?|X)[YMWDECQ])*(T((\d+(\.\d+)?|X)[HMS])+)?$/,
      SET: /^P((\d+(\.\d+)?|X)[YMWDECQ])*(T((\d+(\.\d+)?|X)[HMS])+)?$|^XXXX-(WXX-([1-7](T[A-Z]{2})?|WE)|\d\d|SP|SU|FA|WI|XX-XXT[A-Z]{2})$/,
    }
    fc.assert(
      fc.property(salad, publication, (text, { iso }) => {
        for (const { type, value } of datesOf(text, iso).dates)
          if (value !== undefined) expect(`${type} ${shapes[type].test(value)} ${value}`).toBe(`${type} true ${value}`)
      }),
      { numRuns: 400 },
    )
  })

  test('of any publication day are the same in every time zone of the machine', () => {
    const text = [...CALENDAR_EXAMPLES, ...RELATIVE_EXAMPLES, ...CLOCK_EXAMPLES].map((each) => each.text).join('\n\n')
    fc.assert(
      fc.property(publication, fc.constantFrom(...zones), ({ iso }, zone) => {
        process.env['TZ'] = 'UTC'
        const here = datesOf(text, iso).dates
        process.env['TZ'] = zone
        expect(datesOf(text, iso).dates).toEqual(here)
      }),
      { numRuns: 25 },
    )
  })

  test('of relative days keep their distance from any publication day', () => {
    fc.assert(
      fc.property(publication, ({ days, iso }) => {
        const { dates } = datesOf('It came yesterday, today and tomorrow, two days ago, last year, this month.', iso)
        const { year } = civilDay(days)
        expect(dates.map(({ value }) => value)).toEqual([
          isoDay(days - 1),
          iso,
          isoDay(days + 1),
          isoDay(days - 2),
          String(year - 1),
          iso.slice(0, 7),
        ])
      }),
      { numRuns: 300 },
    )
  })

  test('a bare weekday with a past verb is one of the last seven days, a full date is itself', () => {
    const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    fc.assert(
      fc.property(publication, fc.constantFrom(...weekdays), ({ days, iso }, weekday) => {
        const [date, full] = datesOf(`He arrived ${weekday}, and died on March 3, 1984.`, iso).dates
        const back = days - dayOfIso(date.value!)!
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThan(7)
        expect(new Date(`${date.value}T12:00:00Z`).getUTCDay()).toBe((weekdays.indexOf(weekday) + 1) % 7)
        expect(full.value).toBe('1984-03-03')
      }),
      { numRuns: 300 },
    )
  })

  test('a month up to nine months away does not slip by a year, on either side', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    fc.assert(
      fc.property(publication, fc.integer({ min: 1, max: 9 }), fc.boolean(), ({ iso }, distance, ahead) => {
        const here = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1
        const there = here + (ahead ? distance : -distance)
        const month = months[there % 12]
        const text = ahead
          ? `The company will open the plant in ${month}.`
          : `The company opened the plant in ${month}.`
        const value = `${Math.floor(there / 12)}-${String((there % 12) + 1).padStart(2, '0')}`
        expect(datesOf(text, iso).dates.map((date) => date.value)).toEqual([value])
      }),
      { numRuns: 300 },
    )
  })
})

describe('the anchor', () => {
  test.each([
    ['2016-11-09', '2016-11-08'],
    ['2016-11-09T23:30:00-08:00', '2016-11-08'],
    ['2016-11-09T00:30:00+13:00', '2016-11-08'],
  ])('of %s puts yesterday on %s', (publishedAt, yesterday) => {
    expect(datesOf('It rained yesterday.', publishedAt).dates[0].value).toBe(yesterday)
  })

  test.each([
    ['LISBON, March 3 (Meridian) — Talks ended today.', '2021-03-04T00:47:00+00:00', '2021-03-03'],
    ['LISBON, March 5 (Meridian) — Talks ended today.', '2021-03-04T00:47:00+00:00', '2021-03-04'],
    ['On March 3 (a holiday) nobody came. Talks ended today.', '2021-03-04', '2021-03-04'],
  ])('of "%s" published %s is %s', (text, publishedAt, today) => {
    expect(datesOf(text, publishedAt).dates.at(-1)!.value).toBe(today)
  })

  test('is missed: only full dates have values, and a diagnostic says so', () => {
    const { dates, diagnostics } = datesOf('On Tuesday, and on May 3, 2015, for two days; the next day it ended.')
    expect(dates.map(({ value }) => value)).toEqual([undefined, '2015-05-03', 'P2D', '2015-05-04'])
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'no-publication-date', stage: 'resolve' })])
  })

  test('is not missed where nothing counts from it', () => {
    expect(datesOf('It was on May 3, 2015.').diagnostics).toEqual([])
    expect(datesOf('It was on Tuesday.', '2016-11-09').diagnostics).toEqual([])
  })

  test('that is no ISO date counts as none', () => {
    const { dates, diagnostics } = datesOf('It was on Tuesday.', 'last spring')
    expect(dates[0].value).toBeUndefined()
    expect(diagnostics[0].message).toContain('last spring')
  })
})

describe('bounds', () => {
  test.each([
    ['this week', '2016-11-07', '2016-11-13'],
    ['in the third quarter', '2016-07-01', '2016-09-30'],
    ['last winter', '2015-12-01', '2016-02-29'],
    ['in the 1990s', '1990-01-01', '1999-12-31'],
    ['in the 19th century', '1800-01-01', '1899-12-31'],
    ['in February 2000', '2000-02-01', '2000-02-29'],
    ['in February 1900', '1900-02-01', '1900-02-28'],
    ['over the weekend', '2016-11-05', '2016-11-06'],
    ['in the first half of 2015', '2015-01-01', '2015-06-30'],
    ['recently', undefined, '2016-11-09'],
    ['soon', '2016-11-09', undefined],
    ['now', '2016-11-09', '2016-11-09'],
  ])('of "%s" are %s and %s', (words, earliest, latest) => {
    const [date] = datesOf(`It happened ${words}.`, '2016-11-09').dates
    expect([date.earliest, date.latest]).toEqual([earliest, latest])
  })
})

describe('names', () => {
  const text = 'April Ruiz met June Vale in April.'
  const name = (words: string): Name => ({
    type: 'person',
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    firstToken: 0,
    endToken: 0,
    confidence: 1,
    by: 'test',
  })

  test('of persons hold no dates', () => {
    const segmented = {
      ...segment(articleOf(text, '2016-11-09'), tagging),
      names: [name('April Ruiz'), name('June Vale')],
    }
    expect(recognizeDates(segmented).timexes.map(({ start }) => start)).toEqual([text.lastIndexOf('April')])
  })

  test('may be empty', () => {
    expect(recognizeDates({ ...segment(articleOf(text, '2016-11-09'), tagging), names: [] }).timexes).toHaveLength(1)
  })
})

describe('hostile text', () => {
  const families: Readonly<Record<string, string>> = {
    months: 'May ',
    digits: '1 ',
    years: '1999 ',
    'numbers in words': 'twenty ',
    units: 'two days ',
    hyphens: 'two-',
    slashes: '1/',
    'and a half': 'and a half ',
    dots: '. ',
    articles: 'the last first ',
    weekdays: 'Monday, ',
    colons: '8:30 ',
    days: 'May 3, ',
  }
  /** Processor time in milliseconds, so that a busy machine does not count. */
  const times = (piece: string, count: number): number => {
    const article = segment(articleOf(piece.repeat(count), '2016-11-09'), tagging)
    const began = process.cpuUsage()
    resolveDates(recognizeDates(article))
    return process.cpuUsage(began).user / 1000
  }

  test.each(Object.entries(families))('of %s takes linear time', (_, piece) => {
    times(piece, 1000)
    const small = Math.min(times(piece, 1000), times(piece, 1000), times(piece, 1000))
    const large = Math.min(times(piece, 4000), times(piece, 4000), times(piece, 4000))
    // Four times the text; noise of a busy machine allowed for.
    expect(large).toBeLessThan(small * 10 + 60)
  })
})
