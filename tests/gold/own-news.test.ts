import { expect, test } from 'vitest'
import { ownNews } from './own-news.js'

interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly text?: string
}

interface GoldRecord {
  readonly id: string
  readonly text: string
  readonly mentions: readonly GoldSpan[]
  readonly places: readonly GoldSpan[]
  readonly dates: readonly GoldSpan[]
  readonly quotes: readonly (GoldSpan & { readonly speaker: GoldSpan; readonly quoted?: readonly GoldSpan[] })[]
}

test('own-news.jsonl is what the markup and the articles make (remade by: npx vitest run tests/gold -u)', async () => {
  await expect(ownNews()).toMatchFileSnapshot('own-news.jsonl')
})

test('every span of the gold lies in its article and begins and ends with a character', () => {
  const records = ownNews()
    .trim()
    .split('\n')
    .map((line): GoldRecord => JSON.parse(line))
  expect(records.length).toBe(22)
  for (const { id, text, mentions, places, dates, quotes } of records) {
    const parts = quotes.flatMap((quote) => [quote.speaker, ...(quote.quoted ?? [])])
    for (const span of [...mentions, ...places, ...dates, ...quotes, ...parts]) {
      const words = text.slice(span.start, span.end)
      expect(words, id).not.toBe('')
      expect(words.trim(), id).toBe(words)
      expect(span.text ?? words, id).toBe(words)
    }
    for (const [i, mention] of mentions.slice(1).entries()) {
      expect(mention.start, id).toBeGreaterThanOrEqual(mentions[i].end)
    }
  }
})
