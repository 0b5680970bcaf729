import { POS, type TokenRange } from '../../document/segmented.js'
import { addColons } from './colons.js'
import { clauseBegins, contentAfter, contentBefore, contentEnd, resumesAt } from './content.js'
import { CUE_TABLE, cueAt, type FoundCue } from './cues.js'
import { cutAtEnding } from './endings.js'
import type { Judge } from './judge.js'
import { nounReport } from './noun-cues.js'
import { endOfPhrase, endWithComplements, isHyphened, type NounPhrase } from './noun-phrases.js'
import { COMMA, lastChar, type Report } from './report.js'
import { isPassive, subjectAfter, subjectBefore, verbFollows } from './subject.js'
import type { Unit } from './units.js'
import { isVerb, type View, wordAt } from './view.js'
import { MAY_REPORT, WORD } from './words.js'

/** The first token of the clause of reporting: its subject, or the cue itself. */
const clauseOf = (cue: FoundCue, source: NounPhrase | undefined): TokenRange => ({
  firstToken: source && source.firstToken < cue.first ? source.firstToken : cue.first,
  endToken: source && source.firstToken >= cue.end ? source.endToken : cue.end,
})

function hasVerb(v: View, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 80; i++) if (v.stretchAt[i] > 0 || isVerb(v, i)) return true
  return false
}

function reportOf(v: View, cue: FoundCue, unit: Unit): Report | undefined {
  const { lower } = v.tokens
  const limit = unit.firstToken
  const passive = cue.form !== 'ing' && isPassive(v, cue.verb, limit)
  const prev = cue.first - 1
  const afterMark = prev >= limit && (v.stretchAt[prev] > 0 || COMMA.has(lower[prev]))
  let source = passive ? undefined : subjectBefore(v, cue.verb, limit, 0, unit.endToken)
  let inverted = false
  const finite = cue.form === 'past' || cue.form === 'third' || cue.form === 'base'
  if (finite && !passive && (afterMark || prev < limit)) {
    const direct = prev >= limit && v.stretchAt[prev] > 0 && !v.stretches[v.stretchAt[prev] - 1].continues
    const subject = source && !direct ? undefined : subjectAfter(v, cue.end - 1, unit.endToken)
    if (subject && !verbFollows(v, direct ? subject.head + 1 : subject.endToken, unit.endToken)) {
      source = subject
      inverted = true
    } else if (direct && source && v.stretchAt[prev] > 0 && !subject) {
      // “A,” said. / “a farce” and said
    }
  }
  const clause = clauseOf(cue, source)
  const content = inverted ? undefined : contentAfter(v, cue, unit)
  const back = cue.form === 'ing' ? undefined : contentBefore(v, cue, clause, unit)
  const resume = back ? resumesAt(v, clause, cue, unit, inverted) : -1
  const whole = resume >= 0 && lower[clause.firstToken - 1] === ','
  if (back && !passive && (whole || hasVerb(v, back.firstToken, back.endToken))) {
    const marked = v.stretchAt[back.endToken - 1] > 0 || v.stretchAt[back.endToken - 2] > 0
    const quotedBefore = v.stretchAt[clause.firstToken - 1] > 0
    const afterIsStretch = content !== undefined && v.stretchAt[content.from] > 0
    if (!content || quotedBefore || inverted || (afterIsStretch && marked)) {
      const end = resume >= 0 ? contentEnd(v, resume, unit) : back.endToken
      return {
        cue,
        source,
        content: { firstToken: back.firstToken, endToken: end },
        clause,
        by: resume >= 0 ? 'cue-inside' : 'cue-after',
      }
    }
  }
  if (content) {
    return {
      cue,
      source,
      content: { firstToken: content.from, endToken: contentEnd(v, content.from, unit) },
      clause,
      by: content.by,
    }
  }
  return undefined
}

/** "according to X, …" and "…, according to X". */
function accordingTo(v: View, i: number, unit: Unit): Report | undefined {
  const { lower } = v.tokens
  if (lower[i + 1] !== 'to' || i + 2 >= unit.endToken) return undefined
  const first = i + 2
  let end = endOfPhrase(v, first, unit.endToken)
  // What follows "to" looks like a verb to a tagger ("according to people …"); here it is none.
  if (end === first && (v.tokens.pos[first] === POS.VERB || v.tokens.pos[first] === POS.PRON)) end = first + 1
  if (end === first) return undefined
  const head = end - 1
  end = endWithComplements(v, end, unit.endToken)
  const source = { firstToken: first, endToken: end, head }
  const cue: FoundCue = {
    first: i,
    end: i + 2,
    verb: i,
    lemma: 'according to',
    name: 'say',
    frames: 'qtp',
    form: 'ing',
  }
  const clause = { firstToken: i, endToken: end }
  let before = i - 1
  while (before >= unit.firstToken && v.stretchAt[before] === 0 && COMMA.has(lower[before])) before--
  if (before - unit.firstToken >= 2) {
    const broken = lower[end] === ',' && !hasVerb(v, unit.firstToken, before + 1)
    const last = broken ? contentEnd(v, end + 1, unit) : before + 1
    return { cue, source, content: { firstToken: unit.firstToken, endToken: last }, clause, by: 'according-to' }
  }
  // At the head of the sentence: the words begin after the comma that ends the source.
  for (let k = end; k < unit.endToken && k < end + 40; k++) {
    if (v.stretchAt[k] > 0)
      return { cue, source, content: { firstToken: k, endToken: contentEnd(v, k, unit) }, clause, by: 'according-to' }
    if (
      lower[k] === ',' &&
      (lower[k + 1] !== 'the' || clauseBegins(v, k + 1, unit.endToken)) &&
      k + 1 < unit.endToken
    ) {
      if (clauseBegins(v, k + 1, unit.endToken))
        return {
          cue,
          source,
          content: { firstToken: k + 1, endToken: contentEnd(v, k + 1, unit) },
          clause,
          by: 'according-to',
        }
    }
  }
  return undefined
}

/** “Splendid!” beamed Roe. “No,” Roe mouthed. – after a quotation with its own punctuation any verb in the past reports. */
function unknownCue(v: View, i: number, unit: Unit): FoundCue | undefined {
  if (v.tokens.pos[i] !== POS.VERB || i === unit.firstToken || (wordAt(v, i) & WORD.ED) === 0) return undefined
  const { lower } = v.tokens
  const after = (at: number): boolean => at >= unit.firstToken && v.stretchAt[at] > 0 && ',!?'.includes(lastChar(v, at))
  const inverted = after(i - 1) && endOfPhrase(v, i + 1, unit.endToken) > i + 1
  const subject = inverted ? undefined : subjectBefore(v, i, unit.firstToken)
  const plain =
    subject !== undefined &&
    after(subject.firstToken - 1) &&
    subject.endToken === i &&
    (i + 1 === unit.endToken || lower[i + 1] === '.' || lower[i + 1] === ',')
  return inverted || plain
    ? { first: i, end: i + 1, verb: i, lemma: lower[i], name: 'say', frames: 'q', form: 'past' }
    : undefined
}

/** What the word at `i` reports. `marked`: words in marks stand before it in its unit. */
function reportAt(v: View, i: number, unit: Unit, marked: boolean): Report | undefined {
  const word = wordAt(v, i)
  if (word & WORD.ACCORDING) return accordingTo(v, i, unit)
  const noun = word & WORD.CUE_NOUN && v.tokens.pos[i] === POS.NOUN ? nounReport(v, i, unit) : undefined
  if (noun) return noun
  const entry = word & WORD.CUE ? CUE_TABLE.get(v.tokens.lower[i]) : undefined
  if (entry && isHyphened(v, i)) return undefined
  const cue = entry ? cueAt(v.tokens, i, entry) : marked ? unknownCue(v, i, unit) : undefined
  return cue && reportOf(v, cue, unit)
}

/** Everything that the cues of a unit report, in order of reading. */
export function reportsOf(v: View, unit: Unit, judge: Judge | undefined): Report[] {
  let out: Report[] = []
  let marked = false
  for (let i = unit.firstToken; i < unit.endToken; i++) {
    if (v.stretchAt[i] > 0) {
      i = v.stretchTokens[v.stretchAt[i] - 1].endToken - 1
      marked = true
      continue
    }
    if (v.nameAt[i] > 0 || (!marked && (wordAt(v, i) & MAY_REPORT) === 0)) continue
    const report = reportAt(v, i, unit, marked)
    if (report) out.push(report)
  }
  if (marked) addColons(v, unit, out)
  if (out.length === 0) return out
  out = out.filter(({ content }) => content.endToken > content.firstToken)
  return judge ? out.map((report) => cutAtEnding(v, report, unit, judge)) : cutAtCoordinated(v, out)
}

/** "He said A and added that B": the first content ends before "and". */
function cutAtCoordinated(v: View, reports: readonly Report[]): Report[] {
  const { lower } = v.tokens
  return reports.map((report, k) => {
    let end = report.content.endToken
    for (let j = k + 1; j < reports.length && j < k + 6; j++) {
      const next = reports[j]
      if (!next.cue || !report.cue || next.cue.first >= end || next.cue.first <= report.cue.first) continue
      if (!next.source || !report.source || next.source.head !== report.source.head) continue
      let at = next.cue.first
      while (
        at - 1 > report.content.firstToken &&
        !COMMA.has(lower[at - 1]) &&
        lower[at - 1] !== 'and' &&
        lower[at - 1] !== 'but' &&
        at > next.cue.first - 5 &&
        v.stretchAt[at - 1] === 0
      )
        at--
      at--
      while (at > report.content.firstToken && v.stretchAt[at - 1] === 0 && COMMA.has(lower[at - 1])) at--
      if (at > report.content.firstToken && at < end) end = at
    }
    return end === report.content.endToken ? report : { ...report, content: { ...report.content, endToken: end } }
  })
}
