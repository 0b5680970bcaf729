import type { Gender } from '../../document/entity.js'
import type { Name } from '../../document/mention.js'
import { POS, type Segmented, SHAPE } from '../../document/segmented.js'
import { GENDERED_NOUNS, ROLE_NOUNS, TITLE_MODIFIERS, TITLES } from './titles.js'

/** What stands around one mention of a person. */
export interface PersonContext {
  /** "Sen.", "Prime Minister": the titles before the name, as written. */
  readonly honorific: string | undefined
  /** Whether the honorific is more than Mr. or Ms. */
  readonly ranked: boolean
  readonly role: string | undefined
  /** An apposition after the name says more than a noun before it. */
  readonly roleAfter: boolean
  readonly gender: Gender | undefined
}

const NOTHING: PersonContext = {
  ranked: false,
  roleAfter: false,
  honorific: undefined,
  role: undefined,
  gender: undefined,
}

const bare = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower)

/** Left out of an honorific at its beginning: "U.S. Sen." is "Sen.". */
const NOT_FIRST = new Set(['u.s', 'us', 'former', 'ex', 'state', 'house', 'senate', 'district', 'county', 'city', '-'])

interface Span {
  readonly from: number
  readonly to: number
}

/** The run of capitalised titles that ends right before the name: "Vice President" in "then-Vice President Ann Lee". */
function titlesBefore({ tokens }: Segmented, first: number): Span | undefined {
  let from = first
  let found = false
  const sentence = tokens.sentence[first]
  for (let i = first - 1; i >= 0 && i >= first - 6 && tokens.sentence[i] === sentence; i--) {
    const word = bare(tokens.lower[i])
    const capital = (tokens.shape[i] & SHAPE.CAPITAL) !== 0
    if (word === '-' && found) continue
    if (!capital) break
    if (TITLES.has(word)) found = true
    else if (!found || !TITLE_MODIFIERS.has(word)) break
    from = i
  }
  if (!found) return undefined
  while (from < first - 1 && NOT_FIRST.has(bare(tokens.lower[from]))) from++
  return { from, to: first }
}

const isNominal = (pos: number): boolean => pos === POS.NOUN || pos === POS.ADJ || pos === POS.PROPN

/** "campaign manager" in "campaign manager Ann Lee"; "The company's chief executive" in front of ", Ann Lee,". */
function roleBefore({ tokens }: Segmented, first: number, comma: boolean): Span | undefined {
  let last = first - 1
  if (last < 0) return undefined
  if (comma && tokens.words[last] === ',') last--
  if (last < 0 || tokens.sentence[last] !== tokens.sentence[first] || !ROLE_NOUNS.has(tokens.lower[last]))
    return undefined
  let from = last
  for (let i = last - 1; i >= 0 && i > last - 8 && tokens.sentence[i] === tokens.sentence[first]; i--) {
    const joins = isNominal(tokens.pos[i]) || tokens.lower[i] === '-' || tokens.lower[i] === "'s"
    if (!joins || ((tokens.shape[i] & SHAPE.PUNCTUATION) !== 0 && tokens.lower[i] !== '-')) break
    from = i
  }
  while (from < last && /^[^\p{L}\p{N}]|^'s$/u.test(tokens.lower[from])) from++
  return { from, to: last + 1 }
}

const ENDS_ROLE = new Set([',', ';', ':', '.', '(', ')', '—', '–', '--', '"', '“', '”', '!', '?', '...', '…'])
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'where', 'when', 'said', 'says', 'told', 'and', 'but'])
const COPULA = new Set(['is', 'was'])
/** "the wife of Bo Lee" is a role; "party chairman Bo Lee" is the next of a list. */
const BEFORE_ANOTHER = new Set(['of', 'to', 'for', 'with', 'by', 'under', 'at'])
const LONGEST_ROLE = 24

/** "the director of the museum" in "Ann Lee, 45, the director of the museum, said". */
function roleAfter(article: Segmented, end: number, nextPerson: number): Span | undefined {
  const { tokens } = article
  if (end + 1 >= tokens.length || tokens.words[end] !== ',' || tokens.sentence[end - 1] !== tokens.sentence[end])
    return undefined
  const sentence = tokens.sentence[end]
  let from = end + 1
  if ((tokens.shape[from] & SHAPE.DIGIT) !== 0 && tokens.words[from + 1] === ',') from += 2
  if (tokens.lower[from] === 'who' && COPULA.has(tokens.lower[from + 1])) from += 2
  let head = false
  let sawPreposition = false
  let to = from
  for (; to < tokens.length && to < from + LONGEST_ROLE && tokens.sentence[to] === sentence; to++) {
    const word = tokens.lower[to]
    if (ENDS_ROLE.has(word)) break
    if (to === nextPerson && !BEFORE_ANOTHER.has(tokens.lower[to - 1])) return undefined
    if (RELATIVE.has(word) && !(word === 'and' && sawPreposition)) break
    const pos = (tokens.shape[to] & SHAPE.CAPITAL) !== 0 ? POS.PROPN : tokens.pos[to]
    if (pos === POS.AUX || (pos === POS.VERB && (!head || sawPreposition) && !ROLE_NOUNS.has(word))) break
    if (pos === POS.ADP) sawPreposition = true
    if (!sawPreposition && ROLE_NOUNS.has(word)) head = true
    if (!head && (pos === POS.PRON || pos === POS.ADV || (sawPreposition && to > from + 3))) break
  }
  return head ? { from, to } : undefined
}

const textOf = ({ tokens, text }: Segmented, { from, to }: Span): string =>
  text.slice(tokens.start[from], tokens.end[to - 1])

function genderOfNouns({ tokens }: Segmented, span: Span): Gender | undefined {
  for (let i = span.from; i < span.to; i++) {
    const gender = GENDERED_NOUNS.get(tokens.lower[i])
    if (gender) return gender
    if (tokens.pos[i] === POS.ADP) return undefined
  }
  return undefined
}

function genderOfTitles({ tokens }: Segmented, span: Span): Gender | undefined {
  for (let i = span.to - 1; i >= span.from; i--) {
    const gender = TITLES.get(bare(tokens.lower[i]))?.gender
    if (gender) return gender
  }
  return undefined
}

/** Titles, role and gender that the words around a person's name state. */
export function personContext(article: Segmented, name: Name, nextPerson: number): PersonContext {
  const titles = titlesBefore(article, name.firstToken)
  const after = roleAfter(article, name.endToken, nextPerson)
  const before = titles ? undefined : roleBefore(article, name.firstToken, article.tokens.words[name.endToken] === ',')
  if (!titles && !after && !before) return NOTHING
  const role = after ?? before
  const gender = (titles && genderOfTitles(article, titles)) ?? (role && genderOfNouns(article, role))
  const ranked = titles !== undefined && rankedIn(article, titles)
  return {
    ranked,
    roleAfter: after !== undefined,
    honorific: titles && textOf(article, titles),
    role: role && textOf(article, role),
    gender,
  }
}

function rankedIn({ tokens }: Segmented, { from, to }: Span): boolean {
  for (let i = from; i < to; i++) if (TITLES.get(bare(tokens.lower[i]))?.kind === 'rank') return true
  return false
}

const PRONOUN_GENDER: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
])

/** The gender of the first pronoun after a mention, before the next person is named, in this sentence or the next. */
export function pronounAfter({ tokens }: Segmented, end: number, nextPerson: number): Gender | undefined {
  const lastSentence = end > 0 ? tokens.sentence[end - 1] + 1 : 0
  const stop = Math.min(nextPerson, tokens.length, end + 60)
  for (let i = end; i < stop && tokens.sentence[i] <= lastSentence; i++) {
    const length = tokens.lower[i].length
    if (length > 7 || length < 2) continue
    const gender = PRONOUN_GENDER.get(tokens.lower[i])
    if (gender) return gender
  }
  return undefined
}
