import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/2-parse/parse.js'
import type { RawArticle } from '../../src/document/article.js'
import { fromRecord, STORY } from './articles.js'

describe('records', () => {
  it('keeps a ready text character for character', () => {
    const odd = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /\S/.test(text))
    fc.assert(
      fc.property(odd, (text) => {
        expect(fromRecord({ text }).text).toBe(text)
      }),
    )
    expect(fromRecord({ text: '  \r\nA\0 *b* \ud800' }).diagnostics.map((d) => d.code)).toEqual([
      'control-characters',
      'lone-surrogates',
    ])
  })

  it('understands the aliases', () => {
    const article = fromRecord({
      id: 7,
      content: STORY,
      headline: 'Bridge  to\nclose',
      link: 'https://post.example/b',
      datePublished: 'Thu, 04 Mar 2021 09:15:00 -0500',
      byline: 'By Ana Ruiz and Tom Blake',
      publisher: { name: 'Post' },
      language: 'en-GB',
    })
    expect(article).toMatchObject({
      sourceId: '7',
      title: 'Bridge to close',
      text: `Bridge to close\n\n${STORY}`,
      url: 'https://post.example/b',
      publishedAt: '2021-03-04T09:15:00-05:00',
      authors: ['Ana Ruiz', 'Tom Blake'],
      outlet: 'Post',
      language: 'en',
      diagnostics: [],
    })
  })

  it('does not repeat a title that the text begins with', () => {
    const { text } = fromRecord({ title: 'Bridge to close', text: `Bridge to close.\n\n${STORY}` })
    expect(text).toBe(`Bridge to close\n\n${STORY}`)
  })
})

describe('what cannot be read', () => {
  it.each<[string, RawArticle]>([
    ['empty', { kind: 'text', source: 'a', content: '' }],
    ['empty', { kind: 'text', source: 'a', content: '\ufeff \n\n' }],
    ['no-body', { kind: 'text', source: 'a', content: '# Title\n\nPublished at: **2021-03-04**\n' }],
    ['no-body', { kind: 'text', source: 'a', content: '# Title\n\n![x](y.png)\n' }],
    ['no-text', { kind: 'record', source: 'a', record: { title: 'T' } }],
    ['no-text', { kind: 'record', source: 'a', record: { text: 3 } }],
    ['empty', { kind: 'record', source: 'a', record: { text: ' \n' } }],
    ['no-body', { kind: 'record', source: 'a', record: { title: 'T', text: 'T' } }],
  ])('%s: %j', (code, raw) => {
    const parsed = parse(raw)
    expect(parsed.kind === 'error' && parsed.error.code).toBe(code)
  })
})

describe('any text', () => {
  it('never throws; sections cover the text; files leave no control characters', () => {
    const marks = ['# ', '**', '[', '](x)', '> ', '- ', '<b>', '`', '&amp;']
    const words = ['Title', 'Author: ', '😀', ' ', 'By ', 'Ana', '\n', '\n\n', '\r\n', '\0', '\ud800', '\u2028']
    const pieces = fc.array(fc.constantFrom(...marks, ...words), { maxLength: 40 })
    fc.assert(
      fc.property(pieces, (parts) => {
        const parsed = parse({ kind: 'text', source: 'a.md', content: parts.join('') })
        if (parsed.kind === 'error') return
        const { text, sections, title } = parsed.article
        expect(text).toMatch(/\S/)
        expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\u2028]/)
        expect(text).not.toMatch(/\p{Surrogate}/u)
        expect(sections.at(-1)?.end).toBe(text.length)
        if (title !== undefined) expect(text.slice(0, title.length + 2)).toBe(`${title}\n\n`)
      }),
      { numRuns: 500 },
    )
  })
})
