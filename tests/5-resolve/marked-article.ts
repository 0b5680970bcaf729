import { readFileSync } from 'node:fs'
import { segment } from '../../src/3-segment/segment.js'
import type { EntityType, Name, WithNames } from '../../src/document/mention.js'
import type { Segmented } from '../../src/document/segmented.js'
import { decodePersonNames } from '../../src/gazetteer/person-names.js'
import { decodePlaces } from '../../src/gazetteer/places.js'
import { tagging } from '../helpers/tagging.js'

const file = (name: string): URL => new URL(`../../gazetteer/${name}`, import.meta.url)

export const places = decodePlaces(readFileSync(file('places.bin')))
export const personNames = decodePersonNames(readFileSync(file('person-names.txt'), 'utf8'))

const TYPES: Readonly<Record<string, EntityType>> = { p: 'person', o: 'organization', l: 'place' }

/** An article whose names are marked in the text: `[p Ann Lee] of [o Acme] in [l Rome]`. */
export function markedArticle(marked: string, facts: { outlet?: string; url?: string } = {}): Segmented & WithNames {
  const spans: { start: number; end: number; type: EntityType }[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\[([pol]) ([^\]]*)\]/g)) {
    text += marked.slice(at, match.index)
    spans.push({ start: text.length, end: text.length + match[2].length, type: TYPES[match[1]] })
    text += match[2]
    at = match.index + match[0].length
  }
  text += marked.slice(at)
  const article = segment(
    {
      id: '0123456789abcdef',
      source: 'test',
      authors: [],
      text,
      sections: [{ kind: 'body', start: 0, end: text.length }],
      diagnostics: [],
      ...facts,
    },
    tagging,
  )
  const { tokens } = article
  const names = spans.map((span): Name => {
    let firstToken = 0
    while (tokens.end[firstToken] <= span.start) firstToken++
    let endToken = firstToken
    while (endToken < tokens.length && tokens.start[endToken] < span.end) endToken++
    return { ...span, firstToken, endToken, confidence: 1, by: 'test' }
  })
  return { ...article, names }
}
