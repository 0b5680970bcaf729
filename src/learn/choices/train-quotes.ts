import {
  CHOICES,
  type Choice,
  decodeQuoteModel,
  type QuoteModel,
  TEMPLATES,
} from '../../4-recognize/quotes/choice-model.js'
import { CUE_LEMMAS } from '../../4-recognize/quotes/cues.js'
import { type Describe, type Judge, judgeBy, type Subject } from '../../4-recognize/quotes/judge.js'
import { candidatesBy, stretchesOf } from '../../4-recognize/quotes/recognize-quotes.js'
import { symbol, textOf } from '../../4-recognize/quotes/symbols.js'
import type { WithNames } from '../../document/mention.js'
import type { Segmented } from '../../document/segmented.js'
import { overlaps, type Span } from '../../document/span.js'
import type { GoldArticle, GoldQuote } from '../gold/gold-quotes.js'
import { type Example, numbering, trainLogLinear } from './log-linear.js'

/** An article through the names stage, with its annotation. */
export interface AnnotatedQuotes {
  readonly article: Segmented & WithNames
  readonly gold: GoldArticle
}

/** A decision with its candidates' features as `template\tvalue`. */
interface Recorded {
  readonly candidates: readonly (readonly string[])[]
  readonly right: readonly number[]
}

const spanOf = ({ tokens }: Segmented, range: { firstToken: number; endToken: number }): Span => ({
  start: tokens.start[range.firstToken],
  end: tokens.end[range.endToken - 1],
})

const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const jaccard = (a: Span, b: Span): number => {
  const c = common(a, b)
  return c / (a.end - a.start + b.end - b.start - c)
}

/** Which candidates the annotation calls right; `undefined` where it does not say. "None" is the index after the last. */
function answer(at: AnnotatedQuotes, subject: Subject, count: number): number[] | undefined {
  const { article, gold } = at
  const cueSpan = (report: { cue: { first: number; end: number } | undefined }): Span | undefined =>
    report.cue && spanOf(article, { firstToken: report.cue.first, endToken: report.cue.end })
  switch (subject.choice) {
    case 'end': {
      const cue = cueSpan(subject.report)
      const start = article.tokens.start[subject.report.content.firstToken]
      const quote = gold.quotes.find((q) => cue && q.cue && overlaps(q.cue, cue) && Math.abs(q.start - start) < 12)
      if (!quote) return undefined
      const distances = subject.ends.map((end) => Math.abs(article.tokens.end[end - 1] - quote.end))
      const least = Math.min(...distances)
      return least > 4 ? undefined : [distances.indexOf(least)]
    }
    case 'owner': {
      const stretch = stretchesOf(article)[subject.stretch]
      const quotes = gold.quotes.filter((q) =>
        q.quoted?.some((s) => common(s, stretch) * 2 > stretch.end - stretch.start),
      )
      const right = subject.reports.flatMap((report, k) =>
        quotes.some((q) => reports(article, report, q, cueSpan(report))) ? [k] : [],
      )
      return right.length > 0 && right.length < count ? right : undefined
    }
    case 'keep': {
      const content = spanOf(article, subject.report.content)
      if (gold.ignore?.some((r) => common(r, content) * 2 > content.end - content.start)) return undefined
      return gold.quotes.some((q) => jaccard(q, content) >= 0.5) ? [0] : [count]
    }
    case 'quotation': {
      const stretch = stretchesOf(article)[subject.stretch]
      if (gold.ignore?.some((r) => common(r, stretch) * 2 > stretch.end - stretch.start)) return undefined
      return gold.quotes.some((q) => q.quoted?.some((s) => jaccard(s, stretch) >= 0.7)) ? [0] : [count]
    }
  }
}

function reports(
  article: Segmented,
  report: { source: { firstToken: number; endToken: number } | undefined },
  q: GoldQuote,
  cue: Span | undefined,
): boolean {
  const head = q.speaker?.head ?? q.speaker
  if (report.source && head) return overlaps(spanOf(article, report.source), head)
  return cue !== undefined && q.cue !== null && q.cue !== undefined && overlaps(q.cue, cue)
}

/** A judge that writes down what it is asked; the annotation answers, or `model` where one is given for that choice. */
function recorder(
  at: AnnotatedQuotes,
  out: Record<Choice, Recorded[]>,
  model: Judge | undefined,
  learned: ReadonlySet<Choice>,
): Judge {
  return {
    pick(subject: Subject, candidates: readonly Describe[]) {
      const right = answer(at, subject, candidates.length)
      const binary = subject.choice === 'keep' || subject.choice === 'quotation'
      if (right) {
        const features = candidates.map((describe) => {
          const list: string[] = []
          describe((template, value) => list.push(`${TEMPLATES[template - 1]}\t${textOf(value)}`))
          return list
        })
        out[subject.choice].push({ candidates: binary ? [...features, []] : features, right })
      }
      if (model && learned.has(subject.choice)) return model.pick(subject, candidates)
      const fallback = subject.choice === 'end' ? candidates.length - 1 : 0
      return { index: right ? right[0] : fallback, p: 1 }
    },
  }
}

const LEAST_OFTEN = 4

/** Features that are seen often enough, as numbers; then weights by template and value. */
function train(recorded: readonly Recorded[]): Record<string, Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { candidates } of recorded)
    for (const list of candidates) for (const f of list) counts.set(f, (counts.get(f) ?? 0) + 1)
  const numbers = numbering()
  const examples: Example[] = recorded.map(({ candidates, right }) => ({
    right,
    candidates: candidates.map((list) =>
      list.filter((f) => (counts.get(f) ?? 0) >= LEAST_OFTEN).map((f) => numbers.of(f)),
    ),
  }))
  const weights = trainLogLinear(examples, numbers.names.length, { epochs: 12, rate: 0.1, decay: 2e-4 })
  const table: Record<string, Record<string, number>> = {}
  numbers.names.forEach((name, k) => {
    const [template, value] = name.split('\t')
    const weight = Math.round(weights[k] * 1000) / 1000
    if (weight === 0) return
    table[template] ??= {}
    table[template][value] = weight
  })
  return table
}

const empty = (): Record<Choice, Recorded[]> => ({ end: [], owner: [], keep: [], quotation: [] })

/** Trains the choices of `4-recognize/quotes/`: endings and owners first, then what depends on them. The file's JSON. */
export function trainQuotes(articles: readonly AnnotatedQuotes[], log: (line: string) => void): string {
  for (const lemma of CUE_LEMMAS) symbol(lemma)
  for (const { article } of articles) for (const word of article.tokens.lower) symbol(word)
  const first = empty()
  for (const at of articles) candidatesBy(at.article, recorder(at, first, undefined, new Set()))
  const tables: Record<string, Record<string, Record<string, number>>> = { keep: {}, quotation: {} }
  tables['end'] = train(first.end)
  tables['owner'] = train(first.owner)
  const model: QuoteModel = decodeQuoteModel(JSON.stringify(tables))
  const second = empty()
  for (const at of articles)
    candidatesBy(at.article, recorder(at, second, judgeBy(model), new Set<Choice>(['end', 'owner'])))
  tables['keep'] = train(second.keep)
  tables['quotation'] = train(second.quotation)
  for (const choice of CHOICES)
    log(`${choice}: ${(choice === 'end' || choice === 'owner' ? first : second)[choice].length} decisions`)
  return `${JSON.stringify(tables)}\n`
}
