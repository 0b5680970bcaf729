import { describe, expect, it } from 'vitest'
import type { GoldArticle } from '../../../src/learn/gold/gold-quotes.js'
import { scoreQuotes } from '../../../src/learn/score/quotes.js'
import { isSameName, scoreSpeakers } from '../../../src/learn/score/speakers.js'

const text = '“We lost,” said Ana Roe, chair of Acme. “By far.”\n\nShe called it "a shame," adding that costs rose.'
const at = (part: string): { start: number; end: number } => {
  const start = text.indexOf(part)
  return { start, end: start + part.length }
}
const speaker = (part: string) => ({ ...at(part), text: part })

const gold: GoldArticle = {
  id: 'a',
  text,
  quotes: [
    {
      ...at('“We lost,” said Ana Roe, chair of Acme. “By far.”'),
      kind: 'direct',
      quoted: [at('We lost,'), at('By far.')],
      speaker: { ...speaker('Ana Roe, chair of Acme'), head: speaker('Ana Roe') },
      speaker_type: 'proper',
      said_by: 'Ana Roe',
      cue: speaker('said'),
    },
    {
      ...at('it "a shame,"'),
      kind: 'mixed',
      quoted: [at('a shame,')],
      speaker: speaker('She'),
      speaker_type: 'pronoun',
      speaker_name: 'Ana Roe',
      said_by: 'Ana Roe',
      cue: speaker('called'),
    },
    {
      ...at('that costs rose'),
      kind: 'indirect',
      speaker: speaker('She'),
      speaker_type: 'pronoun',
      cue: speaker('adding'),
    },
  ],
}

describe('scores of quotes', () => {
  it('are full for the annotation itself', () => {
    const s = scoreQuotes([gold], [gold])
    for (const prf of [s.detection, s.endToEnd, s.endToEndHead, ...Object.values(s.indirect)]) expect(prf.f1).toBe(1)
    expect(s.attribution.accuracy).toBe(1)
    expect(s.detection.gold).toBe(3)
  })

  it('tell the head of a speaker from its surroundings, and miss what is missing', () => {
    const s = scoreQuotes(
      [gold],
      [
        {
          id: 'a',
          quotes: [
            { ...gold.quotes[0], speaker: speaker('Acme') },
            { ...at('costs rose'), kind: 'indirect', speaker: null },
          ],
        },
      ],
    )
    expect(s.attribution).toMatchObject({ any: 2, head: 0, judged: 2 })
    expect(s.detection).toMatchObject({ tp: 2, predicted: 2, gold: 3 })
    expect(s.indirect.content.tp).toBe(1)
    expect(s.indirect.withSpeaker.tp).toBe(0)
  })
})

describe('scores of names', () => {
  it('count a name by its last word', () => {
    expect(isSameName('Ana M. Roe', 'Roe')).toBe(true)
    expect(isSameName('Sen. Ana Roe’s', 'ana roe')).toBe(true)
    expect(isSameName('Bea Roe', 'Ana Roe')).toBe(false)
    expect(isSameName('Roe campaign', 'Roe')).toBe(false)
  })

  it('count what is wrong against precision and what is missing against accuracy', () => {
    const quotes = [
      { ...gold.quotes[0], speaker_name: 'Roe' },
      { ...gold.quotes[1], speaker_name: 'Sam Poe' },
    ]
    expect(scoreSpeakers([gold], [{ id: 'a', quotes }])).toMatchObject({
      named: 2,
      right: 1,
      accuracy: 0.5,
      precision: 0.5,
    })
    expect(scoreSpeakers([gold], [])).toMatchObject({ named: 2, found: 0, right: 0 })
  })
})
