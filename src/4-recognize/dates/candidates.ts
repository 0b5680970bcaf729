import { sequences } from './pattern.js'
import type { Rule } from './rule.js'
import { AGO_RULES } from './rules/ago.rules.js'
import { CALENDAR_RULES } from './rules/calendar.rules.js'
import { CLOCK_RULES } from './rules/clock.rules.js'
import { DURATION_RULES } from './rules/duration.rules.js'
import { EVENT_RULES, HOLIDAY_RULES } from './rules/holiday.rules.js'
import { QUARTER_RULES } from './rules/quarter.rules.js'
import { REFERENCE_RULES } from './rules/reference.rules.js'
import { RELATIVE_RULES } from './rules/relative.rules.js'
import { SET_RULES } from './rules/set.rules.js'
import { TEXT_RULES } from './rules/text.rules.js'
import { VAGUE_RULES } from './rules/vague.rules.js'
import { WEEKDAY_RULES } from './rules/weekday.rules.js'
import { YEAR_RULES } from './rules/year.rules.js'
import { grow, type Node, newNode } from './trie.js'

/** All rules; of two that match equally long the earlier wins. */
export const RULES: readonly Rule[] = [
  ...EVENT_RULES,
  ...HOLIDAY_RULES,
  ...CALENDAR_RULES,
  ...WEEKDAY_RULES,
  ...YEAR_RULES,
  ...QUARTER_RULES,
  ...SET_RULES,
  ...RELATIVE_RULES,
  ...TEXT_RULES,
  ...AGO_RULES,
  ...DURATION_RULES,
  ...VAGUE_RULES,
  ...CLOCK_RULES,
  ...REFERENCE_RULES,
]

/** The tree of all patterns. */
export const ROOT: Node = newNode()
RULES.forEach((rule, rank) => {
  for (const pattern of rule.patterns)
    for (const steps of sequences(pattern)) {
      if (steps.length === 0) throw new Error(`rule "${rule.name}": pattern "${pattern}" matches nothing at all`)
      grow(ROOT, steps, { rule, rank })
    }
})
