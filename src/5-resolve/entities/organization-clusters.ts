import type { OrganizationKind } from '../../document/entity.js'
import { slug } from '../../document/entity-id.js'
import { remember } from '../../document/remember.js'
import { fullNameOf } from '../../gazetteer/everyday-names.js'
import { nameKey } from '../../gazetteer/place-key.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { organizationKind } from './organization-kind.js'

/** What the words of an organization's name alone tell. */
export interface OrganizationName {
  readonly text: string
  /** Lower-case words of the key, and the key. */
  readonly words: readonly string[]
  readonly key: string
  /** One word that looks like an acronym. */
  readonly isAcronym: boolean
  /** An everyday name: "GOP". */
  readonly isEveryday: boolean
  readonly kind: OrganizationKind | undefined
}

/** One way in which the article writes an organization's name. */
export interface OrganizationForm extends OrganizationName {
  readonly mentions: number[]
}

export interface OrganizationCluster {
  readonly forms: OrganizationForm[]
  acronym?: string
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'at',
  'to',
  'de',
  'la',
  '&',
  'du',
  'des',
  'et',
  'y',
])
const COMPANY_TAIL = new Set([
  'inc', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc', 'llp', 'plc', 'ag', 'sa', 'nv', 'se', 'gmbh', 'spa', 'group',
  'holdings', 'holding', 'international', 'motor', 'motors', 'stores', 'technologies', 'bros', 'brothers', 'cos', 'companies', 'and', '&',
]) // biome-ignore format: a list
const UNSPECIFIC = new Set([
  'american', 'national', 'new', 'united', 'international', 'first', 'general', 'federal', 'state', 'royal', 'central', 'north', 'south', 'east',
  'west', 'world', 'global', 'public', 'super', 'republican', 'democratic', 'islamic', 'conservative', 'liberal', 'social', 'christian', 'catholic', 'black', 'house', 'white', 'great', 'city', 'county', 'department', 'university',
]) // biome-ignore format: a list
/** Heads that alone stand for the one longer name that ends or begins with them: "the Commission". */
const SHORT_HEADS = new Set([
  'commission', 'court', 'department', 'ministry', 'committee', 'council', 'board', 'bank', 'agency', 'bureau', 'senate',
  'congress', 'university', 'college', 'institute', 'foundation', 'association', 'party', 'authority', 'army', 'navy', 'police', 'treasury',
]) // biome-ignore format: a list

// Nine capitals, each of which may take two units of the string.
const LONGEST_ACRONYM = 18

export const isAcronymLike = (text: string): boolean =>
  text.length <= LONGEST_ACRONYM && /^\p{Lu}[\p{Lu}&.\d-]{1,7}s?$/u.test(text) && !/\.\p{Lu}\p{Ll}/u.test(text)

const lettersOf = (acronym: string): string => acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase()

/** Initials with and without the small words: "Department of Justice" gives "dj" and "doj". */
export function initialsOf(words: readonly string[]): readonly string[] {
  let without = ''
  let withOf = ''
  let all = ''
  for (const word of words) {
    const initial = word[0]
    all += initial
    const small = SMALL_WORDS.has(word)
    if (!small) without += initial
    if (!small || word === 'of') withOf += initial
  }
  const initials = without.length >= 2 ? [without] : []
  if (withOf.length >= 2 && withOf !== without) initials.push(withOf)
  if (all.length >= 2 && all !== withOf && all !== without) initials.push(all)
  return initials
}

export const organizationWords = (text: string): readonly string[] => {
  const key = nameKey(fullNameOf(slug(text)) ?? text)
  const plain = key !== '' && !key.includes(',')
  const words = plain ? key.split(' ') : key.replaceAll(',', '').split(' ').filter(Boolean)
  const from = words[0] === 'the' && words.length > 1 ? 1 : 0
  if (words[from] === 'united' && words[from + 1] === 'states' && words.length > from + 2) {
    return ['u.s', ...words.slice(from + 2)]
  }
  return from === 0 ? words : words.slice(from)
}

const remembered = remember(2048, (text): OrganizationName => {
  const words = organizationWords(text)
  const isAcronym = words.length === 1 && isAcronymLike(text)
  const isEveryday = fullNameOf(slug(text)) !== undefined
  return { text, words, key: words.join(' '), isAcronym, isEveryday, kind: organizationKind(words) }
})

/** Takes a name apart. */
export const organizationName = (text: string): OrganizationName => remembered(text)

/** Where the rest of a longer name is only a company's form: "Ford" and "Ford Motor Co.". */
const isCompanyTail = (words: readonly string[], from: number): boolean =>
  words.slice(from).every((word) => COMPANY_TAIL.has(word))

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((word, i) => long[i] === word)
const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((word, i) => long[long.length - short.length + i] === word)

/**
 * Whether the short form is the long one's: a company without its ending, a head that stands alone, a name without the
 * place before it, the first word of an institution, initials of its beginning ("UC Berkeley").
 */
export function isShortFor(short: readonly string[], long: readonly string[], places: PlaceGazetteer): boolean {
  if (sameContent(short, long)) return true
  if (short.length >= long.length) return startsWithInitials(short, long)
  const only = short.length === 1 ? short[0] : ''
  if (startsWith(long, short)) {
    if (isCompanyTail(long, short.length)) return true
    if (short.length > 1) return false
    return (
      only.length > 3 &&
      !UNSPECIFIC.has(only) &&
      !SHORT_HEADS.has(only) &&
      !places.has(only) &&
      places.demonym(only) < 0 &&
      long.length <= 4
    )
  }
  if (!endsWith(long, short)) return startsWithInitials(short, long)
  const before = long.slice(0, long.length - short.length)
  const place = before.join(' ')
  const placed = place === 'u.s' || place === 'us' || places.demonym(place) >= 0 || isKnownPlace(place, places)
  if (placed && !SMALL_WORDS.has(short[0])) return true
  return only !== '' && SHORT_HEADS.has(only) && before.length <= 3
}

const LEAST_POPULATION = 50_000

/** A region, a country or a town of some size: "Boston" before "Red Sox", not "White" before "House". */
const isKnownPlace = (name: string, places: PlaceGazetteer): boolean =>
  places.candidates(name).some((row) => places.population(row) >= LEAST_POPULATION && places.isMainName(row, name))

/** "State Department" and "Department of State". */
function sameContent(a: readonly string[], b: readonly string[]): boolean {
  if (!a.includes('of') && !b.includes('of')) return false
  const content = (words: readonly string[]): string =>
    words
      .filter((word) => !SMALL_WORDS.has(word))
      .sort()
      .join(' ')
  return content(a) === content(b)
}

/** "uc berkeley" for "university of california berkeley". */
function startsWithInitials(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short[0].length < 2 || short[0].length > 4) return false
  const rest = short.slice(1)
  const lead = long.slice(0, long.length - rest.length)
  return lead.length >= 2 && endsWith(long, rest) && initialsOf(lead).includes(short[0])
}

const MOST_FORMS = 400

/** Groups the ways of writing one organization; the longest form comes first in its cluster. */
export function clusterOrganizations(
  forms: readonly OrganizationForm[],
  places: PlaceGazetteer,
): OrganizationCluster[] {
  const byLength =
    forms.length < 2
      ? forms
      : [...forms].sort((a, b) => b.words.length - a.words.length || a.mentions[0] - b.mentions[0])
  const clusters: OrganizationCluster[] = []
  const byInitials = new Map<string, OrganizationCluster[]>()
  const byWord = new Map<string, OrganizationCluster[]>()
  const index = (map: Map<string, OrganizationCluster[]>, key: string, cluster: OrganizationCluster): void => {
    const list = map.get(key)
    if (!list) map.set(key, [cluster])
    else if (list.length < 20 && !list.includes(cluster)) list.push(cluster)
  }
  const few = forms.length <= MOST_FORMS
  for (const form of byLength) {
    const acronym = form.isAcronym
    const cluster =
      (acronym ? onlyOne(byInitials.get(lettersOf(form.text))) : undefined) ??
      (few && clusters.length > 0 && !form.isEveryday ? longerName(form.words, byWord, places) : undefined)
    if (cluster) {
      cluster.forms.push(form)
      if (acronym) cluster.acronym ??= form.text
      continue
    }
    const made: OrganizationCluster = { forms: [form] }
    if (acronym) made.acronym = form.text
    clusters.push(made)
    if (form.words.length > 1) for (const initials of initialsOf(form.words)) index(byInitials, initials, made)
    for (const word of form.words) if (!SMALL_WORDS.has(word)) index(byWord, word, made)
  }
  return clusters
}

const onlyOne = <Item>(items: readonly Item[] | undefined): Item | undefined =>
  items?.length === 1 ? items[0] : undefined

/** The only cluster with the last word (or first, for a company's short name) that the words are short for. */
function longerName(
  words: readonly string[],
  byWord: ReadonlyMap<string, OrganizationCluster[]>,
  places: PlaceGazetteer,
): OrganizationCluster | undefined {
  const byLast = byWord.get(words[words.length - 1])
  const byFirst = words.length > 1 ? byWord.get(words[0]) : undefined
  let found: OrganizationCluster | undefined
  for (const clusters of [byLast, byFirst]) {
    if (!clusters) continue
    for (const cluster of clusters) {
      if (cluster === found || !isShortFor(words, cluster.forms[0].words, places)) continue
      if (found) return undefined
      found = cluster
    }
  }
  return found
}
