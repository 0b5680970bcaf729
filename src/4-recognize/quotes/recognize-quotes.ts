import type { WithNames } from '../../document/mention.js'
import type { Cue, QuoteCandidate, QuoteKind, QuoteSource, WithQuoteCandidates } from '../../document/quote.js'
import { type Segmented, SHAPE } from '../../document/segmented.js'
import { byPosition, type Span } from '../../document/span.js'
import type { FoundCue } from './cues.js'
import type { NounPhrase } from './noun-phrases.js'
import { quotedStretches, type Stretch } from './pairing.js'
import { isQuotation } from './quotation.js'
import { colonReport, type Report, reportsOf } from './reports.js'
import { type Unit, unitsOf } from './units.js'
import { type View, viewOf } from './view.js'

/** Reported speech with the stretches in marks that are its own. */
interface Draft {
  readonly report?: Report
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

function sourceOf(v: View, source: NounPhrase | undefined): QuoteSource | undefined {
  if (!source) return undefined
  const { firstToken, endToken, head } = source
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
  const source = report && sourceOf(v, report.source)
  return {
    ...span,
    kind,
    parts,
    content,
    ...(report?.cue && { cue: cueOf(v, report.cue) }),
    ...(source && { source }),
    by: report?.by ?? 'marks',
  }
}

/** The narrowest content that holds the stretch; of two equal ones the later cue's. */
function ownerOf(v: View, reports: readonly Report[], k: number): number {
  const { firstToken, endToken } = v.stretchTokens[k]
  let best = -1
  let width = Number.MAX_SAFE_INTEGER
  reports.forEach(({ content }, r) => {
    if (content.firstToken > firstToken || content.endToken < endToken) return
    const size = content.endToken - content.firstToken
    if (size <= width) {
      best = r
      width = size
    }
  })
  return best
}

/** “A,” she said. “B.” – a stretch that is a whole unit goes on with the quotation that the words before it reported. */
function goesOn(v: View, previous: Draft | undefined, unit: Unit, k: number): boolean {
  if (!previous?.report || previous.stretches.length === 0) return false
  if (previous.report.by !== 'cue-after' && previous.report.by !== 'cue-inside') return false
  if (v.stretches[previous.stretches[0]].paragraph !== unit.paragraph) return false
  const range = v.stretchTokens[k]
  return range.firstToken === unit.firstToken
}

/** A unit that a quotation opens, after one that ends with a colon: "She told the crowd:" and a new paragraph. */
function introducedBy(v: View, before: Unit, unit: Unit): Report | undefined {
  const colon = before.endToken - 1
  const k = v.stretchAt[unit.firstToken]
  if (k === 0 || v.tokens.lower[colon] !== ':' || v.stretchAt[colon] > 0) return undefined
  return colonReport(v, before, colon, v.stretchTokens[k - 1])
}

const isReported = (report: Report): boolean =>
  report.by !== 'naming-cue' && report.by !== 'colon' && report.source !== undefined

function draftsOf(article: Segmented, v: View): Draft[] {
  const drafts: Draft[] = []
  let k = 0
  let previous: Draft | undefined
  let carried: Draft | undefined
  let before: Unit | undefined
  for (const unit of unitsOf(article, v)) {
    const reports = reportsOf(v, unit)
    const introduced = before && introducedBy(v, before, unit)
    if (introduced) reports.unshift(introduced)
    before = unit
    const own = reports.map((report): Draft => ({ report, stretches: [] }))
    let last: Draft | undefined
    for (; k < v.stretches.length && v.stretchTokens[k].firstToken < unit.endToken; k++) {
      const stretch: Stretch = v.stretches[k]
      const owner = ownerOf(v, reports, k)
      let draft = owner >= 0 ? own[owner] : undefined
      if (carried && !draft) draft = carried
      else if (!draft && goesOn(v, previous, unit, k)) draft = previous
      if (!draft && (stretch.continues || isQuotation(v, k))) {
        draft = { stretches: [] }
        drafts.push(draft)
      }
      draft?.stretches.push(k)
      carried = stretch.continues ? draft : undefined
      last = draft ?? last
    }
    for (const draft of own) {
      if (draft.stretches.length > 0 || (draft.report && isReported(draft.report))) drafts.push(draft)
    }
    const wholeUnit = last !== undefined && last === previous
    previous = wholeUnit ? previous : last
  }
  return drafts
}

/**
 * Direct, mixed and indirect quotes of an article with their cues and, where the grammar tells, their sources, in
 * order of reading.
 */
export function recognizeQuotes<A extends Segmented & WithNames>(article: A): A & WithQuoteCandidates {
  const v = viewOf(article, quotedStretches(article))
  const quoteCandidates = draftsOf(article, v)
    .map((draft) => candidateOf(v, draft))
    .sort(byPosition)
  return { ...article, quoteCandidates }
}
