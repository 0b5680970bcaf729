import { remember } from '../document/remember.js'
import { foldName } from './person-names.js'

/** A person's name taken apart; every part folded (lower case, no diacritics). */
export interface PersonName {
  /** All parts in order, without suffix and nickname: `["elizabeth", "ann", "warren"]`. */
  readonly parts: readonly string[]
  /** Index in `parts` where the family name begins ("van der Berg": where "van" stands). */
  readonly familyAt: number
  /** "jr", "iii"; empty for none. */
  readonly suffix: string
  /** As the article spells them. */
  readonly given: string
  readonly family: string
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'phd', 'md'])
const PARTICLES = new Set([
  'van', 'von', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'das', 'dos', 'do', 'du', 'la', 'le', 'al', 'el', 'bin', 'ibn',
  'abu', 'ter', 'ten', 'zu', 'st', 'san', 'bint', 'af', 'av',
]) // biome-ignore format: a list

const bare = (part: string): string => {
  const folded = foldName(part)
  return folded.includes('.') ? folded.replaceAll('.', '') : folded
}

/** Nicknames in marks or brackets are no part of the name: John "Jack" Doe. */
const isNickname = (part: string): boolean => /^["“‘'(]/.test(part) && /["”’')]$/.test(part)

const remembered = remember(2048, takeApart)

/** Takes a person's name apart. */
export const parsePersonName = (text: string): PersonName => remembered(text)

function takeApart(text: string): PersonName {
  const words = text.split(/[\s,]+/).filter((part) => part !== '' && !isNickname(part))
  let end = words.length
  let suffix = ''
  while (end > 1 && SUFFIXES.has(bare(words[end - 1]))) suffix = bare(words[--end])
  const kept = words.slice(0, end)
  const parts = kept.map(bare)
  let familyAt = Math.max(0, parts.length - 1)
  for (let i = 1; i < parts.length - 1; i++) {
    if (!PARTICLES.has(parts[i])) continue
    familyAt = i
    break
  }
  return {
    parts,
    familyAt,
    suffix,
    given: familyAt > 0 ? kept[0] : '',
    family: kept.slice(familyAt).join(' '),
  }
}

/** "al-Assad" also goes by "Assad". */
const withoutArticle = (part: string): string => part.replace(/^(?:al|el)-/, '')

/** Whether a short form ("Warren", "van der Berg") is the end of the full name. */
export function isFamilyOf(short: PersonName, full: PersonName): boolean {
  const n = short.parts.length
  if (n === 0 || n >= full.parts.length) return false
  if (short.suffix !== '' && full.suffix !== '' && short.suffix !== full.suffix) return false
  for (let i = 0; i < n; i++) {
    if (withoutArticle(short.parts[i]) !== withoutArticle(full.parts[full.parts.length - n + i])) return false
  }
  return true
}

/** Short and long forms of given names: all of a group may stand for each other. */
const NICKNAMES: readonly string[] = [
  'william bill billy will', 'robert bob bobby rob robbie', 'richard dick rick rich ricky', 'james jim jimmy jamie', 'john jack johnny jon',
  'joseph joe joey', 'michael mike mickey', 'thomas tom tommy', 'charles charlie chuck', 'edward ed eddie ted ned', 'daniel dan danny',
  'david dave', 'stephen steven steve', 'kenneth ken', 'donald don donny', 'ronald ron ronnie', 'anthony tony', 'andrew andy drew',
  'matthew matt', 'christopher chris', 'gregory greg', 'jeffrey jeff', 'timothy tim', 'benjamin ben', 'samuel sam', 'nicholas nick',
  'patrick pat', 'peter pete', 'lawrence larry', 'gerald jerry', 'raymond ray', 'alexander alex', 'bernard bernie', 'mitchell mitch',
  'elizabeth liz beth betsy betty', 'katherine kate kathy katie cathy catherine', 'margaret peggy maggie meg', 'susan sue susie',
  'patricia pat patty tricia', 'deborah deb debbie debra', 'barbara barb', 'jennifer jen jenny', 'rebecca becky', 'victoria vicki vicky',
  'kimberly kim', 'cynthia cindy', 'christine chris chrissy christina', 'frederick fred', 'eugene gene', 'douglas doug', 'philip phil',
  'theodore ted', 'walter walt', 'arthur art', 'francis frank', 'vladimir vova', 'abraham abe', 'leonard len', 'stanley stan', 'zachary zach',
] // biome-ignore format: a table

const nicknameGroups = new Map<string, number[]>()
NICKNAMES.forEach((group, i) => {
  for (const name of group.split(' ')) nicknameGroups.set(name, [...(nicknameGroups.get(name) ?? []), i])
})

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  const groups = nicknameGroups.get(a)
  return groups !== undefined && (nicknameGroups.get(b)?.some((group) => groups.includes(group)) ?? false)
}

/** Middle names agree where both give one: "George W. Bush" is not "George H. W. Bush". */
function middlesAgree(a: PersonName, b: PersonName): boolean {
  const one = a.parts.slice(1, a.familyAt)
  const two = b.parts.slice(1, b.familyAt)
  if (one.length === 0 || two.length === 0) return true
  const [fewer, more] = one.length <= two.length ? [one, two] : [two, one]
  return one.length === two.length
    ? fewer.every((part, i) => sameGiven(part, more[i]))
    : fewer.every((part) => part.length > 1 && more.includes(part))
}

/**
 * In one article "Al Roe" beside "Al Roe Jr." is the father. Only a longer name that is the same part for part may lose
 * its suffix: "William Ted Okafor (Jr.)".
 */
const mayDropSuffix = (a: PersonName, b: PersonName): boolean =>
  (a.suffix === '' || b.suffix === '') && a.parts.length > 2 && a.parts.join(' ') === b.parts.join(' ')

/** Whether two full names can be one person's: "Elizabeth A. Warren" and "Liz Warren". */
export function sameFullName(a: PersonName, b: PersonName): boolean {
  const tailA = a.parts.slice(a.familyAt)
  const tailB = b.parts.slice(b.familyAt)
  const shorter = Math.min(tailA.length, tailB.length)
  for (let i = 1; i <= shorter; i++) {
    if (withoutArticle(tailA[tailA.length - i]) !== withoutArticle(tailB[tailB.length - i])) return false
  }
  if (a.suffix !== b.suffix && !mayDropSuffix(a, b)) return false
  return sameGiven(a.parts[0], b.parts[0]) && middlesAgree(a, b)
}
