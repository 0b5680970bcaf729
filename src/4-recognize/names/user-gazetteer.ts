import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import { UsageError } from '../../document/usage-error.js'

/** A name of the user's own, from a `--gazetteer` file. */
export interface UserName {
  readonly name: string
  readonly type: EntityType
  readonly aliases: readonly string[]
  readonly id?: string
}

type Fail = (reason: string) => never

const failAt =
  (file: string, line: number): Fail =>
  (reason) => {
    throw new UsageError(`${file}:${line}: ${reason}`)
  }

/**
 * Reads a gazetteer: JSON Lines of `{name, type, aliases?, id?}`, or CSV with the header `name,type,aliases,id` (the last
 * two may be missing) and aliases joined with `;`.
 * @throws UsageError with file, line and reason at the first wrong line; nothing is half-loaded
 */
export function parseUserGazetteer(content: string, file: string): readonly UserName[] {
  const text = content.replace(/^\uFEFF/, '')
  const records = /^\s*\{/.test(text) ? jsonRecords(text, file) : csvRecords(text, file)
  if (records.length === 0)
    throw new UsageError(`${file}: no name in it; expected lines of name,type,aliases,id or JSON Lines`)
  const seen = new Map<string, { readonly line: number; readonly type: EntityType }>()
  return records.map(({ record, line }) => {
    const fail = failAt(file, line)
    const entry = toUserName(record, fail)
    for (const form of [entry.name, ...entry.aliases]) {
      const earlier = seen.get(form)
      if (earlier && earlier.type !== entry.type)
        fail(`"${form}" is ${aType(entry.type)} here but ${aType(earlier.type)} in line ${earlier.line}`)
      if (!earlier) seen.set(form, { line, type: entry.type })
    }
    return entry
  })
}

const aType = (type: EntityType): string => (type === 'organization' ? 'an organization' : `a ${type}`)

interface Record_ {
  readonly record: Readonly<Record<string, unknown>>
  readonly line: number
}

function jsonRecords(text: string, file: string): readonly Record_[] {
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return []
    const fail = failAt(file, index + 1)
    let value: unknown
    try {
      value = JSON.parse(content)
    } catch (error) {
      return fail(`not JSON (${error instanceof Error ? error.message : String(error)})`)
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('expected a JSON object')
    return [{ record: value as Record<string, unknown>, line: index + 1 }]
  })
}

const COLUMNS: ReadonlySet<string> = new Set(['name', 'type', 'aliases', 'id'])

function csvRecords(text: string, file: string): readonly Record_[] {
  const rows = csvRows(text, file)
  if (rows.length === 0) return []
  const [header, ...rest] = rows
  const columns = header.cells.map((cell) => cell.trim().toLowerCase())
  const fail = failAt(file, header.line)
  const strange = columns.find((column) => !COLUMNS.has(column))
  if (strange !== undefined) fail(`the header has a column "${strange}"; expected name,type,aliases,id`)
  for (const needed of ['name', 'type'])
    if (!columns.includes(needed)) fail(`the header lacks the column "${needed}"; expected name,type,aliases,id`)
  return rest.map(({ cells, line }) => {
    if (cells.length > columns.length)
      failAt(
        file,
        line,
      )(`${cells.length} cells, but the header has ${columns.length}; put quotes around cells with commas`)
    const record: Record<string, unknown> = {}
    columns.forEach((column, c) => {
      const cell = cells[c]?.trim() ?? ''
      if (cell === '') return
      record[column] =
        column === 'aliases'
          ? cell
              .split(';')
              .map((alias) => alias.trim())
              .filter((alias) => alias !== '')
          : cell
    })
    return { record, line }
  })
}

/** RFC 4180, with `line` the number of a row's first line; empty lines are skipped. */
function csvRows(text: string, file: string): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  const rows: { cells: string[]; line: number }[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let rowLine = 1
  const endRow = (): void => {
    cells.push(cell)
    if (cells.some((content) => content.trim() !== '')) rows.push({ cells, line: rowLine })
    cells = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (character === ',') {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') {
      endRow()
      rowLine = line
    } else if (character !== '\r') cell += character
  }
  if (quoted) failAt(file, rowLine)('a quote mark opens a cell and never closes')
  endRow()
  return rows
}

const KEYS: ReadonlySet<string> = COLUMNS

function toUserName(record: Readonly<Record<string, unknown>>, fail: Fail): UserName {
  const unknown = Object.keys(record).find((key) => !KEYS.has(key))
  if (unknown !== undefined) fail(`unknown field "${unknown}"; expected name, type, aliases, id`)
  const { name, type, aliases = [], id } = record
  if (typeof name !== 'string' || name.trim() === '') return fail('"name" is missing')
  const kind = typeof type === 'string' ? (type.toLowerCase() as EntityType) : undefined
  if (kind === undefined || !ENTITY_TYPES.includes(kind))
    return fail(`"type" must be one of ${ENTITY_TYPES.join(', ')}, not ${JSON.stringify(type)}`)
  if (!Array.isArray(aliases)) return fail('"aliases" must be a list of names')
  const forms = aliases.map((alias: unknown) =>
    typeof alias === 'string' && alias.trim() !== '' ? alias.trim() : fail('"aliases" must hold names only'),
  )
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    return fail('"id" must be a text or a number')
  const unreadable = [name, ...forms].find((form) => !/[\p{L}\p{N}]/u.test(form))
  if (unreadable !== undefined) fail(`"${unreadable}" has neither letter nor digit`)
  return { name: name.trim(), type: kind, aliases: forms, ...(id !== undefined && { id: String(id) }) }
}

/** Reads a block list: a name a line; empty lines and lines that begin with `#` are skipped. */
export function parseBlockList(content: string, file: string): readonly string[] {
  return content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => {
      const name = line.trim()
      if (name === '' || name.startsWith('#')) return []
      if (!/[\p{L}\p{N}]/u.test(name)) failAt(file, index + 1)(`"${name}" is no name: it has neither letter nor digit`)
      return [name]
    })
}
