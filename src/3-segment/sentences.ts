import type { Section } from '../document/article.js'
import { type Paragraph, type Sentence, SHAPE } from '../document/segmented.js'
import { BEFORE_A_NAME } from './abbreviations.js'
import type { TokenColumns } from './tokenize.js'

const TERMINALS: ReadonlySet<string> = new Set(['.', '!', '?', '…'])
const CLOSERS: ReadonlySet<string> = new Set(['"', "'", "''", ')', ']', '»', '’', '”'])
const OPENERS: ReadonlySet<string> = new Set(['"', "'", "''", '``', '(', '[', '«', '-', '--', '—', '–', '•', '*'])

/** Words that begin a sentence after an abbreviation that might have ended one: "in the U.S. The vote". */
const STARTERS: ReadonlySet<string> = new Set(
  `the a an this that these those he she it they we i you his her its their our my there here but and so yet if when
   while after before as in on at for from by with under since although because however meanwhile what who why how
   where asked now then one some many most both according more such no not`
    .split(/\s+/)
    .filter(Boolean),
)

/** Verbs that carry on the sentence of a quotation: “Why?” Ruiz asked. */
const REPORTING: ReadonlySet<string> = new Set(
  'said says say asked asks wrote writes added told replied tweeted shouted yelled recalled continued responded cried explained declared'.split(
    ' ',
  ),
)
/** How far behind the closing mark such a verb may stand, in tokens. */
const REPORTING_REACH = 5

/** Whether a sentence ends with token `i`; the closing marks behind it are the caller's. */
function endsSentence(tokens: TokenColumns, i: number, end: number): boolean {
  const { words, lower, shape } = tokens
  if ((shape[i] & (SHAPE.PUNCTUATION | SHAPE.PERIOD)) === 0) return false
  const word = words[i]
  const isMark = TERMINALS.has(word) || (word.length > 1 && word[0] === '.' && (shape[i] & SHAPE.PUNCTUATION) !== 0)
  const isAbbreviation = (shape[i] & SHAPE.PERIOD) !== 0 && word.endsWith('.')
  if (!isMark && !isAbbreviation) return false
  let next = i + 1
  let closed = false
  while (next < end && CLOSERS.has(words[next]) && (shape[next] & SHAPE.SPACE_BEFORE) === 0) {
    closed = true
    next++
  }
  if (next >= end) return false
  if ((shape[next] & SHAPE.SPACE_BEFORE) === 0) {
    // "said.The": a lost space; ".com" and the like are inside their tokens.
    return word === '.' && !closed && (shape[next] & SHAPE.CAPITAL) !== 0 && (shape[i - 1] & SHAPE.LOWER) !== 0
  }
  while (next < end && OPENERS.has(words[next])) next++
  if (next >= end) return true
  const begins = (shape[next] & (SHAPE.CAPITAL | SHAPE.DIGIT)) !== 0 || words[next][0] === '@' || words[next][0] === '#'
  if (isAbbreviation) {
    if (BEFORE_A_NAME.has(lower[i]) || !begins) return false
    if (closed) return true
    return STARTERS.has(lower[next]) && (shape[next] & SHAPE.CAPITAL) !== 0
  }
  if (word !== '.' && (shape[next] & (SHAPE.CAPITAL | SHAPE.DIGIT)) === 0) return false
  if (closed && word !== '.' && reportsSoon(tokens, next, end)) return false
  if (word[0] === '.' && word.length > 1) return begins && !closed
  return begins || word !== '.'
}

function reportsSoon(tokens: TokenColumns, from: number, end: number): boolean {
  const limit = Math.min(end, from + REPORTING_REACH)
  for (let i = from; i < limit; i++) {
    if (TERMINALS.has(tokens.words[i]) || tokens.words[i] === ',' || tokens.words[i] === '"') return false
    if (REPORTING.has(tokens.lower[i])) return true
  }
  return false
}

export interface Layout {
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
  /** Index of each token's sentence. */
  readonly sentence: Int32Array
}

/** Cuts the tokens into paragraphs (lines) and those into sentences. */
export function layOut(tokens: TokenColumns, sections: readonly Section[]): Layout {
  const sentences: Sentence[] = []
  const paragraphs: Paragraph[] = []
  const sentence = new Int32Array(tokens.length)
  const titleEnd = sections[0]?.kind === 'title' ? sections[0].end : 0
  for (let first = 0; first < tokens.length; ) {
    let end = first + 1
    while (end < tokens.length && (tokens.shape[end] & SHAPE.LINE_START) === 0) end++
    for (let from = first, i = first; i < end; i++) {
      sentence[i] = sentences.length
      if (i + 1 < end && !endsSentence(tokens, i, end)) continue
      while (i + 1 < end && CLOSERS.has(tokens.words[i + 1]) && (tokens.shape[i + 1] & SHAPE.SPACE_BEFORE) === 0)
        sentence[++i] = sentences.length
      sentences.push({
        start: tokens.start[from],
        end: tokens.end[i],
        firstToken: from,
        endToken: i + 1,
        paragraph: paragraphs.length,
      })
      from = i + 1
    }
    const start = tokens.start[first]
    paragraphs.push({
      start,
      end: tokens.end[end - 1],
      firstToken: first,
      endToken: end,
      section: start < titleEnd ? 'title' : 'body',
    })
    first = end
  }
  return { sentences, paragraphs, sentence }
}
