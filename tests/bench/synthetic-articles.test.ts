import { expect, test } from 'vitest'
import { syntheticArticle, syntheticArticles } from './synthetic-articles.js'

test('article n of a series is the same whatever came before it', () => {
  const series = [...syntheticArticles(50, 3)]
  expect(syntheticArticle(49, 3)).toEqual(series[49])
  expect(syntheticArticle(49, 4)).not.toEqual(series[49])
})

test('articles differ, leave no slot unfilled and are as long as short news articles', () => {
  const series = [...syntheticArticles(2000)]
  expect(new Set(series.map((article) => article.url)).size).toBe(series.length)
  expect(new Set(series.map((article) => article.text)).size).toBe(series.length)
  for (const { title, text } of series) {
    expect(title + text).not.toMatch(/[{}|]|undefined/)
    const words = text.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(150)
    expect(words).toBeLessThanOrEqual(550)
  }
})
