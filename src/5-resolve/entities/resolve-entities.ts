import type { Entity, Gender, Mention, PersonFacts, WithEntities } from '../../document/entity.js'
import { entityId, listedEntityId } from '../../document/entity-id.js'
import type { Name, WithNames } from '../../document/mention.js'
import type { Segmented } from '../../document/segmented.js'
import { parsePersonName } from '../../gazetteer/person-name.js'
import type { PersonNames } from '../../gazetteer/person-names.js'
import { nameKey } from '../../gazetteer/place-key.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { bracketedAcronyms } from './acronyms.js'
import {
  clusterOrganizations,
  type OrganizationCluster,
  type OrganizationForm,
  organizationWords,
} from './organization-clusters.js'
import { organizationKind } from './organization-kind.js'
import { clusterPersons, type PersonCluster, type PersonMention } from './person-clusters.js'
import { type PersonContext, personContext, pronounAfter } from './person-context.js'
import { retypePlaces } from './place-heads.js'

export interface EntityResources {
  readonly personNames: PersonNames
  readonly places: PlaceGazetteer
}

/** What will become an entity: its mentions in order of reading and what is known of it. */
interface Draft {
  readonly mentions: readonly number[]
  readonly entity: Omit<Entity, 'id' | 'mentions' | 'aliases'>
  readonly forms: readonly string[]
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
  const drafts = [
    ...personDrafts(article, names, texts, resources),
    ...organizationDrafts(article, names, texts, resources.places),
    ...placeDrafts(names, texts),
  ].sort((a, b) => a.mentions[0] - b.mentions[0])
  return { ...article, ...assemble(names, drafts) }
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
  const lower = article.text.slice(name.start, name.end).toLowerCase()
  const row = places.demonym(lower)
  return row >= 0 && places.name(row).toLowerCase() !== lower
}

function assemble(names: readonly Name[], drafts: readonly Draft[]): WithEntities {
  const entityOf = new Int32Array(names.length).fill(-1)
  const taken = new Map<string, number>()
  const entities = drafts.map((draft, i): Entity => {
    for (const mention of draft.mentions) entityOf[mention] = i
    const listedId = names[draft.mentions[0]].listed?.id
    const { type, name } = draft.entity
    const id = listedId === undefined ? entityId(type, name) : listedEntityId(type, listedId)
    const uses = (taken.get(id) ?? 0) + 1
    taken.set(id, uses)
    return {
      ...draft.entity,
      id: uses === 1 ? id : `${id}-${uses}`,
      aliases: aliasesOf(draft),
      mentions: draft.mentions,
    }
  })
  const mentions = names.map(({ start, end, firstToken, endToken, type, confidence, by }, i): Mention => {
    return { start, end, firstToken, endToken, type, confidence, by, entity: entityOf[i] }
  })
  return { mentions, entities }
}

function aliasesOf({ entity, forms }: Draft): string[] {
  if (forms.length < 2) return []
  const seen = new Set([entity.name.toLowerCase()])
  return forms.filter((form) => {
    const lower = form.toLowerCase()
    return seen.has(lower) ? false : seen.add(lower)
  })
}

/** The different texts of some mentions, in order of first use. */
function distinct<Item>(items: readonly Item[], textOf: (item: Item) => string): string[] {
  const texts: string[] = []
  let last = ''
  for (const item of items) {
    const text = textOf(item)
    if (text === last) continue
    last = text
    if (!texts.includes(text)) texts.push(text)
    if (texts.length >= MOST_FORMS) break
  }
  return texts
}

/** More ways of writing one name than this are noise. */
const MOST_FORMS = 50

const isAllCaps = (text: string): boolean => text.length > 4 && text === text.toUpperCase()

/** The fullest form: the one with the most parts; capitals throughout only if there is no other. */
function fullest(forms: readonly string[], size: (form: string) => number): string {
  let best = forms[0]
  for (const form of forms) {
    const better = size(form) - size(best) || Number(isAllCaps(best)) - Number(isAllCaps(form))
    if (better > 0) best = form
  }
  return best
}

/** For each name, the first token of the next person's name after it. */
function nextPersons(names: readonly Name[], end: number): Int32Array {
  const next = new Int32Array(names.length)
  let at = end
  for (let i = names.length - 1; i >= 0; i--) {
    next[i] = at
    if (names[i].type === 'person') at = names[i].firstToken
  }
  return next
}

function personDrafts(
  article: Segmented,
  names: readonly Name[],
  texts: readonly string[],
  resources: EntityResources,
): Draft[] {
  const contexts = new Map<number, PersonContext>()
  const persons: PersonMention[] = []
  const nextPerson = nextPersons(names, article.tokens.length)
  names.forEach((name, i) => {
    if (name.type !== 'person') return
    const context = personContext(article, name, nextPerson[i])
    contexts.set(i, context)
    persons.push({
      mention: i,
      text: texts[i],
      titled: context.honorific !== undefined,
      paragraph: article.sentences[article.tokens.sentence[name.firstToken]]?.paragraph ?? 0,
      ...(context.gender && { gender: context.gender }),
    })
  })
  return clusterPersons(persons, resources.personNames).map((cluster): Draft => {
    const forms = distinct(cluster.mentions, (mention) => mention.text)
    const name = fullest(forms, (form) => parsePersonName(form).parts.length)
    const gender = genderOf(cluster, contexts, (mention) =>
      pronounAfter(article, names[mention].endToken, nextPerson[mention]),
    )
    const person = personFacts(name, cluster, contexts)
    return {
      mentions: cluster.mentions.map((mention) => mention.mention),
      forms,
      entity: { type: 'person', name, person, ...(gender && { gender }) },
    }
  })
}

/** Titles and nouns beside the name tell first, then the given name, then the pronouns that follow. */
function genderOf(
  cluster: PersonCluster,
  contexts: ReadonlyMap<number, PersonContext>,
  pronoun: (mention: number) => Gender | undefined,
): Gender | undefined {
  for (const { mention } of cluster.mentions) {
    const gender = contexts.get(mention)?.gender
    if (gender) return gender
  }
  if (cluster.gender) return cluster.gender
  let balance = 0
  for (const { mention } of cluster.mentions.slice(0, 12)) {
    const gender = pronoun(mention)
    if (gender) balance += gender === 'female' ? 1 : -1
  }
  if (balance === 0) return undefined
  return balance > 0 ? 'female' : 'male'
}

function personFacts(name: string, cluster: PersonCluster, contexts: ReadonlyMap<number, PersonContext>): PersonFacts {
  const parsed = parsePersonName(name)
  let honorific: string | undefined
  let ranked = false
  let role: string | undefined
  let after = false
  for (const { mention } of cluster.mentions) {
    const context = contexts.get(mention)
    if (!context) continue
    if (context.honorific && (!honorific || (context.ranked && !ranked))) {
      honorific = context.honorific
      ranked = context.ranked
    }
    if (context.role && (!role || (context.roleAfter && !after))) {
      role = context.role
      after = context.roleAfter
    }
  }
  const whole = parsed.parts.length > 1
  return {
    ...(whole && { given: parsed.given }),
    ...(whole
      ? { family: parsed.family }
      : cluster.mentions.some((mention) => mention.titled) && { family: parsed.family }),
    ...(honorific && { honorific }),
    ...(role && { role }),
  }
}

/** Mentions by the key of their text. */
function formsOf(names: readonly Name[], texts: readonly string[], type: Name['type']): Map<string, OrganizationForm> {
  const forms = new Map<string, OrganizationForm>()
  names.forEach((name, i) => {
    if (name.type !== type) return
    const words = organizationWords(texts[i])
    const key = words.join(' ')
    const form = forms.get(key)
    if (form) form.mentions.push(i)
    else forms.set(key, { text: texts[i], words, mentions: [i] })
  })
  return forms
}

const inOrder = (mentions: readonly number[]): number[] => [...mentions].sort((a, b) => a - b)

function organizationDrafts(
  article: Segmented,
  names: readonly Name[],
  texts: readonly string[],
  places: PlaceGazetteer,
): Draft[] {
  const forms = formsOf(names, texts, 'organization')
  const acronyms = bracketedAcronyms(article, names, texts)
  const clusters = joinByBrackets(clusterOrganizations([...forms.values()], places), acronyms)
  return clusters.map((cluster): Draft => {
    const mentions = inOrder(cluster.forms.flatMap((form) => form.mentions))
    const texted = distinct(mentions, (mention) => texts[mention])
    const name = fullest(texted, (form) => organizationWords(form).length)
    const kind =
      organizationKind(organizationWords(name)) ?? (cluster.acronym ? organizationKind([cluster.acronym]) : undefined)
    const organization = { ...(cluster.acronym && { acronym: cluster.acronym }), ...(kind && { kind }) }
    return { mentions, forms: texted, entity: { type: 'organization', name, organization } }
  })
}

/** "Mine Safety Board (MSB)" binds the two, whatever the letters are. */
function joinByBrackets(
  clusters: readonly OrganizationCluster[],
  acronyms: ReadonlyMap<string, string>,
): OrganizationCluster[] {
  if (acronyms.size === 0) return [...clusters]
  const byText = new Map<string, OrganizationCluster>()
  for (const cluster of clusters) for (const form of cluster.forms) byText.set(form.text, cluster)
  const gone = new Set<OrganizationCluster>()
  for (const [acronym, longForm] of acronyms) {
    const long = byText.get(longForm)
    const short = byText.get(acronym)
    if (!long) continue
    long.acronym ??= acronym
    if (!short || short === long || short.forms.length > 1) continue
    long.forms.push(...short.forms)
    gone.add(short)
  }
  return clusters.filter((cluster) => !gone.has(cluster))
}

function placeDrafts(names: readonly Name[], texts: readonly string[]): Draft[] {
  const forms = new Map<string, number[]>()
  names.forEach((name, i) => {
    if (name.type !== 'place') return
    const key = nameKey(texts[i])
    const mentions = forms.get(key)
    if (mentions) mentions.push(i)
    else forms.set(key, [i])
  })
  return [...forms.values()].map((mentions): Draft => {
    const texted = distinct(mentions, (mention) => texts[mention])
    return { mentions, forms: texted, entity: { type: 'place', name: fullest(texted, () => 1) } }
  })
}
