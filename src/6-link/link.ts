import type { Corpus, CorpusEntity, Linker } from '../document/corpus-entity.js'
import type { OrganizationKind } from '../document/entity.js'
import { slug } from '../document/entity-id.js'
import { fullNameOf } from '../gazetteer/everyday-names.js'
import { parsePersonName } from '../gazetteer/person-name.js'
import { addToCells, type Cell, type Cells, cellIdOf, newCells } from './cells.js'
import { createGroups, type Groups } from './groups.js'
import { type Identities, NO_IDENTITIES } from './identities.js'
import { type Bearer, byFamily, joinOfSurname, joinsByBinding, joinsByName, joinsBySeat } from './join.js'
import { conflict, rankOf } from './role-label.js'

/**
 * Stage 6: who is who in the corpus. An entity's id comes from its name alone, so that it is the same in any order of
 * articles; names that are one entity's take the id of their everyday full form, so that more articles of the same names
 * rename nobody. Bare surnames, acronyms and short names join a full name only on evidence, which is kept. Memory: under a
 * kilobyte for each different name of the corpus, however many articles use it; no mention and no text is kept.
 */
export function createLinker(identities: Identities = NO_IDENTITIES): Linker {
  const cells = newCells()
  const moved = movedBy(identities)
  return {
    add: (document) => addToCells(cells, document, (key) => moved(document.id, key)),
    finish: () => corpusOf(cells, identities, moved),
  }
}

/** "different A B ARTICLE": in that article, A is B. */
function movedBy(identities: Identities): (articleId: string, key: string) => string {
  const moves = new Map<string, string>()
  for (const { a, b, articles } of identities.different) for (const article of articles) moves.set(`${article} ${a}`, b)
  return moves.size === 0 ? (_, key) => key : (articleId, key) => moves.get(`${articleId} ${key}`) ?? key
}

function corpusOf(all: Cells, identities: Identities, moved: (articleId: string, key: string) => string): Corpus {
  const groups = createGroups(identities.different.filter(({ articles }) => articles.length === 0))
  const cells = [...all.cells.values()]
  const senses = sensesOf(cells)
  for (const cell of cells) groups.add(cell.id)
  for (const cell of cells) if (!cell.provisional) groups.add(cell.key)
  for (const [cellId, sense] of senses) groups.join(cellId, sense, '')
  for (const ids of identities.same)
    for (const id of ids.slice(1)) groups.join(id, ids[0], 'decided in the identities file')
  const families = byFamily(cells)
  for (const { from, to, evidence } of joinsByBinding(all)) if (groups.has(to)) groups.join(from, to, evidence)
  for (const { from, to, evidence } of joinsByName(families, all.besideElder)) groups.join(from, to, evidence)
  for (const { from, to, evidence } of joinsBySeat(all)) groups.join(from, to, evidence)
  joinSurnames(cells, families, groups)
  return corpus(cells, groups, identities, moved)
}

/**
 * The cells of one key are one person unless two labels conflict; then each conflicting label is a person of its own,
 * and what has no label or a neutral one goes to the label with the most articles.
 */
function sensesOf(cells: readonly Cell[]): Map<string, string> {
  const byKey = new Map<string, Cell[]>()
  for (const cell of cells) {
    const list = byKey.get(cell.key)
    if (list) list.push(cell)
    else byKey.set(cell.key, [cell])
  }
  const senses = new Map<string, string>()
  for (const list of byKey.values()) {
    if (list[0].provisional) continue
    const ordered = [...list].sort((a, b) => b.articleCount - a.articleCount || (a.first < b.first ? -1 : 1))
    const labelled = ordered.filter((cell) => cell.label !== '')
    const main = labelled[0] ?? ordered[0]
    if (!list.some((cell) => cell.label === '')) senses.set(main.key, main.id)
    for (const cell of ordered) if (cell !== main && !conflict(cell.label, main.label)) senses.set(cell.id, main.id)
  }
  return senses
}

function joinSurnames(cells: readonly Cell[], families: ReadonlyMap<string, readonly string[]>, groups: Groups): void {
  const byGroup = new Map<string, Cell[]>()
  for (const cell of cells) {
    if (cell.type !== 'person' || cell.provisional) continue
    const group = groups.of(cell.id)
    const members = byGroup.get(group)
    if (members) members.push(cell)
    else byGroup.set(group, [cell])
  }
  const cellsByKey = new Map<string, Cell[]>()
  for (const cell of cells) cellsByKey.set(cell.key, [...(cellsByKey.get(cell.key) ?? []), cell])
  for (const cell of cells) {
    if (!cell.provisional) continue
    const family = cell.key.slice('person:'.length)
    const bearerGroups = new Set<string>()
    for (const key of families.get(family) ?? [])
      for (const one of cellsByKey.get(key) ?? []) bearerGroups.add(groups.of(one.id))
    const bearers = [...bearerGroups].sort().map((group): Bearer => {
      const members = byGroup.get(group) ?? []
      return {
        group,
        articles: members.reduce((sum, member) => sum + member.articleCount, 0),
        ranks: new Set(members.flatMap((member) => [...member.honorifics.keys()].map(rankOf))),
      }
    })
    const join = joinOfSurname(cell, bearers)
    if (join) groups.join(join.from, join.to, join.evidence)
  }
  // what stays unjoined is one entity for each bare name, whatever title stands before it
  for (const cell of cells)
    if (cell.provisional && cell.label !== '' && groups.isAlone(cell.id)) groups.join(cell.id, cell.key, '')
}

function corpus(
  cells: readonly Cell[],
  groups: Groups,
  identities: Identities,
  moved: (articleId: string, key: string) => string,
): Corpus {
  const members = new Map<string, Cell[]>()
  for (const cell of cells) {
    const group = groups.of(cell.id)
    const list = members.get(group)
    if (list) list.push(cell)
    else members.set(group, [cell])
  }
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const byFirst = [...members]
    .map(([group, list]) => ({ group, list: inOrder(list), first: earliest(list) }))
    .sort((a, b) => byTime(a.first, b.first))
  const renamed = new Map(identities.rename)
  for (const { group, list } of byFirst) {
    const plain = preferred(list, identities) ?? list[0].key
    const label = list.find((cell) => !cell.provisional && cell.label !== '')?.label ?? ''
    let id = taken.has(plain) ? `${plain}-${slug(label) || 'other'}` : plain
    for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`
    taken.add(id)
    const decided = renamed.get(id) ?? list.map((cell) => renamed.get(cell.key)).find((other) => other !== undefined)
    ids.set(group, decided ?? id)
  }
  return {
    idsIn: idReader(idsOfCells(cells, groups, ids), moved),
    entities: function* () {
      const byId = new Map<string, { cells: Cell[]; evidence: string[] }>()
      for (const [group, list] of members) {
        const id = ids.get(group) ?? group
        const known = byId.get(id)
        const evidence = groups.evidence(group)
        if (known) {
          known.cells.push(...list)
          known.evidence.push(...evidence)
        } else byId.set(id, { cells: [...list], evidence: [...evidence] })
      }
      for (const id of [...byId.keys()].sort()) {
        const { cells: own, evidence } = byId.get(id)!
        yield corpusEntity(id, inOrder(own), everydayEvidence(own).concat(evidence))
      }
    },
  }
}

/** Cells whose entity has another id than the cell. */
function idsOfCells(
  cells: readonly Cell[],
  groups: Groups,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const other = new Map<string, string>()
  for (const cell of cells) {
    const id = ids.get(groups.of(cell.id)) ?? cell.id
    if (id !== cell.id) other.set(cell.id, id)
  }
  return other
}

/** Made apart from the rest so that only the map of ids outlives linking. */
function idReader(
  ids: ReadonlyMap<string, string>,
  moved: (articleId: string, key: string) => string,
): Corpus['idsIn'] {
  return (document) => {
    const found = new Map<string, string>()
    for (const entity of document.entities) {
      const { id, key } = cellIdOf(entity)
      const target = moved(document.id, key)
      const cell = target === key ? id : target
      found.set(entity.id, ids.get(cell) ?? cell)
    }
    return (entityId) => found.get(entityId) ?? entityId
  }
}

/** Earlier published first. */
const byTime = (a: Cell, b: Cell): number => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.id < b.id ? -1 : 1)

/** A bare surname, an acronym, one word of a longer name: it never names a group that has a fuller name. */
const isShort = (cell: Cell): boolean => cell.provisional || (cell.type === 'organization' && !cell.key.includes('-'))

const wordCount = (cell: Cell): number => cell.key.split('-').length

/**
 * The cell that names the group first: an organization before its seat, full names before short ones, then the everyday form (the fewest words), then by
 * the letters. Nothing here depends on time or counts, so that more articles of the same names change nothing.
 */
function inOrder(cells: readonly Cell[]): readonly Cell[] {
  if (cells.length === 1) return cells
  return [...cells].sort(
    (a, b) =>
      Number(a.type === 'place') - Number(b.type === 'place') ||
      Number(isShort(a)) - Number(isShort(b)) ||
      wordCount(a) - wordCount(b) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

const earliest = (cells: readonly Cell[]): Cell => cells.reduce((best, cell) => (byTime(cell, best) < 0 ? cell : best))

/** "same A B" makes A the id, whatever was first. */
function preferred(cells: readonly Cell[], { same }: Identities): string | undefined {
  if (same.length === 0) return undefined
  const keys = new Set(cells.map((cell) => cell.key))
  return same.find((list) => list.some((id) => keys.has(id)))?.[0]
}

function summed(
  cells: readonly Cell[],
  pick: (cell: Cell) => ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (cells.length === 1) return pick(cells[0])
  const sum = new Map<string, number>()
  for (const cell of cells) for (const [key, n] of pick(cell)) sum.set(key, (sum.get(key) ?? 0) + n)
  return sum
}

const byUse = (counts: ReadonlyMap<string, number>): string[] =>
  counts.size < 2
    ? [...counts.keys()]
    : [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1)).map(([form]) => form)

const MOST_ALIASES = 25

function corpusEntity(id: string, cells: readonly Cell[], evidence: readonly string[]): CorpusEntity {
  const [first] = cells
  const full = cells.filter((cell) => !isShort(cell))
  const names = byUse(summed(full.length > 0 ? full : cells, (cell) => cell.names))
  const name = names.find((one) => first.type !== 'organization' || fullNameOf(slug(one)) === undefined) ?? names[0]
  const aliases = otherForms(cells, name)
  const from = least(cells.map((cell) => cell.from))
  const to = least(
    cells.map((cell) => cell.to),
    -1,
  )
  return {
    id,
    type: first.type,
    name,
    aliases: aliases.length > MOST_ALIASES ? aliases.slice(0, MOST_ALIASES) : aliases,
    mentionCount: cells.reduce((sum, cell) => sum + cell.mentionCount, 0),
    articleCount: articlesOf(cells),
    ...(from !== undefined && { firstPublishedAt: from }),
    ...(to !== undefined && { lastPublishedAt: to }),
    ...(first.type === 'person' && { person: personFacts(name, cells) }),
    ...(first.type === 'place' && first.place && { place: first.place }),
    ...(first.type === 'organization' && { organization: organizationFacts(cells) }),
    ...(evidence.length > 0 && { linkEvidence: evidence }),
  }
}

const NO_FORMS: readonly string[] = []

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

function least(values: readonly (string | undefined)[], sign = 1): string | undefined {
  let best: string | undefined
  for (const value of values) {
    if (value !== undefined && (best === undefined || (sign > 0 ? value < best : value > best))) best = value
  }
  return best
}

/** Everyday names share the key of the full name, so that they need no join; where both are used, that is said. */
function everydayEvidence(cells: readonly Cell[]): string[] {
  const [first] = cells
  if (first.type !== 'organization' || first.names.size + first.aliases.size < 2) return []
  const names = [...new Set(cells.flatMap((cell) => [...cell.names.keys(), ...cell.aliases.keys()]))].sort()
  const everyday = names.filter((name) => fullNameOf(slug(name)) !== undefined)
  return everyday.length === names.length
    ? []
    : everyday.map((name) => `"${name}" is a common name of "${fullNameOf(slug(name))}"`)
}

const COURTESIES = new Set(['mr', 'mrs', 'ms', 'miss'])

function personFacts(name: string, cells: readonly Cell[]): NonNullable<CorpusEntity['person']> {
  const parsed = parsePersonName(name)
  const honorifics = byUse(summed(cells, (cell) => cell.honorifics))
  const honorific = honorifics.find((form) => !COURTESIES.has(rankOf(form))) ?? honorifics[0]
  const roles = summed(cells, (cell) => cell.roles)
  const articles = cells.reduce((sum, cell) => sum + cell.articleCount, 0)
  const [role] = byUse(roles).filter((text) => articles < 5 || (roles.get(text) ?? 0) > 1)
  return {
    ...(parsed.given && { given: parsed.given, family: parsed.family }),
    ...(honorific && { honorific }),
    ...(role && { role }),
  }
}

function organizationFacts(cells: readonly Cell[]): NonNullable<CorpusEntity['organization']> {
  const [acronym] = byUse(summed(cells, (cell) => cell.acronyms))
  const [kind] = byUse(summed(cells, (cell) => cell.kinds)) as OrganizationKind[]
  return { ...(acronym && { acronym }), ...(kind && { kind }) }
}
