import { dayNumber, easter, nthWeekday } from './calendar.js'

const fixed =
  (month: number, day: number) =>
  (year: number): number =>
    dayNumber(year, month, day)
const nth =
  (month: number, weekday: number, count: number, more = 0) =>
  (year: number): number =>
    nthWeekday(year, month, weekday, count) + more
const aroundEaster =
  (offset: number) =>
  (year: number): number =>
    easter(year) + offset

/** The day of a holiday in a year, in days since 1970-01-01. American where countries differ. */
export const HOLIDAY_DAYS: Readonly<Record<string, (year: number) => number | undefined>> = {
  'new year': fixed(1, 1),
  'new year eve': fixed(12, 31),
  christmas: fixed(12, 25),
  'christmas eve': fixed(12, 24),
  'boxing day': fixed(12, 26),
  thanksgiving: nth(11, 4, 4),
  'black friday': nth(11, 4, 4, 1),
  'cyber monday': nth(11, 4, 4, 4),
  easter: aroundEaster(0),
  'easter monday': aroundEaster(1),
  'good friday': aroundEaster(-2),
  'palm sunday': aroundEaster(-7),
  'ash wednesday': aroundEaster(-46),
  halloween: fixed(10, 31),
  juneteenth: fixed(6, 19),
  'labor day': nth(9, 1, 1),
  'memorial day': nth(5, 1, -1),
  'independence day': fixed(7, 4),
  'veterans day': fixed(11, 11),
  'columbus day': nth(10, 1, 2),
  'presidents day': nth(2, 1, 3),
  'king day': nth(1, 1, 3),
  valentine: fixed(2, 14),
  patrick: fixed(3, 17),
  'mothers day': nth(5, 7, 2),
  'fathers day': nth(6, 7, 3),
  'april fools': fixed(4, 1),
  'groundhog day': fixed(2, 2),
  'may day': fixed(5, 1),
  'earth day': fixed(4, 22),
  'bastille day': fixed(7, 14),
  'cinco de mayo': fixed(5, 5),
  // The Tuesday after the first Monday of November.
  'election day': nth(11, 1, 1, 1),
  // The first Tuesday of March in a year of a presidential election.
  'super tuesday': (year) => (year % 4 === 0 ? nthWeekday(year, 3, 2, 1) : undefined),
  'inauguration day': fixed(1, 20),
  'guy fawkes': fixed(11, 5),
  'anzac day': fixed(4, 25),
  'canada day': fixed(7, 1),
  'australia day': fixed(1, 26),
}
