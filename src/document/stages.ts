import type { WithEntities, WithFocus } from './entity.js'
import type { WithNames } from './mention.js'
import type { WithQuoteCandidates, WithQuotes } from './quote.js'
import type { Segmented } from './segmented.js'
import type { WithDates, WithTimexExpressions } from './timex.js'

/** What stage 4 knows: spans of names, time expressions and reported speech. */
export type Recognized = Segmented & WithNames & WithTimexExpressions & WithQuoteCandidates

/** What stage 5 knows: who, where, when, and who said it. */
export type Resolved = Recognized & WithEntities & WithFocus & WithDates & WithQuotes
