import type { WithEntities } from '../../document/entity.js'
import type { QuoteCandidate, WithQuoteCandidates } from '../../document/quote.js'
import { POS, type Segmented } from '../../document/segmented.js'

export type Input = Segmented & WithQuoteCandidates & WithEntities

/** What a mention is in its sentence. */
export const ROLE = { SUBJECT: 0, POSSESSIVE: 1, OTHER: 2, QUOTED: 3, TITLE: 4, REPORTED: 5 } as const

/**
 * An article's mentions as the choice of a speaker needs them. The columns are shared by all articles, which saves
 * asking for memory a thousand times a second: they are good until the next article is gathered, and longer than it.
 */
export interface Evidence {
  readonly article: Input
  /** Mention of each token + 1, or 0. */
  readonly mentionAt: Int32Array
  /** Paragraph of each sentence. */
  readonly paragraphOf: (token: number) => number
  /** What only choices need: see `viewOf`. */
  view: View | undefined
}

/** How the mentions stand in the text. */
export interface View {
  /** `ROLE` of each mention. */
  readonly role: Uint8Array
  /** 1 for tokens inside quotation marks. */
  readonly quoted: Uint8Array
  /** First mention of its sentence, of its paragraph. */
  readonly firstInSentence: Uint8Array
  readonly firstInParagraph: Uint8Array
}

const columns = {
  mentionAt: new Int32Array(0),
  quoted: new Uint8Array(0),
  role: new Uint8Array(0),
  firstInSentence: new Uint8Array(0),
  firstInParagraph: new Uint8Array(0),
}
type Column = keyof typeof columns

/** A column of at least this length, empty. */
function cleared<Name extends Column>(name: Name, length: number): (typeof columns)[Name] {
  const column = columns[name]
  if (column.length >= length) {
    column.fill(0, 0, length)
    return column
  }
  const room = 2 * length
  const longer = name === 'mentionAt' ? new Int32Array(room) : new Uint8Array(room)
  columns[name] = longer as (typeof columns)[Name]
  return columns[name]
}

function markQuoted(article: Input): Uint8Array {
  const { tokens } = article
  const quoted = cleared('quoted', tokens.length)
  for (const { kind, parts, content } of article.quoteCandidates) {
    if (kind === 'indirect') continue
    let part = 0
    for (let i = content.firstToken; i < content.endToken && part < parts.length; i++) {
      if (tokens.start[i] >= parts[part].end) {
        part++
        i--
        continue
      }
      if (tokens.start[i] >= parts[part].start) quoted[i] = 1
    }
  }
  return quoted
}

function roleOf(article: Input, end: number, quoted: Uint8Array, first: number): number {
  const { tokens, sentences, paragraphs } = article
  if (quoted[first] === 1) return ROLE.QUOTED
  const sentence = sentences[tokens.sentence[first]]
  if (paragraphs[sentence.paragraph].section === 'title') return ROLE.TITLE
  let i = end
  if (i < sentence.endToken && (tokens.lower[i] === "'s" || tokens.lower[i] === "'")) return ROLE.POSSESSIVE
  if (i < sentence.endToken && tokens.lower[i] === '(')
    while (i < sentence.endToken && i < end + 12 && tokens.lower[i++] !== ')');
  while (i < sentence.endToken && tokens.pos[i] === POS.ADV) i++
  if (i < sentence.endToken && (tokens.pos[i] === POS.VERB || tokens.pos[i] === POS.AUX)) return ROLE.SUBJECT
  // "Roe, the mayor, …", "Roe and Doe …" at the head of a sentence
  return first - sentence.firstToken <= 3 && i < sentence.endToken ? ROLE.SUBJECT : ROLE.OTHER
}

/** Mentions inside reported words ("Roe said that Doe …") are less in view than who reports. */
function markReported({ quoteCandidates, mentions }: Input, role: Uint8Array): void {
  let m = 0
  for (const { cue, content, kind } of quoteCandidates) {
    if (kind === 'direct' || !cue || cue.firstToken >= content.firstToken) continue
    while (m > 0 && mentions[m - 1].firstToken >= content.firstToken) m--
    while (m < mentions.length && mentions[m].firstToken < content.firstToken) m++
    for (; m < mentions.length && mentions[m].firstToken < content.endToken; m++) {
      if (role[m] !== ROLE.QUOTED) role[m] = ROLE.REPORTED
    }
  }
}

export function gather(article: Input): Evidence {
  const { tokens, mentions, sentences } = article
  const mentionAt = cleared('mentionAt', tokens.length)
  for (let m = 0; m < mentions.length; m++) {
    const { firstToken, endToken } = mentions[m]
    for (let i = firstToken; i < endToken; i++) mentionAt[i] = m + 1
  }
  const paragraphOf = (token: number): number => sentences[tokens.sentence[token]].paragraph
  return { article, mentionAt, paragraphOf, view: undefined }
}

/** Made when the first choice of an article comes up: where all speakers are named, none does. */
export function viewOf(e: Evidence): View {
  e.view ??= look(e.article, e.mentionAt)
  return e.view
}

function look(article: Input, mentionAt: Int32Array): View {
  const { tokens, mentions, sentences } = article
  const quoted = markQuoted(article)
  const role = cleared('role', mentions.length)
  const firstInSentence = cleared('firstInSentence', mentions.length)
  const firstInParagraph = cleared('firstInParagraph', mentions.length)
  let sentence = -1
  let paragraph = -1
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m]
    role[m] = roleOf(article, mention.endToken, quoted, mention.firstToken)
    const s = tokens.sentence[mention.firstToken]
    const p = sentences[s].paragraph
    if (mention.type !== 'place') {
      if (s !== sentence) firstInSentence[m] = 1
      if (p !== paragraph) firstInParagraph[m] = 1
      sentence = s
      paragraph = p
    }
  }
  markReported(article, role)
  for (const { source } of article.quoteCandidates)
    if (source && mentionAt[source.head] > 0) role[mentionAt[source.head] - 1] = ROLE.SUBJECT
  return { role, quoted, firstInSentence, firstInParagraph }
}

/** The first token of a quote's words or of its source, whichever the text has first. */
export const firstTokenOf = (q: QuoteCandidate): number =>
  Math.min(q.content.firstToken, q.source?.firstToken ?? q.content.firstToken)
