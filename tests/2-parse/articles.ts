import { parse } from '../../src/2-parse/parse.js'
import type { Article, RawArticle } from '../../src/document/article.js'

export const STORY =
  'The council of Ferndale met on Tuesday and voted to close the old bridge, which was built by the army in 1931.'

function articleOf(raw: RawArticle): Article {
  const parsed = parse(raw)
  if (parsed.kind === 'error') throw new Error(`${parsed.error.code}: ${parsed.error.message}`)
  return parsed.article
}

export const fromText = (content: string, source = 'a.txt'): Article => articleOf({ kind: 'text', source, content })

export const fromRecord = (record: Record<string, unknown>): Article =>
  articleOf({ kind: 'record', source: 'a.jsonl#1', record })
