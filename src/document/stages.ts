import type { WithEntities, WithFocus } from './entity.js'
import type { WithNames } from './mention.js'
import type { WithQuoteCandidates, WithQuotes } from './quote.js'
import type { Segmented } from './segmented.js'
import type { WithDates, WithTimexExpressions } from './timex.js'

// A stage gives back what it was given, with its own fields before it: `{ names, ...article }`. V8 is ten times slower at
// fields that follow a spread, and keeps such an object, with all that it holds, until it next collects everything.

/** What stage 4 knows: spans of names, time expressions and reported speech. */
export type Recognized = Segmented & WithNames & WithTimexExpressions & WithQuoteCandidates

/** What stage 5 knows: who, where, when, and who said it. */
export type Resolved = Recognized & WithEntities & WithFocus & WithDates & WithQuotes
