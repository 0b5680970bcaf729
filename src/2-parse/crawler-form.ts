import { inlineToText } from './markdown.js'

/** What stands above the story in a crawler's file, every field as it was written. */
export interface CrawlerHeader {
  readonly title?: string
  readonly published?: string
  readonly author?: string
  readonly outlet?: string
  readonly url?: string
}

export interface CrawlerArticle {
  readonly header: CrawlerHeader
  /** The rest, still Markdown. */
  readonly body: string
}

type Field = keyof CrawlerHeader

const METADATA = /^(published(?: at| on)?|date|authors?|byline|original|source|url|outlet|publisher)\s*:\s*(.*)$/i
const FIELDS: Readonly<Record<string, Field>> = {
  published: 'published', date: 'published', author: 'author', authors: 'author', byline: 'author', original: 'url', source: 'url',
  url: 'url', outlet: 'outlet', publisher: 'outlet',
} // biome-ignore format: a table
/** Words that only a crawler's head uses; "Source:" or "Date:" alone do not make a text an article of this form. */
const CERTAIN = /^(?:published at|authors?|original)\s*:/i
const LINK = /^\[([^\]]*)\]\(\s*<?([^\s>]*)>?(?:\s+"[^"]*")?\s*\)$/

/**
 * Reads the crawler's form: a `# Title` and lines such as `Published at: **…**`, `Author: **…**`,
 * `Original: [Outlet](address)`, any of them missing, in any order, with or without blank lines between.
 * Undefined where the text does not begin so.
 */
export function readCrawlerForm(content: string): CrawlerArticle | undefined {
  const header: { -readonly [F in Field]?: string } = {}
  let isCrawlerForm = false
  let position = 0
  while (position < content.length) {
    const newline = content.indexOf('\n', position)
    const end = newline < 0 ? content.length : newline
    const line = content.slice(position, end).trim()
    const found = line === '' ? {} : readHeaderLine(line, header)
    if (!found) break
    if (found.title !== undefined || CERTAIN.test(line)) isCrawlerForm = true
    Object.assign(header, found)
    position = end + 1
  }
  return isCrawlerForm ? { header, body: content.slice(position) } : undefined
}

/** The fields of one line of the head; undefined for the first line of the story. */
function readHeaderLine(line: string, header: CrawlerHeader): CrawlerHeader | undefined {
  if (/^#\s/.test(line)) return header.title === undefined ? { title: readTitle(line) } : undefined
  if (line === '#') return header.title === undefined ? {} : undefined
  const match = METADATA.exec(line)
  if (!match || line.length > 3000) return undefined
  const field = FIELDS[match[1].toLowerCase().split(' ')[0]]
  if (header[field] !== undefined) return undefined
  const value = withoutEmphasis(match[2])
  return field === 'url' ? readOriginal(value) : { [field]: value }
}

const readTitle = (line: string): string => inlineToText(line.replace(/^#\s+/, '').replace(/\s+#+$/, ''))

function readOriginal(value: string): CrawlerHeader {
  const link = LINK.exec(value)
  if (link) return { ...(link[1].trim() && { outlet: withoutEmphasis(link[1]) }), ...(link[2] && { url: link[2] }) }
  const address = value.replace(/^<|>$/g, '')
  return /^https?:\/\//i.test(address) ? { url: address } : value === '' ? {} : { outlet: value }
}

const withoutEmphasis = (value: string): string =>
  value
    .trim()
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .trim()
