import { describe, expect, it } from 'vitest'
import { articleId } from '../../src/2-parse/article-id.js'
import { fromText, STORY } from './articles.js'

const HEAD =
  '# Bridge to close\n\nPublished at: **2021-03-04T09:15:00+00:00**\n\nAuthor: **Ana Ruiz**\n\nOriginal: [The Ferndale Post](https://post.example/bridge)\n\n'

describe('the crawler form', () => {
  it('gives typed metadata and one text', () => {
    const article = fromText(`\n${HEAD}${STORY}\n`)
    expect(article).toMatchObject({
      id: articleId('https://post.example/bridge', ''),
      source: 'a.txt',
      title: 'Bridge to close',
      authors: ['Ana Ruiz'],
      publishedAt: '2021-03-04T09:15:00+00:00',
      outlet: 'The Ferndale Post',
      url: 'https://post.example/bridge',
      language: 'en',
      text: `Bridge to close\n\n${STORY}`,
      diagnostics: [],
    })
    expect(article.sections).toEqual([
      { kind: 'title', start: 0, end: 15 },
      { kind: 'body', start: 17, end: article.text.length },
    ])
  })

  it.each([
    ['a byte-order mark', `\ufeff${HEAD}${STORY}`],
    ['CRLF', `\r\n${HEAD}${STORY}\r\n`.replace(/\n/g, '\r\n')],
    ['old Mac line ends', `${HEAD}${STORY}`.replace(/\n/g, '\r')],
    ['no blank lines', `${HEAD}${STORY}`.replace(/\n\n/g, '\n')],
    ['many blank lines', `\n\n \n${HEAD}${STORY}`.replace(/\n\n/g, '\n\n\t\n\n')],
  ])('reads it with %s', (_, content) => {
    expect(fromText(content)).toEqual(fromText(`${HEAD}${STORY}`))
  })

  it.each([
    [HEAD, 'title publishedAt outlet url'],
    [HEAD.replace(/# .*/, ''), 'publishedAt outlet url'],
    [HEAD.replace(/Published.*/, ''), 'title outlet url'],
    [HEAD.replace(/Original.*/, ''), 'title publishedAt'],
    [HEAD.replace(/(Author: ).*/, '$1'), 'title publishedAt outlet url'],
    [HEAD.replace(/\*\*2021.*/, ''), 'title outlet url'],
    ['# Bridge to close\n\n', 'title'],
  ])('reads it with lines missing: %j', (head, fields) => {
    const article = fromText(head + STORY)
    const known = ['title', 'publishedAt', 'outlet', 'url'].filter((field) => field in article)
    expect(known.join(' ')).toBe(fields)
    expect(article.text.endsWith(STORY)).toBe(true)
    expect(article.text).not.toMatch(/Published at|Author:|Original:/)
    expect(article.diagnostics).toEqual([])
  })

  it.each([
    ['[Post](https://post.example/a_(b))', 'Post', 'https://post.example/a_(b)'],
    ['**[Post](<https://post.example/a> "the page")**', 'Post', 'https://post.example/a'],
    ['[](https://post.example/a)', undefined, 'https://post.example/a'],
    ['https://post.example/a', undefined, 'https://post.example/a'],
    ['The Post', 'The Post', undefined],
  ])('reads where it was published from %j', (original, outlet, url) => {
    const article = fromText(`# T\n\nOriginal: ${original}\n\n${STORY}`)
    expect([article.outlet, article.url, article.diagnostics]).toEqual([outlet, url, []])
  })

  it('leaves out what it does not understand, and says so', () => {
    const article = fromText(
      `# T\n\nPublished at: **yesterday-ish**\n\nOriginal: [Post](ftp://post.example/x)\n\n${STORY}`,
    )
    expect(article.diagnostics.map((d) => d.code).sort()).toEqual(['published-not-understood', 'url-not-understood'])
    expect(article.publishedAt).toBeUndefined()
  })

  it('keeps a second heading and a late "Author:" in the story', () => {
    const article = fromText(`${HEAD}${STORY}\n\n# What next\n\nAuthor: the word comes from Latin.`)
    expect(article.text).toBe(`Bridge to close\n\n${STORY}\n\nWhat next\n\nAuthor: the word comes from Latin.`)
  })

  it('drops a repeated title and a byline from the story', () => {
    const article = fromText(`# Bridge to close\n\nBridge to close.\n\nBy Tom Blake\n\n${STORY}`)
    expect(article.text).toBe(`Bridge to close\n\n${STORY}`)
    expect(article.authors).toEqual(['Tom Blake'])
  })
})

describe('plain text', () => {
  it.each([
    ['Bridge to close\n\nThe council met.', 'Bridge to close'],
    ['Bridge to close\nThe council met.', 'Bridge to close'],
    ['Bridge closes.\n\nThe council met.', 'Bridge closes.'],
    ['The council met.\nIt voted.', undefined],
    ['Only one line', undefined],
    [`${STORY} ${STORY}\n\nIt voted.`, undefined],
  ])('title of %j', (content, title) => {
    expect(fromText(content).title).toBe(title)
  })

  it('keeps asterisks of plain text, reads Markdown in .md', () => {
    expect(fromText('Title\n\nA *star*.').text).toBe('Title\n\nA *star*.')
    expect(fromText('# Title\n\nA *star*.', 'a').text).toBe('Title\n\nA star.')
    expect(fromText('Title\n\nA *star*.', 'a.md').text).toBe('Title\n\nA star.')
  })
})
