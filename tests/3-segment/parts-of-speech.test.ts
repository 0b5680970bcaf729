import { describe, expect, it } from 'vitest'
import { segment } from '../../src/3-segment/segment.js'
import { decodeTagModel, dictionaryOf, encodeTagModel, tagsOf } from '../../src/3-segment/tag-model.js'
import { PARTS_OF_SPEECH } from '../../src/document/segmented.js'
import { trainTagger } from '../../src/learn/tagger/train-tagger.js'
import { articleOf } from '../helpers/article-of.js'
import { tagging } from '../helpers/tagging.js'

const tagged = (text: string, model = tagging): string => {
  const { tokens } = segment(articleOf(text), model)
  return tokens.words.map((word, i) => `${word}/${PARTS_OF_SPEECH[tokens.pos[i]]}`).join(' ')
}

describe('parts of speech', () => {
  it.each([
    ['She said the plan works.', 'She/PRON said/VERB the/DET plan/NOUN works/VERB ./PUNCT'],
    ['They plan to work on it.', 'They/PRON plan/VERB to/PART work/VERB on/ADP it/PRON ./PUNCT'],
    [
      'They may report a rise, a report says.',
      'They/PRON may/AUX report/VERB a/DET rise/NOUN ,/PUNCT a/DET report/NOUN says/VERB ./PUNCT',
    ],
    // Words that no text of the training holds, known by their endings or capitals.
    ['The zorbation was quickly gremmed.', 'The/DET zorbation/NOUN was/AUX quickly/ADV gremmed/VERB ./PUNCT'],
    ['Ana Qwertsky met Zubrowka.', 'Ana/PROPN Qwertsky/PROPN met/VERB Zubrowka/PROPN ./PUNCT'],
    ['It cost $1,250 in 1997', 'It/PRON cost/VERB $/SYM 1,250/NUM in/ADP 1997/NUM'],
  ])('%s', (text, expected) => {
    expect(tagged(text)).toBe(expected)
  })

  it('begins anew with each paragraph', () => {
    const line = 'The council plans a vote'
    expect(tagged(`Reports\n${line}\nBooks`)).toContain(tagged(line))
  })
})

describe('the file of a tagger', () => {
  const model = { dictionary: dictionaryOf(Int32Array.of(7, -9), Int32Array.of(2, 6)), weights: new Int8Array(32) }

  it('reads back as written', () => {
    const { dictionary } = decodeTagModel(encodeTagModel(model))
    expect([7, -9, 8].map((key) => tagsOf(dictionary, key))).toEqual([2, 6, 0])
  })

  it('is refused when damaged', () => {
    const bytes = encodeTagModel(model)
    bytes[bytes.length - 1] ^= 1
    expect(() => decodeTagModel(bytes)).toThrow(/parts-of-speech\.bin: the file is damaged.*Install the package again/)
  })
})

describe('training', () => {
  const code = (name: (typeof PARTS_OF_SPEECH)[number]): number => PARTS_OF_SPEECH.indexOf(name)
  /** "duck" is a verb behind "they" and a noun elsewhere. */
  const teach = ({ lower }: { readonly lower: readonly string[] }): Uint8Array =>
    Uint8Array.from(lower, (word, i) => {
      if (word === 'duck') return lower[i - 1] === 'they' ? code('VERB') : code('NOUN')
      if (word === 'they') return code('PRON')
      return word === '.' ? code('PUNCT') : code('DET')
    })
  const texts = Array.from({ length: 20 }, (_, n) => (n % 2 ? 'Now they duck.' : 'Here is the duck.'))
  const options = { epochs: 3, seed: 1, rows: 1 << 10, probes: [] }

  it('learns what the words around a word decide', () => {
    const tagModel = trainTagger(texts, teach, options)
    expect(tagged('Then they duck.', { tagModel })).toContain('duck/VERB')
    expect(tagged('Look at the duck.', { tagModel })).toContain('duck/NOUN')
  })

  it('gives the same bytes for the same seed', () => {
    const bytes = encodeTagModel(trainTagger(texts, teach, options))
    expect(encodeTagModel(trainTagger(texts, teach, options))).toEqual(bytes)
  })
})
