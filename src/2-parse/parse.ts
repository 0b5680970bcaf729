import type { Article, RawArticle, Section } from '../document/article.js'
import type { Diagnostic, InputError } from '../document/diagnostic.js'
import { articleId, validUrl } from './article-id.js'
import { isBylineLine, parseAuthors } from './byline.js'
import { normalizeLineEnds, oneLine, replaceUnsafe, unsafeDiagnostics } from './characters.js'
import { readCrawlerForm } from './crawler-form.js'
import { detectLanguage, parseLanguage } from './language.js'
import { tidyLines } from './lines.js'
import { markdownToText } from './markdown.js'
import { readPlainText } from './plain-text.js'
import { parsePublishedAt } from './published-at.js'
import { fieldOf, textOf } from './record.js'

/** An article, or why there is none: a line for `errors.jsonl`. */
export type Parsed =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'error'; readonly error: InputError }

/** Metadata as the input wrote them, and the story as plain text. */
interface Draft {
  readonly source: string
  readonly sourceId?: string | undefined
  readonly title?: string | undefined
  readonly body: string
  readonly authors?: unknown
  readonly published?: unknown
  readonly outlet?: string | undefined
  readonly url?: string | undefined
  readonly language?: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Stage 2: typed metadata and one frozen text. The text is title, blank line, body; a record that comes with a ready
 * text and no title keeps it character for character. Metadata that cannot be understood are left out with a diagnostic.
 */
export function parse(raw: RawArticle): Parsed {
  if (raw.kind === 'record') return parseRecord(raw.source, raw.record)
  const content = normalizeLineEnds(raw.content)
  const draft = /\S/.test(content) ? draftOf(raw.source, content) : undefined
  if (!draft) return failed(raw.source, 'empty', 'There is no text in it.')
  const diagnostics = [...unsafeDiagnostics(content, 'replaced'), ...draft.diagnostics]
  return complete(withoutRepeatedHead({ ...draft, diagnostics }))
}

function draftOf(source: string, content: string): Draft {
  const crawled = readCrawlerForm(content)
  if (crawled) {
    const { header, body } = crawled
    const { published, author, outlet, url } = header
    return { source, title: header.title, authors: author, published, outlet, url, ...storyOf(body) }
  }
  if (/\.(?:md|markdown)$/i.test(source)) return { source, ...storyOf(content) }
  const plain = readPlainText(content)
  return { source, title: plain.title, body: tidyLines(replaceUnsafe(plain.body)), diagnostics: [] }
}

function storyOf(markdown: string): Pick<Draft, 'body' | 'diagnostics'> {
  const { text, complete } = markdownToText(replaceUnsafe(markdown))
  return { body: text, diagnostics: complete ? [] : [MARKDOWN_KEPT] }
}

const MARKDOWN_KEPT: Diagnostic = {
  code: 'markdown-kept',
  message: 'Markdown that nests too deep or is too large was kept as it came.',
  stage: 'parse',
}

function parseRecord(source: string, record: Readonly<Record<string, unknown>>): Parsed {
  const text = fieldOf(record, 'text')
  if (typeof text !== 'string') {
    const message = 'The record has no text: expected a string in "text", "body" or "content".'
    return failed(source, 'no-text', message)
  }
  if (!/\S/.test(text)) return failed(source, 'empty', 'There is no text in it.')
  const metadata = {
    source,
    sourceId: textOf(record, 'id'),
    authors: fieldOf(record, 'authors'),
    published: fieldOf(record, 'published'),
    outlet: textOf(record, 'outlet'),
    url: textOf(record, 'url'),
    language: fieldOf(record, 'language'),
  }
  const title = oneLine(textOf(record, 'title') ?? '')
  if (title === '') return complete({ body: text, diagnostics: unsafeDiagnostics(text, 'kept'), ...metadata })
  const body = replaceUnsafe(normalizeLineEnds(text)).trim()
  return complete(withoutRepeatedHead({ title, body, diagnostics: unsafeDiagnostics(text, 'replaced'), ...metadata }))
}

function complete(draft: Draft): Parsed {
  const title = draft.title === undefined ? '' : oneLine(draft.title)
  if (!/\S/.test(draft.body)) return failed(draft.source, 'no-body', 'There is a head but no story under it.')
  const text = title === '' ? draft.body : `${title}\n\n${draft.body}`
  const diagnostics: Diagnostic[] = [...draft.diagnostics]
  const url = understood(draft.url, validUrl, 'url', diagnostics)
  const publishedAt = understood(draft.published, parsePublishedAt, 'published', diagnostics)
  const language = understood(draft.language, parseLanguage, 'language', diagnostics) ?? detectLanguage(text)
  const outlet = draft.outlet === undefined ? '' : oneLine(draft.outlet)
  if (language !== undefined && language !== 'en') diagnostics.push(notEnglish(language))
  return {
    kind: 'article',
    article: {
      id: articleId(url, text),
      ...(draft.sourceId !== undefined && { sourceId: draft.sourceId }),
      source: draft.source,
      ...(title !== '' && { title }),
      authors: parseAuthors(draft.authors),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(outlet !== '' && { outlet }),
      ...(url !== undefined && { url }),
      ...(language !== undefined && { language }),
      text,
      sections: sectionsOf(title, text),
      diagnostics,
    },
  }
}

/**
 * The story without what repeats its head: the title once more as first line, and a byline, which is metadata and never
 * a person of the story.
 */
function withoutRepeatedHead(draft: Draft): Draft {
  const opening = firstLineOf(draft.body)
  const isTitle = draft.title !== undefined && sameTitle(opening.line, draft.title)
  const body = isTitle ? opening.rest : draft.body
  const { line, rest } = firstLineOf(body)
  if (!isBylineLine(line)) return { ...draft, body }
  return { ...draft, body: rest, authors: parseAuthors(draft.authors).length > 0 ? draft.authors : line }
}

const sameTitle = (a: string, b: string): boolean => a.replace(/\.$/, '') === b.replace(/\.$/, '')

function firstLineOf(text: string): { readonly line: string; readonly rest: string } {
  const newline = text.indexOf('\n')
  if (newline < 0) return { line: text.trim(), rest: '' }
  return { line: text.slice(0, newline).trim(), rest: text.slice(newline).replace(/^\s+/, '') }
}

function sectionsOf(title: string, text: string): readonly Section[] {
  if (title === '') return [{ kind: 'body', start: 0, end: text.length }]
  return [
    { kind: 'title', start: 0, end: title.length },
    { kind: 'body', start: title.length + 2, end: text.length },
  ]
}

/** A metadata value through its reader; one that is there and not understood leaves a diagnostic. */
function understood<In, Out>(
  value: In | undefined,
  read: (value: In) => Out | undefined,
  name: string,
  diagnostics: Diagnostic[],
): Out | undefined {
  if (value === undefined || value === '') return undefined
  const result = read(value)
  if (result === undefined) {
    const shown = oneLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 80)
    diagnostics.push({
      code: `${name}-not-understood`,
      message: `Not understood and left out: ${name} "${shown}".`,
      stage: 'parse',
    })
  }
  return result
}

const notEnglish = (language: string): Diagnostic => ({
  code: 'not-english',
  message: `The article is not in English (${language}); names, dates and quotes may be missed.`,
  stage: 'parse',
})

const failed = (source: string, code: string, message: string): Parsed => ({
  kind: 'error',
  error: { source, stage: 'parse', code, message },
})
