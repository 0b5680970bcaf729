import type { TokenRange } from './segmented.js'
import type { Span } from './span.js'

export const ENTITY_TYPES = ['person', 'place', 'organization'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/**
 * A name that stage 4 found. The span has no leading article, no possessive ending, no title ("President", "Mr.") and
 * no punctuation around it.
 */
export interface Name extends Span, TokenRange {
  readonly type: EntityType
  /** Calibrated probability that span and type are right, 0 to 1. */
  readonly confidence: number
  /** What found it: `model`, `gazetteer`, or a rule's name. */
  readonly by: string
  /** Of a name from the user's own gazetteer: the main name and the id that it gives. */
  readonly listed?: { readonly name: string; readonly id?: string }
}

/** What `names/` adds: names in order of reading, none overlapping another. */
export interface WithNames {
  readonly names: readonly Name[]
}
