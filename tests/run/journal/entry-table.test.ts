import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hash } from '../../../src/run/journal/entries.js'
import { createEntryTable, type Entry, type Place } from '../../../src/run/journal/entry-table.js'

const entryOf = (n: number, line = n): Entry => ({
  key: hash(`key ${n}`),
  id: hash(`id ${n % 7000}`).slice(0, 16),
  // Two of these share half of a surrogate pair.
  source: `crawl/${'é'.repeat(n % 300)}/${['😀', '😁'][n % 2]}${n}.jsonl#${n}`,
  line: hash(`line ${line}`),
})
const placeOf = (n: number): Place => ({ file: n % 2, start: n * 4e9, length: n, marked: n % 3 === 0 })

it('knows twenty thousand entries by key, and the later one of two with the same', () => {
  const table = createEntryTable()
  const numbers = Array.from({ length: 20_000 }, (_, n) => n)
  for (const n of numbers) expect(table.put(entryOf(n), placeOf(n))).toBe(n)
  for (const n of numbers.filter((n) => n % 5 === 0)) expect(table.put(entryOf(n, -n), placeOf(n + 1))).toBe(n)
  expect(table.size()).toBe(20_000)
  expect(table.find(hash('unknown'))).toBe(-1)
  for (const n of numbers) {
    const isReplaced = n % 5 === 0
    expect(table.find(hash(`key ${n}`))).toBe(n)
    expect(table.entry(n)).toEqual(entryOf(n, isReplaced ? -n : n))
    expect(table.place(n)).toEqual(placeOf(isReplaced ? n + 1 : n))
  }
})

it('orders by article, then source, wherever the entries lie', () => {
  const table = createEntryTable()
  for (let n = 0; n < 20_000; n++) table.put(entryOf(n), placeOf(n))
  const index = fc.integer({ min: 0, max: 19_999 })
  fc.assert(
    fc.property(index, index, (a, b) => {
      const [one, other] = [entryOf(a), entryOf(b)]
      const text = ({ id, source }: Entry): string => `${id} ${source}`
      expect(Math.sign(table.compare(a, b))).toBe(text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0)
      expect(table.sameArticle(a, b)).toBe(one.id === other.id)
    }),
  )
})
