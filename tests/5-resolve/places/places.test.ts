import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveEntities } from '../../../src/5-resolve/entities/resolve-entities.js'
import { PLACE_EXAMPLES } from '../../../src/5-resolve/places/places.examples.js'
import { resolvePlaces } from '../../../src/5-resolve/places/resolve-places.js'
import type { Entity } from '../../../src/document/entity.js'
import { markedArticle, personNames, places } from '../marked-article.js'

const resolve = (marked: string, facts: { outlet?: string; url?: string } = {}) =>
  resolvePlaces(resolveEntities(markedArticle(marked, facts), { personNames, places }), places)

const shown = ({ name, place }: Entity): string => {
  if (place?.latitude === undefined) return `${name}: unknown`
  return `${name}: ${place.countryCode ?? ''}${place.admin1 ? `.${place.admin1}` : ''}`
}

describe('places of an article', () => {
  it.each(PLACE_EXAMPLES)('$because', (example) => {
    const { entities, focus } = resolve(example.text, {
      ...(example.outlet && { outlet: example.outlet }),
      ...(example.url && { url: example.url }),
    })
    expect(entities.filter((entity) => entity.type === 'place').map(shown)).toEqual(example.places)
    if (example.focus !== undefined) {
      expect(focus ? `${focus.countryCode}${focus.admin1 ? `.${focus.admin1}` : ''}` : '').toBe(example.focus)
    }
  })

  it('keeps every mention in one entity of its type, and ids distinct', () => {
    const name = fc.constantFrom(
      'Paris',
      'Texas',
      'Springfield',
      'Maine',
      'U.S.',
      'Qzrb',
      'East Ohio',
      'Georgia',
      'the Hague',
    )
    const mark = fc.tuple(fc.constantFrom('p', 'o', 'l', 'l', 'l'), name, fc.constantFrom(', ', ' and ', ' (', '. '))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 14 }), (marks) => {
        const { entities, mentions } = resolve(marks.map(([type, text, after]) => `[${type} ${text}]${after}`).join(''))
        expect(mentions.map((mention) => entities[mention.entity].type)).toEqual(
          mentions.map((mention) => mention.type),
        )
        const listed = entities.flatMap((entity) => entity.mentions)
        expect([...listed].sort((a, b) => a - b)).toEqual(mentions.map((_, i) => i))
        expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length)
      }),
      { numRuns: 60 },
    )
  })
})
