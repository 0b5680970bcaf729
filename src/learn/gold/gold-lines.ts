import type { Span } from '../../document/span.js'

/** A wrong line of a gold or gazetteer file; the message names file, line and reason. */
export class LineError extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`)
    this.name = 'LineError'
  }
}

/** Says what is wrong with a line. */
export type Fail = (reason: string) => never

export type Fields = Readonly<Record<string, unknown>>

/** What every annotated article has. */
export interface GoldText {
  readonly id: string
  readonly text: string
}

/**
 * Reads JSON Lines with an annotated article a line; `check` looks at what else it has.
 * @throws LineError at the first line that is none, with file, line and reason
 */
export function readGoldLines<T extends GoldText>(
  content: string,
  file: string,
  check: (article: GoldText, fields: Fields, fail: Fail) => T,
): readonly T[] {
  const articles: T[] = []
  const lineOf = new Map<string, number>()
  content.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const fail: Fail = (reason) => {
      throw new LineError(file, index + 1, reason)
    }
    const fields = parsed(line, fail)
    const article = { id: textOf(fields, 'id', fail), text: textOf(fields, 'text', fail) }
    if (article.id === '') fail('"id" must not be empty')
    const earlier = lineOf.get(article.id)
    if (earlier !== undefined) fail(`the id "${article.id}" was already used in line ${earlier}`)
    lineOf.set(article.id, index + 1)
    articles.push(check(article, fields, fail))
  })
  if (articles.length > 0) return articles
  throw new LineError(file, 1, 'no article in it; expected JSON Lines, one annotated article a line')
}

function textOf(fields: Fields, name: string, fail: Fail): string {
  const value = fields[name]
  return typeof value === 'string' ? value : fail(`"${name}" must be a string`)
}

function parsed(line: string, fail: Fail): Fields {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  } catch (error) {
    return fail(`not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  return fail('expected a JSON object')
}

/** The annotation as a stretch of the text. */
export function spanOf(annotation: unknown, text: string, where: string, fail: Fail): Span {
  if (typeof annotation !== 'object' || annotation === null) return fail(`${where} must be an object`)
  const { start, end } = annotation as Fields
  if (!Number.isInteger(start) || !Number.isInteger(end))
    return fail(`${where}: "start" and "end" must be whole numbers`)
  const span = { start: start as number, end: end as number }
  if (span.start < 0 || span.end > text.length || span.start >= span.end)
    return fail(`${where}: ${start} to ${end} is not a stretch of the text (${text.length} characters)`)
  return span
}
