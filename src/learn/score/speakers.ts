/**
 * Who said it, by name, by the rules of the gold folder's referee: over direct and mixed quotes that carry `said_by`.
 * A quote is found when one predicted quote covers at least half of its first stretch inside marks; the name is right
 * when both share their last word and the words of one are all among the words of the other, titles, case,
 * punctuation and diacritics aside. Precision counts predictions that begin with a capital.
 */
import type { Span } from '../../document/span.js'
import type { GoldArticle } from '../gold/gold-quotes.js'
import type { PredictedArticle, PredictedQuote } from './quotes.js'

// biome-ignore format: a list
const TITLES = new Set('mr mrs ms miss dr sen senator rep representative gov governor president vice secretary prof professor gen general col lt sgt capt judge justice rev reverend sir dame lord lady the jr sr ii iii'.split(' '))

function wordsOf(name: string): string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const bare = folded.replace(/['’]s\b/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ')
  return bare
    .trim()
    .split(' ')
    .filter((w) => w !== '' && !TITLES.has(w) && w.length > 1)
}

/** "Trump" = "Donald J. Trump"; "Melania Trump" ≠ "Donald Trump". */
export function isSameName(a: string, b: string): boolean {
  const x = wordsOf(a)
  const y = wordsOf(b)
  if (x.length === 0 || y.length === 0 || x.at(-1) !== y.at(-1)) return false
  const [small, large] = x.length <= y.length ? [x, new Set(y)] : [y, new Set(x)]
  return small.every((w) => large.has(w))
}

export interface SpeakerScores {
  readonly named: number
  readonly unnamed: number
  readonly found: number
  readonly right: number
  readonly accuracy: number
  readonly precision: number
  readonly byType: Readonly<
    Record<string, { readonly named: number; readonly right: number; readonly accuracy: number }>
  >
}

function covering(quotes: readonly PredictedQuote[], stretch: Span): PredictedQuote | undefined {
  let best: PredictedQuote | undefined
  let most = -1
  for (const q of quotes) {
    const cover = (q.quoted ?? [q]).reduce(
      (n, r) => n + Math.max(0, Math.min(r.end, stretch.end) - Math.max(r.start, stretch.start)),
      0,
    )
    if (cover > most) {
      best = q
      most = cover
    }
  }
  return most * 2 >= stretch.end - stretch.start ? best : undefined
}

export function scoreSpeakers(golds: readonly GoldArticle[], predictions: readonly PredictedArticle[]): SpeakerScores {
  const byId = new Map(predictions.map((p) => [p.id, p.quotes]))
  let [named, unnamed, found, right, guessed] = [0, 0, 0, 0, 0]
  const types: Record<string, { named: number; right: number }> = {}
  for (const gold of golds) {
    for (const q of gold.quotes) {
      if (q.said_by === undefined) continue
      const p = covering(byId.get(gold.id) ?? [], q.quoted?.[0] ?? q)
      const name = p?.speaker_name ?? p?.speaker?.text ?? ''
      const isName = /^\p{Lu}/u.test(name)
      if (isName) guessed++
      if (q.said_by === null) {
        unnamed++
        continue
      }
      const key = q.speaker_type ?? 'none'
      types[key] ??= { named: 0, right: 0 }
      named++
      types[key].named++
      if (p) found++
      if (isName && isSameName(name, q.said_by)) {
        right++
        types[key].right++
      }
    }
  }
  return {
    named,
    unnamed,
    found,
    right,
    accuracy: named ? right / named : 0,
    precision: guessed ? right / guessed : 0,
    byType: Object.fromEntries(Object.entries(types).map(([k, v]) => [k, { ...v, accuracy: v.right / v.named }])),
  }
}
