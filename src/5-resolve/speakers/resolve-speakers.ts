import type { WithEntities } from '../../document/entity.js'
import type {
  Quote,
  QuoteCandidate,
  QuoteSource,
  Speaker,
  WithQuoteCandidates,
  WithQuotes,
} from '../../document/quote.js'
import type { Segmented, TokenRange } from '../../document/segmented.js'
import { type Ahead, type Candidates, candidatesOf, type Memory, newMemory, type Question, readUpTo } from './decide.js'
import { type Evidence, gather } from './evidence.js'
import { FEATURE_NAMES, trustFeatures, type Way } from './features.js'
import { logistic, type SpeakerModel, softmax, weightOf, weightsOf } from './model.js'
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

type SpeakerSpan = Pick<Speaker, 'start' | 'end' | 'text'>

/** An answer with the features of the trust in it. */
export interface Answer {
  readonly quote: number
  readonly features: readonly number[]
}

interface Found {
  readonly speaker?: Speaker
  readonly entity: number
  readonly way: Way
  /** Probability of the choice by which it was reached; 1 where there was none. */
  readonly p: number
}

const NOBODY: Found = { entity: -1, way: 'nobody', p: 1 }

interface Run {
  readonly e: Evidence
  readonly memory: Memory
  readonly weights: Float64Array
  readonly onDecision?: (decision: Decision) => number | undefined
  readonly onAnswer?: (answer: Answer) => void
}

const textOf = (e: Evidence, range: TokenRange): SpeakerSpan => {
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
  const scores: number[] = []
  for (const list of candidates.features) scores.push(weightOf(list, weights))
  const ps = softmax(scores)
  let best = 0
  for (let k = 1; k < ps.length; k++) if (ps[k] > ps[best]) best = k
  const entity = candidates.entities[best]
  if (entity >= 0 && ps[best] < LEAST) return { entity: -1, p: 1 - ps[best] }
  return { entity, p: ps[best] }
}

function found(run: Run, span: SpeakerSpan, mention: number, entity: number, way: Way, p: number): Found {
  const { name } = run.e.article.entities[entity]
  const { start, end, text } = span
  return { speaker: { start, end, text, entity, name, path: pathTo(run.e, text, mention, entity) }, entity, way, p }
}

/** "The senator" may be anybody lately named; "the owner of the mill" and "the agency" only who the article calls so. */
function fitFor(form: { readonly form: string; readonly bare: boolean }): number {
  if (form.form === 'organization') return form.bare ? 1 : 0
  return form.bare && form.form === 'person' ? 2 : 1
}

/** The entity whose name ends with these words: "ROE:" is Jane Roe. The first of several, persons before others. */
function byWords(e: Evidence, words: readonly string[]): number {
  const { entities } = e.article
  const surname = words[words.length - 1]
  const fits = (k: number): boolean => entities[k].name.toLowerCase().split(/\s+/).pop() === surname
  let other = -1
  for (let k = 0; k < entities.length; k++) {
    if (!fits(k)) continue
    if (entities[k].type === 'person') return k
    if (other < 0) other = k
  }
  return other
}

/** A speaker of whom nothing is known but the words. */
function asWritten(e: Evidence, { antecedent }: QuoteSource, span: SpeakerSpan, p: number): Found {
  const path = antecedent ? [span.text, textOf(e, antecedent).text] : [span.text]
  const { start, end, text } = span
  return { speaker: { start, end, text, entity: undefined, name: undefined, path }, entity: -1, way: 'words', p }
}

type Indirect = Extract<SourceForm, { readonly kind: 'pronoun' | 'description' }>

function questionOf(quote: QuoteCandidate, { head: token }: QuoteSource, form: Indirect): Question {
  if (form.kind === 'pronoun') return { mode: 'pronoun', token, quote, form: form.form }
  const { head, modifiers, gender } = form
  const question: { -readonly [K in keyof Question]: Question[K] } = {
    mode: 'description',
    token,
    quote,
    form: form.form,
    head,
    fit: fitFor(form),
  }
  if (modifiers.length > 0) question.modifiers = modifiers
  if (gender) question.gender = gender
  return question
}

/** The speaker that a noun phrase names or stands for. */
function ofSource(run: Run, k: number, quote: QuoteCandidate, source: QuoteSource, form: SourceForm): Found {
  const { e, memory } = run
  const span = textOf(e, source)
  if (form.kind === 'name') {
    const { entity } = e.article.mentions[form.mention]
    return found(run, span, form.mention, entity, form.described ? 'apposition' : 'name', 1)
  }
  if (form.kind === 'other') return asWritten(e, source, span, 1)
  if (form.kind === 'unknown') {
    const entity = byWords(e, form.words)
    if (entity < 0) return asWritten(e, source, span, 1)
    return found(run, span, e.article.entities[entity].mentions[0], entity, 'name', 1)
  }
  if (form.kind === 'pronoun' ? form.form === 'they' : !form.definite || form.form === 'document')
    return asWritten(e, source, span, 1)
  const { entity, p } = choose(run, k, questionOf(quote, source, form), undefined)
  if (entity < 0) return asWritten(e, source, span, p)
  if (form.kind === 'pronoun') memory.pronouns.set(form.form, { entity, token: source.head })
  return found(run, span, memory.last[entity], entity, form.kind, p)
}

/**
 * A quote without a cue of its own: the running conversation's speaker, or the subject of the sentence it stands in,
 * on good evidence only.
 */
function ofConversation(
  run: Run,
  k: number,
  quote: QuoteCandidate,
  form: SourceForm | undefined,
  ahead: Ahead | undefined,
): Found {
  const { e, memory } = run
  const { source } = quote
  const subject = form && source ? ofSource(run, k, quote, source, form) : undefined
  const hint = subject && subject.entity >= 0 ? { hint: subject.entity } : {}
  const question: Question = { mode: 'uncued', token: quote.content.firstToken, quote, form: 'other', ...hint }
  const { entity, p } = choose(run, k, question, ahead)
  if (entity < 0) return subject?.entity === -1 ? subject : { ...NOBODY, p }
  if (subject && entity === subject.entity) return { ...subject, way: 'conversation', p }
  const mention = memory.last[entity]
  return found(run, textOf(e, e.article.mentions[mention]), mention, entity, 'conversation', p)
}

function quoteOf(e: Evidence, q: QuoteCandidate, speaker: Speaker | undefined, confidence: number): Quote {
  const { text } = e.article
  const { start, end, kind, parts, by } = q
  const several = kind === 'direct' && parts.length > 1
  const words = several ? parts.map((p) => text.slice(p.start, p.end)).join(' ') : text.slice(start, end)
  return { start, end, kind, text: words, parts, cue: q.cue, speaker, confidence, by }
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
    readUpTo(e, memory, q.source ? Math.min(q.source.head, q.content.endToken) : q.content.firstToken)
    const answer = answerTo(run, k, q, form, ahead[k])
    const { entity } = answer
    if (q.kind !== 'indirect' || entity >= 0)
      memory.speakers.push({ entity, paragraph: e.paragraphOf(q.content.firstToken) })
    return settle(run, k, q, answer)
  })
}

function answerTo(
  run: Run,
  k: number,
  q: QuoteCandidate,
  form: SourceForm | undefined,
  ahead: Ahead | undefined,
): Found {
  if (q.by === 'marks') return ofConversation(run, k, q, form, ahead)
  if (form && q.source) return ofSource(run, k, q, q.source, form)
  return q.kind === 'indirect' ? NOBODY : ofConversation(run, k, q, undefined, ahead)
}

/** Keeps the speaker where the trust in it is better than even. */
function settle(run: Run, k: number, q: QuoteCandidate, answer: Found): Quote {
  const features = trustFeatures(answer.way, q.by, answer.p, q.kind)
  const trust = logistic(weightOf(features, run.weights))
  run.onAnswer?.({ quote: k, features })
  if (answer.way === 'nobody') return quoteOf(run.e, q, undefined, q.confidence)
  if (trust >= LEAST) return quoteOf(run.e, q, answer.speaker, trust)
  if (answer.way === 'conversation' || q.by === 'marks') return quoteOf(run.e, q, undefined, q.confidence)
  return quoteOf(run.e, q, answer.speaker, trust)
}

const NO_QUOTES: readonly Quote[] = []

/**
 * Stage 5: who said it. The mention that speaks as the grammar of the cue tells it, then the entity behind it: names at
 * once; pronouns and descriptions by a log-linear choice among the people and organizations named so far; a quote
 * without a cue from the running conversation. Nobody is named below an even chance.
 */
export function resolveSpeakers<A extends Segmented & WithQuoteCandidates & WithEntities>(
  article: A,
  resources: SpeakerResources = {},
): A & WithQuotes {
  if (article.quoteCandidates.length === 0) return { quotes: NO_QUOTES, ...article }
  const model = resources.speakerModel ?? PRIOR
  const e = gather(article)
  const run: Run = { e, memory: newMemory(article.entities.length), weights: weightsOf(model, FEATURE_NAMES) }
  return { quotes: runOver(run), ...article }
}

/** Looks over the shoulder of a run, for training. */
export interface Observer {
  readonly model: SpeakerModel
  /** Sees each decision and may say which entity is right (-1: none), so that later decisions build on it. */
  readonly onDecision?: (decision: Decision) => number | undefined
  readonly onAnswer?: (answer: Answer) => void
}

export function observeSpeakers(
  article: Segmented & WithQuoteCandidates & WithEntities,
  observer: Observer,
): readonly Quote[] {
  const weights = weightsOf(observer.model, FEATURE_NAMES)
  return runOver({ e: gather(article), memory: newMemory(article.entities.length), weights, ...observer })
}
