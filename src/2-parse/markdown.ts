import { fromMarkdown } from 'mdast-util-from-markdown'
import { tidyLines } from './lines.js'

type Root = ReturnType<typeof fromMarkdown>
type Node = Root | Root['children'][number]

/**
 * Characters that can mean something in CommonMark. Kept tight ("AT&T", "a < b", "[sic]" and a lone asterisk are plain
 * text) because most paragraphs of a news article need no parser at all.
 */
const MARKDOWN =
  /[\\`]|\*[^\s*][^*]*\*|\*\*\S|\b_[^\s_]|\][(:]|<[a-z/!?][^<>]*>|&[#a-z0-9]{1,32};|^[ \t]*(?:[#>*+=]|-[ \t-]|~~~|\d{1,9}[.)][ \t])/im
// Constructs that reach over blank lines: reference definitions, fences, HTML blocks with blank lines inside.
const REACHES_OVER_BLANK_LINES = /^[ \t]*(?:\[[^\]\n]{1,999}\]:|```|~~~|<(?:!--|script|style|pre|textarea))/im

// Above these a text is no news prose, and the parser's time or depth could grow faster than its length.
const LONGEST_PART = 100_000
const MOST_MARKS = 2_000
const DEEPEST = 24
const MOST_LINES = 100
const LONG_LINE = 120
const MARKS = /[*_[\]`<>~!\\\n]/g
const DEEP = new RegExp(`^[ \\t]*(?:(?:[>*+-]|\\d{1,9}[.)])[ \\t]*){${DEEPEST},}`, 'm')

export interface PlainText {
  readonly text: string
  /** False where some of it was kept as it came, since it nests too deep or is too large for a Markdown parser. */
  readonly complete: boolean
}

/**
 * Plain text of a Markdown body. Link text stays, targets and images go; headings and list items are lines of their
 * own; ordered items keep their number. Paragraphs without Markdown never see the parser.
 */
export function markdownToText(markdown: string): PlainText {
  if (!MARKDOWN.test(markdown)) return { text: tidyLines(markdown), complete: true }
  const isWhole = REACHES_OVER_BLANK_LINES.test(markdown) && marksIn(markdown) <= MOST_MARKS
  let marks = 0
  let complete = true
  const texts = (isWhole ? [markdown] : partsOf(markdown)).map((part) => {
    if (!MARKDOWN.test(part)) return part
    marks += marksIn(part)
    if (marks <= MOST_MARKS && isParsable(part)) return partToText(part)
    complete = false
    return part
  })
  return { text: tidyLines(texts.join('\n')), complete }
}

/**
 * Stretches of whole lines that can be read by themselves: between blank lines, and every long line, since nobody who
 * breaks lines by hand breaks them there: crawlers write a paragraph a line.
 */
function partsOf(markdown: string): readonly string[] {
  const parts: string[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) parts.push(open.join('\n'))
    open = []
  }
  for (const line of markdown.split('\n')) {
    if (line.trim() === '' || line.length >= LONG_LINE) {
      close()
      parts.push(line)
    } else if (open.push(line) >= MOST_LINES) close()
  }
  close()
  return parts
}

/** Plain text of one line of inline Markdown, such as a title. */
export function inlineToText(markdown: string): string {
  if (!MARKDOWN.test(markdown) || !isParsable(markdown) || marksIn(markdown) > MOST_MARKS) return markdown
  return partToText(markdown).replace(/\s+/g, ' ').trim()
}

const marksIn = (part: string): number => part.match(MARKS)?.length ?? 0

const isParsable = (part: string): boolean => part.length <= LONGEST_PART && !DEEP.test(part)

function partToText(part: string): string {
  // News is not indented; what a crawler indents is no code.
  const source = part.replace(/^[ \t]+/gm, '')
  return nodeToText(fromMarkdown(source), source)
}

function nodeToText(node: Node, source: string): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'break':
      return '\n'
    case 'html':
      return htmlToText(node.value)
    case 'list':
      return node.children.map((item) => orderedMarker(item, source) + nodeToText(item, source)).join('\n')
    case 'root':
    case 'blockquote':
    case 'listItem':
      return joinBlocks(node.children, source)
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'thematicBreak':
      return ''
    default:
      return 'children' in node ? node.children.map((child) => nodeToText(child, source)).join('') : ''
  }
}

function joinBlocks(children: readonly Node[], source: string): string {
  const texts = children.map((child) => nodeToText(child, source)).filter((text) => text.trim() !== '')
  return texts.join('\n\n')
}

/** "2016. " of a list item that begins so: a year that opens a paragraph must not vanish. */
function orderedMarker(item: Node, source: string): string {
  const offset = item.position?.start.offset ?? 0
  const marker = /^\d{1,9}[.)]/.exec(source.slice(offset, offset + 10))
  return marker ? `${marker[0]} ` : ''
}

function htmlToText(html: string): string {
  if (/^\s*<(?:!|\?|script|style)/i.test(html)) return ''
  const broken = html.replace(/<(?:br|p|div|li|tr|h[1-6]|blockquote)\b[^<>]*>/gi, '\n')
  return broken.replace(/<[a-z/][^<>]*>/gi, '')
}
