import { PARTS_OF_SPEECH, POS, SHAPE } from '../../document/segmented.js'
import { type Sink, TEMPLATE as T } from './choice-model.js'
import type { Describe } from './judge.js'
import { isTitleCase } from './quotation.js'
import type { Report } from './report.js'
import { joined, knownSymbol, symbol, UNKNOWN } from './symbols.js'
import type { Unit } from './units.js'
import { isSubjectPronoun, isVerb, type View, wordAt } from './view.js'
import { functionSymbol, WORD } from './words.js'

const NONE = symbol('none')
const COLON = symbol(':')
const UNDEFINED = symbol('undefined')
const YES = symbol('true')
const NO = symbol('false')
const ON = symbol('on')
const FRONTED = symbol('fronted')
const PLAIN = symbol('plain')

const truth = (value: boolean): number => (value ? YES : NO)

const END = symbol('END')
const QUOTE = symbol('QUOTE')
const NAME = symbol('NAME')
const CUE = symbol('CUE')
const CUE_ING = symbol('CUE-ING')
const ING = symbol('ING')
const PART_OF_SPEECH = PARTS_OF_SPEECH.map(symbol)

/** A function word as it is, anything else as its kind. */
export function wordClass(v: View, i: number, end: number): number {
  if (i < 0 || i >= end) return END
  if (v.stretchAt[i] > 0) return QUOTE
  if (v.nameAt[i] > 0) return NAME
  const word = wordAt(v, i)
  const itself = functionSymbol(word)
  if (itself !== UNKNOWN) return itself
  const pos = v.tokens.pos[i]
  if (word & WORD.CUE_ALONE && word & WORD.CUE_ING) return CUE_ING
  if (pos === POS.VERB && word & WORD.CUE_ALONE) return CUE
  return pos === POS.VERB && word & WORD.ING ? ING : PART_OF_SPEECH[pos]
}

const LENGTHS = ['0', '1', '2', '3', '4-6', '7-11', '12-19', '20-34', '35+'].map(symbol)
const bucket = (n: number): number => LENGTHS[n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : n < 35 ? 7 : 8]

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
export function opening(v: View, report: Report): number {
  const i = report.content.firstToken
  const word = v.tokens.lower[i]
  if (report.by === 'noun-cue') return symbol(word === 'to' ? 'noun-to' : 'noun-that')
  if (report.by !== 'cue-before') return symbol(report.by)
  if (v.stretchAt[i] > 0) return symbol('quote')
  if (word === 'that' || word === 'to') return symbol(word)
  if (QUESTION_WORDS.has(word)) return symbol('question')
  if (isSubjectPronoun(v, i)) return symbol('pronoun')
  return symbol(v.nameAt[i] > 0 ? 'name' : 'clause')
}

const MARKS: ReadonlyMap<string, number> = new Map(
  [',', '—', '–', '--', '-', ';', ':', '('].map((mark) => [mark, symbol(mark)]),
)

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
  const fronted = isFronted(v, report, unit) ? FRONTED : PLAIN
  const kind = opening(v, report)
  const verb = firstVerb(v, from, ends[ends.length - 1])
  return ends.map((end, k) => (sink) => {
    const length = bucket(end - from)
    if (k === ends.length - 1) {
      sink(T.final, fronted)
      sink(T['final-length'], length)
      sink(T['final-passed'], bucket(k))
      sink(T['final-kind'], kind)
      sink(T['final-verb'], truth(verb < end))
      return
    }
    const { lower } = v.tokens
    const mark = MARKS.get(lower[end]) ?? NONE
    const next = mark === NONE ? end : end + 1
    const word = wordClass(v, next, unit.endToken)
    const second = wordClass(v, next + 1, unit.endToken)
    const until = ends[k + 1]
    sink(T.next, joined(mark, word))
    sink(T['next-two'], joined(joined(mark, word), second))
    sink(T.second, joined(mark, second))
    sink(T.passed, joined(mark, bucket(k)))
    sink(T.kind, joined(mark, kind))
    sink(T['kind-next'], joined(kind, word))
    sink(T.fronted, joined(joined(mark, fronted), truth(k === 0)))
    sink(T['fronted-next'], joined(fronted, word))
    sink(T['verb-before'], joined(mark, truth(verb < end)))
    sink(T['verb-after'], joined(joined(mark, truth(verbBetween(v, next, until))), word))
    sink(T.length, length)
    sink(T.lemma, joined(mark, nameOf(report, NONE)))
    if (report.source) sink(T['same-subject'], joined(mark, truth(lower[report.source.head] === lower[next])))
    sink(T.rest, bucket(ends[ends.length - 1] - end))
  })
}

const PLURAL = symbol('plural')
const NOUN = symbol('noun')

function sourceForm(v: View, { source }: Report): number {
  if (!source) return NONE
  const { head } = source
  if (v.nameAt[head] > 0) return symbol(v.names[v.nameAt[head] - 1].type)
  const word = v.tokens.lower[head]
  if (isSubjectPronoun(v, head)) return symbol(word)
  return word.endsWith('s') ? PLURAL : NOUN
}

/** The class of the report's cue. */
const nameOf = ({ cue }: Report, otherwise: number): number => (cue ? symbol(cue.name) : otherwise)

const MODALS = new Set("to can could will would may might must should shall 'll 'd cannot".split(' '))
const NEGATIONS = new Set("not n't never no nobody neither without".split(' '))

/** What stands between a subject and its cue: modal, negation, perfect, nothing. */
function before(v: View, report: Report, unit: Unit): number {
  const cue = report.cue?.first ?? report.clause.endToken
  let found = ''
  for (let i = cue - 1; i >= unit.firstToken && i > cue - 5; i--) {
    const word = v.tokens.lower[i]
    if (MODALS.has(word)) found += `${word === 'to' ? 'to' : 'modal'} `
    else if (NEGATIONS.has(word)) found += 'not '
    else if (word === 'has' || word === 'have' || word === 'had') found += 'perfect '
    else if (v.tokens.pos[i] !== POS.ADV && v.tokens.pos[i] !== POS.AUX) break
  }
  return symbol(found)
}

function cueFeatures(v: View, report: Report, unit: Unit, sink: Sink): void {
  const { cue } = report
  const lemma = cue ? knownSymbol(cue.lemma) : COLON
  const name = nameOf(report, UNDEFINED)
  const kind = opening(v, report)
  const form = sourceForm(v, report)
  const tense = cue ? symbol(cue.form) : UNDEFINED
  sink(T.lemma, lemma)
  sink(T.class, nameOf(report, COLON))
  sink(T.kind, kind)
  sink(T['lemma-kind'], joined(lemma, kind))
  sink(T['class-kind'], joined(name, kind))
  sink(T.form, cue ? tense : COLON)
  sink(T['lemma-form'], joined(lemma, tense))
  sink(T.source, form)
  sink(T['class-source'], joined(name, form))
  const between = before(v, report, unit)
  sink(T.before, between)
  sink(T['class-before'], joined(name, between))
  sink(T.left, wordClass(v, report.clause.firstToken - 1, unit.endToken))
}

/** A cue whose reported words hold no marks. */
export function describeKept(v: View, report: Report, unit: Unit): Describe {
  return (sink) => {
    cueFeatures(v, report, unit, sink)
    const { firstToken, endToken } = report.content
    sink(T.bias, ON)
    sink(T.length, bucket(endToken - firstToken))
    const first = wordClass(v, firstToken, unit.endToken)
    sink(T.first, first)
    sink(T['first-two'], joined(first, wordClass(v, firstToken + 1, unit.endToken)))
    sink(T.fronted, truth(isFronted(v, report, unit)))
    sink(T['after-cue'], wordClass(v, report.cue?.end ?? 0, unit.endToken))
    sink(T['unit-opens'], wordClass(v, unit.firstToken, unit.endToken))
    let earlier = -1
    for (let i = unit.firstToken; i < report.clause.firstToken && i < unit.firstToken + 60; i++) {
      if (v.stretchAt[i] === 0 && wordAt(v, i) & WORD.CUE && isVerb(v, i)) earlier = i
    }
    sink(T['cue-before'], earlier < 0 ? NONE : bucket(report.clause.firstToken - earlier))
    sink(T.verb, truth(verbBetween(v, firstToken, endToken)))
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
    const name = nameOf(report, UNDEFINED)
    const by = symbol(report.by)
    const place = symbol(String(rank))
    const few = symbol(String(Math.min(reports.length, 4)))
    const length = bucket(range.endToken - range.firstToken - 2)
    sink(T.rank, symbol(`${rank} of ${Math.min(reports.length, 5)}`))
    sink(T.outermost, truth(rank === reports.length - 1))
    sink(T.side, joined(truth(after), bucket(distance)))
    sink(T.by, by)
    sink(T['by-rank'], joined(joined(by, place), few))
    sink(T['class-rank'], joined(joined(name, place), few))
    sink(T.opens, truth(report.content.firstToken === range.firstToken))
    sink(T.words, joined(length, symbol(String(Math.min(rank, 2)))))
    const inner = rank > 0 ? reports[rank - 1] : undefined
    const outer = reports[rank + 1]
    if (inner) sink(T.inner, joined(nameOf(inner, UNDEFINED), name))
    if (outer) sink(T.outer, joined(joined(nameOf(outer, UNDEFINED), name), by))
    sink(T['words-by'], joined(length, by))
  }
}

/** The cue's rule, and whether the stretch stands at the edge of what it reports or deep inside it. */
function placeIn(v: View, owner: Report | undefined, first: number, end: number): number {
  if (!owner) return NONE
  const { content, clause } = owner
  const edge = content.firstToken === first || clause.endToken >= first - 1 || clause.firstToken === end
  const punctuated = clause.firstToken === end + 1 && v.tokens.lower[end] === ','
  return symbol(edge || punctuated ? owner.by : `inside ${owner.by}`)
}

const ENDS: ReadonlyMap<string, number> = new Map(
  [',', '.', '!', '?', '…', '—', '–', '-'].map((mark) => [mark, symbol(mark)]),
)
const WORD_END = symbol('word')
const SIZES = ['0', '1', '2', '3', '4-5', '6-8', '9+'].map(symbol)
const TITLE = symbol('title')
const LOWER = symbol('lower')
const MIXED = symbol('mixed')
const CAPITAL = symbol('capital')

/** A word beside a stretch, as it is, unless it is part of a name or quotation or of another unit. */
const wordBeside = (v: View, i: number, first: number): number =>
  i >= first && v.nameAt[i] === 0 && v.stretchAt[i] === 0 ? knownSymbol(v.tokens.lower[i]) : NONE

/** A stretch in marks, with the cue that may report it. */
export function describeQuotation(v: View, stretch: number, owner: Report | undefined, unit: Unit): Describe {
  return (sink) => {
    const { firstToken, endToken } = v.stretchTokens[stretch]
    const { shape } = v.tokens
    let words = 0
    let capitals = 0
    for (let i = firstToken; i < endToken; i++) {
      if ((shape[i] & SHAPE.PUNCTUATION) !== 0) continue
      words++
      if ((shape[i] & SHAPE.CAPITAL) !== 0) capitals++
    }
    const size = SIZES[words < 4 ? words : words < 6 ? 4 : words < 9 ? 5 : 6]
    const title = isTitleCase(v, firstToken, endToken) ? TITLE : capitals === 0 ? LOWER : MIXED
    const by = placeIn(v, owner, firstToken, endToken)
    const ending = ENDS.get(v.text[v.stretches[stretch].end - 1]) ?? WORD_END
    const previous = wordClass(v, firstToken - 1, endToken)
    sink(T.bias, ON)
    sink(T.size, size)
    sink(T.title, joined(title, size))
    sink(T.by, by)
    sink(T['by-title'], joined(by, title))
    sink(T['by-size'], joined(by, size))
    sink(T.ending, joined(ending, size))
    sink(T['ending-by'], joined(ending, by))
    sink(T.previous, previous)
    sink(T['previous-title'], joined(previous, title))
    sink(T['previous-by'], joined(previous, by))
    sink(T['previous-word'], wordBeside(v, firstToken - 1, unit.firstToken))
    sink(T['second-word'], wordBeside(v, firstToken - 2, unit.firstToken))
    const next = wordClass(v, endToken, unit.endToken)
    sink(T.next, next)
    sink(T['next-title'], joined(title, next))
    sink(T.lemma, owner?.cue ? knownSymbol(owner.cue.lemma) : NONE)
    sink(T.alone, truth(firstToken === unit.firstToken && endToken === unit.endToken))
    const opening = v.tokens.words[firstToken + 1]?.[0]
    sink(T.first, opening === opening?.toLowerCase() ? LOWER : CAPITAL)
    sink(T.name, truth(v.nameAt[firstToken + 1] > 0))
    sink(T.closed, truth(v.stretches[stretch].closed))
    sink(T.pronoun, truth(hasPerson(v, firstToken, endToken)))
  }
}

const PERSONS = new Set(['i', 'we', 'you', 'my', 'our', 'your', 'me', 'us'])
function hasPerson(v: View, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 30; i++) if (PERSONS.has(v.tokens.lower[i])) return true
  return false
}
