import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfPlainToken } from '../../src/3-segment/plain-token.js'
import { segment } from '../../src/3-segment/segment.js'
import { endOfToken } from '../../src/3-segment/token-ends.js'
import { PARTS_OF_SPEECH } from '../../src/document/segmented.js'
import { articleOf } from '../helpers/article-of.js'
import { tagging } from '../helpers/tagging.js'

const wordsOf = (text: string): string => segment(articleOf(text), tagging).tokens.words.join(' ')
const sentencesOf = (text: string): string[] =>
  segment(articleOf(text), tagging).sentences.map((sentence) => text.slice(sentence.start, sentence.end))

describe('tokens', () => {
  it.each([
    ['Obama’s plan didn’t pass, can’t pass.', "Obama 's plan did n't pass , ca n't pass ."],
    ["He'll go, they’ve gone, I'd go, we're", "He 'll go , they 've gone , I 'd go , we 're"],
    ['the U.S.-led talks in Washington, D.C.', 'the U.S. - led talks in Washington , D.C.'],
    ['Gov. J. Ruiz and Sen. Ana Lee', 'Gov. J. Ruiz and Sen. Ana Lee'],
    ['a two-day visit at 8:30 p.m.', 'a two - day visit at 8:30 p.m.'],
    ['It rose 3.5% to $1,000 in the 1990s', 'It rose 3.5 % to $ 1,000 in the 1990s'],
    ['AT&T, M&S and R&D', 'AT&T , M&S and R&D'],
    ["''No,'' she said -- twice...", "'' No , '' she said -- twice ..."],
    ['O’Brien, D’Angelo and the workers’ union', "O'Brien , D'Angelo and the workers ' union"],
    ['see https://example.org/a,b. or j.doe@example.com.', 'see https://example.org/a,b . or j.doe@example.com .'],
    ['No. 7 won. She said no.', 'No. 7 won . She said no .'],
    ['@ana_lee wrote #vote', '@ana_lee wrote #vote'],
    ['Dr. Kowalczyk, Ph.D., of Łódź', 'Dr. Kowalczyk , Ph.D. , of Łódź'],
    ['the end.The next', 'the end . The next'],
    ['News from Example.com today', 'News from Example.com today'],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toBe(expected)
  })
})

describe('sentences', () => {
  it.each<[string, string[]]>([
    [
      'Gov. Ruiz met Sen. Lee at 9 a.m. Tuesday. They spoke.',
      ['Gov. Ruiz met Sen. Lee at 9 a.m. Tuesday.', 'They spoke.'],
    ],
    ['He lives in the U.S. The vote is near.', ['He lives in the U.S.', 'The vote is near.']],
    ['The U.S. Senate voted.', ['The U.S. Senate voted.']],
    ['“Why?” Ruiz asked. “Because.”', ['“Why?” Ruiz asked.', '“Because.”']],
    ['“We won. We won big,” she said.', ['“We won.', 'We won big,” she said.']],
    ['No. 7 won the race. No. It was No. 8.', ['No. 7 won the race.', 'No.', 'It was No. 8.']],
    ['First line\nsecond line. Third', ['First line', 'second line.', 'Third']],
    ['It rose to 3.5 million. Nobody knows ... why.', ['It rose to 3.5 million.', 'Nobody knows ... why.']],
    ['Martin Lee Jr. spoke. Acme Inc. said so.', ['Martin Lee Jr. spoke.', 'Acme Inc. said so.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })
})

describe('parts of speech', () => {
  it('are those of a news sentence', () => {
    const { tokens } = segment(articleOf('The mayor quickly rejected two plans for Springfield.'), tagging)
    expect([...tokens.pos].map((code) => PARTS_OF_SPEECH[code])).toEqual([
      'DET', 'NOUN', 'ADV', 'VERB', 'NUM', 'NOUN', 'ADP', 'PROPN', 'PUNCT',
    ]) // biome-ignore format: one line
  })
})

/** Text as news has it, and as nobody would write it. */
const newsLike = fc
  .array(
    fc.oneof(
      fc.constantFrom('Obama’s', '“No,”', "''Yes''", 'U.S.', 'p.m.', 'don’t', 'THE', 'Zürich', 'co-op', '\n', '...', "foo.bar's", 'A.B', '#x', '5pm', '🙂', '\ud800', '…', 'well-', '’s', "o'clock", 'cannot', 'gonna'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  ) // biome-ignore format: one line
  .map((parts) => parts.join(' '))

const plain = (text: string): unknown => {
  const { tokens, sentences } = segment(articleOf(text), tagging)
  return { ...tokens, start: [...tokens.start], end: [...tokens.end], pos: [...tokens.pos], shape: [...tokens.shape], sentence: [...tokens.sentence], sentences } // biome-ignore format: one line
}

describe('any text', () => {
  it('is covered by its tokens, in order, with nothing but white space between them', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const { tokens, sentences } = segment(articleOf(text), tagging)
        let at = 0
        for (let i = 0; i < tokens.length; i++) {
          expect(text.slice(at, tokens.start[i])).toMatch(/^[\s\p{Cc}\u200b\u2060]*$/u)
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i])
          at = tokens.end[i]
        }
        expect(sentences.reduce((sum, sentence) => sum + sentence.endToken - sentence.firstToken, 0)).toBe(
          tokens.length,
        )
      }),
    )
  })

  it('gives the same result whatever was read before', () => {
    fc.assert(
      fc.property(newsLike, newsLike, (text, other) => {
        const first = plain(text)
        segment(articleOf(other), tagging)
        segment(articleOf(other.toUpperCase()), tagging)
        segment(articleOf(text.replaceAll(' ', '')), tagging)
        expect(plain(text)).toEqual(first)
      }),
    )
  })

  it('ends plain words and marks where the careful way does', () => {
    const sentence = fc
      .array(
        fc.constantFrom(
          'the',
          'Gov',
          'no',
          'A',
          'Jan',
          'well',
          '.',
          ',',
          '. ',
          ' ',
          '"',
          '-',
          "'s",
          '\n',
          '?',
          '7',
          'é',
          ')',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(sentence, newsLike), (text) => {
        const codes = Uint16Array.from({ length: text.length + 2 }, (_, i) => text.charCodeAt(i) || 32)
        for (let at = 0; at < text.length; at++) {
          const end = endOfPlainToken(codes, at)
          if (end > 0) expect(end).toBe(endOfToken(text, at))
        }
      }),
    )
  })
})
