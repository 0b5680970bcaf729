import { POS, type Tokens } from '../../document/segmented.js'

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
     yesterday filed closed ended quit spread shut hurt beat drank ate blew bore bound broadcast built chosen clung crept dealt dug drawn fed flung forgot forgave froze hid laid lent lit meant overcame resigned sang sank sent shook shed slid slept sped spun split sprang stole stuck swore swung tore woke won withdrew withstood 've ve 'd put set cut read taken given seen shown written`,
  ),
])

/** Verbs whose infinitive is still to come: "agreed to meet Tuesday"; "failed to appear Tuesday" is past. */
const PROMISES: ReadonlySet<string> = new Set(
  `agreed decided ordered asked invited vowed promised pledged planned scheduled expected set due slated agree agrees decide
   decides ready about have has voted preparing prepared plans plan hopes wants going is are needs`.split(/\s+/),
)
export const SCHEDULED: ReadonlySet<string> = new Set('set scheduled expected slated due planned postponed'.split(' '))
/** What people are at present for what has been. */
const ALLEGED: ReadonlySet<string> = new Set(
  'charged accused suspected believed alleged convicted blamed known thought reported said remembered credited wanted'.split(
    ' ',
  ),
)
const FUTURE_AUXILIARIES: ReadonlySet<string> = new Set(['will', "'ll", 'll', 'wo', 'shall', 'to'])
const MAYBE_AUXILIARIES: ReadonlySet<string> = new Set('would could should may might must can ca'.split(' '))
const PAST_AUXILIARIES: ReadonlySet<string> = new Set("was were had has have did been 've 'd".split(' '))

/** How many words its auxiliaries may take: "will not have been formally". */
const CHAIN = 5

/** What a word tells of the time that its sentence speaks of: mostly verbs, by their form and what stands before them. */
export function leanOfToken(at: number, tokens: Tokens, sentence: number): Lean {
  const word = tokens.lower[at]
  const code = tokens.pos[at]
  const cue = CUES.get(word)
  if (isPastVerb(at, tokens)) return 'past'
  if (code !== POS.VERB && code !== POS.AUX && cue !== undefined) {
    // "a planned meeting", "the set", "in May", "the votes": as nouns and adjectives few cues tell anything.
    if (cue === 'past') return word === 'since' || word === 'said' || word === 'yesterday' ? cue : 'open'
    if (code === POS.NOUN || code === POS.PROPN) return word === 'deadline' ? cue : 'open'
    return word === 'next' || word === 'ahead' ? 'open' : cue
  }
  // "was set for Wednesday" has the meeting ahead, whatever the tense.
  if (SCHEDULED.has(word) && /^(for|to)$/.test(tokens.lower[at + 1] ?? '')) return 'future'
  // "Let's meet Tuesday"
  if (word === 'let' && /^('s|us)$/.test(tokens.lower[at + 1] ?? '')) return 'future'
  if (code === POS.VERB) {
    const chain = auxiliariesOf(at, tokens, sentence)
    if (chain !== 'open') return chain
    if (tokens.lower[at - 1] === 'to') return 'open'
    if (word === 'set') return 'past'
    // ", followed by rain Wednesday": the sentence has another verb.
    if (tokens.lower[at + 1] === 'by' && tokens.lower[at - 1] === ',') return 'open'
    return cue ?? (word.endsWith('ed') && !word.endsWith('eed') ? 'past' : 'open')
  }
  return code === POS.AUX && cue !== undefined ? cue : 'open'
}

/** "Ms. Vale informed the board", where "informed" was taken for an adjective. */
export function isPastVerb(at: number, tokens: Tokens): boolean {
  if (tokens.pos[at] !== POS.ADJ || !tokens.lower[at].endsWith('ed')) return false
  const before = tokens.pos[at - 1]
  const after = tokens.pos[at + 1]
  return (
    (before === POS.PROPN || before === POS.PRON || before === POS.NOUN) && (after === POS.DET || after === POS.PRON)
  )
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
