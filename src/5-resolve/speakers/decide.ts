import type { Gender } from '../../document/entity.js'
import type { QuoteCandidate } from '../../document/quote.js'
import { type Evidence, ROLE, type View, viewOf } from './evidence.js'
import { countBucket, type Mode, OFFSETS } from './features.js'
import { roleFit, sharesModifier } from './roles.js'

/** What the reader knows so far, moved on from quote to quote. */
export interface Memory {
  /** Mentions before this index are counted. */
  next: number
  readonly counts: Int32Array
  /** Last mention of each entity before the point reached, or -1. */
  readonly last: Int32Array
  /** Who spoke, quote by quote; -1 for nobody known. */
  readonly speakers: { entity: number; paragraph: number }[]
  readonly pronouns: Map<string, { entity: number; token: number }>
  topPerson: number
  /** How many questions were asked, and in which an entity was last looked at. */
  questions: number
  readonly asked: Int32Array
}

export const newMemory = (entities: number): Memory => ({
  next: 0,
  questions: 0,
  asked: new Int32Array(entities),
  counts: new Int32Array(entities),
  last: new Int32Array(entities).fill(-1),
  speakers: [],
  pronouns: new Map(),
  topPerson: -1,
})

/** Counts the mentions that begin before `token`. */
export function readUpTo(e: Evidence, memory: Memory, token: number): void {
  const { mentions, entities } = e.article
  while (memory.next < mentions.length && mentions[memory.next].firstToken < token) {
    const { entity } = mentions[memory.next]
    memory.counts[entity]++
    memory.last[entity] = memory.next++
    const top = memory.topPerson
    if (entities[entity].type === 'person' && (top < 0 || memory.counts[entity] > memory.counts[top]))
      memory.topPerson = entity
  }
}

/** A question "who is this?" at a token. */
export interface Question {
  readonly mode: Mode
  /** The pronoun, the head of the description, or the first token of a quote without a cue. */
  readonly token: number
  readonly quote: QuoteCandidate
  readonly form: 'he' | 'she' | 'it' | 'they' | 'person' | 'organization' | 'document' | 'other'
  readonly gender?: Gender
  /** Lower-case head of a description. */
  readonly head?: string
  /** What goes with the head: "florida" of "the Florida senator". */
  readonly modifiers?: readonly string[]
  /** How well the article's own words for an entity must fit the head, as a bucket of `roleFit`: 2 is not at all. */
  readonly fit?: number
  /** The entity that is the subject of the sentence around a quote without a cue. */
  readonly hint?: number
}

/** The candidates of a question, each with the numbers of its features; the last is "none of them". */
export interface Candidates {
  readonly entities: readonly number[]
  readonly features: readonly (readonly number[])[]
}

const FORMS = ['he', 'she', 'it', 'they', 'person', 'organization', 'document', 'other']
const REACH = 60

function isCompatible(e: Evidence, entity: number, q: Question): boolean {
  const { type, gender } = e.article.entities[entity]
  switch (q.form) {
    case 'he':
    case 'she':
      return type === 'person' && gender !== (q.form === 'he' ? 'female' : 'male')
    case 'it':
    case 'organization':
      return type !== 'person'
    case 'person':
      return type === 'person' && (q.gender === undefined || gender === undefined || gender === q.gender)
    default:
      return type !== 'place'
  }
}

const MOST_CANDIDATES = 12

/** Compatible entities named before the question, nearest first; then the most mentioned, the earlier speakers. */
function nearest(e: Evidence, memory: Memory, q: Question): number[] {
  const found: number[] = []
  const { mentions } = e.article
  const asked = ++memory.questions
  for (let m = memory.next - 1; m >= 0 && m > memory.next - 1 - REACH; m--) {
    const { entity } = mentions[m]
    if (memory.asked[entity] === asked) continue
    memory.asked[entity] = asked
    if (!isCandidate(e, entity, q)) continue
    found.push(entity)
    if (found.length === MOST_CANDIDATES) return found
  }
  const { topPerson } = memory
  if (topPerson >= 0 && memory.asked[topPerson] !== asked) {
    memory.asked[topPerson] = asked
    if (isCandidate(e, topPerson, q)) found.push(topPerson)
  }
  if (q.hint === undefined || found.length === MOST_CANDIDATES || memory.last[q.hint] < 0) return found
  if (memory.asked[q.hint] !== asked && isCandidate(e, q.hint, q)) found.push(q.hint)
  return found
}

const isCandidate = (e: Evidence, entity: number, q: Question): boolean =>
  isCompatible(e, entity, q) && (q.fit === undefined || q.fit === 2 || roleFit(e, entity, q.head) <= q.fit)

const NEVER_SPOKE = 13

/** How many quotes ago the entity spoke: 1 for the one before. */
function quotesSince({ speakers }: Memory, entity: number): number {
  for (let k = 1; k < NEVER_SPOKE && k <= speakers.length; k++)
    if (speakers[speakers.length - k].entity === entity) return k
  return NEVER_SPOKE
}

/** Whether what was said in this paragraph is of this paragraph, of the one before, or further away. */
const paragraphsSince = (said: number, paragraph: number): number =>
  said === paragraph ? 0 : said === paragraph - 1 ? 1 : 2

function nearBucket({ speakers }: Memory, ago: number, paragraph: number): number {
  if (ago === NEVER_SPOKE) return 3
  return ago > 1 ? 2 : paragraphsSince(speakers[speakers.length - 1].paragraph, paragraph)
}

function namedIn(e: Evidence, { quoted }: View, q: Question, entity: number): boolean {
  const { firstToken, endToken } = q.quote.content
  for (let i = firstToken; i < endToken && i < firstToken + 60; i++) {
    const m = e.mentionAt[i]
    if (m > 0 && e.article.mentions[m - 1].entity === entity && (quoted[i] === 1 || q.quote.kind !== 'direct'))
      return true
  }
  return false
}

/** The first speaker that a later cue of the next quote names in so many words. */
export interface Ahead {
  readonly entity: number
  readonly paragraph: number
}

/** First in its paragraph, first in its sentence, or inside. */
function startOf(e: Evidence, token: number, sentence: number, paragraph: number): number {
  if (token <= e.article.paragraphs[paragraph].firstToken + 1) return 0
  return token <= e.article.sentences[sentence].firstToken + 1 ? 1 : 2
}

/** All candidates with their features. */
export function candidatesOf(e: Evidence, memory: Memory, q: Question, ahead: Ahead | undefined): Candidates {
  const { tokens, mentions, entities } = e.article
  const o = OFFSETS[q.mode]
  const sentence = tokens.sentence[q.token]
  const paragraph = e.paragraphOf(q.token)
  const found = nearest(e, memory, q)
  const view = viewOf(e)
  const pronoun = memory.pronouns.get(q.form)
  const start = startOf(e, q.token, sentence, paragraph)
  let subjectSeen = false
  let most = -1
  for (const entity of found) if (most < 0 || memory.counts[entity] > memory.counts[most]) most = entity
  const features: number[][] = []
  for (let rank = 0; rank < found.length; rank++) {
    const entity = found[rank]
    const m = memory.last[entity]
    const role = view.role[m]
    const distance = sentence - tokens.sentence[mentions[m].firstToken]
    const isSubject = role === ROLE.SUBJECT
    const recentSubject = isSubject && !subjectSeen
    if (isSubject) subjectSeen = true
    const ago = quotesSince(memory, entity)
    const spoke = ago === NEVER_SPOKE ? 4 : Math.min(ago, 4) - 1
    const near = nearBucket(memory, ago, paragraph)
    const { type, gender } = entities[entity]
    const same = pronoun?.entity === entity ? (sentence - tokens.sentence[pronoun.token] < 6 ? 0 : 1) : 2
    const first = entities[entity].mentions[0]
    features.push([
      o.gender + (gender === undefined ? 1 : 0),
      o.type + (type === 'person' ? 0 : type === 'organization' ? 1 : 2),
      o.sentences + countBucket(distance),
      o.paragraphs + countBucket(paragraph - e.paragraphOf(mentions[m].firstToken)),
      o.rank + Math.min(rank, 4),
      o.lastMention + role,
      o.roleRank + role * 3 + Math.min(rank, 2),
      o.roleSentences + role * 3 + Math.min(distance, 2),
      o.nearRole + near * 6 + role,
      o.nearStart + near * 3 + start,
      o.mostStart + (entity === most ? 3 : 0) + start,
      o.subjectStart + (recentSubject ? 3 : 0) + start,
      o.sentencesStart + Math.min(distance, 2) * 3 + start,
      o.mentionsMost + (entity === most ? 8 : 0) + countBucket(memory.counts[entity]),
      o.recentSubject + (recentSubject ? 1 : 0),
      o.firstInSentence + view.firstInSentence[m],
      o.firstInParagraph + view.firstInParagraph[m],
      o.mentions + countBucket(memory.counts[entity]),
      o.mostMentioned + (entity === most ? 1 : 0),
      o.spoke + spoke,
      o.spokeNear + near,
      o.samePronoun + same,
      o.inContent + (namedIn(e, view, q, entity) ? 1 : 0),
      o.inTitle + (first !== undefined && view.role[first] === ROLE.TITLE ? 1 : 0),
      o.sameSentence + (distance === 0 ? 0 : 2),
      o.role + roleFit(e, entity, q.head),
      o.modifier + (!q.modifiers ? 2 : sharesModifier(e, entity, q.modifiers) ? 0 : 1),
      o.nextSpeaker + (ahead?.entity === entity ? (ahead.paragraph === paragraph ? 0 : 1) : 2),
      o.only + (found.length === 1 ? 1 : 0),
      o.hint + (q.hint === undefined ? 2 : q.hint === entity ? 0 : 1),
    ])
  }
  features.push(noneOf(e, memory, q, found, paragraph, sentence))
  found.push(-1)
  return { entities: found, features }
}

function noneOf(
  e: Evidence,
  memory: Memory,
  q: Question,
  found: readonly number[],
  paragraph: number,
  sentence: number,
): number[] {
  const n = OFFSETS[q.mode].none
  const { tokens, mentions, paragraphs } = e.article
  const last = memory.speakers[memory.speakers.length - 1]
  const previous = last === undefined || last.entity < 0 ? 3 : paragraphsSince(last.paragraph, paragraph)
  const { firstToken, endToken } = q.quote.content
  const words = endToken - firstToken
  const line = paragraphs[paragraph]
  const opens = firstToken <= line.firstToken
  const ends = endToken >= line.endToken
  return [
    n.bias,
    n.candidates + Math.min(found.length, 4),
    n.nearest +
      (found.length === 0 ? 7 : countBucket(sentence - tokens.sentence[mentions[memory.last[found[0]]].firstToken])),
    n.form + FORMS.indexOf(q.form),
    n.previous + previous,
    n.words + (words < 5 ? 0 : words < 8 ? 1 : words < 14 ? 2 : 3),
    n.position + (opens && ends ? 0 : opens ? 1 : ends ? 2 : 3),
    n.hint + (q.hint === undefined ? 1 : 0),
    n.confidence + Math.min(9, Math.floor(q.quote.confidence * 10)),
  ]
}
