/**
 * How well time expressions are found and valued, as TempEval-3 counts (UzZaman et al. 2013, "SemEval-2013 Task 1"):
 * strict: the same span; relaxed: any overlap, one to one; type and value F1: relaxed F1 times the share of relaxed
 * matches with the same type or value. Values compare as strings.
 */
import { overlaps, type Span } from '../../document/span.js'
import type { TimexType } from '../../document/timex.js'
import { counts, percent, prfLine, shareLine } from './lines.js'
import { type Prf, prf, ratio } from './precision.js'

/** A time expression as annotated or predicted. */
export interface ScoredDate extends Span {
  readonly type?: TimexType
  readonly value?: string
}

export interface DatedArticle {
  readonly id: string
  readonly dates: readonly ScoredDate[]
}

export interface GoldDatedArticle extends DatedArticle {
  readonly text: string
}

export interface DateKindCounts {
  readonly gold: number
  readonly predicted: number
  readonly relaxed: number
  readonly value: number
}

export interface DateScores {
  readonly articles: number
  readonly strict: Prf
  readonly relaxed: Prf
  readonly typeAccuracy: number | null
  readonly typeCorrect: number
  readonly valueAccuracy: number | null
  readonly valueCorrect: number
  readonly typeF1: number | null
  readonly valueF1: number | null
  readonly strictValue: Prf
  readonly byGoldType: Readonly<Record<string, DateKindCounts>>
}

/** Shared characters of all that the two cover. */
function jaccard(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common / (a.end - a.start + b.end - b.start - common)
}

/** Pairs of gold and predicted that overlap, one to one, the best first. */
function pairs(gold: readonly ScoredDate[], predicted: readonly ScoredDate[]): [ScoredDate, ScoredDate][] {
  const all = gold.flatMap((g, i) =>
    predicted.map((p, j) => ({ i, j, score: jaccard(g, p) })).filter(({ score }) => score > 0),
  )
  all.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const usedGold = new Set<number>()
  const usedPredicted = new Set<number>()
  const chosen: [ScoredDate, ScoredDate][] = []
  for (const { i, j } of all) {
    if (usedGold.has(i) || usedPredicted.has(j)) continue
    usedGold.add(i)
    usedPredicted.add(j)
    chosen.push([gold[i], predicted[j]])
  }
  return chosen
}

const isInside = ({ start, end }: Span, text: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length

/** Scores over all gold articles; an article without a prediction counts as one without dates. */
export function scoreDates(gold: readonly GoldDatedArticle[], predicted: readonly DatedArticle[]): DateScores {
  const byId = new Map(predicted.map((article) => [article.id, article.dates]))
  const kinds: Record<string, { gold: number; predicted: number; relaxed: number; value: number }> = {}
  const kind = (name: string) => {
    kinds[name] ??= { gold: 0, predicted: 0, relaxed: 0, value: 0 }
    return kinds[name]
  }
  const sum = { gold: 0, predicted: 0, strict: 0, relaxed: 0, type: 0, value: 0, strictValue: 0 }
  for (const article of gold) {
    const dates = (byId.get(article.id) ?? []).filter((date) => isInside(date, article.text))
    sum.gold += article.dates.length
    sum.predicted += dates.length
    for (const date of article.dates) kind(date.type ?? 'NONE').gold++
    for (const date of dates) kind(date.type ?? 'NONE').predicted++
    for (const [g, p] of pairs(article.dates, dates)) {
      const sameSpan = g.start === p.start && g.end === p.end
      const sameValue = g.value === p.value
      sum.relaxed++
      kind(g.type ?? 'NONE').relaxed++
      if (sameSpan) sum.strict++
      if (g.type === p.type) sum.type++
      if (!sameValue) continue
      sum.value++
      kind(g.type ?? 'NONE').value++
      if (sameSpan) sum.strictValue++
    }
  }
  const relaxed = prf(sum.relaxed, sum.predicted, sum.gold)
  const typeAccuracy = ratio(sum.type, sum.relaxed)
  const valueAccuracy = ratio(sum.value, sum.relaxed)
  return {
    articles: gold.length,
    strict: prf(sum.strict, sum.predicted, sum.gold),
    relaxed,
    typeAccuracy,
    typeCorrect: sum.type,
    valueAccuracy,
    valueCorrect: sum.value,
    typeF1: relaxed.f1 === null ? null : relaxed.f1 * (typeAccuracy ?? 0),
    valueF1: relaxed.f1 === null ? null : relaxed.f1 * (valueAccuracy ?? 0),
    strictValue: prf(sum.strictValue, sum.predicted, sum.gold),
    byGoldType: kinds,
  }
}

/** The scores as lines for people. */
export function formatDateScores(scores: DateScores): string {
  const { relaxed, byGoldType } = scores
  return [
    prfLine('dates, strict span', scores.strict, counts(scores.strict)),
    prfLine('dates, relaxed span (overlap)', relaxed, counts(relaxed)),
    shareLine('type accuracy (relaxed matches)', scores.typeCorrect, relaxed.tp),
    shareLine('value accuracy (relaxed matches)', scores.valueCorrect, relaxed.tp),
    `TempEval-3 type F1 ${percent(scores.typeF1)}   value F1 ${percent(scores.valueF1)}`,
    prfLine('dates, strict span and value', scores.strictValue, counts(scores.strictValue)),
    ...Object.entries(byGoldType).map(
      ([name, kind]) =>
        `  ${name.padEnd(10)} gold ${kind.gold}, predicted ${kind.predicted}, found ${kind.relaxed}, value right ${kind.value}`,
    ),
  ].join('\n')
}
