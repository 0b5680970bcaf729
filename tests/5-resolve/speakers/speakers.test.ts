import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeQuoteModel } from '../../../src/4-recognize/quotes/choice-model.js'
import { recognizeQuotes } from '../../../src/4-recognize/quotes/recognize-quotes.js'
import { resolveEntities } from '../../../src/5-resolve/entities/resolve-entities.js'
import { decodeSpeakerModel } from '../../../src/5-resolve/speakers/model.js'
import { resolveSpeakers } from '../../../src/5-resolve/speakers/resolve-speakers.js'
import { SPEAKER_EXAMPLES } from '../../../src/5-resolve/speakers/speakers.examples.js'
import type { Quote } from '../../../src/document/quote.js'
import { markedArticle, personNames, places } from '../marked-article.js'

const model = (name: string): string =>
  readFileSync(new URL(`../../../models/en-news/${name}`, import.meta.url), 'utf8')
const quoteModel = decodeQuoteModel(model('quotes.json'))
const speakerModel = decodeSpeakerModel(model('speakers.json'))

const quotesOf = (marked: string): readonly Quote[] => {
  const recognized = recognizeQuotes(markedArticle(marked), { quoteModel })
  return resolveSpeakers(resolveEntities(recognized, { personNames, places }), { speakerModel }).quotes
}

describe('speakers', () => {
  it.each(SPEAKER_EXAMPLES)('$because', ({ text, paths }) => {
    expect(quotesOf(text).map((q) => q.speaker?.path.join(' > ') ?? '-')).toEqual(paths)
  })

  it('names nobody without evidence', () => {
    const [quote] = quotesOf('“The tide was late again this year, and nobody could say why it was.”')
    expect(quote.speaker).toBeUndefined()
  })

  it('says how sure it is', () => {
    for (const { text } of SPEAKER_EXAMPLES) {
      for (const { confidence } of quotesOf(text)) {
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    }
  })
})
