import { isListedEntityId } from '../document/entity-id.js'
import { type PersonName, parsePersonName, sameFullName } from '../gazetteer/person-name.js'
import type { Cell, Cells } from './cells.js'
import { corpusKey } from './corpus-key.js'
import { conflict } from './role-label.js'

/** Two keys or cells that are one entity, and why. */
export interface Join {
  readonly from: string
  readonly to: string
  readonly evidence: string
}

/** "organization:fbi" → "fbi", for evidence that people read. */
const shown = (key: string): string => key.slice(key.indexOf(':') + 1).replaceAll('-', ' ')
const articleOf = (moment: string): string => moment.slice(moment.lastIndexOf(' ') + 1)

/** Heads that stand for another body in each article: they bind nothing across articles. */
const GENERIC = new Set(
  (
    'commission court department ministry committee council board bank agency bureau house university college institute foundation ' +
    'association party authority army navy police treasury school city state company group team club union ministry parliament ' +
    'government office center centre service church hospital'
  ).split(' '),
)

const LEAST_SHARE = 0.8

/** A short name that is no acronym needs to be bound so often, and in this share of the articles that use it alone. */
const LEAST_BINDINGS = 3
const LEAST_BOUND_SHARE = 0.05

/** "gop" of "grand-old-party", "doj" of "department-of-justice". */
function isInitials(short: string, long: string): boolean {
  const words = long.split('-')
  const initials = (kept: readonly string[]): string => kept.map((word) => word[0]).join('')
  const content = words.filter((word) => !SMALL_WORDS.has(word))
  return words.length > 1 && (initials(words) === short || initials(content) === short)
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'de', 'la'])
const slugOf = (key: string): string => key.slice(key.indexOf(':') + 1)

/** Acronyms and short forms that articles themselves bind to one long form, nearly always the same. */
export function joinsByBinding({ bindings, cells }: Cells): Join[] {
  const joins: Join[] = []
  for (const [alias, all] of bindings) {
    if (GENERIC.has(slugOf(alias))) continue
    const spelled = [...all].filter(([key]) => isInitials(slugOf(alias), slugOf(key)))
    const bound = spelled.length > 0 ? spelled : [...all]
    const best = bound.reduce((top, one) =>
      one[1].count > top[1].count || (one[1].count === top[1].count && one[0] < top[0]) ? one : top,
    )
    const total = bound.reduce((sum, [, { count }]) => sum + count, 0)
    const [key, { count, first }] = best
    if (count < LEAST_SHARE * total) continue
    const alone = cells.get(alias)?.articleCount ?? 0
    const isPerson = alias.startsWith('person:')
    if (isPerson && kindsDiffer(cells.get(alias), cells.get(key))) continue
    if (!isPerson && spelled.length === 0 && alone > 0 && (count < LEAST_BINDINGS || count < LEAST_BOUND_SHARE * alone))
      continue
    const times = count === 1 ? `article ${articleOf(first)}` : `${count} articles, first ${articleOf(first)}`
    joins.push({ from: alias, to: key, evidence: `"${shown(alias)}" is "${shown(key)}" in ${times}` })
  }
  return joins
}

/** An organization is a place's namesake if it is named in so many articles for each of the place's. */
const LEAST_ORGANIZATION = 0.25

/**
 * "White House" is a body in one sentence and its seat in the next: a place without GeoNames id and an organization of the
 * same name are one. Towns and regions never are: a team called by its city is not the city.
 */
export function joinsBySeat({ cells }: Cells): Join[] {
  const joins: Join[] = []
  for (const cell of cells.values()) {
    if (cell.type !== 'place' || cell.place?.geonamesId !== undefined || isListedEntityId(cell.key)) continue
    const key = corpusKey('organization', mostUsed(cell.names), '')
    const body = cells.get(key)
    if (!body || body.articleCount < LEAST_ORGANIZATION * cell.articleCount) continue
    const evidence = `"${shown(key)}" is a place in ${cell.articleCount} articles, an organization in ${body.articleCount}`
    joins.push({ from: cell.id, to: key, evidence })
  }
  return joins
}

const mostUsed = (names: ReadonlyMap<string, number>): string =>
  [...names].reduce((top, one) => (one[1] > top[1] || (one[1] === top[1] && one[0] < top[0]) ? one : top))[0]

const kindsDiffer = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a !== undefined && b !== undefined && conflict(a.label, b.label)

const MOST_NAMESAKES = 200

/** Keys of full names by family name. */
export function byFamily(cells: Iterable<Cell>): Map<string, string[]> {
  const families = new Map<string, Set<string>>()
  for (const cell of cells) {
    if (cell.type !== 'person' || cell.provisional) continue
    const family = familyOf(cell.key)
    const keys = families.get(family) ?? new Set()
    families.set(family, keys)
    if (keys.size < MOST_NAMESAKES) keys.add(cell.key)
  }
  return new Map([...families].map(([family, keys]) => [family, [...keys].sort()]))
}

const nameOfKey = (key: string): ReturnType<typeof parsePersonName> => parsePersonName(shown(key))
const familyOf = (key: string): string => {
  const { parts } = nameOfKey(key)
  return parts[parts.length - 1]
}

/**
 * "Mike Ellroy" and "Michael Ellroy", "Ana Ruiz" and "Ana Maria Ruiz": names of one family that can all be one person's
 * with each other, and with no name outside the circle. A suffix alone does not
 * join: "Al Roe Jr." is Al Roe's son, unless "Albert Roe" says otherwise and no article names two.
 */
export function joinsByName(
  families: ReadonlyMap<string, readonly string[]>,
  besideElder: ReadonlySet<string>,
): Join[] {
  const joins: Join[] = []
  for (const keys of families.values()) {
    if (keys.length < 2) continue
    const names = keys.map(nameOfKey)
    const fits = (i: number, j: number): boolean =>
      names[i].parts[0].length > 1 &&
      names[j].parts[0].length > 1 &&
      suffixesAgree(names[i], names[j], besideElder.has(keys[i]) || besideElder.has(keys[j])) &&
      sameFullName({ ...names[i], suffix: '' }, { ...names[j], suffix: '' })
    const circles = keys.map((_, i) => keys.map((__, j) => j).filter((j) => i === j || fits(i, j)))
    circles.forEach((circle, i) => {
      const first = circle[0]
      if (first === i || circle.length < 2) return
      if (!circle.every((j) => circles[j].length === circle.length && circle.every((k) => circles[j].includes(k))))
        return
      const suffixes = new Set(circle.map((j) => names[j].suffix))
      if (suffixes.size > 1 && new Set(circle.map((j) => names[j].parts[0])).size < 2) return
      const [name, other] = [shown(keys[i]), shown(keys[first])]
      joins.push({
        from: keys[i],
        to: keys[first],
        evidence: `"${name}" can only be "${other}" among the names of that family`,
      })
    })
  }
  return joins
}

const suffixesAgree = (a: PersonName, b: PersonName, besideElder: boolean): boolean =>
  a.suffix === b.suffix || ((a.suffix === '' || b.suffix === '') && !besideElder)

const LEAST_ARTICLES = 3
const LEAST_DOMINANCE = 0.9

/** What a bare surname needs to know of a full name: after all other joins. */
export interface Bearer {
  readonly group: string
  readonly articles: number
  readonly ranks: ReadonlySet<string>
}

const COURTESY: Readonly<Record<string, string>> = { mr: 'male', mrs: 'female', ms: 'female', miss: 'female' }

/**
 * A bare surname joins the only bearer with the title before it; without a title, the one whom nine in ten articles that
 * name a bearer in full mean.
 */
export function joinOfSurname(cell: Cell, bearers: readonly Bearer[]): Join | undefined {
  const name = shown(cell.key)
  if (cell.label !== '' && !(cell.label in COURTESY)) {
    const titled = bearers.filter((bearer) => bearer.ranks.has(cell.label))
    if (titled.length !== 1) return undefined
    return {
      from: cell.id,
      to: titled[0].group,
      evidence: `"${name}" with title "${cell.label}": the only one of that name and title`,
    }
  }
  const fitting = bearers.filter((bearer) => !courtesyClash(cell.label, bearer))
  const total = fitting.reduce((sum, bearer) => sum + bearer.articles, 0)
  const best = fitting.reduce<Bearer | undefined>(
    (top, one) => (!top || one.articles > top.articles ? one : top),
    undefined,
  )
  if (!best || best.articles < LEAST_ARTICLES || best.articles < LEAST_DOMINANCE * total) return undefined
  return {
    from: cell.id,
    to: best.group,
    evidence: `"${name}" alone: ${best.articles} of ${total} articles that name one in full mean this one`,
  }
}

function courtesyClash(label: string, bearer: Bearer): boolean {
  const gender = COURTESY[label]
  if (gender === undefined) return false
  return [...bearer.ranks].some((rank) => COURTESY[rank] !== undefined && COURTESY[rank] !== gender)
}
