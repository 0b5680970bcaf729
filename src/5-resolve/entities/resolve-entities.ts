import type { Entity, Gender, Mention, PersonFacts, WithEntities } from '../../document/entity.js'
import { entityId, listedEntityId } from '../../document/entity-id.js'
import type { Name, WithNames } from '../../document/mention.js'
import { remember } from '../../document/remember.js'
import type { Segmented } from '../../document/segmented.js'
import { parsePersonName } from '../../gazetteer/person-name.js'
import type { PersonNames } from '../../gazetteer/person-names.js'
import { nameKey } from '../../gazetteer/place-key.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { type Draft, distinct, draftOf, fullest } from './draft.js'
import { addOrganizations } from './organizations.js'
import { clusterPersons, type PersonCluster, type PersonMention } from './person-clusters.js'
import { type PersonContext, personContext, pronounAfter } from './person-context.js'
import { retypePlaces } from './place-heads.js'

export interface EntityResources {
  readonly personNames: PersonNames
  readonly places: PlaceGazetteer
}

/**
 * Gathers the names of one article into entities: persons by full name, surname and given name; organizations by long
 * form, short form and acronym; places by name (`places/` decides which place that is). Demonyms ("German" as a place)
 * are dropped.
 */
export function resolveEntities<A extends Segmented & WithNames>(
  article: A,
  resources: EntityResources,
): A & WithEntities {
  const names = retypePlaces(article.names, article.tokens).filter(
    (name) => !isDemonym(article, name, resources.places),
  )
  // An alias from the user's own list stands for its main name.
  const texts = names.map(
    (name, i) => name.listed?.name ?? article.text.slice(name.start, endOfForm(article, name, names[i + 1])),
  )
  const drafts: Draft[] = []
  addPersons(drafts, article, names, texts, resources)
  addOrganizations(drafts, article, names, texts, resources.places)
  addPlaces(drafts, names, texts)
  if (drafts.length > 1) drafts.sort((a, b) => a.mentions[0] - b.mentions[0])
  const entities = finished(drafts, names)
  return { mentions: mentionsOf(names, entities), entities, ...article }
}

/** A campus belongs to the name of its university: "University of Velden, Harbor", also where Harbor is a place by itself. */
function endOfForm({ tokens }: Segmented, name: Name, next: Name | undefined): number {
  const isCampus =
    name.type === 'organization' &&
    next?.type === 'place' &&
    next.firstToken === name.endToken + 1 &&
    tokens.words[name.endToken] === ',' &&
    tokens.lower[name.firstToken] === 'university' &&
    tokens.lower[name.firstToken + 1] === 'of'
  return isCampus ? next.end : name.end
}

function isDemonym(article: Segmented, name: Name, places: PlaceGazetteer): boolean {
  if (name.type !== 'place' || name.listed) return false
  const { lower: words } = article.tokens
  const isOneWord = name.endToken - name.firstToken === 1
  const lower = isOneWord ? words[name.firstToken] : article.text.slice(name.start, name.end).toLowerCase()
  const row = places.demonym(lower)
  return row >= 0 && places.name(row).toLowerCase() !== lower
}

function finished(drafts: readonly Draft[], names: readonly Name[]): readonly Entity[] {
  const taken = new Map<string, number>()
  for (const draft of drafts) {
    const listedId = names[draft.mentions[0]].listed?.id
    const id = listedId === undefined ? entityId(draft.type, draft.name) : listedEntityId(draft.type, listedId)
    const uses = (taken.get(id) ?? 0) + 1
    taken.set(id, uses)
    draft.id = uses === 1 ? id : `${id}-${uses}`
    draft.aliases = aliasesOf(draft.name, draft.aliases)
  }
  return drafts
}

function mentionsOf(names: readonly Name[], entities: readonly Entity[]): Mention[] {
  const entityOf: number[] = []
  for (let i = 0; i < names.length; i++) entityOf.push(-1)
  for (let i = 0; i < entities.length; i++) for (const mention of entities[i].mentions) entityOf[mention] = i
  return names.map(({ start, end, firstToken, endToken, type, confidence, by }, i): Mention => {
    return { start, end, firstToken, endToken, type, confidence, by, entity: entityOf[i] }
  })
}

const NO_ALIASES: readonly string[] = []

function aliasesOf(name: string, forms: readonly string[]): readonly string[] {
  if (forms.length < 2) return NO_ALIASES
  const seen = new Set([name.toLowerCase()])
  return forms.filter((form) => {
    const lower = form.toLowerCase()
    return seen.has(lower) ? false : seen.add(lower)
  })
}

/** For each name, the first token of the next person's name after it. */
function nextPersons(names: readonly Name[], end: number): readonly number[] {
  const next: number[] = new Array(names.length)
  let at = end
  for (let i = names.length - 1; i >= 0; i--) {
    next[i] = at
    if (names[i].type === 'person') at = names[i].firstToken
  }
  return next
}

/** A mention of a person and what stands around it. */
interface PersonInContext extends PersonMention {
  readonly context: PersonContext
}

function addPersons(
  drafts: Draft[],
  article: Segmented,
  names: readonly Name[],
  texts: readonly string[],
  { personNames }: EntityResources,
): void {
  const persons: PersonInContext[] = []
  const nextPerson = nextPersons(names, article.tokens.length)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]
    if (name.type !== 'person') continue
    const context = personContext(article, name, nextPerson[i])
    const titled = context.honorific !== undefined
    const paragraph = article.sentences[article.tokens.sentence[name.firstToken]]?.paragraph ?? 0
    persons.push({ mention: i, text: texts[i], gender: context.gender, titled, paragraph, context })
  }
  for (const cluster of clusterPersons(persons, personNames)) {
    const mentions: number[] = []
    for (const { mention } of cluster.mentions) mentions.push(mention)
    const forms = distinct(mentions, texts)
    const name = fullest(forms, partsOf)
    const draft = draftOf('person', name, forms, mentions)
    draft.person = personFacts(name, cluster)
    const gender = genderOf(cluster) ?? genderOfPronouns(article, names, mentions, nextPerson)
    if (gender) draft.gender = gender
    drafts.push(draft)
  }
}

const partsOf = (name: string): number => parsePersonName(name).parts.length

/** Titles and nouns beside the name tell first, then the given name. */
function genderOf(cluster: PersonCluster<PersonInContext>): Gender | undefined {
  for (const { gender } of cluster.mentions) if (gender) return gender
  return cluster.gender
}

const MOST_PRONOUNS = 12

/** What the pronouns say that follow a person's names. */
function genderOfPronouns(
  article: Segmented,
  names: readonly Name[],
  mentions: readonly number[],
  nextPerson: readonly number[],
): Gender | undefined {
  let balance = 0
  for (let i = 0; i < mentions.length && i < MOST_PRONOUNS; i++) {
    const gender = pronounAfter(article, names[mentions[i]].endToken, nextPerson[mentions[i]])
    if (gender) balance += gender === 'female' ? 1 : -1
  }
  if (balance === 0) return undefined
  return balance > 0 ? 'female' : 'male'
}

function personFacts(name: string, { mentions }: PersonCluster<PersonInContext>): PersonFacts {
  const { parts, given, family } = parsePersonName(name)
  let titled: PersonContext | undefined
  let employed: PersonContext | undefined
  for (const { context } of mentions) {
    if (context.honorific && (!titled || (context.ranked && !titled.ranked))) titled = context
    if (context.role && (!employed || (context.roleAfter && !employed.roleAfter))) employed = context
  }
  const isFull = parts.length > 1
  return {
    given: isFull ? given : undefined,
    family: isFull || titled ? family : undefined,
    honorific: titled?.honorific,
    role: employed?.role,
  }
}

const placeKey = remember(2048, nameKey)

function addPlaces(drafts: Draft[], names: readonly Name[], texts: readonly string[]): void {
  const byKey = new Map<string, number[]>()
  for (let i = 0; i < names.length; i++) {
    if (names[i].type !== 'place') continue
    const key = placeKey(texts[i])
    const mentions = byKey.get(key)
    if (mentions) mentions.push(i)
    else byKey.set(key, [i])
  }
  for (const mentions of byKey.values()) {
    const forms = distinct(mentions, texts)
    drafts.push(draftOf('place', fullest(forms, sameSize), forms, mentions))
  }
}

const sameSize = (): number => 1
