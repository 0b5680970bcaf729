import type { WithEntities } from '../../document/entity.js'
import type { QuoteCandidate, WithQuoteCandidates } from '../../document/quote.js'
import { POS, type Segmented } from '../../document/segmented.js'

export type Input = Segmented & WithQuoteCandidates & WithEntities

/** What a mention is in its sentence. */
export const ROLE = { SUBJECT: 0, POSSESSIVE: 1, OTHER: 2, QUOTED: 3, TITLE: 4, REPORTED: 5 } as const

/** An article's mentions as the choice of a speaker needs them. */
export interface Evidence {
  readonly article: Input
  /** Mention of each token + 1, or 0. */
  readonly mentionAt: Int32Array
  /** `ROLE` of each mention. */
  readonly role: Uint8Array
  /** 1 for tokens inside quotation marks. */
  readonly quoted: Uint8Array
  /** First mention of its sentence, of its paragraph. */
  readonly firstInSentence: Uint8Array
  readonly firstInParagraph: Uint8Array
  /** Paragraph of each sentence. */
  readonly paragraphOf: (token: number) => number
}

function markQuoted(article: Input): Uint8Array {
  const { tokens } = article
  const quoted = new Uint8Array(tokens.length)
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
  const quoted = markQuoted(article)
  const mentionAt = new Int32Array(tokens.length)
  const role = new Uint8Array(mentions.length)
  const firstInSentence = new Uint8Array(mentions.length)
  const firstInParagraph = new Uint8Array(mentions.length)
  const paragraphOf = (token: number): number => sentences[tokens.sentence[token]].paragraph
  let sentence = -1
  let paragraph = -1
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m]
    for (let i = mention.firstToken; i < mention.endToken; i++) mentionAt[i] = m + 1
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
  return { article, mentionAt, role, quoted, firstInSentence, firstInParagraph, paragraphOf }
}

/** The first token of a quote's words or of its source, whichever the text has first. */
export const firstTokenOf = (q: QuoteCandidate): number =>
  Math.min(q.content.firstToken, q.source?.firstToken ?? q.content.firstToken)
