/**
 * Scores dateline, chrono-node and compromise-dates on the same file of annotated articles with the same scorer:
 *
 *     npx tsx tests/bench/dates-peers.ts GOLD.jsonl [--answers NAME=FILE]...
 *
 * A system that is installed elsewhere takes part by its answers: a line `{"id", "dates": [{"start", "end", "type", "value"}]}`
 * for each article, offsets as in the gold.
 * The peers speak no TIMEX3. Their findings are mapped to it in their favour: prepositions and punctuation around a span
 * are cut off, the grain is the smallest part that they know, and words that they read as an instant ("now") become
 * references.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as chrono from 'chrono-node'
import nlp from 'compromise'
import datePlugin from 'compromise-dates'
import { segment } from '../../src/3-segment/segment.js'
import { recognizeDates } from '../../src/4-recognize/dates/recognize.js'
import { dayOfIso } from '../../src/5-resolve/dates/calendar.js'
import { formatted, granule, granuleAt } from '../../src/5-resolve/dates/granule.js'
import { resolveDates } from '../../src/5-resolve/dates/resolve.js'
import type { TimexType } from '../../src/document/timex.js'
import {
  type DatedArticle,
  formatDateScores,
  type GoldDatedArticle,
  type ScoredDate,
  scoreDates,
} from '../../src/learn/score/dates.js'
import { tagging } from '../helpers/tagging.js'

interface Article extends GoldDatedArticle {
  readonly published: string
}
type Finder = (article: Article) => readonly ScoredDate[]

const LEADING = /^(?:(?:on|at|in|by|until|till|since|from|during|for|of|to|before|after|through|between|as of)\s+)+/i
const TRAILING = /[\s.,;:!?)"']+$/

/** The span without the words and marks around it that TIMEX3 leaves out. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const leading = LEADING.exec(text.slice(start, end))?.[0].length ?? 0
  const from = start + leading
  const to = end - (TRAILING.exec(text.slice(from, end))?.[0].length ?? 0)
  return from < to ? { start: from, end: to } : undefined
}

const pad = (value: number): string => String(value).padStart(2, '0')

const dateline: Finder = ({ id, text, published }) =>
  resolveDates(
    recognizeDates(
      segment(
        {
          id,
          source: id,
          authors: [],
          text,
          sections: [{ kind: 'body', start: 0, end: text.length }],
          diagnostics: [],
          publishedAt: published,
        },
        tagging,
      ),
    ),
  ).dates

const chronoNode: Finder = ({ text, published }) => {
  const instant = new Date(`${published}T12:00:00Z`)
  return chrono.parse(text, { instant, timezone: 0 }).flatMap(({ index, text: words, start }): ScoredDate[] => {
    const span = trimmed(text, index, index + words.length)
    if (!span) return []
    if (/^now$/i.test(words)) return [{ ...span, type: 'DATE', value: 'PRESENT_REF' }]
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => start.get(part)!)
    const date = `${year}-${pad(month)}-${pad(day)}`
    if (start.isCertain('hour'))
      return [
        {
          ...span,
          type: 'TIME',
          value: `${date}T${pad(start.get('hour')!)}:${pad(start.get('minute') ?? 0)}`,
        },
      ]
    const value = /week/i.test(words)
      ? formatted(granuleAt('week', dayOfIso(date) ?? 0))
      : start.isCertain('day') || start.isCertain('weekday')
        ? date
        : start.isCertain('month')
          ? `${year}-${pad(month)}`
          : String(year)
    return [{ ...span, type: 'DATE', value }]
  })
}

/** What compromise-dates says of a date; its own types are not exported. */
interface CompromiseDate {
  readonly offset: { readonly start: number; readonly length: number }
  readonly dates?: {
    readonly start: string | null
    readonly unit?: string
    readonly repeat?: { readonly interval?: Readonly<Record<string, number>> }
  }
  readonly duration?: Readonly<Record<string, number>>
}
interface CompromiseView {
  readonly json: (options: { readonly offset: true }) => readonly CompromiseDate[]
}
interface CompromiseDoc {
  readonly dates: (context: { readonly today: string; readonly timezone: string }) => CompromiseView
  readonly durations: () => CompromiseView
}
const read = (nlp as unknown as { readonly extend: (plugin: unknown) => (text: string) => CompromiseDoc }).extend(
  datePlugin,
)

const LETTERS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' }
const TIME_LETTERS: Readonly<Record<string, string>> = { hour: 'H', minute: 'M', second: 'S' }

function durationOf(parts: Readonly<Record<string, number>>): string {
  const written = (letters: Readonly<Record<string, string>>): string =>
    Object.entries(letters)
      .map(([unit, letter]) => (parts[unit] ? parts[unit] + letter : ''))
      .join('')
  const years = (parts['decade'] ?? 0) * 10 + (parts['century'] ?? 0) * 100
  const date = years ? `${years}Y` : parts['quarter'] ? `${parts['quarter'] * 3}M` : written(LETTERS)
  const time = written(TIME_LETTERS)
  return `P${date}${time ? `T${time}` : ''}`
}

function compromiseValue(start: string, unit: string | undefined): { type: TimexType; value: string } {
  const day = dayOfIso(start) ?? 0
  switch (unit) {
    case 'hour':
    case 'minute':
    case 'time':
    case 'moment':
      return { type: 'TIME', value: start.slice(0, 16) }
    case 'week':
    case 'month':
    case 'quarter':
    case 'season':
    case 'year':
      return { type: 'DATE', value: formatted(granuleAt(unit, day)) }
    case 'decade':
      return { type: 'DATE', value: formatted(granuleAt('decade', day)) }
    case 'weekend':
      return { type: 'DATE', value: formatted(granuleAt('weekend', day)) }
    default:
      return { type: 'DATE', value: formatted(granule('day', day)) }
  }
}

function compromiseStretch(text: string, published: string): ScoredDate[] {
  const doc = read(text)
  const durations = doc.durations().json({ offset: true })
  const lengths: ScoredDate[] = []
  for (const { offset, duration } of durations) {
    const span = trimmed(text, offset.start, offset.start + offset.length)
    if (span && duration && !duration['quarter'])
      lengths.push({ ...span, type: 'DURATION', value: durationOf(duration) })
  }
  const found: ScoredDate[] = []
  for (const { offset, dates } of doc.dates({ today: published, timezone: 'UTC' }).json({ offset: true })) {
    const span = trimmed(text, offset.start, offset.start + offset.length)
    if (!span || !dates) continue
    // "two weeks" is a duration to it as well as a date; the duration is what TIMEX3 asks for.
    if (lengths.some((length) => length.start <= span.start && span.end <= length.end)) continue
    if (dates.repeat) found.push({ ...span, type: 'SET', value: durationOf(dates.repeat.interval ?? {}) })
    else if (/^(right )?now$/i.test(text.slice(span.start, span.end)))
      found.push({ ...span, type: 'DATE', value: 'PRESENT_REF' })
    else if (dates.start) found.push({ ...span, ...compromiseValue(dates.start, dates.unit) })
    else found.push({ ...span, type: 'DATE' })
  }
  const isFree = (length: ScoredDate): boolean =>
    !found.some((date) => date.start < length.end && length.start < date.end)
  return [...found, ...lengths.filter(isFree)]
}

/** It throws on some articles ("t.isValid is not a function"); of those all paragraphs count that it can read. */
const compromiseDates: Finder = ({ text, published }) => {
  try {
    return compromiseStretch(text, published)
  } catch {
    let at = 0
    return text.split('\n').flatMap((line) => {
      const start = at
      at += line.length + 1
      try {
        return compromiseStretch(line, published).map((date) => ({
          ...date,
          start: date.start + start,
          end: date.end + start,
        }))
      } catch {
        return []
      }
    })
  }
}

const jsonLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

/** What a system that runs elsewhere found. */
function answersOf(path: string): Finder {
  const byId = new Map(jsonLines<DatedArticle>(path).map(({ id, dates }) => [id, dates]))
  return ({ id }) => byId.get(id) ?? []
}

function main(path: string, answers: readonly string[]): void {
  const gold = jsonLines<Article>(path).sort((a, b) => (a.id < b.id ? -1 : 1))
  const halves = {
    'all articles': gold,
    'odd articles': gold.filter((_, index) => index % 2 === 0),
    'even articles': gold.filter((_, index) => index % 2 === 1),
  }
  const others = answers.map((each) => {
    const [name, file] = each.split('=')
    return [name, answersOf(file)] as const
  })
  for (const [name, find] of [...Object.entries(OURS_AND_PEERS), ...others]) {
    const began = performance.now()
    const predicted = gold.map((article) => ({ id: article.id, dates: find(article) }))
    const milliseconds = performance.now() - began
    for (const [half, articles] of Object.entries(halves))
      console.log(`\n${name}, ${half}\n${formatDateScores(scoreDates(articles, predicted))}`)
    console.log(`${name}: ${milliseconds.toFixed(0)} ms for ${gold.length} articles (dateline: segmentation included)`)
  }
}

const OURS_AND_PEERS: Readonly<Record<string, Finder>> = {
  dateline,
  'chrono-node': chronoNode,
  'compromise-dates': compromiseDates,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { answers: { type: 'string', multiple: true, default: [] } },
})
if (positionals.length !== 1 || values.answers.some((each) => !/^[^=]+=[^=]+$/.test(each))) {
  console.error('usage: npx tsx tests/bench/dates-peers.ts GOLD.jsonl [--answers NAME=FILE]...')
  process.exit(2)
}
main(positionals[0], values.answers)
