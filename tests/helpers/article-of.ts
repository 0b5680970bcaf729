import type { Article } from '../../src/document/article.js'

/** An article of nothing but a body, for tests of later stages. */
export const articleOf = (text: string, publishedAt?: string): Article => ({
  id: '0000000000000000',
  source: 'test',
  authors: [],
  text,
  sections: [{ kind: 'body', start: 0, end: text.length }],
  diagnostics: [],
  ...(publishedAt === undefined ? {} : { publishedAt }),
})
