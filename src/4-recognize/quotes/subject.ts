import { POS } from '../../document/segmented.js'
import {
  beforeParenthetical,
  endOfPhrase,
  endWithComplements,
  type NounPhrase,
  phraseEndingAt,
  startOfPhrase,
} from './noun-phrases.js'
import { isName, isNominal, isSubjectPronoun, isVerb, type View, wordAt } from './view.js'
import { WORD } from './words.js'

const SKIPPED = new Set([
  "n't",
  'not',
  'to',
  'also',
  'then',
  'later',
  'once',
  'both',
  'all',
  'each',
  'never',
  'only',
  'just',
  'even',
  'himself',
  'herself',
  'themselves',
  'itself',
])
const MARK = new Set(['"', "''", '``'])
const BE = new Set(['was', 'were', 'is', 'are', 'been', 'be', 'being', 'am', "'s", "'re"])
const DASHES = new Set([',', '—', '–', '--', '-', ')', ']'])
const TIME_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later recently afterward afterwards night morning afternoon evening week month year'.split(
    ' ',
  ),
)

/** Auxiliaries and adverbs between a subject and its verb: "has also repeatedly said". Returns the token before them. */
function beforeAuxiliaries(v: View, verb: number, limit: number): number {
  const { lower, pos } = v.tokens
  let i = verb - 1
  while (i >= limit && v.stretchAt[i] === 0) {
    if (v.nameAt[i] > 0) break
    const skipped =
      pos[i] === POS.AUX || pos[i] === POS.ADV || (SKIPPED.has(lower[i]) && lower[i] !== 'all' && lower[i] !== 'both')
    if (!skipped) break
    if (isSubjectPronoun(v, i)) break
    i--
  }
  return i
}

export function isPassive(v: View, verb: number, limit: number): boolean {
  const { lower, pos } = v.tokens
  for (let i = verb - 1; i >= limit && i > verb - 5; i--) {
    if (v.nameAt[i] > 0) return false
    if (BE.has(lower[i]) && (pos[i] === POS.AUX || pos[i] === POS.VERB)) return (wordAt(v, verb) & WORD.ING) === 0
    if (pos[i] !== POS.ADV && !SKIPPED.has(lower[i]) && pos[i] !== POS.AUX) return false
  }
  return false
}

/** The nearest verb to the left that can govern this one: outside quotations, skipping -ing forms. */
function earlierVerb(v: View, from: number, limit: number): number {
  const { lower } = v.tokens
  for (let i = from; i >= limit && i > from - 60; i--) {
    if (v.stretchAt[i] > 0 || !isVerb(v, i) || (wordAt(v, i) & WORD.ING) !== 0 || lower[i] === 'according') continue
    return i
  }
  return -1
}

const CLAUSE_OPENERS = new Set(
  'that who which if as because when while where although though whether what how why since until before after unless'.split(
    ' ',
  ),
)

/** The clause of this subject hangs in another: "that Roe had …", "Roe, who …", "said Roe had …". */
function isEmbedded(v: View, subject: NounPhrase, limit: number): boolean {
  if (subject.antecedent) return true
  const before = subject.firstToken - 1
  if (before < limit || v.stretchAt[before] > 0) return false
  if (CLAUSE_OPENERS.has(v.tokens.lower[before])) return true
  return isVerb(v, before) && v.tokens.pos[before] === POS.VERB
}

/**
 * The subject of the verb that governs a later one without a subject of its own. A verb further left is preferred
 * where the nearest one stands in a clause inside another: "Roe denied that the bank had failed, adding …".
 */
export function sharedSubject(
  v: View,
  from: number,
  limit: number,
  depth: number,
  outermost: boolean,
): NounPhrase | undefined {
  let verb = earlierVerb(v, from, limit)
  let first: NounPhrase | undefined
  for (let n = 0; n < (depth === 0 ? 5 : 2) && verb >= 0; n++) {
    const inverted = verb > limit && v.stretchAt[verb - 1] > 0 ? subjectAfter(v, verb, from + 1) : undefined
    if (inverted && inverted.endToken <= from + 1) return inverted
    const subject = subjectBefore(v, verb, limit, depth + 1)
    if (subject && subject.firstToken < verb) {
      first ??= subject
      if (!outermost || !isEmbedded(v, subject, limit)) return subject
      verb = earlierVerb(v, subject.firstToken - 1, limit)
    } else verb = earlierVerb(v, verb - 1, limit)
  }
  return first
}

/** "Asked about prices, Roe said": the phrase after the comma that ends an opening participle clause. */
function subjectAfterComma(v: View, verb: number, reach: number): NounPhrase | undefined {
  for (let i = verb + 1; i < reach && i < verb + 40; i++) {
    const comma =
      v.tokens.lower[i] === ',' ||
      (v.stretchAt[i - 1] > 0 && v.stretchAt[i] === 0 && v.text[v.stretches[v.stretchAt[i - 1] - 1].end - 1] === ',')
    if (!comma) continue
    const first = v.tokens.lower[i] === ',' ? i + 1 : i
    const end = endOfPhrase(v, first, reach)
    if (end > first && (verbFollows(v, end, reach) || v.tokens.lower[end] === ','))
      return { firstToken: first, endToken: end, head: end - 1 }
  }
  return undefined
}

/**
 * The noun phrase before a verb that is its subject: over auxiliaries, adverbs, parentheses and appositions; of a
 * coordinated verb, an -ing form or an infinitive the subject of the verb that it hangs on.
 */
export function subjectBefore(v: View, verb: number, limit: number, depth = 0, reach = 0): NounPhrase | undefined {
  const { lower, pos } = v.tokens
  let i = beforeAuxiliaries(v, verb, limit)
  if (i < limit)
    return (wordAt(v, verb) & WORD.ING) !== 0 && depth === 0 ? subjectAfterComma(v, verb, reach) : undefined
  if (depth > 2) return undefined
  const gerund = (wordAt(v, verb) & WORD.ING) !== 0 && !hasAuxiliary(v, i, verb)
  const infinitive = lower[i + 1] === 'to' || lower[verb - 1] === 'to'
  if (v.stretchAt[i] > 0) {
    const inside = i - 1
    const comma = MARK.has(lower[i]) && inside >= limit && lower[inside] === ','
    if (comma && !gerund) {
      const before = beforeParenthetical(v, v.stretchTokens[v.stretchAt[i] - 1].firstToken, limit)
      return before >= limit ? phraseTo(v, before, i, limit) : undefined
    }
    return sharedSubject(v, i, limit, depth, gerund)
  }
  if (gerund || infinitive || pos[i] === POS.CCONJ || isVerb(v, i)) {
    if (gerund && isNominal(v, i)) {
      // "with officials saying …", but not "she revised her statement saying …"
      const phrase = phraseEndingAt(v, i, limit)
      if (isPersonName(v, i)) return { firstToken: startOfPhrase(v, i, limit), endToken: i + 1, head: i }
      const before = phrase.firstToken - 1
      if (before < limit || lower[before] === 'with' || lower[before] === 'as' || lower[before] === ',') return phrase
    }
    return sharedSubject(v, i, limit, depth, depth === 0 && (pos[i] === POS.CCONJ || (gerund && DASHES.has(lower[i]))))
  }
  if (isSubjectPronoun(v, i)) {
    if ((lower[i] === 'who' || lower[i] === 'which' || lower[i] === 'that') && i > limit) {
      let at = i - 1
      if (lower[at] === ',' || lower[at] === '—') at--
      if (lower[at] === ')') at = beforeParenthetical(v, at, limit)
      if (at >= limit && isNominal(v, at)) {
        const near = isPersonName(v, at) || lower[i] !== 'who'
        const antecedent = near
          ? { firstToken: startOfPhrase(v, at, limit), endToken: at + 1, head: at }
          : phraseEndingAt(v, at, limit)
        return { firstToken: i, endToken: i + 1, head: i, antecedent }
      }
    }
    return { firstToken: i, endToken: i + 1, head: i }
  }
  if (DASHES.has(lower[i])) {
    const before = beforeParenthetical(v, i, limit)
    return before >= limit ? phraseTo(v, before, i, limit) : undefined
  }
  // "the vicar of St Anne's said"
  if (lower[i] === "'s" && i > limit && isNominal(v, i - 1))
    return { ...phraseEndingAt(v, i - 1, limit), endToken: i + 1 }
  if (!isNominal(v, i) && pos[i] !== POS.DET) return undefined
  // A day between subject and verb.
  while (i > limit && v.nameAt[i] === 0 && TIME_WORDS.has(lower[i]) && i - 1 >= limit) {
    let at = i - 1
    while (
      at > limit &&
      v.nameAt[at] === 0 &&
      (pos[at] === POS.ADP || pos[at] === POS.DET || pos[at] === POS.ADJ || TIME_WORDS.has(lower[at]))
    )
      at--
    if (!isNominal(v, at) && !isSubjectPronoun(v, at)) break
    i = at
    if (isSubjectPronoun(v, i) && !isNominal(v, i)) return { firstToken: i, endToken: i + 1, head: i }
  }
  return phraseEndingAt(v, i, limit)
}

const isPersonName = (v: View, i: number): boolean => v.nameAt[i] > 0 && v.names[v.nameAt[i] - 1].type === 'person'

function hasAuxiliary(v: View, i: number, verb: number): boolean {
  for (let k = i + 1; k < verb; k++) if (v.tokens.pos[k] === POS.AUX) return true
  return false
}

/** The phrase that ends at `last`, widened over the apposition up to the comma `close`. */
function phraseTo(v: View, last: number, close: number, limit: number): NounPhrase {
  const pronoun = isSubjectPronoun(v, last) && !isName(v, last)
  const phrase = pronoun ? { firstToken: last, endToken: last + 1, head: last } : phraseEndingAt(v, last, limit)
  return { ...phrase, endToken: v.stretchAt[close] > 0 ? last + 1 : close + (v.tokens.lower[close] === ')' ? 1 : 0) }
}

/** "…," said Jane Roe, the mayor of …: the noun phrase that begins right after an inverted verb. */
export function subjectAfter(v: View, verb: number, limit: number): NounPhrase | undefined {
  const { lower, pos } = v.tokens
  let first = verb + 1
  while (first < limit && v.nameAt[first] === 0 && pos[first] === POS.ADV) first++
  if (first >= limit || v.stretchAt[first] > 0) return undefined
  if (lower[first] === 'that' || lower[first] === 'it') return undefined
  let end = endOfPhrase(v, first, limit)
  if (end === first) return undefined
  const head = end - 1
  end = endWithComplements(v, end, limit)
  // "said her lawyer, Sam Poe"
  if (v.nameAt[head] === 0 && end + 1 < limit && lower[end] === ',' && isPersonName(v, end + 1)) {
    end = v.names[v.nameAt[end + 1] - 1].endToken
  }
  return { firstToken: first, endToken: end, head: headOf(v, first, head) }
}

/** The last token of the phrase, or of the name in it that a bracket or number follows. */
function headOf(v: View, first: number, last: number): number {
  let head = last
  while (head > first && v.nameAt[head] === 0 && v.tokens.pos[head] === POS.NUM) head--
  return head
}

/** A verb follows the phrase: "said Roe would run" is no inversion. */
export function verbFollows(v: View, end: number, limit: number): boolean {
  let i = end
  while (i < limit && v.nameAt[i] === 0 && v.tokens.pos[i] === POS.ADV) i++
  return (
    i < limit &&
    v.stretchAt[i] === 0 &&
    isVerb(v, i) &&
    (wordAt(v, i) & WORD.ING) === 0 &&
    v.tokens.pos[i] !== POS.PUNCT
  )
}
