import type { Cue, QuoteCandidate, QuoteKind, QuoteSource } from '../../document/quote.js'
import { POS, SHAPE } from '../../document/segmented.js'
import type { Span } from '../../document/span.js'
import type { FoundCue } from './cues.js'
import type { NounPhrase } from './noun-phrases.js'
import type { Report } from './report.js'
import type { View } from './view.js'

/** Reported speech with the stretches in marks that are its own. */
export interface Draft {
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
  const { start, end } = v.tokens
  const found = { start: start[firstToken], end: end[endToken - 1], firstToken, endToken, head }
  return antecedent ? { ...found, antecedent } : found
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

export function candidateOf(v: View, draft: Draft): QuoteCandidate {
  const { report, stretches } = draft
  const kind = kindOf(v, draft)
  stretches.sort((a, b) => a - b)
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
