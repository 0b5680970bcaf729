import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conjugations } from '../../../scripts/conjugate.js'
import { segment } from '../../../src/3-segment/segment.js'
import { decodeQuoteModel } from '../../../src/4-recognize/quotes/choice-model.js'
import { CUE_FORMS } from '../../../src/4-recognize/quotes/cue-forms.js'
import { QUOTE_EXAMPLES } from '../../../src/4-recognize/quotes/quotes.examples.js'
import { recognizeQuotes } from '../../../src/4-recognize/quotes/recognize-quotes.js'
import type { QuoteCandidate } from '../../../src/document/quote.js'
import { markedArticle } from '../../5-resolve/marked-article.js'
import { articleOf } from '../../helpers/article-of.js'
import { tagging } from '../../helpers/tagging.js'

const quoteModel = decodeQuoteModel(
  readFileSync(new URL('../../../models/en-news/quotes.json', import.meta.url), 'utf8'),
)

const lineOf = (text: string, q: QuoteCandidate): string => {
  const parts = q.parts.map((p) => text.slice(p.start, p.end)).join(' | ')
  const source = q.by !== 'marks' && q.source ? text.slice(q.source.start, q.source.end) : '-'
  return `${q.kind} [${parts}] ${q.cue?.lemma ?? '-'} < ${source}`
}

describe('quotes', () => {
  it.each(QUOTE_EXAMPLES)('$because', ({ text, quotes }) => {
    const article = recognizeQuotes(markedArticle(text), { quoteModel })
    expect(article.quoteCandidates.map((q) => lineOf(article.text, q))).toEqual(quotes)
  })

  it('has the inflections that compromise computes', () => {
    for (const row of CUE_FORMS) expect(conjugations(row.split(' ')[0]).join(' ')).toBe(row)
  })
})

const PIECES = [
  '“',
  '”',
  '"',
  "''",
  '‘',
  '’',
  '«',
  '»',
  ' ',
  '. ',
  ', ',
  '\n\n',
  ': ',
  '—',
  '(',
  ')',
  'said',
  'Ana Ruiz',
  'she',
  'told',
  'according to',
  'that',
  'the plan was',
  'a farce',
  'who',
  'and',
  '6\'2"',
  '<a href="x">',
  'ROE: ',
  '?',
  '!',
]
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '))

describe('whatever the marks', () => {
  it.each([['rules alone', {}] as const, ['the model', { quoteModel }] as const])(
    'parts are sound with %s',
    (_, resources) => {
      fc.assert(
        fc.property(texts, (text) => {
          const { quoteCandidates } = recognizeQuotes({ ...segment(articleOf(text), tagging), names: [] }, resources)
          const spoken: { start: number; end: number }[] = []
          for (const q of quoteCandidates) {
            expect(q.parts.length).toBeGreaterThan(0)
            expect(q.confidence).toBeGreaterThanOrEqual(0)
            expect(q.confidence).toBeLessThanOrEqual(1)
            for (const part of q.parts) {
              expect(part.start).toBeGreaterThanOrEqual(q.start)
              expect(part.end).toBeLessThanOrEqual(q.end)
              expect(part.end).toBeGreaterThan(part.start)
              if (q.kind === 'indirect') continue
              expect(text.slice(part.start, part.end)).not.toMatch(/\n/)
              spoken.push(part)
            }
            if (q.source) expect(q.source.end).toBeGreaterThan(q.source.start)
          }
          spoken.sort((a, b) => a.start - b.start)
          for (let i = 1; i < spoken.length; i++) expect(spoken[i].start).toBeGreaterThanOrEqual(spoken[i - 1].end)
        }),
        { numRuns: 400 },
      )
    },
  )
})
