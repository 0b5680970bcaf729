import { POS, type TokenRange, type Tokens } from '../../document/segmented.js'

/** Which side of the anchor the sentence speaks of: "said", "will", "could"; `open` where it does not tell. */
export type Lean = 'surely past' | 'past' | 'likely past' | 'maybe past' | 'future' | 'maybe future' | 'open'

const list = (lean: Lean, words: string): [string, Lean][] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => [word, lean])

const CUES: ReadonlyMap<string, Lean> = new Map<string, Lean>([
  ...list(
    'future',
    "will wo 'll ll shall scheduled expected expects expect slated due upcoming effective payable plans planning tomorrow deadline expire expires expiring",
  ),
  ...list(
    'maybe future',
    `would could should may might must can ca plan planned intends intend hopes hope going begin begins starts opens likely
     prepares preparing vows vowed promised pledged arrives meet meets leaves votes returns faces holds goes ends
     resumes visit visits travels hosts ahead runs takes next`,
  ),
  ...list(
    'past',
    `said was were had did been has have told made took came went got began met held saw found left won lost gave became
     ran spoke wrote rose fell kept led sent brought bought sold paid hit died broke stood shot grew chose threw knew
     thought felt heard drew struck fought sought drove flew wore beat rode fled swept lay spent taught caught fired since
     yesterday filed closed ended quit spread shut hurt beat drank ate blew bore bound broadcast built chosen clung crept dealt dug drawn fed flung forgot forgave froze hid laid lent lit meant overcame resigned sang sank sent shook shed slid slept sped spun split sprang stole stuck swore swung tore woke won withdrew withstood 've ve 'd put set cut read`,
  ),
])

/** Verbs whose infinitive is still to come: "agreed to meet Tuesday"; "failed to appear Tuesday" is past. */
const PROMISES: ReadonlySet<string> = new Set(
  `agreed decided ordered asked invited vowed promised pledged planned scheduled expected set due slated agree agrees decide
   decides ready about have has voted preparing prepared plans plan hopes wants going is are needs`.split(/\s+/),
)
/** "in an interview Friday", "according to a statement on Monday". */
const REPORTS: ReadonlySet<string> = new Set('interview statement filing announcement telecast'.split(' '))
const SCHEDULED: ReadonlySet<string> = new Set('set scheduled expected slated due planned postponed'.split(' '))
/** What people are at present for what has been. */
const ALLEGED: ReadonlySet<string> = new Set(
  'charged accused suspected believed alleged convicted blamed known thought reported said remembered credited wanted'.split(
    ' ',
  ),
)
const FUTURE_AUXILIARIES: ReadonlySet<string> = new Set(['will', "'ll", 'll', 'wo', 'shall', 'to'])
const MAYBE_AUXILIARIES: ReadonlySet<string> = new Set('would could should may might must can ca'.split(' '))
const PAST_AUXILIARIES: ReadonlySet<string> = new Set("was were had has have did been 've 'd".split(' '))

/** How many tokens away a verb in the past surely governs the date, and how many likely. */
const NEAR = 4
const FAR = 9
/** How many tokens away a verb may be. */
const WINDOW = 24
/** How many words its auxiliaries may take: "will not have been formally". */
const CHAIN = 5

/** By the nearest verb before the expression in its sentence, else the first behind it. */
export function leanOf({ firstToken, endToken }: TokenRange, tokens: Tokens): Lean {
  // "met before Tuesday's vote": the meeting is past, the vote need not be.
  if (tokens.lower[firstToken - 1] === 'before') return 'open'
  const before = prepositionLean(firstToken, tokens) ?? upTo(firstToken, tokens, leftLean(firstToken, tokens))
  const lean = before === 'open' ? rightLean(endToken, tokens) : before
  if (before === 'past' && isAdverb(firstToken, endToken, tokens)) return 'surely past'
  // "Tuesday's ruling" has been, unless "Tuesday's vote will decide" or it is spoken of "ahead of Tuesday's vote".
  if (tokens.lower[endToken] !== "'s" || lean === 'past' || lean === 'open') return lean
  return isAheadOf(firstToken, tokens) || rightLean(endToken, tokens) === 'future' ? 'future' : 'open'
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
  // "said that Tuesday would be quiet": its own verb is behind it.
  if (before === 'that') return rightLean(from + 1, tokens)
  const noun = before === 'on' ? tokens.lower[from - 2] : before
  if (noun !== undefined && REPORTS.has(noun)) return 'past'
  if (before === 'as' && tokens.lower[from - 3] === 'as')
    return /^(early|soon)$/.test(tokens.lower[from - 2] ?? '') ? 'future' : undefined
  return before === 'of' && tokens.lower[from - 2] === 'ahead' ? 'future' : undefined
}

function leftLean(from: number, tokens: Tokens): Lean {
  const sentence = tokens.sentence[from]
  const last = Math.max(0, from - WINDOW)
  let fallback: Lean = 'open'
  for (let at = from - 1; at >= last && tokens.sentence[at] === sentence; at--) {
    const word = tokens.lower[at]
    if ((at >= from - 2 && (word === 'by' || word === 'until')) || word === 'if') fallback = 'maybe future'
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

function rightLean(from: number, tokens: Tokens): Lean {
  if (from >= tokens.length) return 'open'
  const sentence = tokens.sentence[from - 1]
  const end = Math.min(tokens.length, from + WINDOW)
  for (let at = from; at < end && tokens.sentence[at] === sentence; at++) {
    const code = tokens.pos[at]
    if (code !== POS.VERB && code !== POS.AUX) continue
    const lean = leanOfToken(at, tokens, sentence)
    if (lean !== 'open') return lean
  }
  return 'open'
}

function leanOfToken(at: number, tokens: Tokens, sentence: number): Lean {
  const word = tokens.lower[at]
  const code = tokens.pos[at]
  const cue = CUES.get(word)
  if (code !== POS.VERB && code !== POS.AUX && cue !== undefined) {
    // "a planned meeting", "the set", "in May", "the votes": as nouns and adjectives few cues tell anything.
    if (cue === 'past') return word === 'since' || word === 'said' || word === 'yesterday' ? cue : 'open'
    if (code === POS.NOUN || code === POS.PROPN) return word === 'deadline' ? cue : 'open'
    return word === 'next' || word === 'ahead' ? 'open' : cue
  }
  // "was set for Wednesday" has the meeting ahead, whatever the tense.
  if (SCHEDULED.has(word) && /^(for|to)$/.test(tokens.lower[at + 1] ?? '')) return 'future'
  if (code === POS.VERB) {
    const chain = auxiliariesOf(at, tokens, sentence)
    if (chain !== 'open') return chain
    if (tokens.lower[at - 1] === 'to') return 'open'
    if (word === 'set') return 'past'
    return cue ?? (word.endsWith('ed') && !word.endsWith('eed') ? 'past' : 'open')
  }
  return code === POS.AUX && cue !== undefined ? cue : 'open'
}

/** What the words before a verb make of it: "will be held", "had been held", "to be held", "is expected". */
function auxiliariesOf(verb: number, tokens: Tokens, sentence: number): Lean {
  const last = Math.max(0, verb - CHAIN)
  for (let at = verb - 1; at >= last && tokens.sentence[at] === sentence; at--) {
    const word = tokens.lower[at]
    const code = tokens.pos[at]
    if (word === 'to') return infinitive(at, tokens, sentence)
    if (FUTURE_AUXILIARIES.has(word)) return 'future'
    if (MAYBE_AUXILIARIES.has(word) && (word !== 'may' || code === POS.AUX)) return 'maybe future'
    if (CUES.get(tokens.lower[verb]) === 'future') return PAST_AUXILIARIES.has(word) ? 'maybe future' : 'future'
    if (PAST_AUXILIARIES.has(word)) return 'past'
    // "the case is heard in May"; "he is charged in the robbery on May 3" is no plan.
    if (word === 'is' || word === 'are') return ALLEGED.has(tokens.lower[verb]) ? 'open' : 'maybe future'
    if (code !== POS.AUX && code !== POS.ADV && code !== POS.PART) return 'open'
  }
  return 'open'
}

/** "plans to meet" is ahead, "failed to meet" behind; "celebrations to mark" tells nothing. */
function infinitive(to: number, tokens: Tokens, sentence: number): Lean {
  const at = to - 1
  if (at < 0 || tokens.sentence[at] !== sentence) return 'open'
  const word = tokens.lower[at]
  if (PROMISES.has(word)) return CUES.get(word) === 'future' ? 'future' : 'maybe future'
  const code = tokens.pos[at]
  // "the plan, to be announced Monday"
  if (code !== POS.VERB && code !== POS.AUX && code !== POS.ADJ)
    return tokens.lower[to + 1] === 'be' ? 'maybe future' : 'open'
  const lean = leanOfToken(at, tokens, sentence)
  return lean === 'open' ? 'maybe future' : lean
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
