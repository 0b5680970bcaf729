/** What the elements of a pattern read, by label: `MONTH` under `month`, `YEAR:to` under `to`. */
export type Captures = Readonly<Record<string, number>>

/**
 * The same while matching. A wrong turn is taken back by setting `size`; the arrays themselves never shrink, so that
 * nothing is allocated on the way.
 */
export interface Tape {
  readonly labels: string[]
  readonly values: number[]
  size: number
  readonly push: (label: string, value: number) => void
}

export function newTape(): Tape {
  const labels: string[] = []
  const values: number[] = []
  const tape: Tape = {
    labels,
    values,
    size: 0,
    push(label, value) {
      labels[tape.size] = label
      values[tape.size] = value
      tape.size++
    },
  }
  return tape
}

export function capturesOf({ labels, values, size }: Tape): Captures {
  const captures: Record<string, number> = {}
  for (let at = 0; at < size; at++) captures[labels[at]] = values[at]
  return captures
}
