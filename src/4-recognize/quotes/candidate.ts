import type { Cue, QuoteCandidate, QuoteKind, QuoteSource } from '../../document/quote.js'
import { POS, SHAPE, type TokenRange } from '../../document/segmented.js'
import type { Span } from '../../document/span.js'
import type { FoundCue } from './cues.js'
import type { NounPhrase } from './noun-phrases.js'
import type { Report } from './report.js'
import type { View } from './view.js'

/** Reported speech with the stretches in marks that are its own. */
export interface Draft {
  report: Report | undefined
  /** Of a stretch without a cue: the subject of the sentence that it stands in. */
  readonly subject: NounPhrase | undefined
  confidence: number
  readonly stretches: number[]
}

function spanOf(v: View, first: number, end: number): Span {
  return { start: v.tokens.start[first], end: v.tokens.end[end - 1] }
}

function cueOf(v: View, cue: FoundCue): Cue {
  const { first: firstToken, end: endToken, lemma } = cue
  const start = v.tokens.start[firstToken]
  const end = v.tokens.end[endToken - 1]
  return { start, end, firstToken, endToken, text: v.text.slice(start, end), lemma }
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
  return { start: start[firstToken], end: end[endToken - 1], firstToken, endToken, head, antecedent }
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

/** From the first token to the last, of the reported words and the stretches in marks together. */
function contentOf(v: View, report: Report | undefined, stretches: readonly number[]): TokenRange {
  if (stretches.length === 0 && report) {
    const { firstToken, endToken } = report.content
    return { firstToken, endToken }
  }
  const { firstToken } = v.stretchTokens[stretches[0]]
  const { endToken } = v.stretchTokens[stretches[stretches.length - 1]]
  if (!report) return { firstToken, endToken }
  return {
    firstToken: Math.min(report.content.firstToken, firstToken),
    endToken: Math.max(report.content.endToken, endToken),
  }
}

export function candidateOf(v: View, draft: Draft): QuoteCandidate {
  const { report, stretches } = draft
  const kind = kindOf(v, draft)
  if (stretches.length > 1) stretches.sort((a, b) => a - b)
  const parts: Span[] = []
  for (const k of stretches) parts.push({ start: v.stretches[k].start, end: v.stretches[k].end })
  const whole = report && spanOf(v, report.content.firstToken, report.content.endToken)
  if (kind === 'indirect' && whole) parts.push(whole)
  let { start } = parts[0]
  let { end } = parts[parts.length - 1]
  if (kind !== 'direct' && whole) {
    start = Math.min(whole.start, start)
    end = Math.max(whole.end, end)
  }
  return {
    start,
    end,
    kind,
    parts,
    cue: report?.cue && cueOf(v, report.cue),
    source: sourceOf(v, report ? report.source : draft.subject),
    content: contentOf(v, report, stretches),
    confidence: draft.confidence,
    by: report ? report.by : 'marks',
  }
}
