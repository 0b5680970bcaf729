import { POS, SHAPE, type TokenRange, type Tokens } from '../../document/segmented.js'
import { isPastVerb, type Lean, leanOfToken, SCHEDULED } from './verb-lean.js'

export type { Lean } from './verb-lean.js'

/** "in an interview Friday", "according to a statement on Monday". */
const REPORTS: ReadonlySet<string> = new Set('interview statement filing announcement telecast'.split(' '))

/** How many tokens away a verb in the past surely governs the date, and how many likely. */
const NEAR = 4
const FAR = 9
/** How many tokens away a verb may be. */
const WINDOW = 24

/** By the nearest verb before the expression in its sentence, else the first behind it. */
export function leanOf({ firstToken, endToken }: TokenRange, tokens: Tokens): Lean {
  if (tokens.lower[firstToken - 1] === 'before') return beforeLean(firstToken, tokens)
  const before = prepositionLean(firstToken, tokens) ?? upTo(firstToken, tokens, leftLean(firstToken, tokens))
  const lean = before === 'open' ? openLean(firstToken, endToken, tokens) : before
  if (before === 'past' && isAdverb(firstToken, endToken, tokens)) return 'surely past'
  // "Tuesday's ruling" has been, unless "Tuesday's vote will decide" or it is spoken of "ahead of Tuesday's vote".
  if (tokens.lower[endToken] !== "'s" || lean === 'past' || lean === 'open') return lean
  return isAheadOf(firstToken, tokens) || rightLean(endToken, tokens) === 'future' ? 'future' : 'open'
}

/** "met before Tuesday's vote": the meeting is past, the vote need not be; "will meet before Tuesday". */
function beforeLean(from: number, tokens: Tokens): Lean {
  const lean = leftLean(from, tokens)
  return lean === 'future' || lean === 'maybe future' ? lean : 'open'
}

/** "adjourned until Tuesday", "closed through June 1": a deed of the past may end ahead. */
function upTo(from: number, tokens: Tokens, lean: Lean): Lean {
  const before = tokens.lower[from - 1]
  return lean === 'past' && /^(until|till|through)$/.test(before ?? '') ? 'open' : lean
}

/** "took office in February", not "set a February deadline". */
function isAdverb(from: number, end: number, tokens: Tokens): boolean {
  const opener = tokens.lower[from - 1]
  if (opener === 'the' || opener === 'a' || opener === 'an' || tokens.sentence[end] !== tokens.sentence[from])
    return opener === 'in'
  const code = tokens.pos[end]
  return code !== POS.NOUN && code !== POS.ADJ && code !== POS.PROPN && tokens.lower[end] !== "'s"
}

const isAheadOf = (from: number, tokens: Tokens): boolean =>
  tokens.lower[from - 1] === 'of' && tokens.lower[from - 2] === 'ahead'

/** What the words right before tell: "since Tuesday", "as early as Tuesday". */
function prepositionLean(from: number, tokens: Tokens): Lean | undefined {
  const before = tokens.lower[from - 1]
  if (before === 'since') return 'past'
  // "the hearing set Tuesday"; not "as previously planned Tuesday"
  if (
    SCHEDULED.has(before ?? '') &&
    tokens.pos[from - 1] === POS.VERB &&
    !/^(as|had|been|\w+ly)$/.test(tokens.lower[from - 2] ?? '')
  )
    return 'future'
  // "said that Tuesday would be quiet": its own verb is behind it.
  if (before === 'that') return rightLean(from + 1, tokens)
  const noun = before === 'on' ? tokens.lower[from - 2] : before
  if (noun !== undefined && REPORTS.has(noun)) return 'past'
  if (before === 'as' && tokens.lower[from - 3] === 'as' && /^(early|soon)$/.test(tokens.lower[from - 2] ?? ''))
    // "could vote as early as Tuesday"; "reported it as early as Tuesday" may be either.
    return leftLean(from - 3, tokens) === 'past' ? 'open' : 'future'
  return before === 'of' && tokens.lower[from - 2] === 'ahead' ? 'future' : undefined
}

/** Where nothing before the expression tells: "By Friday the council will decide", "If Tuesday is dry, …". */
function openLean(from: number, end: number, tokens: Tokens): Lean {
  const lean = rightLean(end, tokens)
  if (!isTerm(from, tokens)) return lean
  return lean === 'open' ? 'maybe future' : lean === 'past' ? 'open' : lean
}

/** "by Friday", "until the end of May", "through August". */
const isTerm = (from: number, tokens: Tokens): boolean => {
  const sentence = tokens.sentence[from]
  if (tokens.lower[from - 1] === 'through') return true
  for (let at = from - 1; at >= from - 2 && tokens.sentence[at] === sentence; at--)
    if (tokens.lower[at] === 'by' || tokens.lower[at] === 'until') return true
  return false
}

/** By the nearest verb before the expression; a quotation around it hides the verb that reports it. */
function leftLean(from: number, tokens: Tokens): Lean {
  const sentence = tokens.sentence[from]
  const last = Math.max(0, from - WINDOW)
  let fallback: Lean = 'open'
  let closed = 0
  for (let at = from - 1; at >= last && tokens.sentence[at] === sentence; at--) {
    const word = tokens.lower[at]
    if (isQuoteMark(word)) {
      if (!opensQuote(at, tokens)) closed++
      else if (closed-- === 0) return fallback
      continue
    }
    if (word === 'if') fallback = 'maybe future'
    const lean = leanOfToken(at, tokens, sentence)
    if (lean === 'open' && from - at <= NEAR && isHeadlinePlan(at, tokens, sentence)) return 'future'
    if (lean === 'past' && from - at > NEAR) return from - at > FAR ? 'maybe past' : 'likely past'
    // "must be paid by Tuesday"
    if (lean === 'maybe future' && tokens.lower[from - 1] === 'by') return 'future'
    // "the trip begins Sunday"
    if (lean === 'maybe future' && from - at <= 2 && word.endsWith('s') && tokens.pos[at] === POS.VERB) return 'future'
    if (lean !== 'open') return lean
  }
  return fallback
}

const isQuoteMark = (word: string): boolean => word === '"' || word === '``' || word === "''"
const opensQuote = (at: number, tokens: Tokens): boolean =>
  tokens.words[at] === '``' || (tokens.words[at] === '"' && (tokens.shape[at] & SHAPE.SPACE_BEFORE) !== 0)

function rightLean(from: number, tokens: Tokens): Lean {
  if (from >= tokens.length) return 'open'
  const sentence = tokens.sentence[from - 1]
  const end = Math.min(tokens.length, from + WINDOW)
  let opened = 0
  for (let at = from; at < end && tokens.sentence[at] === sentence; at++) {
    if (isQuoteMark(tokens.lower[at])) {
      if (opensQuote(at, tokens)) opened++
      else if (opened-- === 0) return 'open'
      continue
    }
    const code = tokens.pos[at]
    if (code !== POS.VERB && code !== POS.AUX && !isPastVerb(at, tokens)) continue
    const lean = leanOfToken(at, tokens, sentence)
    if (lean !== 'open') return lean
  }
  return 'open'
}

/** "Mill to close Friday": what a headline without any verb but this one says of the future. */
function isHeadlinePlan(verb: number, tokens: Tokens, sentence: number): boolean {
  if (tokens.pos[verb] !== POS.VERB || tokens.lower[verb - 1] !== 'to') return false
  const last = Math.max(0, verb - WINDOW)
  for (let at = verb - 2; at >= last && tokens.sentence[at] === sentence; at--)
    if (tokens.pos[at] === POS.VERB || tokens.pos[at] === POS.AUX) return false
  return true
}

/** How much farther the unlikely side must be before the nearer wins all the same. */
const AGAINST: Readonly<Record<Lean, number>> = {
  'surely past': 12,
  past: 6,
  'likely past': 5,
  'maybe past': 2,
  future: 5,
  'maybe future': 2,
  open: 1.6,
}
/** Days that count for nothing against a future that is told: "will meet Dec. 1" on December 3 is a year off all the same. */
const SLACK = 3

/**
 * Of two dates on both sides of the anchor the likelier. Past and future are told by the sentence, but a date ten days
 * ahead is likelier than one a year back whatever the verb: "the summit, held Jan. 14" on January 4.
 * @param back days from the anchor back to the past one
 * @param ahead days to the future one
 */
export function isAhead(lean: Lean, back: number, ahead: number): boolean {
  if (lean === 'future' || lean === 'maybe future') return ahead < (back + SLACK) * AGAINST[lean]
  return ahead * AGAINST[lean] < back
}
