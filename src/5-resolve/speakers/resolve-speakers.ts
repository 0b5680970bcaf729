import type { WithEntities } from '../../document/entity.js'
import type { Quote, QuoteCandidate, Speaker, WithQuoteCandidates, WithQuotes } from '../../document/quote.js'
import type { Segmented, TokenRange } from '../../document/segmented.js'
import { type Ahead, type Candidates, candidatesOf, type Memory, newMemory, type Question, readUpTo } from './decide.js'
import { type Evidence, gather } from './evidence.js'
import { FEATURE_NAMES } from './features.js'
import { calibrate, type SpeakerModel, softmax, weightsOf } from './model.js'
import { PRIOR } from './prior.js'
import { formOf, type SourceForm } from './source.js'

export interface SpeakerResources {
  /** Without it a handful of hand-set weights decide. */
  readonly speakerModel?: SpeakerModel
}

/** Below this probability nobody is named. */
const LEAST = 0.45

/** A choice that was made, for training and for `explain`. */
export interface Decision {
  readonly quote: number
  readonly question: Question
  readonly candidates: Candidates
}

interface Found {
  readonly speaker?: Speaker
  readonly entity: number
  readonly raw: number
}

interface Run {
  readonly e: Evidence
  readonly memory: Memory
  readonly weights: Float64Array
  readonly model: SpeakerModel
  readonly onDecision?: (decision: Decision) => number | undefined
}

const textOf = (e: Evidence, range: TokenRange): { start: number; end: number; text: string } => {
  const start = e.article.tokens.start[range.firstToken]
  const end = e.article.tokens.end[range.endToken - 1]
  return { start, end, text: e.article.text.slice(start, end) }
}

/** "she" → "May" → "Theresa May": what the text says, the mention that it stands for, the entity's name. */
function pathTo(e: Evidence, text: string, mention: number, entity: number): string[] {
  const path = [text]
  const name = e.article.entities[entity].name
  const { start, end } = e.article.mentions[mention]
  const middle = e.article.text.slice(start, end)
  if (middle !== text && !text.endsWith(middle)) path.push(middle)
  if (path[path.length - 1] !== name) path.push(name)
  return path
}

function choose(run: Run, quote: number, question: Question, ahead: Ahead | undefined): { entity: number; p: number } {
  const { e, memory, weights } = run
  const candidates = candidatesOf(e, memory, question, ahead)
  const forced = run.onDecision?.({ quote, question, candidates })
  if (forced !== undefined) return { entity: forced, p: 1 }
  const scores = candidates.features.map((list) => list.reduce((sum, f) => sum + weights[f], 0))
  const ps = softmax(scores)
  let best = 0
  for (let k = 1; k < ps.length; k++) if (ps[k] > ps[best]) best = k
  const entity = candidates.entities[best]
  if (entity >= 0 && ps[best] < LEAST) return { entity: -1, p: 1 - ps[best] }
  return { entity, p: ps[best] }
}

function ofSource(run: Run, k: number, quote: QuoteCandidate, form: SourceForm): Found {
  const { e, memory } = run
  const { source } = quote
  if (!source) return { entity: -1, raw: 0.5 }
  const span = textOf(e, source)
  if (form.kind === 'name') {
    const { entity } = e.article.mentions[form.mention]
    const { name } = e.article.entities[entity]
    return {
      speaker: { ...span, entity, name, path: pathTo(e, span.text, form.mention, entity) },
      entity,
      raw: form.described ? 0.9 : 0.95,
    }
  }
  const plain: Found = { speaker: { ...span, path: [span.text] }, entity: -1, raw: 0.7 }
  if (form.kind === 'other') return plain
  if (form.kind === 'pronoun' && form.form === 'they') return plain
  if (form.kind === 'description' && (!form.definite || form.form === 'document')) return plain
  const question: Question = {
    mode: form.kind,
    token: source.head,
    quote,
    form: form.form,
    ...(form.kind === 'description' && { head: form.head, ...(form.gender && { gender: form.gender }) }),
  }
  const { entity, p } = choose(run, k, question, undefined)
  if (entity < 0) return { ...plain, raw: p * 0.8 }
  if (form.kind === 'pronoun') memory.pronouns.set(form.form, { entity, token: source.head })
  const { name } = e.article.entities[entity]
  return { speaker: { ...span, entity, name, path: pathTo(e, span.text, memory.last[entity], entity) }, entity, raw: p }
}

/** A quote without a cue of its own: the running conversation's speaker, on good evidence only. */
function ofConversation(run: Run, k: number, quote: QuoteCandidate, ahead: Ahead | undefined): Found {
  const { e, memory } = run
  const question: Question = { mode: 'uncued', token: quote.content.firstToken, quote, form: 'other' }
  const { entity, p } = choose(run, k, question, ahead)
  if (entity < 0) return { entity: -1, raw: p }
  const mention = e.article.mentions[memory.last[entity]]
  const span = textOf(e, mention)
  const { name } = e.article.entities[entity]
  return { speaker: { ...span, entity, name, path: pathTo(e, span.text, memory.last[entity], entity) }, entity, raw: p }
}

function quoteOf(e: Evidence, q: QuoteCandidate, found: Found, confidence: number): Quote {
  const { text } = e.article
  const words =
    q.kind === 'direct' ? q.parts.map((p) => text.slice(p.start, p.end)).join(' ') : text.slice(q.start, q.end)
  const { start, end, kind, parts, by } = q
  return {
    start,
    end,
    kind,
    text: words,
    parts,
    ...(q.cue && { cue: q.cue }),
    ...(found.speaker && { speaker: found.speaker }),
    confidence,
    by,
  }
}

/** The next quotes' speakers by name, looked up before reading: of quote k the first named one after it. */
function namedAhead(e: Evidence, forms: readonly (SourceForm | undefined)[]): (Ahead | undefined)[] {
  const { quoteCandidates, mentions } = e.article
  const out: (Ahead | undefined)[] = new Array(forms.length)
  let ahead: Ahead | undefined
  for (let k = forms.length - 1; k >= 0; k--) {
    out[k] = ahead
    const form = forms[k]
    if (form?.kind === 'name')
      ahead = { entity: mentions[form.mention].entity, paragraph: e.paragraphOf(quoteCandidates[k].content.firstToken) }
  }
  return out
}

function runOver(run: Run): Quote[] {
  const { e, memory } = run
  const { quoteCandidates } = e.article
  const forms = quoteCandidates.map((q) => (q.source ? formOf(e, q.source.antecedent ?? q.source) : undefined))
  const ahead = namedAhead(e, forms)
  return quoteCandidates.map((q, k) => {
    const form = forms[k]
    readUpTo(e, memory, q.source ? q.source.head : q.content.firstToken)
    const found = form
      ? ofSource(run, k, q, form)
      : q.kind === 'indirect'
        ? { entity: -1, raw: 0.5 }
        : ofConversation(run, k, q, ahead[k])
    if (q.kind !== 'indirect' || found.entity >= 0)
      memory.speakers.push({ entity: found.entity, paragraph: e.paragraphOf(q.content.firstToken) })
    return quoteOf(e, q, found, calibrate(run.model, found.raw))
  })
}

/**
 * Stage 5: who said it. The mention that speaks as the grammar of the cue tells it, then the entity behind it: names at
 * once; pronouns and descriptions by a log-linear choice among the people and organizations named so far; a quote
 * without a cue from the running conversation. Nobody is named below an even chance.
 */
export function resolveSpeakers<A extends Segmented & WithQuoteCandidates & WithEntities>(
  article: A,
  resources: SpeakerResources = {},
): A & WithQuotes {
  const model = resources.speakerModel ?? PRIOR
  const e = gather(article)
  const run: Run = { e, memory: newMemory(article.entities.length), weights: weightsOf(model, FEATURE_NAMES), model }
  return { ...article, quotes: runOver(run) }
}

/**
 * The decisions that an article asks for, for training. `onDecision` sees each and may say which entity is right, so
 * that later decisions build on it.
 */
export function decisionsOf(
  article: Segmented & WithQuoteCandidates & WithEntities,
  model: SpeakerModel,
  onDecision: (decision: Decision) => number | undefined,
): readonly Quote[] {
  const e = gather(article)
  return runOver({
    e,
    memory: newMemory(article.entities.length),
    weights: weightsOf(model, FEATURE_NAMES),
    model,
    onDecision,
  })
}
