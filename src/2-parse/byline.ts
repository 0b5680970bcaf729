import { oneLine } from './characters.js'

const LEAD_IN = /^(?:(?:story|written|reported|words|text|report)\s+)?by\b[:\s]*/i
const SEPARATOR = /\s*[;|\n•·]\s*|\s*,\s+(?:and\s+)?|\s+(?:and|&|with)\s+(?=\p{Lu})/u
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|esq)\.?$/i
const NOBODY = /^(?:none|null|nil|n\/a|na|unknown|undefined|anonymous|author|by|no author|-+|—|\?)?$/i
const NOT_A_NAME = /https?:\/\/|www\.|^\S+@\S+$|^@\S+$/i
/** "Ana Ruiz, Senior Political Correspondent": what she is, behind her name. */
const JOB =
  /^(?:the\s+)?(?:[\p{L}.-]+\s+){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureau chief)$/iu
/** "Ana Ruiz in Lisbon": where she wrote. */
const WHERE = /\s+in\s+\p{Lu}.*$/u
const LONGEST = 120

/**
 * Authors of a byline: "By Ana Ruiz, Tom Blake and Reuters" gives three. The suffix in "Tom Blake, Jr." stays with its
 * name; addresses, profile links and words for nobody go.
 */
export function parseByline(byline: string): readonly string[] {
  const line = oneLine(byline.replace(/[*_`]{1,3}/g, ' ')).slice(0, 2000)
  const names: string[] = []
  for (const part of line.replace(LEAD_IN, '').split(SEPARATOR)) {
    if (SUFFIX.test(part) && names.length > 0) names[names.length - 1] += `, ${part}`
    else if (names.length === 0 || !JOB.test(part)) names.push(part)
  }
  return unique(names.map(cleanName).filter(isName))
}

/**
 * Authors of a record's field: a byline, a list of bylines, or schema.org objects with a `name`.
 */
export function parseAuthors(value: unknown): readonly string[] {
  if (typeof value === 'string') return parseByline(value)
  if (Array.isArray(value)) return unique(value.flatMap(parseAuthors))
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string') {
    return parseByline(value.name)
  }
  return []
}

/**
 * A line of a story that is only a byline: "By Ana Ruiz", "By ANA RUIZ and Tom Blake, Associated Press".
 * "By Friday the water had gone." is none: it ends as a sentence and has lower-case words.
 */
export function isBylineLine(line: string): boolean {
  if (line.length > LONGEST || !/^by:?\s+\p{Lu}/iu.test(line) || /[.!?:]$/.test(line)) return false
  const words = line.replace(/^by:?\s+/i, '').split(/\s+/)
  return (
    words.length <= 12 &&
    words.every((word) => /^\p{Lu}|^(?:and|&|of|the|for|de|van|von|da|del|di|bin|al)$/u.test(word))
  )
}

const cleanName = (name: string): string =>
  name
    .replace(LEAD_IN, '')
    .replace(/\s*[(<][^()<>]*@[^()<>]*[)>]/g, '')
    .replace(WHERE, '')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')

const isName = (name: string): boolean => name.length <= LONGEST && !NOBODY.test(name) && !NOT_A_NAME.test(name)

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]
