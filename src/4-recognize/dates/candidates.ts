import type { Sense } from './lexicon.js'
import { LEXICON } from './lexicon.js'
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
import { type Edge, grow, type Node, newNode } from './trie.js'

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

const NUMBER_WORDS = new Set(
  'a an few several many some numerous multiple countless couple half quarter dozens scores tens hundreds thousands millions billions'.split(
    ' ',
  ),
)

/** Which words an element can begin with. */
const OPENS: Readonly<Record<string, (sense: Sense, word: string) => boolean>> = {
  MONTH: (sense) => sense.month !== undefined,
  FULLMONTH: (sense) => sense.month !== undefined && !sense.short,
  WEEKDAY: (sense) => sense.weekday !== undefined && !sense.short,
  ANYWEEKDAY: (sense) => sense.weekday !== undefined,
  WEEKDAYS: (sense) => sense.weekdays !== undefined,
  SEASON: (sense) => sense.season !== undefined,
  UNIT: (sense) => sense.unit !== undefined,
  SINGULAR: (sense) => sense.unit !== undefined && !sense.plural,
  PLURAL: (sense) => sense.unit !== undefined && sense.plural === true,
  EVERY: (sense) => sense.every !== undefined,
  PARTOFDAY: (sense) => sense.partOfDay !== undefined,
  PARTSOFDAY: (sense) => sense.partsOfDay !== undefined,
  ORDINAL: (sense, word) => sense.ordinal !== undefined || word === 'twenty' || word === 'thirty',
  DECADE: (sense, word) => sense.decade !== undefined || word === "'",
  SPELLEDYEAR: (sense) => sense.cardinal !== undefined,
  NUMBER: (sense, word) => sense.cardinal !== undefined || NUMBER_WORDS.has(word),
  QUARTERCODE: (_, word) => /^q[1-4]$/.test(word),
}
const NUMERIC = new Set(
  'NUMBER DAY NTHDAY YEAR TWODIGITS MONTHNUMBER DAYNUMBER CLOCK ORDINAL DECADE DOTTED QUARTERCODE'.split(' '),
)

/** The tree of all patterns. */
export const ROOT: Node = newNode()
RULES.forEach((rule, rank) => {
  for (const pattern of rule.patterns)
    for (const steps of sequences(pattern)) {
      if (steps.length === 0) throw new Error(`rule "${rule.name}": pattern "${pattern}" matches nothing at all`)
      grow(ROOT, steps, { rule, rank })
    }
})

const numeric = ROOT.elements.filter(({ name }) => NUMERIC.has(name))
const opened = new Map<string, readonly Edge[]>()
for (const word of new Set([...LEXICON.keys(), ...NUMBER_WORDS, "'", ...ROOT.words.keys()])) {
  const sense = LEXICON.get(word) ?? {}
  const edges = /^\d/.test(word) ? numeric : ROOT.elements.filter(({ name }) => OPENS[name]?.(sense, word))
  opened.set(word, edges)
}

/** The root's elements that a token can begin with; undefined if no pattern begins with it. */
export function openedBy(word: string, hasDigit: boolean): readonly Edge[] | undefined {
  return opened.get(word) ?? (hasDigit ? numeric : undefined)
}

for (const { name } of ROOT.elements)
  if (!OPENS[name] && !NUMERIC.has(name)) throw new Error(`no rule tells which words the element ${name} begins with`)
