import type { CorpusEntity } from '../document/corpus-entity.js'
import type { OrganizationFacts, OrganizationKind, PersonFacts } from '../document/entity.js'
import { slug } from '../document/entity-id.js'
import { fullNameOf } from '../gazetteer/everyday-names.js'
import { parsePersonName } from '../gazetteer/person-name.js'
import type { Cell } from './cells.js'
import { rankOf } from './role-label.js'

/** A bare surname, an acronym, one word of a longer name: it never names a group that has a fuller name. */
export const isShort = (cell: Cell): boolean =>
  cell.provisional || (cell.type === 'organization' && !cell.key.includes('-'))

function summed(
  cells: readonly Cell[],
  pick: (cell: Cell) => ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (cells.length === 1) return pick(cells[0])
  const sum = new Map<string, number>()
  for (const cell of cells) for (const [key, n] of pick(cell)) sum.set(key, (sum.get(key) ?? 0) + n)
  return sum
}

const NO_FORMS: readonly string[] = []

const byUse = (counts: ReadonlyMap<string, number>): readonly string[] =>
  counts.size === 0
    ? NO_FORMS
    : counts.size === 1
      ? [...counts.keys()]
      : [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1)).map(([form]) => form)

const MOST_ALIASES = 25

/** What a corpus says of one entity, of whose cells the first names it. */
export function corpusEntity(id: string, cells: readonly Cell[], evidence: readonly string[]): CorpusEntity {
  const [first] = cells
  const full = cells.length === 1 ? cells : cells.filter((cell) => !isShort(cell))
  const names = byUse(summed(full.length > 0 ? full : cells, (cell) => cell.names))
  const name = names.find((one) => first.type !== 'organization' || fullNameOf(slug(one)) === undefined) ?? names[0]
  const aliases = otherForms(cells, name)
  const entity: { -readonly [Field in keyof CorpusEntity]: CorpusEntity[Field] } = {
    id,
    type: first.type,
    name,
    aliases: aliases.length > MOST_ALIASES ? aliases.slice(0, MOST_ALIASES) : aliases,
    mentionCount: cells.reduce((sum, cell) => sum + cell.mentionCount, 0),
    articleCount: articlesOf(cells),
  }
  for (const { from, to } of cells) {
    if (from !== undefined && (entity.firstPublishedAt === undefined || from < entity.firstPublishedAt))
      entity.firstPublishedAt = from
    if (to !== undefined && (entity.lastPublishedAt === undefined || to > entity.lastPublishedAt))
      entity.lastPublishedAt = to
  }
  if (first.type === 'person') entity.person = personFacts(name, cells)
  else if (first.type === 'organization') entity.organization = organizationFacts(cells)
  else if (first.place) entity.place = first.place
  if (evidence.length > 0) entity.linkEvidence = evidence
  return entity
}

/** All forms besides the name, the most used first. */
function otherForms(cells: readonly Cell[], name: string): readonly string[] {
  if (cells.length === 1 && cells[0].names.size === 1 && cells[0].aliases.size === 0) return NO_FORMS
  const forms = new Map(summed(cells, (cell) => cell.names))
  for (const [form, n] of summed(cells, (cell) => cell.aliases)) forms.set(form, (forms.get(form) ?? 0) + n)
  return byUse(forms).filter((form) => form !== name)
}

/** An article that names both a body and its seat counts once. */
const articlesOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + cell.articleCount - (cells[0].type === 'place' ? 0 : cell.besideNamesake), 0)

/**
 * The evidence of the joins, and before it that of everyday names, which share the key of the full name and need no join:
 * where both are used, that is said.
 */
export function everydayEvidence(cells: readonly Cell[], joins: readonly string[]): readonly string[] {
  const [first] = cells
  if (first.type !== 'organization' || first.names.size + first.aliases.size < 2) return joins
  const names = [...new Set(cells.flatMap((cell) => [...cell.names.keys(), ...cell.aliases.keys()]))].sort()
  const everyday = names.filter((name) => fullNameOf(slug(name)) !== undefined)
  return everyday.length === names.length
    ? joins
    : [...everyday.map((name) => `"${name}" is a common name of "${fullNameOf(slug(name))}"`), ...joins]
}

const COURTESIES = new Set(['mr', 'mrs', 'ms', 'miss'])

function personFacts(name: string, cells: readonly Cell[]): PersonFacts {
  const parsed = parsePersonName(name)
  const facts: { -readonly [Field in keyof PersonFacts]: PersonFacts[Field] } = {}
  if (parsed.given) {
    facts.given = parsed.given
    facts.family = parsed.family
  }
  const honorifics = byUse(summed(cells, (cell) => cell.honorifics))
  const honorific = honorifics.find((form) => !COURTESIES.has(rankOf(form))) ?? honorifics[0]
  if (honorific) facts.honorific = honorific
  const roles = summed(cells, (cell) => cell.roles)
  const articles = cells.reduce((sum, cell) => sum + cell.articleCount, 0)
  const role = byUse(roles).find((text) => articles < 5 || (roles.get(text) ?? 0) > 1)
  if (role) facts.role = role
  return facts
}

function organizationFacts(cells: readonly Cell[]): OrganizationFacts {
  const facts: { -readonly [Field in keyof OrganizationFacts]: OrganizationFacts[Field] } = {}
  const acronym = byUse(summed(cells, (cell) => cell.acronyms))[0]
  if (acronym) facts.acronym = acronym
  const kind = byUse(summed(cells, (cell) => cell.kinds))[0]
  if (kind) facts.kind = kind as OrganizationKind
  return facts
}
