/** So many pairs are kept; the words come from short lists, but for verbs that only their ending makes a cue. */
const MOST = 20_000
const LONGEST = 24

const known = new Map<string, Map<string, string>>()
let size = 0

/**
 * `${a} ${b}`, the same string each time: a new string has to be built and hashed before a table can be asked for it,
 * which costs more than the rest of a choice.
 */
export function joined(a: string, b: string): string {
  let row = known.get(a)
  if (row === undefined) {
    if (size >= MOST || a.length > LONGEST) return `${a} ${b}`
    row = new Map()
    known.set(a, row)
  }
  const found = row.get(b)
  if (found !== undefined) return found
  const pair = `${a} ${b}`
  if (size < MOST) {
    row.set(b, pair)
    size++
  }
  return pair
}
