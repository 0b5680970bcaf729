import type { WithNames } from '../../document/mention.js'
import type { Segmented, Tokens } from '../../document/segmented.js'
import { indexAt } from '../../document/span.js'
import type { TimexExpression, TimexMeaning, WithTimexExpressions } from '../../document/timex.js'
import { ROOT } from './candidates.js'
import { continued } from './continue.js'
import { joined } from './join.js'
import { dateKinds } from './kinds.js'
import { modified } from './modify.js'
import type { Mutable, Said } from './rule.js'
import { type Match, matchesFrom } from './trie.js'
import { DATE_WORD, dateWords } from './words.js'

/** How many tokens an expression may begin before its trigger: "two and a half of the first ... years". */
const REACH = 9

/** An expression while it is put together. */
export interface Found extends Said {
  readonly from: number
  readonly end: number
  readonly type: TimexExpression['type']
  readonly by: string
}

/**
 * Stage 4, dates: the time expressions of an article, in order of reading, none overlapping another, each with what it
 * says kept as data. Where names are known already, what lies inside a person's name ("April Ruiz") is left out.
 */
export function recognizeDates<A extends Segmented & Partial<WithNames>>(article: A): A & WithTimexExpressions {
  const { tokens } = article
  const timexes: TimexExpression[] = []
  for (const found of joined(findAll(tokens), tokens)) {
    const { from, end, type, by, meaning, time, mod } = found
    const start = tokens.start[from]
    const stop = tokens.end[end - 1]
    if (mayBeName(meaning) && isInPersonName(article.names, start, stop)) continue
    const timex: Mutable<TimexExpression> = { start, end: stop, firstToken: from, endToken: end, type, by, meaning }
    if (time) timex.time = time
    if (mod) timex.mod = mod
    timexes.push(timex)
  }
  return { timexes, ...article }
}

/** Only "April", "Sunday", "Summer", "Easter" without a day or year are names of people too. */
const mayBeName = (meaning: TimexMeaning): boolean =>
  meaning.tag === 'calendar' && meaning.known.day === undefined && meaning.known.year === undefined

function isInPersonName(names: WithNames['names'] | undefined, start: number, end: number): boolean {
  if (names === undefined || names.length === 0) return false
  const name = names[indexAt(names, start)]
  return name !== undefined && name.type === 'person' && name.start <= start && end <= name.end
}

function findAll(tokens: Tokens): Found[] {
  const all: Found[] = []
  const words = dateWords(tokens)
  const kinds = dateKinds(tokens)
  const { lexeme } = tokens
  let consumed = 0
  for (let at = 0; at < tokens.length; at++) {
    const word = words[lexeme[at]]
    if ((word & DATE_WORD.MAY_TRIGGER) === 0) continue
    if ((word & DATE_WORD.TRIGGER) === 0 && !(at > 0 && tokens.words[at - 1] === "'")) continue
    const found = findAround(tokens, words, kinds, at, consumed)
    if (found === undefined) continue
    if (found.type === undefined) {
      consumed = found.end
    } else {
      const whole = modified(found as Found, tokens, consumed)
      const more = continued(whole, tokens)
      for (const each of more) if (each.from >= consumed) all.push(each)
      consumed = Math.max(whole.end, more[more.length - 1].end)
    }
    at = Math.max(at, consumed - 1)
  }
  return all
}

/** The leftmost and longest match that covers token `trigger`; without a type where a rule forbids all others. */
function findAround(
  tokens: Tokens,
  words: Int32Array,
  kinds: Int32Array,
  trigger: number,
  consumed: number,
): Found | { readonly type: undefined; readonly end: number } | undefined {
  const sentence = tokens.sentence[trigger]
  for (let from = Math.max(consumed, trigger - REACH); from <= trigger; from++) {
    if ((words[tokens.lexeme[from]] & DATE_WORD.OPENS) === 0 || tokens.sentence[from] !== sentence) continue
    matches.length = 0
    matchesFrom(ROOT, kinds, tokens, from, trigger, matches)
    if (matches.length > 1) matches.sort((a, b) => b.end - a.end || a.rank - b.rank)
    for (const { rule, end, captures } of matches) {
      const said = rule.read(captures, { tokens, from, end })
      if (said) {
        const { meaning, time, mod } = said
        return { from, end, type: said.type ?? rule.type, by: rule.name, meaning, time, mod }
      }
      if (rule.blocks) return { type: undefined, end }
    }
  }
  return undefined
}

/** Reused between calls; holds nothing between them. */
const matches: Match[] = []
