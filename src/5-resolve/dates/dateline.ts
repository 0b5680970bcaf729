import type { Tokens } from '../../document/segmented.js'
import type { TimexExpression } from '../../document/timex.js'
import { civilDay, dayNumber, daysInMonth } from './calendar.js'

/** How many tokens into the text a dateline may reach: title, city, country and agency stand around it. */
const REACH = 60
/** How many days it may lie before the day of publication. */
const NEAR = 2

/**
 * The day of a dateline ("LISBON, March 3 (Reuters) —"), which the reporter counts from: an article that is published
 * after midnight says "today" of the day before. Undefined if there is none.
 */
export function datelineDay(
  expressions: readonly TimexExpression[],
  tokens: Tokens,
  publication: number,
): number | undefined {
  for (const { meaning, firstToken, endToken } of expressions) {
    if (firstToken > REACH) return undefined
    if (meaning.tag !== 'calendar' || meaning.known.month === undefined || meaning.known.day === undefined) continue
    const before = tokens.lower[firstToken - 1]
    if (before !== ',' || !/^([(–—_-]|--)$/.test(tokens.lower[endToken] ?? '')) continue
    const { month, day } = meaning.known
    const { year } = civilDay(publication)
    for (const each of [year, year - 1, year + 1]) {
      if (day > daysInMonth(each, month)) continue
      const found = dayNumber(each, month, day)
      if (found <= publication && publication - found <= NEAR) return found
    }
  }
  return undefined
}
