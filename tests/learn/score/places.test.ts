import { describe, expect, it } from 'vitest'
import { scoreClusters, speakersClustered } from '../../../src/learn/score/entities.js'
import { countryFinder, kilometres, scorePlaces } from '../../../src/learn/score/places.js'
import { places as gazetteer } from '../../5-resolve/marked-article.js'

const text = 'In Paris, Texas, German officials met Londoners near Rome.'
const at = (name: string, more: object = {}) => ({
  start: text.indexOf(name),
  end: text.indexOf(name) + name.length,
  ...more,
})
const places = [
  at('Paris', { lat: 33.66, lon: -95.56, geonameId: 1, kind: 'Literal', group: 'literal' }),
  at('Texas', { lat: 31.25, lon: -99.25, kind: 'Literal', group: 'literal' }),
  at('German', { lat: 51.5, lon: 10.5, group: 'associative', adjective: true }),
  at('Rome', { kind: 'Coercion', group: 'literal' }),
]
const gold = [{ id: 'a', text, places, ignore: [at('Londoners')] }]

describe('scores of places', () => {
  it('are one for the annotation itself, in every view', () => {
    for (const view of Object.values(scorePlaces(gold, gold))) {
      expect([view.exact.f1, view.overlap.f1, view.accuracy161, view.endToEnd161, view.medianErrorKm]).toEqual([
        1, 1, 1, 1, 0,
      ])
    }
  })

  it('count as the referee counts', () => {
    const predicted = [
      {
        id: 'a',
        places: [
          at('Paris', { lat: 48.85, lon: 2.35 }),
          at('Texas,', { lat: 31.5, lon: -99 }),
          at('German'),
          at('Londoners'),
          at('officials'),
        ],
      },
    ]
    const { all, literal } = scorePlaces(gold, predicted)
    expect([all.exact.tp, all.overlap.tp, all.overlap.predicted]).toEqual([2, 3, 4])
    expect([all.judged, all.right, all.unresolved]).toEqual([3, 1, 1])
    expect([literal.overlap.gold, literal.overlap.predicted, literal.goldWithCoordinates]).toEqual([3, 3, 2])
  })

  it('measure distance on the sphere, and know countries', () => {
    expect(kilometres({ lat: 48.8566, lon: 2.3522 }, { lat: 51.5074, lon: -0.1278 })).toBeCloseTo(343.6, 0)
    const countryOf = countryFinder(gazetteer)
    expect(countryOf({ start: 0, end: 1, lat: 48.85, lon: 2.35 })).toBe('FR')
    expect(countryOf({ start: 0, end: 1, geonameId: 4736286 })).toBe('US')
    expect(countryOf({ start: 0, end: 1, lat: 0, lon: -30 })).toBeUndefined()
  })
})

describe('B³', () => {
  const one = (pairs: string): { gold: string; predicted: string }[] =>
    pairs.split(' ').map((pair) => ({ gold: pair[0], predicted: pair[1] }))

  it.each([
    ['a1 a1 b2', 1, 1],
    ['a1 a1 b1', 5 / 9, 1],
    ['a1 a2 b3', 1, 2 / 3],
  ])('of %s', (pairs, precision, recall) => {
    const scores = scoreClusters([one(pairs)])
    expect(scores.precision).toBeCloseTo(precision)
    expect(scores.recall).toBeCloseTo(recall)
  })

  it('takes the mention inside the head of a named speaker', () => {
    const quotes = [
      { speaker: { start: 0, end: 30, head: { start: 4, end: 11 } }, said_by: 'Ann Lee' },
      { speaker: { start: 40, end: 43 }, said_by: 'Ann Lee' },
      { speaker: null, said_by: null },
    ]
    expect(speakersClustered(quotes, [{ start: 4, end: 11, entityId: 'person:ann-lee' }])).toEqual([
      { gold: 'Ann Lee', predicted: 'person:ann-lee' },
    ])
  })
})
