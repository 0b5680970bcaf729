import type { Gender } from '../../document/entity.js'
import { isFamilyOf, type PersonName, parsePersonName, sameFullName } from '../../gazetteer/person-name.js'
import type { PersonNames } from '../../gazetteer/person-names.js'

/** One mention of a person, with what clustering needs to know. */
export interface PersonMention {
  /** Index into the article's mentions. */
  readonly mention: number
  readonly text: string
  /** Gender that a title or role beside this very mention states. */
  readonly gender: Gender | undefined
  /** Whether "Mr.", "Ms." or a rank stands before it: what follows is then no given name. */
  readonly titled: boolean
  readonly paragraph: number
}

export interface PersonCluster<Mention extends PersonMention = PersonMention> {
  readonly mentions: Mention[]
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

function tailOf({ parts }: PersonName): string {
  const last = parts[parts.length - 1]
  return last.startsWith('al-') || last.startsWith('el-') ? last.slice(3) : last
}

interface Form<Mention> {
  readonly name: PersonName
  readonly mentions: Mention[]
}

function formsOf<Mention extends PersonMention>(mentions: readonly Mention[]): Form<Mention>[] {
  const forms: Form<Mention>[] = []
  const byText = new Map<string, Form<Mention>>()
  const byLower = new Map<string, Form<Mention>>()
  for (const mention of mentions) {
    const form = byText.get(mention.text)
    if (form) {
      form.mentions.push(mention)
      continue
    }
    const lower = mention.text.toLowerCase()
    let same = byLower.get(lower)
    if (same) same.mentions.push(mention)
    else {
      const name = parsePersonName(mention.text)
      if (name.parts.length === 0) continue
      same = { name, mentions: [mention] }
      forms.push(same)
      byLower.set(lower, same)
    }
    byText.set(mention.text, same)
  }
  return forms
}

/**
 * Groups the mentions of one article into persons: full names that can be one person's, then surnames and given names
 * by the full name that they belong to. Spouses who share a surname stay apart; a bare surname then goes to the one who
 * was just named in full in that paragraph, else to the one the article names in full most often.
 */
export function clusterPersons<Mention extends PersonMention>(
  mentions: readonly Mention[],
  names: PersonNames,
): PersonCluster<Mention>[] {
  const forms = formsOf(mentions)
  const byTail = new Map<string, PersonCluster<Mention>[]>()
  const byGiven = new Map<string, PersonCluster<Mention>[]>()
  const clusters: PersonCluster<Mention>[] = []
  const long: Form<Mention>[] = []
  const short: Form<Mention>[] = []
  for (const form of forms) (form.name.parts.length > 1 ? long : short).push(form)
  long.sort((a, b) => b.name.parts.length - a.name.parts.length)

  for (const form of long) {
    const tail = tailOf(form.name)
    const namesakes = byTail.get(tail)
    if (namesakes?.some((cluster) => hasFamily(cluster, form.name))) {
      short.push(form)
      continue
    }
    let cluster = namesakes && onlySame(namesakes, form.name)
    if (!cluster) {
      cluster = { mentions: [], names: [], fullMentions: 0 }
      clusters.push(cluster)
    }
    cluster.names.push(form.name)
    for (const mention of form.mentions) cluster.mentions.push(mention)
    cluster.fullMentions += form.mentions.length
    if (cluster.gender === undefined) {
      const gender = statedGender(form.mentions) ?? names.gender(form.name.parts[0])
      if (gender) cluster.gender = gender
    }
    add(byTail, tail, cluster)
    add(byGiven, form.name.parts[0], cluster)
  }

  for (const form of short) {
    const single = form.name.parts.length === 1
    const namesakes = byTail.get(tailOf(form.name))
    const family = namesakes ? namesakes.filter((cluster) => hasFamily(cluster, form.name)) : []
    const given =
      family.length === 0 && single
        ? (byGiven.get(form.name.parts[0]) ?? []).filter((cluster) => agreesInSuffix(cluster, form.name))
        : []
    const own: Mention[] = []
    for (const mention of form.mentions) {
      const cluster =
        family.length > 0 ? chooseFamily(family, mention) : !mention.titled && given.length === 1 ? given[0] : undefined
      if (cluster) cluster.mentions.push(mention)
      else own.push(mention)
    }
    if (own.length === 0) continue
    const gender = statedGender(own) ?? (single ? names.gender(form.name.parts[0]) : undefined)
    const cluster: PersonCluster<Mention> = { mentions: own, names: [form.name], fullMentions: 0 }
    if (gender) cluster.gender = gender
    clusters.push(cluster)
  }
  for (const { mentions } of clusters) if (!isInOrder(mentions)) mentions.sort((a, b) => a.mention - b.mention)
  return clusters.sort((a, b) => a.mentions[0].mention - b.mentions[0].mention)
}

function isInOrder(mentions: readonly PersonMention[]): boolean {
  for (let i = 1; i < mentions.length; i++) if (mentions[i - 1].mention > mentions[i].mention) return false
  return true
}

const hasFamily = (cluster: PersonCluster, name: PersonName): boolean =>
  cluster.names.some((full) => isFamilyOf(name, full))

/** The cluster that a full name belongs to, where there is just one. */
function onlySame<Cluster extends PersonCluster>(namesakes: readonly Cluster[], name: PersonName): Cluster | undefined {
  const same = namesakes.filter((cluster) => cluster.names.every((full) => sameFullName(full, name)))
  return same.length === 1 ? same[0] : undefined
}

function statedGender(mentions: readonly PersonMention[]): Gender | undefined {
  for (const { gender } of mentions) if (gender) return gender
  return undefined
}

function chooseFamily<Cluster extends PersonCluster>(
  family: readonly Cluster[],
  mention: PersonMention,
): Cluster | undefined {
  if (family.length === 1) return clash(family[0], mention) ? undefined : family[0]
  const fitting = family.filter((cluster) => !clash(cluster, mention))
  if (fitting.length <= 1) return fitting[0]
  let nearest: Cluster | undefined
  let nearestAt = -1
  for (const cluster of fitting) {
    // The full names were put in first.
    for (let i = 0; i < cluster.fullMentions; i++) {
      const full = cluster.mentions[i]
      if (full.mention > mention.mention || full.paragraph !== mention.paragraph || full.mention <= nearestAt) continue
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
