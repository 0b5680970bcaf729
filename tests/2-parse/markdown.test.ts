import { describe, expect, it } from 'vitest'
import { inlineToText, markdownToText } from '../../src/2-parse/markdown.js'
import { fromText } from './articles.js'

describe('Markdown bodies', () => {
  it.each([
    ['A [red barn](https://a.example/x "t") burned.', 'A red barn burned.'],
    ['![Photo of a barn](b.jpg)\n\nIt **burned** _down_.', 'It burned down.'],
    ['[![logo](l.png)](https://a.example) It burned.', 'It burned.'],
    ['## What we know\nIt burned.', 'What we know\n\nIt burned.'],
    ['- one\n- two [x](y)\n- *three*', 'one\ntwo x\nthree'],
    ['1. one\n2. two *x*', '1. one\n2. two x'],
    ['1989. A good year, *she* said.', '1989. A good year, she said.'],
    ['> Quoted *words*\n> go on.', 'Quoted words\ngo on.'],
    ['One line.\nNext line with a [link](x).\nThird.', 'One line.\nNext line with a link.\nThird.'],
    ['One.\n\n\n\nTwo `code`.', 'One.\n\nTwo code.'],
    ['AT&amp;T rose 3\\*', 'AT&T rose 3*'],
    ['AT&T and a_b_c and 2 * 3 * 4 and [sic] a < b', 'AT&T and a_b_c and 2 * 3 * 4 and [sic] a < b'],
    ['<div class="x">Text <b>bold</b></div>', 'Text bold'],
    ['<!-- hidden -->\n\nText.', 'Text.'],
    ['Text.\n\n---\n\nMore.', 'Text.\n\nMore.'],
    ['A [ref][1].\n\n[1]: https://a.example', 'A ref.'],
    ['    Indented by the crawler, *yes*.', 'Indented by the crawler, yes.'],
    ['Ends with break.  \nNext.', 'Ends with break.\nNext.'],
  ])('%j', (markdown, text) => {
    expect(markdownToText(markdown)).toEqual({ text, complete: true })
  })

  it('keeps what nests too deep as it came', () => {
    const article = fromText(`# T\n\nAuthor: **A**\n\n${'>'.repeat(5000)} deep`)
    expect(article.diagnostics.map((d) => d.code)).toContain('markdown-kept')
    expect(article.text).toContain('deep')
  })

  it('reads inline Markdown in titles', () => {
    expect(inlineToText('The *Maria* [sinks](x) &amp; burns')).toBe('The Maria sinks & burns')
  })

  it.each([
    ...['*a **b ', '[', '![', '[a](', '`a ``', '> ', '- ', '<a ', '<!-- ', '&am', '_a __b ', '*\n', '*_', '\\'],
    ...['```\n', '[a]:\n', '<div>\n', '1. ', '(', '"', '=\n', '\t', '\u0301'],
  ])('takes linear time for %j', (piece) => {
    const run = (length: number) => {
      const begin = performance.now()
      fromText(`# T\n\nAuthor: **A**\n\n${piece.repeat(length / piece.length)}x`)
      return performance.now() - begin
    }
    run(50_000)
    expect(run(400_000)).toBeLessThan(run(100_000) * 8 + 150)
  })
})
