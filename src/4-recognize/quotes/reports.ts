import { POS, type TokenRange } from '../../document/segmented.js'
import { CUE_TABLE, cueAt, type FoundCue } from './cues.js'
import { cutAtEnding } from './endings.js'
import type { Judge } from './judge.js'
import { endOfPhrase, endWithComplements, isPreposition, type NounPhrase } from './noun-phrases.js'
import { isPassive, subjectAfter, subjectBefore, verbFollows } from './subject.js'
import type { Unit } from './units.js'
import { isCapital, isSubjectPronoun, isVerb, type View } from './view.js'

/** A cue with what it reports and, where the grammar tells, who. */
export interface Report {
  /** Absent where a colon alone introduces the words. */
  readonly cue?: FoundCue
  readonly source?: NounPhrase
  /** Tokens of the reported words; they may hold the cue and its subject in the middle. */
  readonly content: TokenRange
  /** The cue with its subject: what a content around it leaves out. */
  readonly clause: TokenRange
  readonly by: 'cue-before' | 'cue-after' | 'cue-inside' | 'according-to' | 'naming-cue' | 'noun-cue' | 'colon' | 'dash'
}

const COMMA = new Set([',', '—', '–', '--', '-'])
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

const lastChar = (v: View, i: number): string => {
  const stretch = v.stretches[v.stretchAt[i] - 1]
  return v.text[stretch.end - 1]
}

/** The first token of the clause of reporting: its subject, or the cue itself. */
const clauseOf = (cue: FoundCue, source: NounPhrase | undefined): TokenRange => ({
  firstToken: source && source.firstToken < cue.first ? source.firstToken : cue.first,
  endToken: source && source.firstToken >= cue.end ? source.endToken : cue.end,
})

/** A clause begins at `i`: a subject with its verb, or a word that opens one. */
function clauseBegins(v: View, i: number, end: number): boolean {
  const { lower, pos } = v.tokens
  if (i >= end) return false
  if (v.stretchAt[i] > 0) return true
  if (FRAGMENT_STARTS.has(lower[i])) return true
  if (isSubjectPronoun(v, i) && lower[i] !== 'that') {
    if (pos[i] !== POS.DET && i + 1 < end && (isVerb(v, i + 1) || pos[i + 1] === POS.ADV || v.stretchAt[i + 1] > 0))
      return true
  }
  let at = endOfPhrase(v, i, end)
  if (at === i) return pos[i] === POS.VERB && lower[i].endsWith('ing')
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
function contentEnd(v: View, from: number, unit: Unit): number {
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

/** Where the words begin that a cue before them reports, or -1. */
function contentAfter(v: View, cue: FoundCue, unit: Unit): { from: number; by: Report['by'] } | undefined {
  const { lower } = v.tokens
  const end = unit.endToken
  const has = (frame: string): boolean => cue.frames.includes(frame)
  let i = cue.end
  if (i >= end) return undefined
  if (has('a') && v.stretchAt[i] === 0 && lower[i] !== 'that' && lower[i] !== 'to') {
    const hearer = ['me', 'him', 'her', 'them', 'us', 'you', 'it'].includes(lower[i]) ? i + 1 : endOfPhrase(v, i, end)
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
      if (v.stretchAt[i] === 0) i = hearerEnd(v, i, end)
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
      if (isVerb(v, k) && k > cue.end && !lower[k].endsWith('ing') && !has('n')) break
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
    if (isVerb(v, i) && !lower[i].endsWith('ing') && v.tokens.pos[i] === POS.AUX) return -1
  }
  return -1
}

function hearerEnd(v: View, from: number, end: number): number {
  return endWithComplements(v, from, end)
}

/** The clause of reporting stands after (or inside) the words it reports. */
function contentBefore(v: View, cue: FoundCue, clause: TokenRange, unit: Unit): TokenRange | undefined {
  if (!/[qp]/.test(cue.frames)) return undefined
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

function hasVerb(v: View, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 80; i++) if (v.stretchAt[i] > 0 || isVerb(v, i)) return true
  return false
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
    if (subject && !verbFollows(v, subject.endToken, unit.endToken)) {
      source = subject
      inverted = true
    } else if (direct && source && v.stretchAt[prev] > 0 && !subject) {
      // “A,” said. / “a farce” and said
    }
  }
  const clause = clauseOf(cue, source)
  const content = inverted ? undefined : contentAfter(v, cue, unit)
  const back = cue.form === 'ing' ? undefined : contentBefore(v, cue, clause, unit)
  const withSource = source ? { source } : {}
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
        ...withSource,
        clause,
        content: { firstToken: back.firstToken, endToken: end },
        by: resume >= 0 ? 'cue-inside' : 'cue-after',
      }
    }
  }
  if (content) {
    return {
      cue,
      ...withSource,
      clause,
      content: { firstToken: content.from, endToken: contentEnd(v, content.from, unit) },
      by: content.by,
    }
  }
  return undefined
}

/** “A,” she said, “B” and "Prices, she said, had risen": where the words go on after the clause, or -1. */
function resumesAt(v: View, clause: TokenRange, cue: FoundCue, unit: Unit, inverted: boolean): number {
  const { lower } = v.tokens
  let i = inverted ? clause.endToken : cue.end
  const reach = Math.min(unit.endToken, i + 40)
  const quotedBefore = v.stretchAt[clause.firstToken - 1] > 0
  if (!quotedBefore && i < reach && lower[i] === ',' && v.stretchAt[i + 1] === 0) {
    const next = i + 1
    if (next >= unit.endToken - 1) return -1
    const nextEntry = CUE_TABLE.get(lower[next])
    if (nextEntry?.form === 'ing') return -1
    return RESUMES.has(lower[next]) || !lower[next].endsWith('ing') ? next : -1
  }
  for (; i < reach; i++) {
    if (v.stretchAt[i] > 0)
      return v.stretchAt[i - 1] === 0 && (lower[i - 1] === ',' || lower[i - 1] === ':' || i === cue.end) ? i : -1
    if (CUE_TABLE.get(lower[i])?.form === 'ing') return -1
    if (lower[i] === '.') return -1
  }
  return -1
}

/** "according to X, …" and "…, according to X". */
function accordingTo(v: View, i: number, unit: Unit): Report | undefined {
  const { lower } = v.tokens
  if (lower[i + 1] !== 'to' || i + 2 >= unit.endToken) return undefined
  const first = i + 2
  let end = endOfPhrase(v, first, unit.endToken)
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
    return { cue, source, clause, content: { firstToken: unit.firstToken, endToken: before + 1 }, by: 'according-to' }
  }
  // At the head of the sentence: the words begin after the comma that ends the source.
  for (let k = end; k < unit.endToken && k < end + 40; k++) {
    if (v.stretchAt[k] > 0)
      return { cue, source, clause, content: { firstToken: k, endToken: contentEnd(v, k, unit) }, by: 'according-to' }
    if (
      lower[k] === ',' &&
      (lower[k + 1] !== 'the' || clauseBegins(v, k + 1, unit.endToken)) &&
      k + 1 < unit.endToken
    ) {
      if (clauseBegins(v, k + 1, unit.endToken))
        return {
          cue,
          source,
          clause,
          content: { firstToken: k + 1, endToken: contentEnd(v, k + 1, unit) },
          by: 'according-to',
        }
    }
  }
  return undefined
}

/** “Splendid!” beamed Roe. “No,” Roe mouthed. – after a quotation with its own punctuation any verb in the past reports. */
function unknownCue(v: View, i: number, unit: Unit): FoundCue | undefined {
  if (v.tokens.pos[i] !== POS.VERB || i === unit.firstToken || !v.tokens.lower[i].endsWith('ed')) return undefined
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

/** Everything that the cues of a unit report, in order of reading. */
export function reportsOf(v: View, unit: Unit, judge: Judge | undefined): Report[] {
  const { lower } = v.tokens
  const out: Report[] = []
  for (let i = unit.firstToken; i < unit.endToken; i++) {
    if (v.stretchAt[i] > 0) {
      i = v.stretchTokens[v.stretchAt[i] - 1].endToken - 1
      continue
    }
    if (v.nameAt[i] > 0) continue
    if (lower[i] === 'according') {
      const report = accordingTo(v, i, unit)
      if (report) out.push(report)
      continue
    }
    const entry = CUE_TABLE.get(lower[i])
    const cue = entry ? cueAt(v.tokens, i, entry) : unknownCue(v, i, unit)
    const report = cue && reportOf(v, cue, unit)
    if (report) out.push(report)
  }
  addColons(v, unit, out)
  return judge ? out.map((report) => cutAtEnding(v, report, unit, judge)) : cutAtCoordinated(v, out)
}

const ATTRIBUTION = new Set(['—', '–', '―', '--', '-', '~'])

/** “…” — Jane Roe: a dash and a name, with nothing like a sentence after it. `content` is what stands before the dash. */
export function dashReport(v: View, dash: number, end: number, content: TokenRange): Report | undefined {
  if (dash + 1 >= end || !ATTRIBUTION.has(v.tokens.lower[dash])) return undefined
  const first = dash + 1
  const after = endOfPhrase(v, first, end)
  if (after === first || v.nameAt[after - 1] === 0 || end - after > 25) return undefined
  for (let i = after; i < end && i < after + 12; i++) if (v.stretchAt[i] > 0 || isVerb(v, i)) return undefined
  const source = { firstToken: first, endToken: after, head: after - 1 }
  return { source, content, clause: { firstToken: dash, endToken: after }, by: 'dash' }
}

function addColons(v: View, unit: Unit, out: Report[]): void {
  for (let i = unit.firstToken; i < unit.endToken; i++) {
    if (v.stretchAt[i] === 0 || (i > unit.firstToken && v.stretchAt[i - 1] === v.stretchAt[i])) continue
    const range = v.stretchTokens[v.stretchAt[i] - 1]
    const dash = dashReport(v, range.endToken, unit.endToken, range)
    if (dash) out.push(dash)
    else if (
      i > unit.firstToken &&
      v.tokens.lower[i - 1] === ':' &&
      v.stretchAt[i - 1] === 0 &&
      !out.some((r) => r.content.firstToken <= i && r.content.endToken > i)
    ) {
      const report = colonReport(v, unit, i - 1, { firstToken: i, endToken: range.endToken })
      if (report) out.push(report)
    }
    i = range.endToken - 1
  }
}

/**
 * Words after a colon that no verb of saying introduces: "Roe resisted: “…”", "ROE: …". Their source is the subject of
 * the unit's first verb, or the name alone. `from` is the first token after the colon, in this unit or the next.
 */
export function colonReport(v: View, unit: Unit, colon: number, content: TokenRange): Report | undefined {
  const source = colonSource(v, unit, colon)
  return {
    ...(source && { source }),
    content,
    clause: { firstToken: unit.firstToken, endToken: colon + 1 },
    by: 'colon',
  }
}

/** The subject of the last verb of saying before the colon, of the first verb, or the bare name. */
function colonSource(v: View, unit: Unit, colon: number): NounPhrase | undefined {
  const { lower } = v.tokens
  const from = Math.max(unit.firstToken, colon - 60)
  let first: NounPhrase | undefined
  let saying: NounPhrase | undefined
  for (let i = from; i < colon; i++) {
    if (v.stretchAt[i] > 0 || !isVerb(v, i)) continue
    const says = CUE_TABLE.get(lower[i])?.frames.includes('q') === true
    if ((lower[i].endsWith('ing') && !says) || isPassive(v, i, unit.firstToken)) continue
    const subject = subjectBefore(v, i, unit.firstToken)
    if (!subject) continue
    if (!subject.antecedent) first ??= subject
    if (says) saying = subject
  }
  if (saying ?? first) return saying ?? first
  return bareName(v, unit.firstToken, colon)
}

/** "ROE:", "Jane Roe:": up to five capitalised words and nothing else between `first` and `end`. */
export function bareName(v: View, first: number, end: number): NounPhrase | undefined {
  if (end <= first || end - first > 6) return undefined
  for (let i = first; i < end; i++) {
    if (v.nameAt[i] === 0 && !isCapital(v, i) && v.tokens.lower[i] !== '.') return undefined
  }
  return { firstToken: first, endToken: end, head: end - 1 }
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
