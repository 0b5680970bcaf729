import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/3-segment/segment.js'
import { decodeNameModel } from '../../../src/4-recognize/names/model.js'
import { recognizeNames } from '../../../src/4-recognize/names/recognize.js'

const read = (name: string): Uint8Array => readFileSync(new URL(`../../../models/en-news/${name}`, import.meta.url))
const model = decodeNameModel(read('names.bin'), read('lexicon.bin'))

const find = (text: string): readonly string[] => {
  const article = segment({
    id: 'x',
    source: 'x',
    authors: [],
    text,
    sections: [{ kind: 'body', start: 0, end: text.length }],
    diagnostics: [],
  })
  return recognizeNames(article, model).names.map((name) => `${name.type}:${text.slice(name.start, name.end)}`)
}

describe('names', () => {
  it.each([
    [
      'Mayor Anna Larsen met officials of the Harbor Commission in Boston on Monday.',
      ['person:Anna Larsen', 'organization:Harbor Commission', 'place:Boston'],
    ],
    ["President Novak's visit to Spain ended on Friday.", ['person:Novak', 'place:Spain']],
    ['It rained all day.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected)
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
