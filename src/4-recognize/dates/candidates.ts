import type { Sense } from './lexicon.js'
import { LEXICON } from './lexicon.js'
import { compile, openings, type Pattern } from './pattern.js'
import type { Rule } from './rule.js'
import { CALENDAR_RULES } from './rules/calendar.rules.js'
import { CLOCK_RULES } from './rules/clock.rules.js'
import { DURATION_RULES } from './rules/duration.rules.js'
import { HOLIDAY_RULES, SEPTEMBER_11_RULE } from './rules/holiday.rules.js'
import { QUARTER_RULES } from './rules/quarter.rules.js'
import { REFERENCE_RULES } from './rules/reference.rules.js'
import { RELATIVE_RULES } from './rules/relative.rules.js'
import { SET_RULES } from './rules/set.rules.js'

/** All rules; of two that match equally long the earlier wins. */
export const RULES: readonly Rule[] = [
  SEPTEMBER_11_RULE,
  ...HOLIDAY_RULES,
  ...CALENDAR_RULES,
  ...QUARTER_RULES,
  ...SET_RULES,
  ...RELATIVE_RULES,
  ...DURATION_RULES,
  ...CLOCK_RULES,
  ...REFERENCE_RULES,
]

export interface Candidate {
  readonly rule: Rule
  readonly pattern: Pattern
}

const NUMBER_WORDS = new Set('a an few several many some numerous multiple countless couple half quarter'.split(' '))

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
  ORDINAL: (sense, word) => sense.ordinal !== undefined || word === 'twenty',
  DECADE: (sense, word) => sense.decade !== undefined || word === "'",
  SPELLEDYEAR: (sense) => sense.cardinal !== undefined,
  NUMBER: (sense, word) => sense.cardinal !== undefined || NUMBER_WORDS.has(word),
  QUARTERCODE: (_, word) => /^q[1-4]$/.test(word),
}
const NUMERIC = new Set('NUMBER DAY NTHDAY YEAR TWODIGITS MONTHNUMBER DAYNUMBER CLOCK ORDINAL DECADE'.split(' '))

const byWord = new Map<string, Candidate[]>()
const numeric: Candidate[] = []

function file(word: string, candidate: Candidate): void {
  const list = byWord.get(word)
  if (list === undefined) byWord.set(word, [candidate])
  else if (list.at(-1) !== candidate) list.push(candidate)
}

for (const rule of RULES)
  for (const source of rule.patterns) {
    const candidate: Candidate = { rule, pattern: compile(source) }
    const { words, elements } = openings(candidate.pattern)
    for (const word of words) file(word, candidate)
    for (const element of elements) {
      const opens = OPENS[element]
      if (opens)
        for (const word of [...LEXICON.keys(), ...NUMBER_WORDS, "'"])
          if (opens(LEXICON.get(word) ?? {}, word)) file(word, candidate)
    }
    if (elements.some((element) => NUMERIC.has(element))) numeric.push(candidate)
  }

// "9" opens "9/11", and all that any number opens.
for (const [word, list] of byWord) if (/^\d/.test(word)) list.push(...numeric)

/** What may match from a word on; from numbers that are not listed, `NUMERIC_CANDIDATES`. */
export const CANDIDATES: ReadonlyMap<string, readonly Candidate[]> = byWord
export const NUMERIC_CANDIDATES: readonly Candidate[] = numeric
