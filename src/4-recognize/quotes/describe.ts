import { PARTS_OF_SPEECH, POS, SHAPE } from '../../document/segmented.js'
import type { Sink } from './choice-model.js'
import { CUE_TABLE } from './cues.js'
import { joined } from './joined.js'
import type { Describe } from './judge.js'
import { isTitleCase } from './quotation.js'
import type { Report } from './report.js'
import type { Unit } from './units.js'
import { isSubjectPronoun, isVerb, type View } from './view.js'

const FUNCTION_WORDS = new Set(
  'and but or while as after when because although though despite since before if so which who whom whose where that with without according compared including such even unless until rather instead not yet however then than to of for in on at by from about over into during like through against between among under he she they it we i you his her their its this these those there the a an some many no what how why whether also only just both either neither nor once later'.split(
    ' ',
  ),
)

/** A function word as it is, anything else as its kind. */
export function wordClass(v: View, i: number, end: number): string {
  if (i < 0 || i >= end) return 'END'
  if (v.stretchAt[i] > 0) return 'QUOTE'
  const word = v.tokens.lower[i]
  if (v.nameAt[i] > 0) return 'NAME'
  if (FUNCTION_WORDS.has(word)) return word
  const cue = CUE_TABLE.get(word)
  if (cue && cue.frames !== '' && (v.tokens.pos[i] === POS.VERB || cue.form === 'ing'))
    return cue.form === 'ing' ? 'CUE-ING' : 'CUE'
  if (v.tokens.pos[i] === POS.VERB && word.endsWith('ing')) return 'ING'
  return PARTS_OF_SPEECH[v.tokens.pos[i]]
}

const bucket = (n: number): string =>
  n < 4 ? String(n) : n < 7 ? '4-6' : n < 12 ? '7-11' : n < 20 ? '12-19' : n < 35 ? '20-34' : '35+'

const FRONTING = new Set(
  'while as when if although though after before because since until whenever where despite even once whether'.split(
    ' ',
  ),
)

/** "While Roe said …, Doe …": the cue stands in a clause that another follows. */
function isFronted(v: View, report: Report, unit: Unit): boolean {
  const at = report.clause.firstToken
  for (let i = at - 1; i >= unit.firstToken && i > at - 4; i--) if (FRONTING.has(v.tokens.lower[i])) return true
  return false
}

const QUESTION_WORDS = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where', 'which'])

/** How the reported words begin: "that", an infinitive, a question word, a pronoun, anything else. */
export function opening(v: View, report: Report): string {
  const i = report.content.firstToken
  const word = v.tokens.lower[i]
  if (report.by === 'noun-cue') return word === 'to' ? 'noun-to' : 'noun-that'
  if (report.by !== 'cue-before') return report.by
  if (v.stretchAt[i] > 0) return 'quote'
  if (word === 'that' || word === 'to') return word
  if (QUESTION_WORDS.has(word)) return 'question'
  if (isSubjectPronoun(v, i)) return 'pronoun'
  return v.nameAt[i] > 0 ? 'name' : 'clause'
}

const MARKS = new Set([',', '—', '–', '--', '-', ';', ':', '('])

/** The first verb or mark of a content between these tokens, or `end`. */
function firstVerb(v: View, from: number, end: number): number {
  const reach = Math.min(end, from + 40)
  for (let i = from; i < reach; i++) if (v.stretchAt[i] > 0 || isVerb(v, i)) return i
  return end
}

/** Does the content hold a verb between these tokens? */
const verbBetween = (v: View, from: number, end: number): boolean => firstVerb(v, from, end) < end

/** The places where reported words may end, each before a token of `ends`. */
export function describeEnds(v: View, report: Report, unit: Unit, ends: readonly number[]): Describe[] {
  const from = report.content.firstToken
  const fronted = isFronted(v, report, unit) ? 'fronted' : 'plain'
  const kind = opening(v, report)
  const verb = firstVerb(v, from, ends[ends.length - 1])
  return ends.map((end, k) => (sink) => {
    const length = bucket(end - from)
    if (k === ends.length - 1) {
      sink('final', fronted)
      sink('final-length', length)
      sink('final-passed', bucket(k))
      sink('final-kind', kind)
      sink('final-verb', String(verb < end))
      return
    }
    const { lower } = v.tokens
    const marked = MARKS.has(lower[end])
    const mark = marked ? lower[end] : 'none'
    const next = marked ? end + 1 : end
    const word = wordClass(v, next, unit.endToken)
    const second = wordClass(v, next + 1, unit.endToken)
    const until = ends[k + 1]
    sink('next', joined(mark, word))
    sink('next-two', joined(joined(mark, word), second))
    sink('second', joined(mark, second))
    sink('passed', joined(mark, bucket(k)))
    sink('kind', joined(mark, kind))
    sink('kind-next', joined(kind, word))
    sink('fronted', joined(joined(mark, fronted), String(k === 0)))
    sink('fronted-next', joined(fronted, word))
    sink('verb-before', joined(mark, String(verb < end)))
    sink('verb-after', joined(joined(mark, String(verbBetween(v, next, until))), word))
    sink('length', length)
    sink('lemma', joined(mark, report.cue?.name ?? 'none'))
    if (report.source) sink('same-subject', joined(mark, String(v.tokens.lower[report.source.head] === lower[next])))
    sink('rest', bucket(ends[ends.length - 1] - end))
  })
}

const sourceForm = (v: View, report: Report): string => {
  if (!report.source) return 'none'
  const { head } = report.source
  if (v.nameAt[head] > 0) return v.names[v.nameAt[head] - 1].type
  if (isSubjectPronoun(v, head)) return v.tokens.lower[head]
  return v.tokens.lower[head].endsWith('s') ? 'plural' : 'noun'
}

const MODALS = new Set("to can could will would may might must should shall 'll 'd cannot".split(' '))
const NEGATIONS = new Set("not n't never no nobody neither without".split(' '))

/** What stands between a subject and its cue: modal, negation, perfect, nothing. */
function before(v: View, report: Report, unit: Unit): string {
  const cue = report.cue?.first ?? report.clause.endToken
  let found = ''
  for (let i = cue - 1; i >= unit.firstToken && i > cue - 5; i--) {
    const word = v.tokens.lower[i]
    if (MODALS.has(word)) found += `${word === 'to' ? 'to' : 'modal'} `
    else if (NEGATIONS.has(word)) found += 'not '
    else if (word === 'has' || word === 'have' || word === 'had') found += 'perfect '
    else if (v.tokens.pos[i] !== POS.ADV && v.tokens.pos[i] !== POS.AUX) break
  }
  return found
}

function cueFeatures(v: View, report: Report, unit: Unit, sink: Sink): void {
  const { cue } = report
  const lemma = cue?.lemma ?? ':'
  const kind = opening(v, report)
  const form = sourceForm(v, report)
  sink('lemma', lemma)
  sink('class', cue?.name ?? ':')
  sink('kind', kind)
  sink('lemma-kind', joined(lemma, kind))
  sink('class-kind', joined(String(cue?.name), kind))
  sink('form', cue?.form ?? ':')
  sink('lemma-form', joined(lemma, String(cue?.form)))
  sink('source', form)
  sink('class-source', joined(String(cue?.name), form))
  const between = before(v, report, unit)
  sink('before', between)
  sink('class-before', joined(String(cue?.name), between))
  sink('left', wordClass(v, report.clause.firstToken - 1, unit.endToken))
}

/** A cue whose reported words hold no marks. */
export function describeKept(v: View, report: Report, unit: Unit): Describe {
  return (sink) => {
    cueFeatures(v, report, unit, sink)
    const { firstToken, endToken } = report.content
    sink('bias', 'on')
    sink('length', bucket(endToken - firstToken))
    const first = wordClass(v, firstToken, unit.endToken)
    sink('first', first)
    sink('first-two', joined(first, wordClass(v, firstToken + 1, unit.endToken)))
    sink('fronted', String(isFronted(v, report, unit)))
    sink('after-cue', wordClass(v, report.cue?.end ?? 0, unit.endToken))
    sink('unit-opens', wordClass(v, unit.firstToken, unit.endToken))
    let earlier = -1
    for (let i = unit.firstToken; i < report.clause.firstToken && i < unit.firstToken + 60; i++) {
      const cue = v.stretchAt[i] > 0 ? undefined : CUE_TABLE.get(v.tokens.lower[i])
      if (cue && isVerb(v, i)) earlier = i
    }
    sink('cue-before', earlier < 0 ? 'none' : bucket(report.clause.firstToken - earlier))
    sink('verb', String(verbBetween(v, firstToken, endToken)))
  }
}

/** One of several cues around a quoted stretch; `rank` counts from the narrowest content. */
export function describeOwner(
  v: View,
  reports: readonly Report[],
  rank: number,
  stretch: number,
  unit: Unit,
): Describe {
  const report = reports[rank]
  return (sink) => {
    const range = v.stretchTokens[stretch]
    const cue = report.cue?.first ?? report.clause.firstToken
    const after = cue >= range.endToken
    const distance = after ? cue - range.endToken : range.firstToken - (report.cue?.end ?? report.clause.endToken)
    cueFeatures(v, report, unit, sink)
    sink('rank', `${rank} of ${Math.min(reports.length, 5)}`)
    sink('outermost', String(rank === reports.length - 1))
    sink('side', joined(String(after), bucket(distance)))
    sink('by', report.by)
    sink('by-rank', joined(joined(report.by, String(rank)), String(Math.min(reports.length, 4))))
    sink('class-rank', joined(joined(String(report.cue?.name), String(rank)), String(Math.min(reports.length, 4))))
    sink('opens', String(report.content.firstToken === range.firstToken))
    sink('words', joined(bucket(range.endToken - range.firstToken - 2), String(Math.min(rank, 2))))
    const inner = rank > 0 ? reports[rank - 1] : undefined
    const outer = reports[rank + 1]
    if (inner) sink('inner', joined(String(inner.cue?.name), String(report.cue?.name)))
    if (outer) sink('outer', joined(joined(String(outer.cue?.name), String(report.cue?.name)), report.by))
    sink('words-by', joined(bucket(range.endToken - range.firstToken - 2), report.by))
  }
}

/** The cue's rule, and whether the stretch stands at the edge of what it reports or deep inside it. */
function placeIn(v: View, owner: Report | undefined, first: number, end: number): string {
  if (!owner) return 'none'
  const { content, clause } = owner
  const edge = content.firstToken === first || clause.endToken >= first - 1 || clause.firstToken === end
  const punctuated = clause.firstToken === end + 1 && v.tokens.lower[end] === ','
  return edge || punctuated ? owner.by : `inside ${owner.by}`
}

const ENDS = new Set([',', '.', '!', '?', '…', '—', '–', '-'])

/** A stretch in marks, with the cue that may report it. */
export function describeQuotation(v: View, stretch: number, owner: Report | undefined, unit: Unit): Describe {
  return (sink) => {
    const { firstToken, endToken } = v.stretchTokens[stretch]
    const { lower, shape } = v.tokens
    let words = 0
    let capitals = 0
    for (let i = firstToken; i < endToken; i++) {
      if ((shape[i] & SHAPE.PUNCTUATION) !== 0) continue
      words++
      if ((shape[i] & SHAPE.CAPITAL) !== 0) capitals++
    }
    const size = words < 4 ? String(words) : words < 6 ? '4-5' : words < 9 ? '6-8' : '9+'
    const title = isTitleCase(v, firstToken, endToken) ? 'title' : capitals === 0 ? 'lower' : 'mixed'
    const by = placeIn(v, owner, firstToken, endToken)
    const lastChar = v.text[v.stretches[stretch].end - 1]
    const ending = ENDS.has(lastChar) ? lastChar : 'word'
    const previous = wordClass(v, firstToken - 1, endToken)
    sink('bias', 'on')
    sink('size', size)
    sink('title', joined(title, size))
    sink('by', by)
    sink('by-title', joined(by, title))
    sink('by-size', joined(by, size))
    sink('ending', joined(ending, size))
    sink('ending-by', joined(ending, by))
    sink('previous', previous)
    sink('previous-title', joined(previous, title))
    sink('previous-by', joined(previous, by))
    sink(
      'previous-word',
      firstToken > unit.firstToken && v.nameAt[firstToken - 1] === 0 && v.stretchAt[firstToken - 1] === 0
        ? lower[firstToken - 1]
        : 'none',
    )
    sink(
      'second-word',
      firstToken - 1 > unit.firstToken && v.nameAt[firstToken - 2] === 0 && v.stretchAt[firstToken - 2] === 0
        ? lower[firstToken - 2]
        : 'none',
    )
    const next = wordClass(v, endToken, unit.endToken)
    sink('next', next)
    sink('next-title', joined(title, next))
    sink('lemma', owner?.cue?.lemma ?? 'none')
    sink('alone', String(firstToken === unit.firstToken && endToken === unit.endToken))
    sink(
      'first',
      v.tokens.words[firstToken + 1]?.[0] === v.tokens.words[firstToken + 1]?.[0]?.toLowerCase() ? 'lower' : 'capital',
    )
    sink('name', String(v.nameAt[firstToken + 1] > 0))
    sink('closed', String(v.stretches[stretch].closed))
    sink('pronoun', String(hasPerson(v, firstToken, endToken)))
  }
}

const PERSONS = new Set(['i', 'we', 'you', 'my', 'our', 'your', 'me', 'us'])
function hasPerson(v: View, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 30; i++) if (PERSONS.has(v.tokens.lower[i])) return true
  return false
}
