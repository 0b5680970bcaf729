import type { Span } from '../../document/span.js'

/**
 * How well mentions are gathered into entities: B³ (Bagga and Baldwin 1998, "Algorithms for Scoring Coreference
 * Chains"), over the mentions that both sides have. For each mention, precision is the share of its predicted cluster
 * that belongs with it, recall the share of its annotated cluster that it was put with.
 */
export interface ClusterScores {
  readonly mentions: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** For each mention of one article, the annotated and the predicted entity. */
export type Clustered = readonly { readonly gold: string; readonly predicted: string }[]

export function scoreClusters(articles: readonly Clustered[]): ClusterScores {
  let mentions = 0
  let precision = 0
  let recall = 0
  for (const article of articles) {
    const both = new Map<string, number>()
    const gold = new Map<string, number>()
    const predicted = new Map<string, number>()
    const add = (counts: Map<string, number>, key: string): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const mention of article) {
      add(gold, mention.gold)
      add(predicted, mention.predicted)
      add(both, `${mention.gold}\t${mention.predicted}`)
    }
    for (const mention of article) {
      const common = both.get(`${mention.gold}\t${mention.predicted}`) ?? 0
      precision += common / (predicted.get(mention.predicted) ?? 1)
      recall += common / (gold.get(mention.gold) ?? 1)
    }
    mentions += article.length
  }
  const p = mentions ? precision / mentions : null
  const r = mentions ? recall / mentions : null
  return { mentions, precision: p, recall: r, f1: p && r ? (2 * p * r) / (p + r) : null }
}

/** Who says a quote of the gold folder, by name. */
export interface NamedSpeaker {
  readonly speaker?: (Span & { readonly head?: Span | undefined }) | null | undefined
  readonly said_by?: string | null | undefined
}

interface Located {
  readonly start: number
  readonly end: number
  readonly entityId: string
}

/**
 * From the speakers that an annotation names: each mention inside an annotated speaker's head is one of `said_by`.
 * Pronouns and descriptions are no mentions and do not count.
 */
export function speakersClustered(quotes: readonly NamedSpeaker[], mentions: readonly Located[]): Clustered {
  const out = new Map<number, { gold: string; predicted: string }>()
  for (const { speaker, said_by } of quotes) {
    if (!speaker || !said_by) continue
    const head = speaker.head ?? speaker
    const i = mentions.findIndex((mention) => mention.start < head.end && head.start < mention.end)
    if (i >= 0) out.set(i, { gold: said_by, predicted: mentions[i].entityId })
  }
  return [...out.values()]
}
