import type { TokenRange } from './segmented.js'
import type { Span } from './span.js'

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** A time expression with its TIMEX3 value. */
export interface Timex extends Span {
  readonly type: TimexType
  /** TIMEX3: `2016-05-03`, `2016-W18`, `2016-Q2`, `PAST_REF`, `2016-05-03T20:00`, `P4D`. Absent without an anchor. */
  readonly value?: string
  readonly mod?: string
  /** First and last calendar day that a DATE covers, `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  readonly by: string
}

/** A time expression that `4-recognize/dates/` found; what it says is kept as data for `5-resolve/dates/` to compute. */
export interface TimexExpression extends Span, TokenRange {
  readonly type: TimexType
  readonly by: string
}

export interface WithTimexExpressions {
  readonly timexes: readonly TimexExpression[]
}

export interface WithDates {
  readonly dates: readonly Timex[]
}
