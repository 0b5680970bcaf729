/** Sets of ids that are one entity, with the evidence of each join. */
export interface Groups {
  readonly add: (id: string) => void
  readonly has: (id: string) => boolean
  /** The id that stands for the group of `id`. */
  readonly of: (id: string) => string
  /** Joins two groups, unless a person said that they are different. Ids that nothing bears are passed over. */
  readonly join: (a: string, b: string, evidence: string) => void
  readonly isAlone: (id: string) => boolean
  readonly evidence: (group: string) => readonly string[]
}

/** Union-find; the order of joins does not change which ids end up together. */
export function createGroups(apart: readonly { readonly a: string; readonly b: string }[]): Groups {
  const parent = new Map<string, string>()
  const size = new Map<string, number>()
  const evidence = new Map<string, string[]>()
  const of = (id: string): string => {
    let root = id
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  const forbidden = (a: string, b: string): boolean =>
    apart.some((pair) => {
      const [one, two] = [of(pair.a), of(pair.b)]
      return (one === a && two === b) || (one === b && two === a)
    })
  return {
    add: (id) => {
      if (!parent.has(id)) parent.set(id, id)
    },
    has: (id) => parent.has(id),
    of,
    join: (a, b, why) => {
      if (!parent.has(a) || !parent.has(b)) return
      const [from, to] = [of(a), of(b)]
      if (from === to || forbidden(from, to)) return
      const [small, large] = (size.get(from) ?? 1) <= (size.get(to) ?? 1) ? [from, to] : [to, from]
      parent.set(small, large)
      size.set(large, (size.get(large) ?? 1) + (size.get(small) ?? 1))
      const reasons = [...(evidence.get(large) ?? []), ...(evidence.get(small) ?? []), ...(why === '' ? [] : [why])]
      evidence.delete(small)
      if (reasons.length > 0) evidence.set(large, reasons)
    },
    isAlone: (id) => (size.get(of(id)) ?? 1) === 1,
    evidence: (group) => evidence.get(of(group)) ?? [],
  }
}
