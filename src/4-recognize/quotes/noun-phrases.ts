import { POS, type TokenRange } from '../../document/segmented.js'
import { isName, isNominal, isSubjectPronoun, isVerb, type View, wordAt } from './view.js'
import { WORD } from './words.js'

/** A noun phrase with its head: "a spokesman for the ministry" is headed by "spokesman", "Mayor Jane Roe" by "Roe". */
export interface NounPhrase extends TokenRange {
  readonly head: number
  /** What "who" or "which" stands for. */
  readonly antecedent?: NounPhrase
}

const OWNERS = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your'])
const isCalendar = (v: View, i: number): boolean => v.nameAt[i] === 0 && (wordAt(v, i) & WORD.CALENDAR) !== 0

/** Part of a hyphened word: "well-connected", "71-year-old". */
export const isHyphened = (v: View, i: number): boolean => {
  const { lower, start, end, length } = v.tokens
  if (i + 1 < length && lower[i + 1] === '-' && start[i + 1] === end[i]) return true
  return i > 0 && lower[i - 1] === '-' && start[i] === end[i - 1]
}

/** May stand inside a noun phrase before its head. */
function isModifier(v: View, i: number): boolean {
  if (isNominal(v, i) || isHyphened(v, i)) return true
  const { pos, lower } = v.tokens
  if (pos[i] === POS.ADJ || lower[i] === "'s" || lower[i] === "'") return true
  return lower[i] === '-' || lower[i] === '&' || lower[i] === '/'
}

/** No noun phrase of a news article is longer; hostile text is. */
const LONGEST = 30

/** First token of the simple noun phrase that ends with token `last`; never before `limit`. */
export function startOfPhrase(v: View, last: number, limit: number): number {
  const { pos, lower } = v.tokens
  if (isSubjectPronoun(v, last)) return last
  let i = last
  const floor = Math.max(limit, last - LONGEST)
  while (i > floor) {
    const before = i - 1
    if (v.stretchAt[before] !== v.stretchAt[last]) break
    if (v.nameAt[before] > 0 && v.nameAt[before] === v.nameAt[i]) {
      i--
      continue
    }
    const owned = lower[before] === "'s" || lower[before] === "'"
    if (!owned && pos[before] === POS.DET) {
      i = before
      break
    }
    if (OWNERS.has(lower[before])) return before
    if (!isModifier(v, before) || isCalendar(v, before)) break
    i--
  }
  while (i < last && (lower[i] === "'s" || lower[i] === "'" || lower[i] === '-')) i++
  return i
}

const DETERMINING = new Set('many some most one both few several this these those another all'.split(' '))
/** Stands inside a noun phrase after its first token. */
function continues(v: View, i: number, first: number): boolean {
  const { pos, lower } = v.tokens
  if (isNominal(v, i) || pos[i] === POS.ADJ || isHyphened(v, i)) return true
  if (i === first) return pos[i] === POS.DET || OWNERS.has(lower[i]) || DETERMINING.has(lower[i])
  return lower[i] === "'s" || lower[i] === "'" || lower[i] === '-' || lower[i] === '&' || lower[i] === '/'
}

/** Index after the simple noun phrase that begins at `first`; `first` if none begins there. */
export function endOfPhrase(v: View, first: number, limit: number): number {
  const { pos, lower } = v.tokens
  if (first >= limit) return first
  if (isSubjectPronoun(v, first) && !isNominal(v, first) && lower[first] !== 'that') {
    const next = first + 1
    const determines = pos[first] === POS.DET || DETERMINING.has(lower[first])
    if (!determines || next >= limit || !continues(v, next, first)) return next
  }
  let end = first
  const reach = Math.min(limit, first + LONGEST)
  for (let i = first; i < reach && v.stretchAt[i] === v.stretchAt[first]; i++) {
    if ((isCalendar(v, i) && end > first) || !continues(v, i, first)) break
    if (isNominal(v, i)) end = i + 1
  }
  return end
}

export const isPreposition = (v: View, i: number): boolean =>
  v.nameAt[i] === 0 && (wordAt(v, i) & WORD.PREPOSITION) !== 0

/** "officials in two states", "a spokesman for the mayor": what hangs on the phrase that ends before `end`. */
export function endWithComplements(v: View, end: number, limit: number): number {
  let i = end
  for (let n = 0; n < 3; n++) {
    let at = i
    if (v.tokens.pos[at] === POS.ADJ && at + 1 < limit && isPreposition(v, at + 1)) at++ // "familiar with"
    if (at >= limit || !isPreposition(v, at) || isCalendar(v, at + 1)) return i
    const next = endOfPhrase(v, at + 1, limit)
    if (next === at + 1) return i
    i = next
  }
  return i
}

const RELATIVE = new Set(['who', 'that', 'which', 'whose', 'whom'])

/** The nominal that a relative or participial clause with its verb at `verb` hangs on, or -1. */
function antecedent(v: View, verb: number, limit: number): number {
  const { lower, pos } = v.tokens
  for (let i = verb - 1; i >= limit && i > verb - 8; i--) {
    if (v.nameAt[i] === 0 && RELATIVE.has(lower[i]))
      return i > limit && isNominal(v, i - 1) && !isCalendar(v, i - 1) ? i - 1 : -1
    if (pos[i] === POS.PUNCT || pos[i] === POS.SCONJ) return -1
  }
  // "people briefed on the matter", "voters leaving the hall"
  const bare = (wordAt(v, verb) & (WORD.ING | WORD.ED)) !== 0
  return bare && verb - 1 >= limit && isNominal(v, verb - 1) && pos[verb] === POS.VERB ? verb - 1 : -1
}

/**
 * The noun phrase that ends with token `last`, read from right to left: modifiers, then prepositional phrases and
 * relative clauses up to the leftmost phrase that they hang on, then "A and B". It never begins before `limit`.
 */
export function phraseEndingAt(v: View, last: number, limit: number): NounPhrase {
  const { lower } = v.tokens
  let head = last
  let start = startOfPhrase(v, last, limit)
  for (let step = 0; step < 6; step++) {
    const before = start - 1
    if (before <= limit) break
    let link = before
    if (isPreposition(v, link)) {
      const adjective = v.tokens.pos[link - 1] === POS.ADJ && link - 2 >= limit && isNominal(v, link - 2)
      const verb = isVerb(v, link - 1) ? antecedent(v, link - 1, limit) : -1
      link = adjective ? link - 2 : verb >= 0 ? verb : link - 1
      if (link < limit || !isNominal(v, link) || isCalendar(v, link)) break
    } else if (lower[link] === 'and' || lower[link] === 'or') {
      link--
      if (lower[link] === ',') link--
      if (link < limit || !isNominal(v, link)) break
      // "… met voters and Roe said" is no pair: the first would be an object.
      const left = startOfPhrase(v, link, limit)
      if (left > limit && (isVerb(v, left - 1) || isPreposition(v, left - 1))) break
    } else if (isVerb(v, link)) {
      const noun = antecedent(v, link, limit)
      if (noun < 0) break
      link = noun
    } else break
    if (v.stretchAt[link] !== v.stretchAt[last]) break
    head = link
    start = startOfPhrase(v, link, limit)
  }
  return { firstToken: start, endToken: last + 1, head }
}

/** "X (D-Ohio)", "X, the mayor,": the token before the bracket or comma that token `close` ends, or -1. */
export function beforeParenthetical(v: View, close: number, limit: number): number {
  const { lower } = v.tokens
  if (lower[close] === ')' || lower[close] === ']') {
    for (let i = close - 1; i >= limit && i > close - 40; i--) if (lower[i] === '(' || lower[i] === '[') return i - 1
    return -1
  }
  let fallback = -1
  for (let i = close - 1; i >= limit && i > close - 60; i--) {
    if (v.stretchAt[i] > 0) continue
    const comma = lower[i] === ',' || lower[i] === '-' || lower[i] === '—' || lower[i] === '–' || lower[i] === '--'
    if (!comma || i === limit) continue
    if (lower[i] === '-' && v.tokens.start[i] === v.tokens.end[i - 1]) continue
    let at = i - 1
    if (lower[at] === ')') at = beforeParenthetical(v, at, limit)
    if (at < limit || v.stretchAt[at] > 0) continue
    const person =
      isName(v, at) && v.names[v.nameAt[at] - 1].type === 'person' && at + 1 === v.names[v.nameAt[at] - 1].endToken
    if (person) return at
    if (fallback < 0 && (isNominal(v, at) || isSubjectPronoun(v, at)) && !isCalendar(v, at)) fallback = at
  }
  return fallback
}
