import type { CellId, Corpus, Linker } from '../document/corpus-entity.js'
import { slug } from '../document/entity-id.js'
import { addToCells, type Cell, type Cells, newCells } from './cells.js'
import { corpusEntity, everydayEvidence, isShort } from './corpus-entity.js'
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
    finish: () => corpusOf(cells, identities),
  }
}

/** "different A B ARTICLE": in that article, A is B. */
function movedBy(identities: Identities): (articleId: string, key: string) => string {
  const moves = new Map<string, string>()
  for (const { a, b, articles } of identities.different) for (const article of articles) moves.set(`${article} ${a}`, b)
  return moves.size === 0 ? (_, key) => key : (articleId, key) => moves.get(`${articleId} ${key}`) ?? key
}

function corpusOf(all: Cells, identities: Identities): Corpus {
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
  return corpus(cells, groups, identities)
}

function byKeyOf(cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> {
  const byKey = new Map<string, Cell[]>()
  for (const cell of cells) {
    const list = byKey.get(cell.key)
    if (list) list.push(cell)
    else byKey.set(cell.key, [cell])
  }
  return byKey
}

/**
 * The cells of one key are one person unless two labels conflict; then each conflicting label is a person of its own,
 * and what has no label or a neutral one goes to the label with the most articles.
 */
function sensesOf(cells: readonly Cell[]): Map<string, string> {
  const byKey = byKeyOf(cells)
  const senses = new Map<string, string>()
  for (const list of byKey.values()) {
    if (list[0].provisional) continue
    if (list.length === 1) {
      if (list[0].label !== '') senses.set(list[0].key, list[0].id)
      continue
    }
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
  const cellsByKey = byKeyOf(cells)
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

function corpus(cells: readonly Cell[], groups: Groups, identities: Identities): Corpus {
  const members = new Map<string, Cell[]>()
  for (const cell of cells) {
    const group = groups.of(cell.id)
    const list = members.get(group)
    if (list) list.push(cell)
    else members.set(group, [cell])
  }
  const found = [...members].map(([group, list]): Found => ({ id: '', group, list, first: earliest(list) }))
  giveIds(found, identities)
  return {
    idOf: idReader(otherIds(found)),
    entities: function* () {
      const byId = new Map<string, Found[]>()
      for (const one of found) {
        const known = byId.get(one.id)
        if (known) known.push(one)
        else byId.set(one.id, [one])
      }
      for (const id of [...byId.keys()].sort()) {
        const own = byId.get(id) ?? []
        const list = own.length === 1 ? own[0].list : own.flatMap((one) => one.list)
        const evidence =
          own.length === 1 ? groups.evidence(own[0].group) : own.flatMap((one) => groups.evidence(one.group))
        yield corpusEntity(id, inOrder(list), everydayEvidence(list, evidence))
      }
    },
  }
}

/** A group of cells on its way to being an entity of the corpus. */
interface Found {
  id: string
  readonly group: string
  readonly list: readonly Cell[]
  readonly first: Cell
}

/** Of several groups of one name, the one named first has the plain id. */
function giveIds(found: readonly Found[], identities: Identities): void {
  const taken = new Set<string>()
  const renamed = new Map(identities.rename)
  for (const one of [...found].sort((a, b) => byTime(a.first, b.first))) {
    const list = inOrder(one.list)
    const plain = preferred(list, identities) ?? list[0].key
    let id = plain
    if (taken.has(plain)) {
      const label = list.find((cell) => !cell.provisional && cell.label !== '')?.label ?? ''
      id = `${plain}-${slug(label) || 'other'}`
    }
    for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`
    taken.add(id)
    one.id = renamed.size === 0 ? id : (decidedFor(id, list, renamed) ?? id)
  }
}

/** Cells whose entity has another id than the cell. */
function otherIds(found: readonly Found[]): ReadonlyMap<CellId, string> {
  const other = new Map<string, string>()
  for (const { id, list } of found) for (const cell of list) if (id !== cell.id) other.set(cell.id, id)
  return other
}

/** Made apart from the rest so that only the map of ids outlives linking. */
const idReader =
  (ids: ReadonlyMap<CellId, string>): Corpus['idOf'] =>
  (cell) =>
    ids.get(cell) ?? cell

/** "rename OLD NEW": by the id, or by the key of one of its cells. */
function decidedFor(id: string, cells: readonly Cell[], renamed: ReadonlyMap<string, string>): string | undefined {
  return renamed.get(id) ?? cells.map((cell) => renamed.get(cell.key)).find((other) => other !== undefined)
}

/** Earlier published first. */
const byTime = (a: Cell, b: Cell): number => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.id < b.id ? -1 : 1)

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

const earliest = (cells: readonly Cell[]): Cell =>
  cells.length === 1 ? cells[0] : cells.reduce((best, cell) => (byTime(cell, best) < 0 ? cell : best))

/** "same A B" makes A the id, whatever was first. */
function preferred(cells: readonly Cell[], { same }: Identities): string | undefined {
  if (same.length === 0) return undefined
  const keys = new Set(cells.map((cell) => cell.key))
  return same.find((list) => list.some((id) => keys.has(id)))?.[0]
}
