import type { Name } from '../../document/mention.js'
import type { Segmented } from '../../document/segmented.js'
import { overlaps } from '../../document/span.js'
import type { UserName } from './user-gazetteer.js'

/** The user's own names and the names that the user never wants, ready for look-up. */
export interface NameLists {
  /** By the first run of letters and digits in lower case; longer forms first. */
  readonly byOpening: ReadonlyMap<string, readonly ListedForm[]>
  /** Normalized as `plain` does. */
  readonly blocked: ReadonlySet<string>
}

interface ListedForm {
  /** Single spaces, straight apostrophes. */
  readonly form: string
  readonly capitals: string
  readonly entry: UserName
}

const straight = (text: string): string => text.replace(/[‘’ʼ]/g, "'")
const spaced = (text: string): string => straight(text).trim().replace(/\s+/g, ' ')
const plain = (text: string): string => spaced(text).toLowerCase()

const OPENING = /[\p{L}\p{N}]+|[^\s]/uy

function openingAt(text: string, at: number): string {
  OPENING.lastIndex = at
  return OPENING.exec(text)?.[0].toLowerCase() ?? ''
}

export function compileNameLists(entries: readonly UserName[], blocked: readonly string[]): NameLists {
  const byOpening = new Map<string, ListedForm[]>()
  for (const entry of entries) {
    for (const text of [entry.name, ...entry.aliases]) {
      const form = spaced(text)
      const key = openingAt(form, 0)
      const forms = byOpening.get(key) ?? []
      forms.push({ form, capitals: form.toUpperCase(), entry })
      byOpening.set(key, forms)
    }
  }
  for (const forms of byOpening.values()) forms.sort((a, b) => b.form.length - a.form.length)
  return { byOpening, blocked: new Set(blocked.map(plain)) }
}

/** The model's names with the user's: those of the gazetteer win wherever they overlap, blocked ones go. */
export function applyNameLists(article: Segmented, names: readonly Name[], lists: NameLists): readonly Name[] {
  const own = lists.byOpening.size > 0 ? findListed(article, lists) : []
  let next = 0
  const kept = names.filter((name) => {
    while (next < own.length && own[next].end <= name.start) next++
    return next >= own.length || !overlaps(own[next], name)
  })
  return [...kept, ...own]
    .filter(({ start, end }) => lists.blocked.size === 0 || !lists.blocked.has(plain(article.text.slice(start, end))))
    .sort((a, b) => a.start - b.start)
}

/** Every place where a listed form stands, from left to right, the longest that begins at a token. */
function findListed({ text, tokens }: Segmented, { byOpening }: NameLists): readonly Name[] {
  const found: Name[] = []
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i]
    for (const { form, capitals, entry } of byOpening.get(openingAt(text, start)) ?? []) {
      const end = Math.max(endOfForm(text, start, form), endOfForm(text, start, capitals))
      if (end < 0) continue
      let last = i
      while (last < tokens.length && tokens.end[last] < end) last++
      if (last >= tokens.length || tokens.end[last] !== end) continue
      const listed = { name: entry.name, ...(entry.id !== undefined && { id: entry.id }) }
      found.push({
        start,
        end,
        firstToken: i,
        endToken: last + 1,
        type: entry.type,
        confidence: 1,
        by: 'gazetteer',
        listed,
      })
      i = last
      break
    }
  }
  return found
}

const isSpace = (character: string): boolean => character === ' ' || character === '\t' || character === '\u00a0'

/** Where `form` ends if the text has it at `start` (any white space within a line for its spaces); else -1. */
function endOfForm(text: string, start: number, form: string): number {
  let at = start
  for (const character of form) {
    if (character === ' ') {
      if (!isSpace(text[at])) return -1
      while (isSpace(text[at])) at++
      continue
    }
    const here = text.slice(at, at + character.length)
    if (here !== character && straight(here) !== character) return -1
    at += character.length
  }
  return at
}
