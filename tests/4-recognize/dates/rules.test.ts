import { describe, expect, test } from 'vitest'
import { segment } from '../../../src/3-segment/segment.js'
import { recognizeDates } from '../../../src/4-recognize/dates/recognize.js'
import type { Example } from '../../../src/4-recognize/dates/rule.js'
import { CALENDAR_EXAMPLES } from '../../../src/4-recognize/dates/rules/calendar.examples.js'
import { CLOCK_EXAMPLES } from '../../../src/4-recognize/dates/rules/clock.examples.js'
import { DURATION_EXAMPLES } from '../../../src/4-recognize/dates/rules/duration.examples.js'
import { HOLIDAY_EXAMPLES } from '../../../src/4-recognize/dates/rules/holiday.examples.js'
import { QUARTER_EXAMPLES } from '../../../src/4-recognize/dates/rules/quarter.examples.js'
import { REFERENCE_EXAMPLES } from '../../../src/4-recognize/dates/rules/reference.examples.js'
import { RELATIVE_EXAMPLES } from '../../../src/4-recognize/dates/rules/relative.examples.js'
import { SET_EXAMPLES } from '../../../src/4-recognize/dates/rules/set.examples.js'
import { resolveDates } from '../../../src/5-resolve/dates/resolve.js'
import { articleOf } from '../../helpers/article-of.js'
import { tagging } from '../../helpers/tagging.js'

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  calendar: CALENDAR_EXAMPLES,
  quarter: QUARTER_EXAMPLES,
  relative: RELATIVE_EXAMPLES,
  duration: DURATION_EXAMPLES,
  set: SET_EXAMPLES,
  clock: CLOCK_EXAMPLES,
  reference: REFERENCE_EXAMPLES,
  holiday: HOLIDAY_EXAMPLES,
}

describe.each(Object.entries(EXAMPLES))('%s rules', (_, examples) => {
  test.each(examples)('$text', ({ text, published, finds }) => {
    const { dates } = resolveDates(recognizeDates(segment(articleOf(text, published ?? '2016-11-09'), tagging)))
    expect(dates.map(({ start, end, type, value }) => [text.slice(start, end), type, value])).toEqual(finds)
  })
})
