import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilDay,
  dayNumber,
  dayOfIso,
  easter,
  isoDay,
  isoWeekOf,
  nthWeekday,
  weekdayOf,
} from '../../../src/5-resolve/dates/calendar.js'
import { firstDay, formatted, granuleAt, lastDay, yearsOn } from '../../../src/5-resolve/dates/granule.js'
import { CALENDAR_UNITS } from '../../../src/document/timex.js'

const anyDay = fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(2999, 12, 31) })
const DAY_MILLISECONDS = 86_400_000

describe('calendar', () => {
  test('agrees with the engine in UTC, there and back', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const civil = civilDay(days)
        expect(dayNumber(civil.year, civil.month, civil.day)).toBe(days)
        const date = new Date(days * DAY_MILLISECONDS)
        expect(isoDay(days)).toBe(date.toISOString().slice(0, 10))
        expect(weekdayOf(days) % 7).toBe(date.getUTCDay())
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['2016-01-01', 2015, 53],
    ['2016-01-04', 2016, 1],
    ['2018-12-31', 2019, 1],
    ['2020-12-31', 2020, 53],
    ['1998-02-06', 1998, 6],
  ])('%s lies in ISO week %i-W%i', (day, year, week) => {
    expect(isoWeekOf(dayOfIso(day)!)).toEqual({ year, week })
  })

  test.each([
    [2000, '2000-04-23'],
    [2016, '2016-03-27'],
    [2024, '2024-03-31'],
    [1943, '1943-04-25'],
  ])('Easter of %i is %s', (year, day) => {
    expect(isoDay(easter(year))).toBe(day)
  })

  test('nth weekdays', () => {
    expect(isoDay(nthWeekday(2016, 11, 4, 4))).toBe('2016-11-24')
    expect(isoDay(nthWeekday(2016, 5, 1, -1))).toBe('2016-05-30')
  })

  test.each([
    ['2016-11-09', '2016-11-09'],
    ['2016-11-09T23:30:00-08:00', '2016-11-09'],
    ['2016-11-09T01:30:00+11:00', '2016-11-09'],
    ['2016-02-30', undefined],
    ['9 November 2016', undefined],
    ['2016-11-091', undefined],
  ])('the day of %s is %s', (iso, day) => {
    const days = dayOfIso(iso)
    expect(days === undefined ? undefined : isoDay(days)).toBe(day)
  })
})

describe('granules', () => {
  test('of one kind follow one another without gap, and hold the day they were asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CALENDAR_UNITS), (day, unit) => {
        const here = granuleAt(unit, day)
        const next = { unit, index: here.index + 1 }
        if (unit === 'weekend') {
          expect(lastDay(here) - firstDay(here)).toBe(1)
          expect(weekdayOf(firstDay(here))).toBe(6)
          expect(lastDay(here)).toBeGreaterThanOrEqual(day)
          return
        }
        expect(firstDay(here)).toBeLessThanOrEqual(day)
        expect(lastDay(here)).toBeGreaterThanOrEqual(day)
        expect(firstDay(next)).toBe(lastDay(here) + 1)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['week', '2016-W45', '2016-11-07', '2016-11-13'],
    ['weekend', '2016-W45-WE', '2016-11-12', '2016-11-13'],
    ['month', '2016-11', '2016-11-01', '2016-11-30'],
    ['quarter', '2016-Q4', '2016-10-01', '2016-12-31'],
    ['season', '2016-FA', '2016-09-01', '2016-11-30'],
    ['half', '2016-H2', '2016-07-01', '2016-12-31'],
    ['year', '2016', '2016-01-01', '2016-12-31'],
    ['decade', '201X', '2010-01-01', '2019-12-31'],
    ['century', '20XX', '2000-01-01', '2099-12-31'],
  ] as const)('the %s of 2016-11-09 is %s', (unit, value, first, last) => {
    const here = granuleAt(unit, dayOfIso('2016-11-09')!)
    expect([formatted(here), isoDay(firstDay(here)), isoDay(lastDay(here))]).toEqual([value, first, last])
  })

  test('January lies in the winter that began the year before', () => {
    const winter = granuleAt('season', dayOfIso('2017-01-15')!)
    expect([formatted(winter), isoDay(firstDay(winter)), isoDay(lastDay(winter))]).toEqual([
      '2016-WI',
      '2016-12-01',
      '2017-02-28',
    ])
  })

  test('a year on from a leap day', () => {
    const leap = granuleAt('day', dayOfIso('2016-02-29')!)
    expect(formatted(yearsOn(leap, 1))).toBe('2017-02-28')
    expect(formatted(yearsOn(leap, 4))).toBe('2020-02-29')
  })
})
