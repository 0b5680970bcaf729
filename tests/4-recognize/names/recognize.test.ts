import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/3-segment/segment.js'
import { decodeNameModel } from '../../../src/4-recognize/names/model.js'
import { recognizeNames } from '../../../src/4-recognize/names/recognize.js'
import { articleOf } from '../../helpers/article-of.js'
import { tagging } from '../../helpers/tagging.js'

const read = (name: string): Uint8Array => readFileSync(new URL(`../../../models/en-news/${name}`, import.meta.url))
const model = decodeNameModel(read('names.bin'), read('lexicon.bin'))

const recognize = (text: string) => {
  const article = segment(articleOf(text), tagging)
  return recognizeNames(article, model)
}

const find = (text: string): readonly string[] =>
  recognize(text).names.map((name) => `${name.type}:${text.slice(name.start, name.end)}`)

describe('names', () => {
  it.each([
    [
      'Mayor Anna Larsen met officials of the Department of Agriculture in Boston on Monday.',
      ['person:Anna Larsen', 'organization:Department of Agriculture', 'place:Boston'],
    ],
    ["President Novak's visit to Spain ended on Friday.", ['person:Novak', 'place:Spain']],
    ['It rained all day.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it('finds them in a headline in capitals by what the article says', () => {
    const text =
      'LARSEN VISITS BOSTON\n\nMayor Anna Larsen visited Boston on Monday. "We came to talk," Larsen said in Boston.'
    expect(find(text).slice(0, 2)).toEqual(['person:LARSEN', 'place:BOSTON'])
  })

  it('gives spans in order, apart, on their tokens, without article, possessive or outer marks, whatever the text', () => {
    const word = fc.constantFrom(
      'Anna',
      'Larsen',
      "Larsen's",
      'the',
      'The',
      'of',
      'Boston',
      'Inc.',
      ',',
      '-',
      '"',
      '(',
      'U.S.',
      'said',
      '’s',
      '1998',
      '.',
      '\n\n',
      'É',
      '𝒜',
      'McNab',
      'NATO',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        const { names, tokens } = recognize(text)
        names.forEach((name, n) => {
          const found = text.slice(name.start, name.end)
          expect(found).not.toMatch(/^(the\s|[,"(-])|['’]s$|[,"(-]$/i)
          expect([name.start, name.end]).toEqual([tokens.start[name.firstToken], tokens.end[name.endToken - 1]])
          expect(name.confidence).toBeGreaterThanOrEqual(0)
          expect(name.confidence).toBeLessThanOrEqual(1)
          if (n > 0) expect(name.start).toBeGreaterThanOrEqual(names[n - 1].end)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('says which file is damaged and what to do', () => {
    const bytes = new Uint8Array(read('names.bin'))
    expect(() => decodeNameModel(bytes.slice(0, 1000), read('lexicon.bin'))).toThrow(
      /names\.bin: the file is cut off.*dateline train/,
    )
    expect(() => decodeNameModel(bytes, bytes)).toThrow(/lexicon\.bin: this is not a model file/)
    bytes[5000] ^= 1
    expect(() => decodeNameModel(bytes, read('lexicon.bin'))).toThrow(/names\.bin: the file is damaged/)
    bytes[4] = 99
    expect(() => decodeNameModel(bytes, read('lexicon.bin'))).toThrow(/format version 99/)
  })
})
