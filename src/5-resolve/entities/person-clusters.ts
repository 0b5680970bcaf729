import type { Gender } from '../../document/entity.js'
import { isFamilyOf, type PersonName, parsePersonName, sameFullName } from '../../gazetteer/person-name.js'
import type { PersonNames } from '../../gazetteer/person-names.js'

/** One mention of a person, with what clustering needs to know. */
export interface PersonMention {
  /** Index into the article's mentions. */
  readonly mention: number
  readonly text: string
  /** Gender that a title or role beside this very mention states. */
  readonly gender?: Gender
  /** Whether "Mr.", "Ms." or a rank stands before it: what follows is then no given name. */
  readonly titled: boolean
  readonly paragraph: number
}

export interface PersonCluster {
  readonly mentions: PersonMention[]
  /** Full names first found first. */
  readonly names: PersonName[]
  gender?: Gender
  /** Mentions by full name. */
  fullMentions: number
}

/** A hostile article may name a thousand Smiths; more than these are not compared. */
const MOST_NAMESAKES = 40

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.length < MOST_NAMESAKES && !list.includes(value)) list.push(value)
}

const tailOf = (name: PersonName): string => name.parts[name.parts.length - 1].replace(/^(?:al|el)-/, '')

interface Form {
  readonly name: PersonName
  readonly mentions: PersonMention[]
}

function formsOf(mentions: readonly PersonMention[]): Form[] {
  const forms = new Map<string, Form>()
  for (const mention of mentions) {
    const key = mention.text.toLowerCase()
    const form = forms.get(key)
    if (form) form.mentions.push(mention)
    else {
      const name = parsePersonName(mention.text)
      if (name.parts.length > 0) forms.set(key, { name, mentions: [mention] })
    }
  }
  return [...forms.values()]
}

/**
 * Groups the mentions of one article into persons: full names that can be one person's, then surnames and given names
 * by the full name that they belong to. Spouses who share a surname stay apart; a bare surname then goes to the one who
 * was just named in full in that paragraph, else to the one the article names in full most often.
 */
export function clusterPersons(mentions: readonly PersonMention[], names: PersonNames): PersonCluster[] {
  const forms = formsOf(mentions)
  const byTail = new Map<string, PersonCluster[]>()
  const byGiven = new Map<string, PersonCluster[]>()
  const clusters: PersonCluster[] = []
  const long = forms
    .filter((form) => form.name.parts.length > 1)
    .sort((a, b) => b.name.parts.length - a.name.parts.length)
  const short: Form[] = forms.filter((form) => form.name.parts.length === 1)

  for (const form of long) {
    const tail = tailOf(form.name)
    const namesakes = byTail.get(tail) ?? []
    if (namesakes.some((cluster) => cluster.names.some((full) => isFamilyOf(form.name, full)))) {
      short.push(form)
      continue
    }
    const same = namesakes.filter((cluster) => cluster.names.every((full) => sameFullName(full, form.name)))
    let cluster = same.length === 1 ? same[0] : undefined
    if (!cluster) {
      cluster = { mentions: [], names: [], fullMentions: 0 }
      clusters.push(cluster)
    }
    cluster.names.push(form.name)
    cluster.mentions.push(...form.mentions)
    cluster.fullMentions += form.mentions.length
    const gender = form.mentions.find((mention) => mention.gender)?.gender ?? names.gender(form.name.parts[0])
    cluster.gender ??= gender as Gender
    add(byTail, tail, cluster)
    add(byGiven, form.name.parts[0], cluster)
  }

  const lastFull = lastFullMentions(clusters)
  for (const form of short) {
    const family = (byTail.get(tailOf(form.name)) ?? []).filter((cluster) =>
      cluster.names.some((full) => isFamilyOf(form.name, full)),
    )
    const given =
      family.length === 0 && form.name.parts.length === 1
        ? (byGiven.get(form.name.parts[0]) ?? []).filter((cluster) => agreesInSuffix(cluster, form.name))
        : []
    const own: PersonMention[] = []
    for (const mention of form.mentions) {
      const cluster =
        family.length > 0
          ? chooseFamily(family, mention, lastFull)
          : !mention.titled && given.length === 1
            ? given[0]
            : undefined
      if (cluster) cluster.mentions.push(mention)
      else own.push(mention)
    }
    if (own.length === 0) continue
    const gender =
      own.find((mention) => mention.gender)?.gender ??
      (form.name.parts.length === 1 ? names.gender(form.name.parts[0]) : undefined)
    clusters.push({ mentions: own, names: [form.name], fullMentions: 0, ...(gender && { gender }) })
  }
  for (const cluster of clusters) cluster.mentions.sort((a, b) => a.mention - b.mention)
  return clusters.sort((a, b) => a.mentions[0].mention - b.mentions[0].mention)
}

/** For each paragraph with a full name, the last one named there before a given mention is looked up by scanning back. */
type LastFull = ReadonlyMap<PersonCluster, readonly PersonMention[]>

function lastFullMentions(clusters: readonly PersonCluster[]): LastFull {
  return new Map(clusters.map((cluster) => [cluster, [...cluster.mentions].sort((a, b) => a.mention - b.mention)]))
}

function chooseFamily(
  family: readonly PersonCluster[],
  mention: PersonMention,
  fulls: LastFull,
): PersonCluster | undefined {
  if (family.length === 1) return clash(family[0], mention) ? undefined : family[0]
  const fitting = family.filter((cluster) => !clash(cluster, mention))
  if (fitting.length <= 1) return fitting[0]
  let nearest: PersonCluster | undefined
  let nearestAt = -1
  for (const cluster of fitting) {
    for (const full of fulls.get(cluster) ?? []) {
      if (full.mention > mention.mention) break
      if (full.paragraph !== mention.paragraph || full.mention <= nearestAt) continue
      nearest = cluster
      nearestAt = full.mention
    }
  }
  if (nearest) return nearest
  return fitting.reduce((best, cluster) => (cluster.fullMentions > best.fullMentions ? cluster : best))
}

/** "Al Jr." is no Al without it. */
const agreesInSuffix = (cluster: PersonCluster, { suffix }: PersonName): boolean =>
  suffix === '' || cluster.names.some((full) => full.suffix === suffix)

const clash = (cluster: PersonCluster, mention: PersonMention): boolean =>
  mention.gender !== undefined && cluster.gender !== undefined && mention.gender !== cluster.gender
