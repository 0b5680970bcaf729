import type { OrganizationKind } from '../../document/entity.js'
import { remember } from '../../document/remember.js'
import type { Evidence } from './evidence.js'

/** Titles that say the same as a noun: "Sen. Roe" is "the senator". */
const TITLES: Readonly<Record<string, string>> = {
  senator: 'sen senator',
  governor: 'gov governor',
  representative: 'rep representative congressman congresswoman',
  congressman: 'rep representative congressman',
  congresswoman: 'rep representative congresswoman',
  lawmaker: 'sen rep senator representative congressman congresswoman mp',
  professor: 'prof professor',
  doctor: 'dr doctor',
  physician: 'dr doctor',
  general: 'gen general',
  sergeant: 'sgt sergeant',
  lieutenant: 'lt lieutenant',
  captain: 'capt captain',
  colonel: 'col colonel',
  judge: 'judge justice',
  justice: 'justice judge',
  pastor: 'rev reverend pastor',
  minister: 'minister premier secretary',
  premier: 'premier minister',
  attorney: 'attorney lawyer',
  lawyer: 'attorney lawyer',
  chief: 'chief ceo director',
  boss: 'chief ceo manager coach',
  leader: 'leader president chief premier minister chancellor chairman chairwoman',
}

const CONTENDERS = 'candidate nominee hopeful contender front-runner frontrunner runner incumbent challenger'
for (const word of CONTENDERS.split(' ')) (TITLES as Record<string, string>)[word] = CONTENDERS

const KINDS: Readonly<Record<OrganizationKind, string>> = {
  media:
    'newspaper paper outlet network station channel magazine site website broadcaster publication service agency daily tabloid',
  company:
    'company firm bank maker manufacturer retailer carrier airline chain startup giant conglomerate lender business group',
  court: 'court tribunal justices panel',
  university: 'university school college institution',
  party: 'party',
  team: 'team club side',
  government:
    'agency department ministry bureau commission office council government administration board committee police force department authority',
  other:
    'group organization organisation association foundation union institute church charity campaign league hospital school museum',
}
const KIND_NOUNS = new Map(Object.entries(KINDS).map(([kind, nouns]) => [kind, new Set(nouns.split(' '))]))
const TITLE_SETS = new Map(Object.entries(TITLES).map(([noun, titles]) => [noun, new Set(titles.split(' '))]))

/** Buckets of the template `role`: the entity's own role or title, a word near a mention, nothing. */
const HEAD = 0
const PART = 1
const NONE = 2
const MENTIONS = 6

/** Does a word that goes with a description's head ("Florida" in "the Florida senator") stand near a mention too? */
export function sharesModifier(e: Evidence, entity: number, modifiers: readonly string[]): boolean {
  const { lower } = e.article.tokens
  const { mentions } = e.article.entities[entity]
  for (let k = 0; k < mentions.length && k < MENTIONS; k++) {
    const { firstToken, endToken } = e.article.mentions[mentions[k]]
    const from = Math.max(0, firstToken - 5)
    const reach = Math.min(lower.length, endToken + (lower[endToken] === ',' || lower[endToken] === '(' ? 9 : 0))
    for (let i = from; i < reach; i++)
      if ((i < firstToken || i >= endToken) && modifiers.includes(lower[i])) return true
  }
  return false
}

/** Is this one of the words of a text, between spaces? */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if ((at === 0 || text[at - 1] === ' ') && (end === text.length || text[end] === ' ')) return true
  }
  return false
}

/** The lower-case words of a role or title; an article asks for them at each of its descriptions. */
const wordsOf = remember(1024, (role): readonly string[] => role.toLowerCase().split(/[^\p{L}]+/u))

function saysSo(words: readonly string[], head: string, same: ReadonlySet<string> | undefined): boolean {
  for (const word of words) if (word === head || same?.has(word)) return true
  return false
}

/** How well a description's head fits what the article says of an entity. */
export function roleFit(e: Evidence, entity: number, head: string | undefined): number {
  if (head === undefined) return NONE
  const { person, organization, name, mentions } = e.article.entities[entity]
  if (organization?.kind && KIND_NOUNS.get(organization.kind)?.has(head)) return HEAD
  if (hasWord(name.toLowerCase(), head)) return HEAD
  const same = TITLE_SETS.get(head)
  if (person?.role && saysSo(wordsOf(person.role), head, same)) return HEAD
  if (person?.honorific && saysSo(wordsOf(person.honorific), head, same)) return HEAD
  const { lower } = e.article.tokens
  for (let k = 0; k < mentions.length && k < MENTIONS; k++) {
    const { firstToken, endToken } = e.article.mentions[mentions[k]]
    for (let i = firstToken - 1; i >= 0 && i >= firstToken - 4; i--)
      if (lower[i] === head || same?.has(lower[i])) return PART
    const reach = Math.min(lower.length, endToken + 9)
    if (lower[endToken] !== ',') continue
    for (let i = endToken + 1; i < reach; i++) if (lower[i] === head || same?.has(lower[i])) return PART
  }
  return NONE
}
