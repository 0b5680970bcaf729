import { describe, expect, test } from 'vitest'
import type { TimexType } from '../../../src/document/timex.js'
import { formatDateScores, scoreDates } from '../../../src/learn/score/dates.js'

const text = 'On Monday and again last year, twice a week, for two days.'
const at = (words: string, type: TimexType, value: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  type,
  value,
})
const gold = [
  {
    id: 'a',
    text,
    dates: [at('Monday', 'DATE', '2020-01-06'), at('last year', 'DATE', '2019'), at('two days', 'DURATION', 'P2D')],
  },
  { id: 'b', text, dates: [] },
]

describe('scores of dates', () => {
  test('gold against itself is perfect', () => {
    const scores = scoreDates(gold, gold)
    for (const share of [scores.strict.f1, scores.relaxed.f1, scores.typeF1, scores.valueF1, scores.strictValue.f1])
      expect(share).toBe(1)
  })

  test('spans, types and values are counted apart', () => {
    const scores = scoreDates(gold, [
      {
        id: 'a',
        dates: [at('On Monday', 'DATE', '2020-01-06'), at('last year', 'DURATION', 'P1Y'), at('again', 'DATE', 'X')],
      },
    ])
    expect(scores.strict.tp).toBe(1)
    expect(scores.relaxed).toMatchObject({ tp: 2, predicted: 3, gold: 3 })
    expect([scores.typeCorrect, scores.valueCorrect]).toEqual([1, 1])
    expect(scores.valueF1).toBeCloseTo((2 / 3) * 0.5, 12)
    expect(scores.byGoldType['DATE']).toEqual({ gold: 2, predicted: 2, relaxed: 2, value: 1 })
  })

  test('spans outside the text are left out, and so are unknown articles', () => {
    const scores = scoreDates(gold, [
      { id: 'a', dates: [{ start: 3, end: 9999 }] },
      { id: 'unknown', dates: [at('Monday', 'DATE', '2020-01-06')] },
    ])
    expect(scores.relaxed).toMatchObject({ tp: 0, predicted: 0, gold: 3 })
    expect(scores.typeAccuracy).toBeNull()
  })

  test('nothing at all has no score', () => {
    const scores = scoreDates([], [])
    expect(scores.valueF1).toBeNull()
    expect(formatDateScores(scores)).toContain('value F1      -')
  })
})
