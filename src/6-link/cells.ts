import type { CellId, LinkedDocument } from '../document/corpus-entity.js'
import type { PlaceFacts } from '../document/entity.js'
import { isListedEntityId } from '../document/entity-id.js'
import type { EntityType } from '../document/mention.js'
import { type PersonName, parsePersonName, sameFullName } from '../gazetteer/person-name.js'
import { corpusKey, nameFacts } from './corpus-key.js'
import { rankOf, roleLabel } from './role-label.js'

export type LocalEntity = LinkedDocument['entities'][number]

/** Publication and id of an article, for "the earliest": `2016-05-03 0123456789abcdef`. Undated articles come last. */
export type Moment = string

export const momentOf = (document: LinkedDocument): Moment => `${document.publishedAt ?? '9'} ${document.id}`

/** All that the corpus says under one key and one label: the smallest thing that linking moves. */
export interface Cell {
  readonly id: string
  /** `person:john-smith`. */
  readonly key: string
  /** What tells namesakes apart, or before a bare surname its title; empty for nothing. */
  readonly label: string
  readonly type: EntityType
  /** A bare surname. */
  readonly provisional: boolean
  /** Main names and aliases with the number of articles. */
  readonly names: Map<string, number>
  aliases: Counts
  mentionCount: number
  articleCount: number
  /** Of a place: articles that also name an organization so. */
  besideNamesake: number
  first: Moment
  from: string | undefined
  to: string | undefined
  honorifics: Counts
  roles: Counts
  kinds: Counts
  acronyms: Counts
  place: PlaceFacts | undefined
}

/** How often articles themselves hold two keys for one entity ("FBI", also "Federal Bureau of Investigation"). */
export interface Binding {
  count: number
  first: Moment
}

const MOST_FORMS = 40

type Counts = ReadonlyMap<string, number>

/** Most cells have no more than a name: the other counts share this until there is something to count. */
const NOTHING: Counts = new Map()

/** Counts one more of `key`; gives the same map, or a first one in place of `NOTHING`. */
function counted(counts: Counts, key: string): Counts {
  if (counts === NOTHING) return new Map([[key, 1]])
  count(counts as Map<string, number>, key)
  return counts
}

function count(map: Map<string, number>, key: string): void {
  const known = map.get(key)
  if (known !== undefined) map.set(key, known + 1)
  else if (map.size < MOST_FORMS) map.set(key, 1)
}

/** Key and label of an entity of an article: which cell it belongs to. */
function cellIdOf(entity: LocalEntity): { id: string; key: string; label: string; provisional: boolean } {
  if (isListedEntityId(entity.id)) return { id: entity.id, key: entity.id, label: '', provisional: false }
  if (entity.type === 'place') return { id: entity.id, key: entity.id, label: '', provisional: false }
  const facts = nameFacts(entity.type, entity.name)
  const { provisional } = facts
  const last = entity.id.charCodeAt(entity.id.length - 1)
  const twin = last >= 48 && last <= 57 ? /-(\d+)$/.exec(entity.id) : null
  const key = facts.key || entity.id
  const own = twin && !key.endsWith(twin[0]) ? `${key}${twin[0]}` : key
  const honorific = entity.person?.honorific
  const label = provisional ? (honorific ? rankOf(honorific) : '') : facts.initials || roleLabel(entity.person)
  return { id: label === '' ? own : `${own}|${label}`, key: own, label, provisional }
}

/** The cells of a corpus and what binds their keys. Holds no text and no mention. */
export interface Cells {
  readonly cells: Map<string, Cell>
  /** From an alias's key to the keys it stood for. */
  readonly bindings: Map<string, Map<string, Binding>>
  /** Keys with a suffix that an article names beside the name without it: the son beside the father. */
  readonly besideElder: Set<string>
}

export const newCells = (): Cells => ({ cells: new Map(), bindings: new Map(), besideElder: new Set() })

/** Adds an article's entities; the ids of their cells. `rekey` lets a person's decisions move an entity to another key. */
export function addToCells(
  { cells, bindings, besideElder }: Cells,
  document: LinkedDocument,
  rekey: (key: string) => string,
): readonly CellId[] {
  const moment = momentOf(document)
  noteSons(document, besideElder)
  return document.entities.map((entity) => {
    const found = cellIdOf(entity)
    const key = rekey(found.key)
    const id = key === found.key ? found.id : key
    let cell = cells.get(id)
    if (!cell) {
      const label = key === found.key ? found.label : ''
      cell = newCell(id, key, label, entity.type, found.provisional && key === found.key, moment)
      cells.set(id, cell)
    }
    gather(cell, entity, document.publishedAt, moment)
    if (entity.type !== 'place') bind(bindings, entity, key, moment)
    else if (isBesideNamesake(entity, document)) cell.besideNamesake++
    return cell.id
  })
}

/** Most places have an id, and of the rest few share the first letter with an organization. */
function isBesideNamesake(place: LocalEntity, { entities }: LinkedDocument): boolean {
  if (place.place?.geonamesId !== undefined) return false
  const { name } = place
  const first = name.charCodeAt(0)
  for (const one of entities) {
    if (one.type !== 'organization' || one.name.charCodeAt(0) !== first) continue
    if (corpusKey('organization', one.name, '') === corpusKey('organization', name, '')) return true
  }
  return false
}

function noteSons({ entities }: LinkedDocument, besideElder: Set<string>): void {
  for (const entity of entities) {
    if (entity.type !== 'person' || !nameFacts('person', entity.name).hasSuffix) continue
    const name = parsePersonName(entity.name)
    const elder = entities.some((one) => one.type === 'person' && isElder(parsePersonName(one.name), name))
    if (elder) besideElder.add(corpusKey('person', entity.name, entity.id))
  }
}

const isElder = (a: PersonName, b: PersonName): boolean =>
  a.suffix === '' && a.parts.length > 1 && sameFullName({ ...a, suffix: b.suffix }, b)

const newCell = (id: string, key: string, label: string, type: EntityType, provisional: boolean, first: Moment): Cell => ({
  id, key, label, type, provisional, first, names: new Map(), aliases: NOTHING, mentionCount: 0, articleCount: 0, besideNamesake: 0, from: undefined,
  to: undefined, honorifics: NOTHING, roles: NOTHING, kinds: NOTHING, acronyms: NOTHING, place: undefined,
}) // biome-ignore format: one line

function gather(cell: Cell, entity: LocalEntity, publishedAt: string | undefined, moment: Moment): void {
  cell.mentionCount += entity.mentionCount
  cell.articleCount++
  count(cell.names, entity.name)
  for (const alias of entity.aliases) cell.aliases = counted(cell.aliases, alias)
  const { person, organization } = entity
  if (person?.honorific) cell.honorifics = counted(cell.honorifics, person.honorific)
  if (person?.role) cell.roles = counted(cell.roles, person.role)
  if (organization?.kind) cell.kinds = counted(cell.kinds, organization.kind)
  if (organization?.acronym) cell.acronyms = counted(cell.acronyms, organization.acronym)
  if (entity.place && (!cell.place || moment < cell.first)) cell.place = entity.place
  if (moment < cell.first) cell.first = moment
  if (publishedAt === undefined) return
  if (cell.from === undefined || publishedAt < cell.from) cell.from = publishedAt
  if (cell.to === undefined || publishedAt > cell.to) cell.to = publishedAt
}

function bind(bindings: Cells['bindings'], entity: LocalEntity, key: string, moment: Moment): void {
  if (entity.aliases.length === 0 && !entity.organization?.acronym) return
  const { type } = entity
  if (type === 'place') return
  const forms = entity.organization?.acronym ? [...entity.aliases, entity.organization.acronym] : entity.aliases
  const seen = new Set<string>()
  for (const form of forms) {
    const facts = nameFacts(type, form)
    if (type === 'person' && !facts.isFull) continue
    const alias = facts.key
    if (alias === '' || alias === key || seen.has(alias)) continue
    seen.add(alias)
    const bound = bindings.get(alias) ?? new Map<string, Binding>()
    bindings.set(alias, bound)
    const binding = bound.get(key)
    if (!binding) bound.set(key, { count: 1, first: moment })
    else {
      binding.count++
      if (moment < binding.first) binding.first = moment
    }
  }
}
