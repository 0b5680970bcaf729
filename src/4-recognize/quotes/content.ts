import { POS, type TokenRange } from '../../document/segmented.js'
import type { FoundCue } from './cues.js'
import { endOfPhrase, endWithComplements, isPreposition } from './noun-phrases.js'
import { COMMA, lastChar, type Report } from './report.js'
import { isPassive } from './subject.js'
import type { Unit } from './units.js'
import { isSubjectPronoun, isVerb, type View, wordAt } from './view.js'
import { WORD } from './words.js'

const QUESTION_WORDS = new Set([
  'whether',
  'if',
  'how',
  'why',
  'what',
  'who',
  'when',
  'where',
  'which',
  'whom',
  'whose',
])

const FRAGMENT_STARTS = new Set([
  'there',
  'here',
  'as',
  'if',
  'when',
  'while',
  'because',
  'although',
  'though',
  'no',
  'nothing',
  'nobody',
  'only',
  'not',
  'such',
  'what',
  'whatever',
  'whoever',
  'even',
  'despite',
  'since',
  'unlike',
  'once',
  'until',
  'after',
  'before',
  'rather',
  'instead',
  'under',
])

/** A clause begins at `i`: a subject with its verb, or a word that opens one. */
export function clauseBegins(v: View, i: number, end: number): boolean {
  const { lower, pos } = v.tokens
  if (i >= end) return false
  if (v.stretchAt[i] > 0) return true
  if (FRAGMENT_STARTS.has(lower[i])) return true
  if (isSubjectPronoun(v, i) && lower[i] !== 'that') {
    if (pos[i] !== POS.DET && i + 1 < end && (isVerb(v, i + 1) || pos[i + 1] === POS.ADV || v.stretchAt[i + 1] > 0))
      return true
  }
  let at = endOfPhrase(v, i, end)
  if (at === i) return pos[i] === POS.VERB && (wordAt(v, i) & WORD.ING) !== 0
  at = endWithComplements(v, at, end)
  for (let n = 0; n < 25 && at < end; n++, at++) {
    if (v.stretchAt[at] > 0) return true
    if (isVerb(v, at)) return true
    if (lower[at] === '.' || lower[at] === ';' || lower[at] === ':') return false
  }
  return false
}

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later recently afterward afterwards again then publicly last this'.split(
    ' ',
  ),
)

/** Over "on Tuesday", "in an interview with …", "last week": where the reported words may begin. */
function afterAdverbials(v: View, from: number, end: number): number {
  const { lower, pos } = v.tokens
  let i = from
  for (let n = 0; n < 5 && i < end; n++) {
    if (v.stretchAt[i] > 0) return i
    if (isPreposition(v, i) && lower[i] !== 'to' && lower[i] !== 'that') {
      const next = endOfPhrase(v, i + 1, end)
      if (next === i + 1) return i
      i = next
      continue
    }
    if (v.nameAt[i] === 0 && CALENDAR.has(lower[i])) {
      i++
      while (
        i < end &&
        (lower[i] === 'week' ||
          lower[i] === 'month' ||
          lower[i] === 'year' ||
          lower[i] === 'night' ||
          lower[i] === 'morning' ||
          lower[i] === 'afternoon' ||
          lower[i] === 'evening' ||
          CALENDAR.has(lower[i]))
      )
        i++
      continue
    }
    if (pos[i] === POS.ADV && !FRAGMENT_STARTS.has(lower[i]) && !QUESTION_WORDS.has(lower[i])) {
      i++
      continue
    }
    return i
  }
  return i
}

const IS_FINAL = new Set(['.', '!', '?', ';', ','])

const CONTENT_ENDS = new Set(['.', ';'])

/** Last token (excluded) of reported words that begin at `from`: the unit's end without its final period. */
export function contentEnd(v: View, from: number, unit: Unit): number {
  const { lower } = v.tokens
  let i = from
  // A quotation that opens the reported words and closes with a comma or a stop is all of them.
  if (v.stretchAt[from] > 0) {
    const range = v.stretchTokens[v.stretchAt[from] - 1]
    const last = lastChar(v, from)
    if (last === ',' || last === '.' || last === '?' || last === '!' || range.endToken >= unit.endToken)
      return range.endToken
    i = range.endToken
  }
  for (; i < unit.endToken; i++) {
    if (v.stretchAt[i] > 0) {
      const range = v.stretchTokens[v.stretchAt[i] - 1]
      if (
        lastChar(v, i) === '.' &&
        range.endToken < unit.endToken &&
        v.tokens.sentence[range.endToken] !== v.tokens.sentence[range.endToken - 1]
      )
        return range.endToken
      i = range.endToken - 1
      continue
    }
    if (lower[i] === ';') return i
    if (lower[i] === ',' && lower[i + 1] === 'according' && lower[i + 2] === 'to') return i
    if (lower[i] === 'according' && lower[i + 1] === 'to') return i
  }
  let end = unit.endToken
  while (end > from && v.stretchAt[end - 1] === 0 && IS_FINAL.has(lower[end - 1])) end--
  return end
}

const HEARERS = new Set(['me', 'him', 'her', 'them', 'us', 'you', 'it'])

/** Where the words begin that a cue before them reports, or -1. */
export function contentAfter(v: View, cue: FoundCue, unit: Unit): { from: number; by: Report['by'] } | undefined {
  const { lower } = v.tokens
  const end = unit.endToken
  const has = (frame: string): boolean => cue.frames.includes(frame)
  let i = cue.end
  if (i >= end) return undefined
  if (has('a') && v.stretchAt[i] === 0 && lower[i] !== 'that' && lower[i] !== 'to') {
    const hearer = HEARERS.has(lower[i]) ? i + 1 : endOfPhrase(v, i, end)
    if (
      hearer > i &&
      !(
        cue.lemma !== 'tell' &&
        hearer < end &&
        isVerb(v, hearer) &&
        has('t') &&
        !isPassive(v, cue.verb, unit.firstToken)
      )
    ) {
      i = hearer
      if (v.stretchAt[i] === 0) i = endWithComplements(v, i, end)
    }
  }
  const start = i
  for (let pass = 0; pass < 2 && i < end; pass++) {
    if (v.stretchAt[i] > 0)
      return has('q') || has('t') || has('p') || has('n') ? { from: i, by: 'cue-before' } : undefined
    const next = i + 1
    if ((lower[i] === ':' || lower[i] === ',') && next < end && v.stretchAt[next] > 0)
      return has('q') || has('p') ? { from: next, by: 'cue-before' } : undefined
    if (lower[i] === ':' && has('q') && next < end) return { from: next, by: 'cue-before' }
    if (lower[i] === 'that' && (has('t') || has('h'))) return { from: i, by: 'cue-before' }
    if (lower[i] === 'to' && has('i') && next < end && isVerb(v, next)) return { from: i, by: 'cue-before' }
    if (QUESTION_WORDS.has(lower[i]) && has('w')) return { from: i, by: 'cue-before' }
    if (
      has('t') &&
      !COMMA.has(lower[i]) &&
      !CONTENT_ENDS.has(lower[i]) &&
      lower[i] !== ':' &&
      (pass === 1 || !isPreposition(v, i)) &&
      clauseBegins(v, i, end)
    )
      return { from: i, by: 'cue-before' }
    i = afterAdverbials(v, i, end)
    if (i === start && pass === 0) break
  }
  if (has('q') && has('p')) {
    const distant = introduced(v, cue, end)
    if (distant >= 0) return { from: distant, by: 'cue-before' }
  }
  // "as", "like", an object: what is in marks names it.
  if (has('n') || has('q')) {
    const reach = Math.min(end, cue.end + (has('n') ? 14 : 8))
    for (let k = cue.end; k < reach; k++) {
      if (v.stretchAt[k] > 0) return { from: k, by: 'naming-cue' }
      if (CONTENT_ENDS.has(lower[k]) || lower[k] === ',') break
      if (isVerb(v, k) && k > cue.end && (wordAt(v, k) & WORD.ING) === 0 && !has('n')) break
    }
  }
  return undefined
}

/** "said in a speech before a hearing, “…”": the quotation after a colon or comma that the cue still governs, or -1. */
function introduced(v: View, cue: FoundCue, end: number): number {
  const { lower } = v.tokens
  for (let i = cue.end; i < end - 1 && i < cue.end + 25; i++) {
    if (v.stretchAt[i] > 0) return -1
    if ((lower[i] === ',' || lower[i] === ':') && v.stretchAt[i + 1] > 0) return i + 1
    if (lower[i] === ':' || lower[i] === ';' || lower[i] === 'that') return -1
    if (isVerb(v, i) && (wordAt(v, i) & WORD.ING) === 0 && v.tokens.pos[i] === POS.AUX) return -1
  }
  return -1
}

/** The clause of reporting stands after (or inside) the words it reports. */
export function contentBefore(v: View, cue: FoundCue, clause: TokenRange, unit: Unit): TokenRange | undefined {
  if (!cue.frames.includes('q') && !cue.frames.includes('p')) return undefined
  const { lower } = v.tokens
  let before = clause.firstToken - 1
  if (before - 1 > unit.firstToken && lower[before] === 'as') before--
  if (before < unit.firstToken) return undefined
  const marked = v.stretchAt[before] > 0
  if (marked) {
    const last = lastChar(v, before)
    if (!",?!—-.…–'’".includes(last) && cue.form !== 'past' && cue.form !== 'third') return undefined
  } else if (!COMMA.has(lower[before])) return undefined
  else if (!cue.frames.includes('p') && v.stretchAt[before - 1] === 0) return undefined
  const lastToken = marked ? before : before - 1
  if (lastToken < unit.firstToken) return undefined
  return { firstToken: unit.firstToken, endToken: lastToken + 1 }
}

const RESUMES = new Set([
  'and',
  'but',
  'or',
  'so',
  'because',
  'as',
  'which',
  'who',
  'though',
  'although',
  'even',
  'since',
  'while',
  'if',
  'when',
])

/** “A,” she said, “B” and "Prices, she said, had risen": where the words go on after the clause, or -1. */
export function resumesAt(v: View, clause: TokenRange, cue: FoundCue, unit: Unit, inverted: boolean): number {
  const { lower } = v.tokens
  let i = inverted ? clause.endToken : cue.end
  const reach = Math.min(unit.endToken, i + 40)
  const quotedBefore = v.stretchAt[clause.firstToken - 1] > 0
  if (!quotedBefore && i < reach && lower[i] === ',' && v.stretchAt[i + 1] === 0) {
    const next = i + 1
    if (next >= unit.endToken - 1) return -1
    if (wordAt(v, next) & WORD.CUE_ING) return -1
    return RESUMES.has(lower[next]) || (wordAt(v, next) & WORD.ING) === 0 ? next : -1
  }
  for (; i < reach; i++) {
    if (v.stretchAt[i] > 0)
      return v.stretchAt[i - 1] === 0 && (lower[i - 1] === ',' || lower[i - 1] === ':' || i === cue.end) ? i : -1
    if (wordAt(v, i) & WORD.CUE_ING) return -1
    if (lower[i] === '.') return -1
  }
  return -1
}
