import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { lineNumberAt, lineRanges, linesIn, newRangeMemory } from '../../../src/run/lines/line-ranges.js'

const home = mkdtempSync(join(tmpdir(), 'dateline-ranges-'))
afterAll(() => rmSync(home, { recursive: true }))
const path = join(home, 'lines')

it('has every line in one range, in order, for ranges of any size', async () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant(''), fc.constant('é'.repeat(200)))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 300 }), async (drawn, bytes) => {
      const lines = drawn.map((text) => text.replaceAll('\n', ' '))
      // What a run that was killed leaves at the end is no line.
      writeFileSync(path, `${lines.map((text) => `${text}\n`).join('')}torn`)
      const found = (await lineRanges(path, bytes)).flatMap((range) => linesIn(path, range))
      expect(found.map((each) => each.bytes.toString('utf8'))).toEqual(lines)
      expect(found.map(({ start }) => lineNumberAt(path, start))).toEqual(lines.map((_, i) => i + 1))
    }),
    { numRuns: 150 },
  )
})

it('reads on where a line is longer than its range', async () => {
  const long = 'x'.repeat(300_000)
  writeFileSync(path, `a\n${long}\nb\n`)
  const found = (await lineRanges(path, 1000)).map((range) => linesIn(path, range).length)
  expect(found.reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(linesIn(path, { start: 0, end: 1000 }).map(({ bytes }) => bytes.length)).toEqual([1, 300_000])
})

it('reads one range after the other into the same memory, which grows in the middle of a range', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => String(i).repeat(i % 20 === 7 ? 150_000 : 3 + i * 40))
  writeFileSync(path, `${lines.join('\n')}\n`)
  const memory = newRangeMemory()
  const found = (await lineRanges(path, 5000)).flatMap((range) =>
    linesIn(path, range, memory).map(({ bytes }) => bytes.toString('utf8')),
  )
  expect(found).toEqual(lines)
})
