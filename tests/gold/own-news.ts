/**
 * Our own articles with what stands in them: `own-news.markup.txt` says it in words, this computes the offsets.
 * The test beside it keeps `own-news.jsonl` equal to both; see the README.
 */
import { readFileSync } from 'node:fs'
import { parse } from '../../src/2-parse/parse.js'
import type { Article } from '../../src/document/article.js'
import type { Span } from '../../src/document/span.js'
import { overlaps } from '../../src/document/span.js'

const HERE = new URL('./', import.meta.url)
const ROOT = new URL('../../', HERE)

interface Name extends Span {
  readonly type: 'person' | 'place' | 'organization'
  readonly target: string
}

const TYPES = { person: 'person', place: 'place', org: 'organization' } as const

/** Straight marks for curly ones, one character for one, so that the markup needs no curly marks. */
const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

function articleOf(source: string): Article {
  const content = readFileSync(new URL(source, ROOT), 'utf8').replace(/^\uFEFF/, '')
  const parsed = parse({ kind: 'text', source, content })
  if (parsed.kind === 'error') throw new Error(`${source}: ${parsed.error.message}`)
  return parsed.article
}

/** All places where `needle` stands as words of its own. */
function occurrences(text: string, needle: string): Span[] {
  const found: Span[] = []
  const letter = /[\p{L}\p{N}]/u
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length
    const inWord = letter.test(needle[0]) && letter.test(text[at - 1] ?? ' ')
    const goesOn = letter.test(needle.at(-1) ?? '') && letter.test(text[end] ?? ' ')
    if (!inWord && !goesOn) found.push({ start: at, end })
  }
  return found
}

/** "In [Lincoln], two" is the one Lincoln in those words; a pattern without brackets is every occurrence. */
function spansOf(text: string, pattern: string): Span[] {
  if (!pattern.includes('[')) return occurrences(text, pattern)
  const context = text.indexOf(pattern.replace(/[[\]]/g, ''))
  if (context < 0) return []
  const spans: Span[] = []
  let removed = 0
  for (const { index, 0: whole } of pattern.matchAll(/\[[^\]]+\]/g)) {
    const start = context + index - removed
    removed += 2
    spans.push({ start, end: start + whole.length - 2 })
  }
  return spans
}

interface Claim {
  readonly key: string
  readonly fields: readonly string[]
}

const problems: string[] = []

/** Notes what the article does not bear out; the caller leaves the claim out. */
function fail(source: string, claim: Claim, why: string): never[] {
  problems.push(`${source}: ${claim.key}: ${claim.fields.join(' | ')}: ${why}`)
  return []
}

/** Names in context first, then the longest first, so that "Walsh" leaves "Martin Walsh" alone. */
function namesOf(source: string, text: string, claims: readonly Claim[]): Name[] {
  const patterns = claims.flatMap((claim) => {
    const [names, target = ''] = claim.fields.join(' | ').split(' = ')
    return names.split(' | ').map((pattern) => ({ claim, pattern, target }))
  })
  const rank = (pattern: string): number => (pattern.includes('[') ? 10_000 : pattern.length)
  const taken: (Name | (Span & { readonly type?: undefined }))[] = []
  for (const { claim, pattern, target } of patterns.sort((a, b) => rank(b.pattern) - rank(a.pattern))) {
    const spans = spansOf(text, pattern).filter((span) => !taken.some((other) => overlaps(span, other)))
    if (spans.length === 0) fail(source, claim, `no "${pattern}"`)
    const type = TYPES[claim.key as keyof typeof TYPES]
    for (const span of spans) taken.push(type ? { ...span, type, target } : span)
  }
  return taken.filter((name): name is Name => name.type !== undefined).sort((a, b) => a.start - b.start)
}

function placesOf(text: string, names: readonly Name[]): object[] {
  return names
    .filter((name) => name.type === 'place')
    .map(({ start, end, target }) => {
      const [id, lat, lon, country] = target.split(' ')
      const place = { start, end, name: text.slice(start, end) }
      if (!lat) return place
      const geonameId = id === '-' ? {} : { geonameId: Number(id) }
      return { ...place, ...geonameId, lat: Number(lat), lon: Number(lon), ...(country !== '-' && { country }) }
    })
}

/** Dates are in order of reading. */
function datesOf(source: string, article: Article, text: string, claims: readonly Claim[]): object[] {
  let cursor = 0
  return claims.flatMap((claim) => {
    const [words, value, context] = claim.fields
    const spans = context ? spansOf(text, context) : occurrences(text, words)
    const span = spans.find(({ start }) => start >= cursor)
    if (!span) return fail(source, claim, `not found after "${text.slice(Math.max(0, cursor - 30), cursor)}"`)
    cursor = span.end
    const [type, timex, mod] = value.split(' ')
    return { ...span, text: article.text.slice(span.start, span.end), type, value: timex, ...(mod && { mod }) }
  })
}

/** The stretches inside double quote marks; a quote that runs on is opened again in each paragraph. */
function quotedStretches(text: string): Span[] {
  const stretches: Span[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const marks = [...line.matchAll(/"/g)].map((mark) => offset + mark.index)
    for (let i = 0; i < marks.length; i += 2) {
      stretches.push({ start: marks[i] + 1, end: marks[i + 1] ?? offset + line.length })
    }
    offset += line.length + 1
  }
  return stretches
}

/** "It was…years ago" is from the first words to the last; between them the words must follow in this order. */
function contentOf(text: string, pattern: string, from: number): Span | undefined {
  const pieces = pattern.split('…')
  const start = text.indexOf(pieces[0], from)
  let end = start + pieces[0].length
  for (const piece of pieces.slice(1)) {
    const at = text.indexOf(piece, end)
    if (at < 0) return undefined
    end = at + piece.length
  }
  return start < 0 ? undefined : { start, end }
}

const distance = (a: Span, b: Span): number => Math.max(a.start - b.end, b.start - a.end, 0)

/** The occurrence of `words` that is nearest to all `anchors` together, outside of what is quoted. */
function nearest(text: string, words: string, anchors: readonly Span[], outside: readonly Span[]): Span | undefined {
  const far = (span: Span): number => anchors.reduce((sum, anchor) => sum + distance(span, anchor), 0)
  return occurrences(text, words)
    .filter((span) => !outside.some((part) => overlaps(part, span)))
    .sort((a, b) => far(a) - far(b))[0]
}

/** Before or after what is said or, failing that, in the middle of it: "It was, he said, too late". */
function speakerOf(text: string, words: string, content: Span, quoted: readonly Span[]): Span | undefined {
  const within = nearest(text, words, [content], quoted)
  const around = nearest(text, words, [content], [content])
  const split = text[content.start] === '"'
  return !split && around && distance(around, content) < 120 ? around : within
}

/** The stretches inside marks; a mark that is never closed opens one that ends with the content. */
function partsOf(text: string, content: Span, stretches: readonly Span[]): Span[] {
  const parts = stretches.filter((part) => content.start <= part.start && part.end <= content.end)
  const unclosed = parts.length === 0 && text[content.start] === '"'
  return unclosed ? [{ start: content.start + 1, end: content.end }] : parts
}

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []).length

/** The words of the content that the cue and the speaker between its parts do not count among. */
function kindOf(text: string, content: Span, quoted: readonly Span[], apart: readonly Span[]): string {
  if (quoted.length === 0) return 'indirect'
  const inside = quoted.reduce((sum, part) => sum + wordsIn(text.slice(part.start, part.end)), 0)
  const gaps = quoted.slice(1).map((part, i) => ({ start: quoted[i].end, end: part.start }))
  const told = gaps.filter((gap) => apart.some((span) => overlaps(gap, span)))
  const total =
    wordsIn(text.slice(content.start, content.end)) -
    told.reduce((sum, gap) => sum + wordsIn(text.slice(gap.start, gap.end)), 0)
  return inside >= 0.95 * total ? 'direct' : 'mixed'
}

function speakerType(speaker: Span, words: string, names: readonly Name[]): string {
  if (/^(?:he|she|him|her|his|it|they|I)$/i.test(words)) return 'pronoun'
  return names.some((name) => overlaps(name, speaker)) && !/^a |^an /i.test(words) ? 'proper' : 'nominal'
}

function quotesOf(
  source: string,
  article: Article,
  text: string,
  claims: readonly Claim[],
  names: readonly Name[],
): object[] {
  const stretches = quotedStretches(text)
  const at = (span: Span): object => ({
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
  })
  let cursor = 0
  return claims.flatMap((claim) => {
    const [pattern, speakerWords, cueWords, saidBy] = claim.fields
    const content = contentOf(text, pattern, cursor)
    if (!content) return fail(source, claim, 'not found in order of reading')
    cursor = content.start
    const quoted = partsOf(text, content, stretches)
    const speaker = speakerOf(text, speakerWords, content, quoted)
    if (!speaker) return fail(source, claim, 'no such speaker')
    const cue =
      cueWords === '-'
        ? null
        : nearest(text, cueWords, [speaker, content], overlaps(speaker, content) ? quoted : [content])
    if (cue === undefined) return fail(source, claim, 'no such cue')
    const kind = kindOf(text, content, quoted, cue ? [speaker, cue] : [speaker])
    const named = saidBy.startsWith('- ')
      ? { said_by: null, said_by_description: saidBy.slice(2) }
      : { said_by: saidBy }
    return {
      ...{ start: content.start, end: content.end, kind },
      ...(quoted.length > 0 && { quoted }),
      speaker: at(speaker),
      speaker_type: speakerType(speaker, speakerWords, named.said_by === null ? [] : names),
      ...named,
      cue: cue && at(cue),
    }
  })
}

function record(source: string, claims: readonly Claim[]): object {
  const article = articleOf(source)
  const text = straight(article.text)
  const only = (...keys: string[]): Claim[] => claims.filter((claim) => keys.includes(claim.key))
  const names = namesOf(source, text, only('person', 'place', 'org', 'not'))
  return {
    id: `own/${source.replace(/^.*\//, '').replace(/\.\w+$/, '')}`,
    source: 'dateline',
    title: article.title,
    published: article.publishedAt,
    url: article.url,
    text: article.text,
    mentions: names.map(({ start, end, type }) => ({ start, end, type })),
    places: placesOf(article.text, names),
    dates: datesOf(source, article, text, only('date')),
    quotes: quotesOf(source, article, text, only('q'), names),
  }
}

/** The evaluation set as JSON Lines. Throws when the markup claims what an article does not hold. */
export function ownNews(): string {
  problems.length = 0
  const blocks = readFileSync(new URL('own-news.markup.txt', HERE), 'utf8').split(/^== /m).slice(1)
  const records = blocks.map((block) => {
    const [source, ...lines] = block.trim().split('\n')
    const claims = lines.map((line) => {
      const colon = line.indexOf(': ')
      return { key: line.slice(0, colon), fields: line.slice(colon + 2).split(' | ') }
    })
    return JSON.stringify(record(source, claims))
  })
  if (problems.length > 0) throw new Error(`The markup claims what the articles do not hold:\n${problems.join('\n')}`)
  return `${records.join('\n')}\n`
}
