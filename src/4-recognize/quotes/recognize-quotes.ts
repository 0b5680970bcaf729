import type { WithNames } from '../../document/mention.js'
import type { Cue, QuoteCandidate, QuoteKind, QuoteSource, WithQuoteCandidates } from '../../document/quote.js'
import { POS, type Segmented, SHAPE } from '../../document/segmented.js'
import { byPosition, type Span } from '../../document/span.js'
import type { QuoteModel } from './choice-model.js'
import type { FoundCue } from './cues.js'
import { describeKept, describeOwner, describeQuotation } from './describe.js'
import { type Judge, judgeBy } from './judge.js'
import type { NounPhrase } from './noun-phrases.js'
import { quotedStretches, type Stretch } from './pairing.js'
import { isNickname, isQuotation } from './quotation.js'
import { colonReport, dashReport, type Report, reportsOf } from './reports.js'
import { sharedSubject } from './subject.js'
import { type Unit, unitsOf } from './units.js'
import { tokenAfter, type View, viewOf } from './view.js'

/** Reported speech with the stretches in marks that are its own. */
interface Draft {
  report?: Report
  /** Of a stretch without a cue: the subject of the sentence that it stands in. */
  readonly subject?: NounPhrase | undefined
  confidence: number
  readonly stretches: number[]
}

function spanOf(v: View, first: number, end: number): Span {
  return { start: v.tokens.start[first], end: v.tokens.end[end - 1] }
}

function cueOf(v: View, cue: FoundCue): Cue {
  const span = spanOf(v, cue.first, cue.end)
  const { first: firstToken, end: endToken, lemma } = cue
  return { ...span, firstToken, endToken, text: v.text.slice(span.start, span.end), lemma }
}

/** Words that are nobody in particular. */
const NOBODYS = new Set(['that', 'what', 'which', 'there', 'this', 'these', 'those', 'here', 'whatever'])

function sourceOf(v: View, source: NounPhrase | undefined): QuoteSource | undefined {
  if (!source) return undefined
  const { firstToken, endToken, head } = source
  const number = v.tokens.pos[head] === POS.NUM && v.nameAt[head] === 0 && v.tokens.lower[head] !== 'one'
  if (number) return undefined
  if (!source.antecedent && NOBODYS.has(v.tokens.lower[head]) && v.nameAt[head] === 0) return undefined
  const antecedent = sourceOf(v, source.antecedent)
  return { ...spanOf(v, firstToken, endToken), firstToken, endToken, head, ...(antecedent && { antecedent }) }
}

/** Direct from 95 % of the words inside marks, indirect without any. */
function kindOf(v: View, draft: Draft): QuoteKind {
  if (draft.stretches.length === 0) return 'indirect'
  if (!draft.report) return 'direct'
  const { content, clause } = draft.report
  let inside = 0
  let all = 0
  for (let i = content.firstToken; i < content.endToken; i++) {
    if (i >= clause.firstToken && i < clause.endToken && v.stretchAt[i] === 0) continue
    if ((v.tokens.shape[i] & SHAPE.PUNCTUATION) !== 0) continue
    all++
    if (v.stretchAt[i] > 0) inside++
  }
  return inside >= 0.95 * all ? 'direct' : 'mixed'
}

function candidateOf(v: View, draft: Draft): QuoteCandidate {
  const { report, stretches } = draft
  const kind = kindOf(v, draft)
  const parts: Span[] = stretches.map((k) => ({ start: v.stretches[k].start, end: v.stretches[k].end }))
  const whole = report && spanOf(v, report.content.firstToken, report.content.endToken)
  if (kind === 'indirect' && whole) parts.push(whole)
  const first = parts[0]
  const last = parts[parts.length - 1]
  const span =
    kind === 'direct' || !whole
      ? { start: first.start, end: last.end }
      : { start: Math.min(whole.start, first.start), end: Math.max(whole.end, last.end) }
  const tokens = stretches.map((k) => v.stretchTokens[k])
  const content = {
    firstToken: Math.min(
      report?.content.firstToken ?? Number.MAX_SAFE_INTEGER,
      tokens[0]?.firstToken ?? Number.MAX_SAFE_INTEGER,
    ),
    endToken: Math.max(report?.content.endToken ?? 0, tokens[tokens.length - 1]?.endToken ?? 0),
  }
  const source = sourceOf(v, report ? report.source : draft.subject)
  return {
    ...span,
    kind,
    parts,
    content,
    confidence: draft.confidence,
    ...(report?.cue && { cue: cueOf(v, report.cue) }),
    ...(source && { source }),
    by: report?.by ?? 'marks',
  }
}

/** The reports whose content holds the stretch, the narrowest first; of two equal ones the later cue. */
function ownersOf(v: View, reports: readonly Report[], k: number): Report[] {
  const { firstToken, endToken } = v.stretchTokens[k]
  const size = ({ content }: Report): number => content.endToken - content.firstToken
  return reports
    .filter(({ content }) => content.firstToken <= firstToken && content.endToken >= endToken)
    .reverse()
    .sort((a, b) => size(a) - size(b))
    .slice(0, MOST_OWNERS)
}

function ownerOf(c: Context, reports: readonly Report[], k: number, unit: Unit): Report | undefined {
  const owners = ownersOf(c.v, reports, k)
  if (owners.length < 2 || !c.judge) return owners[0]
  const candidates = owners.map((_, rank) => describeOwner(c.v, owners, rank, k, unit))
  return owners[c.judge.pick({ choice: 'owner', stretch: k, reports: owners }, candidates).index]
}

/** Probability that words in marks are somebody's. */
function quotationChance(c: Context, k: number, owner: Report | undefined, unit: Unit): number {
  if (!c.judge) return owner !== undefined || isQuotation(c.v, k) ? 0.9 : 0
  const { index, p } = c.judge.pick({ choice: 'quotation', stretch: k }, [describeQuotation(c.v, k, owner, unit)])
  return index === 0 ? p : 1 - p
}

/** Probability that a cue without marks reports words. */
function reportChance(c: Context, report: Report, unit: Unit): number {
  if (report.by === 'naming-cue' || report.by === 'colon' || report.by === 'dash' || !report.source) return 0
  if (!c.judge) return 0.7
  const { index, p } = c.judge.pick({ choice: 'keep', report }, [describeKept(c.v, report, unit)])
  return index === 0 ? p : 1 - p
}

/** Marks are a strong sign: only what is rather surely no quotation is left out. */
const LEAST_QUOTATION = 0.3
const LEAST_REPORT = 0.5

/** “A,” she said. “B.” – a stretch that is a whole unit goes on with the quotation that the words before it reported. */
function goesOn(v: View, previous: Draft | undefined, unit: Unit, k: number): boolean {
  if (!previous?.report || previous.stretches.length === 0) return false
  if (previous.report.by !== 'cue-after' && previous.report.by !== 'cue-inside') return false
  if (v.stretches[previous.stretches[0]].paragraph !== unit.paragraph) return false
  const range = v.stretchTokens[k]
  return range.firstToken === unit.firstToken
}

/** The subject of the nearest verb before a stretch in its unit. */
function subjectAround(v: View, k: number, unit: Unit): NounPhrase | undefined {
  const { firstToken } = v.stretchTokens[k]
  return firstToken > unit.firstToken ? sharedSubject(v, firstToken - 1, unit.firstToken, 0, false) : undefined
}

/** A turn of a transcript inside marks. */
function turnOf(v: View, k: number, label: Span): Draft {
  const firstToken = tokenAfter(v.tokens, label.start)
  const endToken = tokenAfter(v.tokens, label.end - 1) + 1
  const source = { firstToken, endToken, head: endToken - 1 }
  const content = { firstToken: endToken + 1, endToken: v.stretchTokens[k].endToken }
  const report: Report = { source, content, clause: { firstToken, endToken: endToken + 1 }, by: 'colon' }
  return { report, stretches: [k], confidence: 0.95 }
}

/** A unit that a quotation opens, after one that ends with a colon: "She told the crowd:" and a new paragraph. */
function introducedBy(v: View, before: Unit, unit: Unit): Report | undefined {
  const colon = before.endToken - 1
  const k = v.stretchAt[unit.firstToken]
  if (k === 0 || v.tokens.lower[colon] !== ':' || v.stretchAt[colon] > 0) return undefined
  return colonReport(v, before, colon, v.stretchTokens[k - 1])
}

const MOST_OWNERS = 5

/** What the steps share. */
interface Context {
  readonly v: View
  readonly judge: Judge | undefined
}

function draftsOf(article: Segmented, c: Context): Draft[] {
  const { v } = c
  const drafts: Draft[] = []
  let k = 0
  let previous: Draft | undefined
  let carried: Draft | undefined
  let before: Unit | undefined
  for (const unit of unitsOf(article, v)) {
    const reports = reportsOf(v, unit, c.judge)
    const introduced = before && introducedBy(v, before, unit)
    if (introduced) reports.unshift(introduced)
    before = unit
    const signed =
      previous &&
      !previous.report &&
      dashReport(v, unit.firstToken, unit.endToken, v.stretchTokens[previous.stretches[0]])
    if (previous && signed) previous.report = signed
    const own = reports.map((report): Draft => ({ report, stretches: [], confidence: 1 }))
    let last: Draft | undefined
    for (; k < v.stretches.length && v.stretchTokens[k].firstToken < unit.endToken; k++) {
      const stretch: Stretch = v.stretches[k]
      if (stretch.label) {
        last = turnOf(v, k, stretch.label)
        drafts.push(last)
        carried = stretch.continues ? last : undefined
        continue
      }
      const owner = ownerOf(c, reports, k, unit)
      let draft = owner && own[reports.indexOf(owner)]
      const chained = carried !== undefined || stretch.continues || goesOn(v, previous, unit, k)
      const chance = chained ? 0.95 : quotationChance(c, k, owner, unit)
      if (chance < LEAST_QUOTATION) continue
      if (carried && !draft) draft = carried
      else if (carried && draft && !carried.report) {
        // Several paragraphs, and the cue stands with the last: the words before are the same speaker's.
        draft.stretches.push(...carried.stretches)
        drafts.splice(drafts.indexOf(carried), 1)
      } else if (!draft && goesOn(v, previous, unit, k)) draft = previous
      if (!draft) {
        draft = { stretches: [], subject: subjectAround(v, k, unit), confidence: chance }
        drafts.push(draft)
      }
      if (draft.stretches.length === 0) draft.confidence = chance
      draft.stretches.push(k)
      carried = stretch.continues ? draft : undefined
      last = draft ?? last
    }
    for (const draft of own) {
      if (draft.stretches.length === 0 && draft.report) draft.confidence = reportChance(c, draft.report, unit)
      if (draft.stretches.length > 0 || draft.confidence >= LEAST_REPORT) drafts.push(draft)
    }
    const wholeUnit = last !== undefined && last === previous
    previous = wholeUnit ? previous : last
  }
  return drafts
}

export interface QuoteResources {
  /** Without it rules alone decide. */
  readonly quoteModel?: QuoteModel
}

/**
 * Direct, mixed and indirect quotes of an article with their cues and, where the grammar tells, their sources, in
 * order of reading.
 */
export function recognizeQuotes<A extends Segmented & WithNames>(
  article: A,
  resources: QuoteResources = {},
): A & WithQuoteCandidates {
  const { quoteModel } = resources
  return { ...article, quoteCandidates: candidatesBy(article, quoteModel && judgeBy(quoteModel)) }
}

/** The stretches that this stage reasons about: all but nicknames. */
export const stretchesOf = (article: Segmented): readonly Stretch[] =>
  quotedStretches(article).filter((stretch) => !isNickname(article, stretch))

/** The same by any judge: training looks over its shoulder. */
export function candidatesBy(article: Segmented & WithNames, judge: Judge | undefined): readonly QuoteCandidate[] {
  const v = viewOf(article, stretchesOf(article))
  return draftsOf(article, { v, judge })
    .map((draft) => candidateOf(v, draft))
    .sort(byPosition)
}
