/**
 * How well quotes are found and attributed, by the rules of the gold folder's referee:
 * (a) stretches inside quote marks: character Jaccard of at least 0.8, marks, white space and final punctuation aside;
 *     predictions inside the annotation's ignored regions are neutral;
 * (b) speakers of the stretches found: overlap with the annotated speaker, a shared word of a name, or the same words;
 *     "head" asks for the head of the annotated speaker; pronouns without a name that nothing overlaps are not judged;
 * (c) both together; (d) indirect quotes: content Jaccard of at least 0.5, then with the speaker right as well.
 */
import { overlaps, type Span } from '../../document/span.js'
import type { GoldArticle, GoldQuote } from '../gold/gold-quotes.js'
import { match, type Prf, prf, ratio } from './precision.js'

/** A quote as predicted, in the annotation's form. */
export interface PredictedQuote extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly segments?: readonly Span[]
  readonly quoted?: readonly Span[] | undefined
  readonly speaker?: (Span & { readonly text: string }) | null | undefined
  readonly speaker_name?: string | undefined
}

export interface PredictedArticle {
  readonly id: string
  readonly quotes: readonly PredictedQuote[]
}

const MARK = /''|``|["“”„‟«»]/y
const EDGE = /[\s"“”„‟«»]/

function markAt(text: string, i: number): number {
  MARK.lastIndex = i
  return MARK.exec(text)?.[0].length ?? 0
}

/** Of each offset: how many characters before it are neither white space nor part of a double mark. */
function counter(text: string): Int32Array {
  const counts = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; ) {
    const n = markAt(text, i)
    if (n) for (let k = 0; k < n; k++, i++) counts[i + 1] = counts[i]
    else {
      counts[i + 1] = counts[i] + (/\s/.test(text[i]) ? 0 : 1)
      i++
    }
  }
  return counts
}

function trim(text: string, from: number, to: number): [number, number] {
  let start = from
  let end = to
  for (let again = true; again; ) {
    again = false
    while (start < end && EDGE.test(text[start])) {
      start++
      again = true
    }
    while (end > start && EDGE.test(text[end - 1])) {
      end--
      again = true
    }
    while (end - start > 1 && /^(''|``)/.test(text.slice(start, start + 2))) {
      start += 2
      again = true
    }
    while (end - start > 1 && /^(''|``)/.test(text.slice(end - 2, end))) {
      end -= 2
      again = true
    }
  }
  return [start, end]
}

/** Cut at line breaks, edges and final punctuation trimmed. */
function clean(text: string, span: Span): Span[] {
  const out: Span[] = []
  let at = span.start
  for (const line of text.slice(span.start, span.end).split('\n')) {
    const [start, whole] = trim(text, at, at + line.length)
    let end = whole
    while (end > start && /[.,;:!?…—–\-\s"“”'’]/.test(text[end - 1])) end--
    if (end === start) end = whole
    if (end > start) out.push({ start, end })
    at += line.length + 1
  }
  return out
}

/** What stands inside quote marks in a span; the whole span if it holds no marks. */
function insideMarks(text: string, span: Span): Span[] {
  const marks: { at: number; n: number; opens: boolean | null }[] = []
  for (let i = span.start; i < span.end; ) {
    const n = markAt(text, i)
    if (!n || i + n > span.end) {
      i++
      continue
    }
    const before = i > 0 ? text[i - 1] : ' '
    const after = i + n < text.length ? text[i + n] : ' '
    const opens = /[\s([{—–\-/‘'’:…]/.test(before) && !/\s/.test(after)
    const closes = /[\s.,;:!?)\]}—–\-/’'…]/.test(after) && !/\s/.test(before)
    const glyph = text[i]
    const told = '“„‟«`'.includes(glyph) ? true : '”»'.includes(glyph) ? false : null
    marks.push({ at: i, n, opens: opens !== closes ? opens : told })
    i += n
  }
  if (marks.length === 0) return [span]
  const out: Span[] = []
  const first = marks[0]
  const closesFirst =
    first.opens === false || (first.opens === null && first.at > span.start && first.at + first.n >= span.end)
  let open: number | null = closesFirst ? span.start : null
  for (const m of marks) {
    const opening = m.opens ?? (open === null && m.at + m.n < span.end)
    if (opening) open ??= m.at + m.n
    else if (open !== null) {
      if (m.at > open) out.push({ start: open, end: m.at })
      open = null
    }
  }
  if (open !== null && open < span.end) out.push({ start: open, end: span.end })
  return out
}

interface Stretch<Q> extends Span {
  readonly quote: Q
}

const parts = (q: Span & { readonly segments?: readonly Span[] }): readonly Span[] =>
  q.segments?.length ? q.segments : [{ start: q.start, end: q.end }]

function stretches<Q extends PredictedQuote | GoldQuote>(text: string, quotes: readonly Q[]): Stretch<Q>[] {
  return quotes
    .filter((q) => q.kind !== 'indirect')
    .flatMap((quote) => {
      const spans = quote.quoted?.length ? quote.quoted : parts(quote).flatMap((s) => insideMarks(text, s))
      return spans.flatMap((s) => clean(text, s)).map((s) => ({ ...s, quote }))
    })
}

// biome-ignore format: a list
const NO_NAME = new Set(('a an the this that these those his her their its my our your he she they it we i you him them us me who whom whose which what one some many most both ' +
  'mr mrs ms miss dr sir dame lord lady sen senator rep representative gov governor president vice secretary mayor judge justice attorney general gen lt col capt maj sgt officer chief ' +
  'minister prime king queen prince princess pope rev reverend father bishop congressman congresswoman chairman chairwoman director executive spokesman spokeswoman spokesperson ' +
  'republican republicans democrat democrats democratic american americans former new u.s us united states state department house white senate campaign party national of and for in at from jr sr ii iii').split(' '))

function names(...texts: readonly (string | undefined)[]): Set<string> {
  const out = new Set<string>()
  for (const text of texts) {
    for (const word of (text ?? '').match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? []) {
      const bare = word.replace(/['’]s?$/u, '').replace(/\.$/, '')
      if (bare.length > 1 && /^[\p{Lu}\p{N}]/u.test(bare) && !NO_NAME.has(bare.toLowerCase()))
        out.add(bare.toLowerCase())
    }
  }
  return out
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const x of a) if (b.has(x)) return true
  return false
}

const plain = (s: string | undefined): string =>
  (s ?? '')
    .toLowerCase()
    .replace(/^(the|a|an)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether the speaker is right: read widely, and on the head of the annotated one; `null` where that cannot be told. */
export interface Verdict {
  readonly any: boolean | null
  readonly head: boolean | null
}

export function judgeSpeaker(gold: GoldQuote, pred: PredictedQuote): Verdict {
  const g = gold.speaker
  const p = pred.speaker
  if (!g) return { any: null, head: null }
  if (!p && !pred.speaker_name) return { any: false, head: false }
  const predicted = names(p?.text, pred.speaker_name)
  const sameWords = plain(g.text) !== '' && plain(g.text) === plain(p?.text) && gold.speaker_type !== 'pronoun'
  const touches = (spans: readonly Span[]): boolean => !!p && spans.some((s) => overlaps(s, p))
  const any = touches(parts(g)) || sameWords || shares(predicted, names(g.text, gold.speaker_name))
  const head =
    touches(g.head ? [g.head] : parts(g)) ||
    sameWords ||
    shares(predicted, names(g.head ? g.head.text : g.text, gold.speaker_name))
  if (!any && gold.speaker_type === 'pronoun' && !gold.speaker_name) return { any: null, head: null }
  return { any, head }
}

/** Cues of reported speech and thought proper, for the narrower view of indirect quotes. */
const CORE =
  /\b(sa(id|ys?|ying)|t(old|ells?|elling)|according|add(ed|s|ing)?|announc|argu|assert|claim|declar|explain|insist|not(ed|es|ing)\b|report|stat(ed|es|ing)\b|warn|wrote|writ(es|ing)|acknowledg|admit|alleg|believ|conced|den(y|ied|ies)|predict|promis|suggest|testif|th(inks?|ought)|vow|conclud|contend|maintain|recall|reveal|confirm|emphasi|point(ed|s|ing)? out|call(ed|s|ing)? (on|for)|urg)/i

export interface QuoteScores {
  readonly detection: Prf & { readonly neutral: number }
  readonly recallBy: Readonly<
    Record<string, { readonly recall: number | null; readonly found: number; readonly gold: number }>
  >
  readonly attribution: {
    readonly accuracy: number | null
    readonly accuracyHead: number | null
    readonly any: number
    readonly head: number
    readonly judged: number
    readonly unjudged: number
    readonly goldNull: number
    readonly noPrediction: number
    readonly byType: Readonly<Record<string, { readonly judged: number; readonly any: number; readonly head: number }>>
  }
  readonly endToEnd: Prf
  readonly endToEndHead: Prf
  readonly indirect: {
    readonly content: Prf
    readonly withSpeaker: Prf
    readonly core: Prf
    readonly coreWithSpeaker: Prf
  }
}

interface Tally {
  found: number
  gold: number
  predicted: number
  neutral: number
  readonly recall: Record<string, [number, number]>
  readonly attribution: {
    any: number
    head: number
    judged: number
    unjudged: number
    goldNull: number
    noPrediction: number
    byType: Record<string, { judged: number; any: number; head: number }>
  }
  endToEndGold: number
  endToEndPredicted: number
  readonly indirect: Record<'content' | 'speaker' | 'core' | 'coreSpeaker', [number, number, number]>
}

const newTally = (): Tally => ({
  found: 0,
  gold: 0,
  predicted: 0,
  neutral: 0,
  recall: { direct: [0, 0], mixed: [0, 0], '5 words or more': [0, 0], 'under 5 words': [0, 0] },
  attribution: { any: 0, head: 0, judged: 0, unjudged: 0, goldNull: 0, noPrediction: 0, byType: {} },
  endToEndGold: 0,
  endToEndPredicted: 0,
  indirect: { content: [0, 0, 0], speaker: [0, 0, 0], core: [0, 0, 0], coreSpeaker: [0, 0, 0] },
})

interface Measure {
  readonly size: (s: Span) => number
  readonly common: (a: Span, b: Span) => number
  readonly ignored: (s: Span) => boolean
}

function measureOf({ text, ignore }: GoldArticle): Measure {
  const counts = counter(text)
  const size = (s: Span): number => counts[s.end] - counts[s.start]
  const common = (a: Span, b: Span): number => {
    const start = Math.max(a.start, b.start)
    const end = Math.min(a.end, b.end)
    return end > start ? counts[end] - counts[start] : 0
  }
  return { size, common, ignored: (s) => (ignore ?? []).reduce((n, r) => n + common(r, s), 0) >= 0.5 * size(s) }
}

function scoreStretches(t: Tally, gold: GoldArticle, quotes: readonly PredictedQuote[], m: Measure): void {
  const { text } = gold
  const jaccard = (a: Span, b: Span): number => {
    const c = m.common(a, b)
    return c ? c / (m.size(a) + m.size(b) - c) : 0
  }
  const golds = stretches(text, gold.quotes)
  const preds = stretches(text, quotes)
  const matches = match(golds, preds, jaccard, 0.8)
  const byGold = new Map(matches)
  const used = new Set(matches.map(([, j]) => j))
  const counted = preds.filter((p, j) => used.has(j) || !m.ignored(p)).length
  t.neutral += preds.length - counted
  t.found += matches.length
  t.gold += golds.length
  t.predicted += counted
  let left = counted
  golds.forEach((s, i) => {
    const long = (text.slice(s.start, s.end).match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []).length >= 5
    for (const kind of [s.quote.kind, long ? '5 words or more' : 'under 5 words']) {
      t.recall[kind][1]++
      if (byGold.has(i)) t.recall[kind][0]++
    }
    left -= scoreSpeaker(t, s.quote, byGold.has(i) ? preds[byGold.get(i) as number].quote : undefined)
  })
  t.endToEndPredicted += left
}

/** Returns 1 where the prediction cannot be judged, so that it counts for nothing. */
function scoreSpeaker(t: Tally, gold: GoldQuote, pred: PredictedQuote | undefined): 0 | 1 {
  const { attribution: a } = t
  if (!gold.speaker) {
    if (pred) a.goldNull++
    return pred ? 1 : 0
  }
  if (!pred) {
    t.endToEndGold++
    return 0
  }
  const verdict = judgeSpeaker(gold, pred)
  if (verdict.any === null) {
    a.unjudged++
    return 1
  }
  a.judged++
  if (!pred.speaker && !pred.speaker_name) a.noPrediction++
  a.byType[gold.speaker_type ?? 'unknown'] ??= { judged: 0, any: 0, head: 0 }
  const type = a.byType[gold.speaker_type ?? 'unknown']
  type.judged++
  t.endToEndGold++
  if (verdict.any) {
    a.any++
    type.any++
  }
  if (verdict.head) {
    a.head++
    type.head++
  }
  return 0
}

function scoreIndirect(t: Tally, gold: GoldArticle, quotes: readonly PredictedQuote[], m: Measure): void {
  const all = (list: readonly Span[]): number => list.reduce((n, s) => n + m.size(s), 0)
  const contentJaccard = (a: GoldQuote, b: PredictedQuote): number => {
    const A = parts(a)
    const B = parts(b)
    let c = 0
    for (const x of A) for (const y of B) c += m.common(x, y)
    return c ? c / (all(A) + all(B) - c) : 0
  }
  const preds = quotes.filter((q) => q.kind === 'indirect')
  const pairs = match(gold.quotes, preds, contentJaccard, 0.5)
  const byPred = new Map(pairs.map(([i, j]) => [j, gold.quotes[i]]))
  const byGold = new Map(pairs.map(([i, j]) => [i, preds[j]]))
  const isCore = (q: GoldQuote): boolean => CORE.test(q.cue?.text ?? '')
  const views = [
    ['content', false, false],
    ['speaker', false, true],
    ['core', true, false],
    ['coreSpeaker', true, true],
  ] as const
  for (const [name, core, withSpeaker] of views) {
    const keep = (q: GoldQuote): boolean => q.kind === 'indirect' && (!core || isCore(q))
    const right = (q: GoldQuote, p: PredictedQuote): boolean | null => (withSpeaker ? judgeSpeaker(q, p).any : true)
    const count = t.indirect[name]
    gold.quotes.forEach((q, i) => {
      if (!keep(q) || (withSpeaker && !q.speaker)) return
      const p = byGold.get(i)
      const verdict = p ? right(q, p) : false
      if (verdict === null) return
      count[2]++
      if (verdict) count[0]++
    })
    preds.forEach((p, j) => {
      const q = byPred.get(j)
      if (q && (!keep(q) || (withSpeaker && right(q, p) === null))) return
      if (!q && m.ignored({ start: p.start, end: p.end })) return
      count[1]++
    })
  }
}

const isSound = (q: Span, text: string): boolean => q.start >= 0 && q.start < q.end && q.end <= text.length

/** Scores predictions against annotated articles, joined on `id`; a missing prediction counts as an empty one. */
export function scoreQuotes(golds: readonly GoldArticle[], predictions: readonly PredictedArticle[]): QuoteScores {
  const byId = new Map(predictions.map((p) => [p.id, p.quotes]))
  const t = newTally()
  for (const gold of golds) {
    const quotes = (byId.get(gold.id) ?? []).filter((q) => isSound(q, gold.text))
    const measure = measureOf(gold)
    scoreStretches(t, gold, quotes, measure)
    scoreIndirect(t, gold, quotes, measure)
  }
  const { attribution: a, indirect } = t
  return {
    detection: { ...prf(t.found, t.predicted, t.gold), neutral: t.neutral },
    recallBy: Object.fromEntries(
      Object.entries(t.recall).map(([k, [found, gold]]) => [k, { recall: ratio(found, gold), found, gold }]),
    ),
    attribution: { accuracy: ratio(a.any, a.judged), accuracyHead: ratio(a.head, a.judged), ...a },
    endToEnd: prf(a.any, t.endToEndPredicted, t.endToEndGold),
    endToEndHead: prf(a.head, t.endToEndPredicted, t.endToEndGold),
    indirect: {
      content: prf(...indirect.content),
      withSpeaker: prf(...indirect.speaker),
      core: prf(...indirect.core),
      coreWithSpeaker: prf(...indirect.coreSpeaker),
    },
  }
}
