const LONGEST_TITLE = 120

export interface PlainArticle {
  readonly title?: string
  readonly body: string
}

/**
 * A plain text file: its first line is the title if it is short and a story follows. A short line that ends like a
 * sentence is a title only where a blank line follows.
 */
export function readPlainText(content: string): PlainArticle {
  const text = content.trim()
  const newline = text.indexOf('\n')
  if (newline < 0) return { body: text }
  const first = text.slice(0, newline).trim()
  const isBlankNext = /^\n[ \t]*\n/.test(text.slice(newline, newline + 200))
  if (first.length > LONGEST_TITLE || (/[.,;:]["”’']?$/.test(first) && !isBlankNext)) return { body: text }
  return { title: first, body: text.slice(newline + 1) }
}
