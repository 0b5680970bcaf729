/**
 * Trains models/en-news/quotes.json and speakers.json on annotated articles (about half a minute):
 *   npx tsx scripts/train-quotes.ts ../shared/gold/quotes/polnear-train.jsonl [folder of the name model] [output folder]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { segment } from '../src/3-segment/segment.js'
import { recognizeNames } from '../src/4-recognize/names/recognize.js'
import { decodeQuoteModel } from '../src/4-recognize/quotes/choice-model.js'
import { recognizeQuotes } from '../src/4-recognize/quotes/recognize-quotes.js'
import { resolveEntities } from '../src/5-resolve/entities/resolve-entities.js'
import { trainQuotes } from '../src/learn/choices/train-quotes.js'
import { trainSpeakers } from '../src/learn/choices/train-speakers.js'
import type { GoldArticle } from '../src/learn/gold/gold-quotes.js'
import { loadResources } from '../src/run/resources.js'

const [gold, models, out = 'models/en-news'] = process.argv.slice(2)
if (!gold) throw new Error('Give the file of annotated articles: npx tsx scripts/train-quotes.ts polnear-train.jsonl')

mkdirSync(out, { recursive: true })
const resources = await loadResources({ models })
const golds = readFileSync(gold, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as GoldArticle)
const articles = golds.map(({ id, text }) => ({
  id,
  source: gold,
  authors: [],
  text,
  sections: [{ kind: 'body' as const, start: 0, end: text.length }],
  diagnostics: [],
}))
const named = articles.map((article) => recognizeNames(segment(article, resources), resources.nameModel))

const quotes = trainQuotes(
  named.map((article, k) => ({ article, gold: golds[k] })),
  console.log,
)
writeFileSync(join(out, 'quotes.json'), quotes)

const quoteModel = decodeQuoteModel(quotes)
const resolved = named.map((article) => resolveEntities(recognizeQuotes(article, { quoteModel }), resources))
const speakers = trainSpeakers(
  resolved.map((article, k) => ({ article, gold: golds[k] })),
  console.log,
)
writeFileSync(join(out, 'speakers.json'), speakers)
