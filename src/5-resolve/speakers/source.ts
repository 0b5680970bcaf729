import type { Gender } from '../../document/entity.js'
import type { QuoteSource } from '../../document/quote.js'
import { POS } from '../../document/segmented.js'
import type { Evidence } from './evidence.js'

/** How the text words a source. */
export type SourceForm =
  | { readonly kind: 'name'; readonly mention: number; readonly described: boolean }
  | { readonly kind: 'pronoun'; readonly word: string; readonly form: 'he' | 'she' | 'it' | 'they' }
  | {
      readonly kind: 'description'
      readonly head: string
      readonly form: 'person' | 'organization' | 'document' | 'other'
      readonly gender?: Gender
      readonly definite: boolean
      readonly modifiers: readonly string[]
      /** Nothing hangs on the head: "the senator", not "the senator from Ohio". */
      readonly bare: boolean
    }
  /** Capitalised words that no name model knew: "ROE:". */
  | { readonly kind: 'unknown'; readonly words: readonly string[] }
  | { readonly kind: 'other' }

const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they'> = new Map([
  ['he', 'he'],
  ['she', 'she'],
  ['it', 'it'],
  ['they', 'they'],
  ['him', 'he'],
  ['her', 'she'],
  ['himself', 'he'],
  ['herself', 'she'],
  ['his', 'he'],
  ['their', 'they'],
  ['its', 'it'],
])
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const DOCUMENTS = words(
  'statement letter email tweet post message memo report note speech release testimony remark remarks comment comments article essay column editorial survey poll study analysis filing ruling lawsuit document documents text book opinion order complaint indictment transcript headline sign website page caption ad advertisement affidavit suit brief resolution cable video interview',
)
const ORGANIZATIONS = words(
  'agency company newspaper paper outlet committee group court campaign network department magazine team university site bank firm government administration ministry party union board council commission bureau office organization organisation association foundation institute school college hospital airline carrier maker manufacturer retailer chain charity club league force police army military station channel broadcaster publication service church city county state nation country embassy panel tribunal legislature parliament congress senate house white',
)
const FEMALE = words(
  'woman spokeswoman congresswoman chairwoman actress businesswoman councilwoman assemblywoman wife mother daughter sister girl lady widow grandmother niece aunt queen princess duchess mom heroine waitress alderwoman policewoman sportswoman girlfriend',
)
const MALE = words(
  'man spokesman congressman chairman actor businessman councilman assemblyman husband father son brother boy widower grandfather nephew uncle king prince duke dad hero alderman policeman sportsman boyfriend gentleman pope',
)
const PERSONS = words(
  'senator governor president mayor judge candidate nominee minister lawmaker leader director officer official spokesperson chief executive host anchor author writer reporter journalist columnist professor analyst strategist adviser advisor aide lawyer attorney prosecutor sheriff coach player manager striker quarterback captain owner founder chairperson chair secretary ambassador diplomat general colonel sergeant lieutenant detective inspector commissioner superintendent principal teacher student doctor physician nurse scientist researcher economist expert pollster activist pastor bishop priest rabbi imam mogul billionaire businessperson entrepreneur investor star singer rapper musician artist comedian filmmaker producer politician democrat republican incumbent frontrunner runner front-runner challenger opponent rival hopeful veteran defendant plaintiff victim suspect witness driver pilot farmer neighbor neighbour resident boss engineer developer historian novelist poet critic editor publisher blogger premier chancellor speaker whip representative delegate treasurer dean provost rector cardinal monsignor deputy dealer trader banker ceo cfo coo',
)

const DEFINITE = words('the this that')
const INDEFINITE = words('a an one another some many several two three four five most few other')

function capital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : word[0] !== word[0].toLowerCase()
}

/** The mention that a source names: its head, or the name that ends it ("the mayor, Jane Roe,"). */
function named(e: Evidence, source: QuoteSource): { mention: number; described: boolean } | undefined {
  const { tokens } = e.article
  const atHead = e.mentionAt[source.head]
  if (atHead > 0) {
    const mention = e.article.mentions[atHead - 1]
    const owned = tokens.lower[mention.endToken] === "'s" && mention.endToken < source.endToken
    if (!owned) return { mention: atHead - 1, described: false }
  }
  // "Secretary of State Jane Roe": a capitalised title with "of" in it
  const last = e.mentionAt[source.endToken - 1]
  if (last > 0 && last !== atHead && capital(tokens.words[source.head])) {
    const mention = e.article.mentions[last - 1]
    const before = tokens.words[mention.firstToken - 1]
    const titled = mention.firstToken - 1 > source.head && tokens.lower[source.head + 1] === 'of' && capital(before)
    if (mention.type === 'person' && titled) return { mention: last - 1, described: false }
  }
  // "a letter from Jane Roe", "Roe's letter"
  if (DOCUMENTS.has(tokens.lower[source.head])) {
    for (let i = source.firstToken; i < source.endToken && i < source.firstToken + 25; i++) {
      const m = e.mentionAt[i]
      if (m === 0) continue
      const after = tokens.lower[e.article.mentions[m - 1].endToken]
      const before = tokens.lower[e.article.mentions[m - 1].firstToken - 1]
      if (after === "'s" || after === "'" || before === 'from' || before === 'by' || before === 'of')
        return { mention: m - 1, described: true }
    }
  }
  // "Fergus Roe QC", "Ann Lee MP"
  const before = source.head > source.firstToken ? e.mentionAt[source.head - 1] : 0
  if (
    atHead === 0 &&
    before > 0 &&
    capital(tokens.words[source.head]) &&
    e.article.mentions[before - 1].type === 'person'
  ) {
    return { mention: before - 1, described: false }
  }
  const apposed = apposition(e, source)
  if (apposed >= 0) return { mention: apposed, described: true }
  return undefined
}

function isBareName(e: Evidence, source: QuoteSource): boolean {
  const { words: tokenWords, length } = e.article.tokens
  for (let i = source.firstToken; i < source.endToken; i++) if (!capital(tokenWords[i])) return false
  const caps = tokenWords[source.head] === tokenWords[source.head].toUpperCase() && tokenWords[source.head].length > 2
  return caps || (source.endToken < length && tokenWords[source.endToken] === ':')
}

const DASHES = words(', — – - -- ( named')

/** "a spokeswoman, Anna White", "the owner, Quill Partners": the person in apposition, else the organization, or -1. */
function apposition(e: Evidence, source: QuoteSource): number {
  const { tokens, mentions } = e.article
  let open = false
  let organization = -1
  for (let i = source.head + 1; i < source.endToken && i < source.head + 25; i++) {
    const m = e.mentionAt[i]
    if (m > 0) {
      const mention = mentions[m - 1]
      const whole = open && tokens.lower[mention.endToken] !== "'s"
      if (whole && mention.type === 'person') return m - 1
      const alone = mention.endToken === source.endToken || DASHES.has(tokens.lower[mention.endToken])
      if (whole && alone && mention.type === 'organization' && organization < 0) organization = m - 1
      i = mention.endToken - 1
      continue
    }
    if (DASHES.has(tokens.lower[i])) open = true
    else if (open && !isTitleToken(tokens.pos[i])) open = false
  }
  return organization
}

/** May stand in an apposition before its name: "the Senegalese novelist". */
const isTitleToken = (pos: number): boolean =>
  pos === POS.DET || pos === POS.ADJ || pos === POS.NOUN || pos === POS.PROPN

const EMPTY = words("former the new current late 's - then")

/** The words before a head that say which one it is. */
function modifiersOf(e: Evidence, source: QuoteSource): string[] {
  const { lower, pos } = e.article.tokens
  const found: string[] = []
  for (let i = source.firstToken; i < source.head; i++)
    if (pos[i] !== POS.DET && !EMPTY.has(lower[i])) found.push(lower[i])
  return found
}

/** Nothing hangs on the head, and no name stands before it: neither "the senator from Ohio" nor "the Roe campaign". */
function isBare(e: Evidence, source: QuoteSource): boolean {
  if (source.endToken > source.head + 1) return false
  for (let i = source.firstToken; i < source.head; i++) {
    if (e.mentionAt[i] > 0 && e.article.mentions[e.mentionAt[i] - 1].type !== 'place') return false
  }
  return true
}

/** A name, a pronoun or a description, with what the words tell of it. */
export function formOf(e: Evidence, source: QuoteSource): SourceForm {
  const name = named(e, source)
  if (name) return { kind: 'name', ...name }
  const { lower, words: tokenWords } = e.article.tokens
  const head = lower[source.head]
  const form = PRONOUNS.get(head)
  if (form) return { kind: 'pronoun', word: head, form }
  if (isBareName(e, source)) return { kind: 'unknown', words: lower.slice(source.firstToken, source.endToken) }
  const first = lower[source.firstToken]
  const single =
    head.endsWith('s') && !head.endsWith('ss') && !ORGANIZATIONS.has(head) && !PERSONS.has(head)
      ? head.slice(0, -1)
      : head
  const plural = single !== head && !DOCUMENTS.has(head)
  const gender: { gender?: Gender } = FEMALE.has(single)
    ? { gender: 'female' }
    : MALE.has(single)
      ? { gender: 'male' }
      : {}
  const human = gender.gender !== undefined || PERSONS.has(single)
  const kind = DOCUMENTS.has(head) ? 'document' : human ? 'person' : ORGANIZATIONS.has(head) ? 'organization' : 'other'
  const definite =
    !plural &&
    (DEFINITE.has(first) ||
      (!INDEFINITE.has(first) && source.head === source.firstToken && capital(tokenWords[source.head])))
  return {
    kind: 'description',
    head,
    form: kind,
    ...gender,
    definite,
    bare: isBare(e, source),
    modifiers: modifiersOf(e, source),
  }
}
