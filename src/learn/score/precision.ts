/** Counts and what follows from them: shares from 0 to 1; null where there is nothing to divide by. */
export interface Prf {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** How many were right. */
  readonly tp: number
  readonly predicted: number
  readonly gold: number
}

export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Precision, recall and F1 (van Rijsbergen 1979). */
export function prf(tp: number, predicted: number, gold: number): Prf {
  return {
    precision: ratio(tp, predicted),
    recall: ratio(tp, gold),
    f1: ratio(2 * tp, predicted + gold),
    tp,
    predicted,
    gold,
  }
}

/** One-to-one matching, best score first: pairs of a gold and a predicted index. */
export function match<G, P>(
  golds: readonly G[],
  preds: readonly P[],
  score: (g: G, p: P) => number,
  least: number,
): [number, number][] {
  const pairs: [number, number, number][] = []
  golds.forEach((g, i) => {
    preds.forEach((p, j) => {
      const s = score(g, p)
      if (s > 0 && s >= least) pairs.push([i, j, s])
    })
  })
  pairs.sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1])
  const usedGold = new Set<number>()
  const usedPred = new Set<number>()
  const out: [number, number][] = []
  for (const [i, j] of pairs) {
    if (usedGold.has(i) || usedPred.has(j)) continue
    usedGold.add(i)
    usedPred.add(j)
    out.push([i, j])
  }
  return out
}
