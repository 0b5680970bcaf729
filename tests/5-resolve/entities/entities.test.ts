import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_EXAMPLES, FACT_EXAMPLES } from '../../../src/5-resolve/entities/entities.examples.js'
import { resolveEntities } from '../../../src/5-resolve/entities/resolve-entities.js'
import { entityId, slug } from '../../../src/document/entity-id.js'
import { markedArticle, personNames, places } from '../marked-article.js'

const resolve = (marked: string) => resolveEntities(markedArticle(marked), { personNames, places })

describe('entities of an article', () => {
  it.each(ENTITY_EXAMPLES)('$because', ({ text, entities }) => {
    expect(resolve(text).entities.map((entity) => `${entity.name} = ${entity.aliases.join('; ')}`)).toEqual(entities)
  })

  it.each(FACT_EXAMPLES)('$text', ({ text, name, facts }) => {
    const entity = resolve(text).entities.find((one) => one.name === name)
    expect({ ...entity?.person, ...entity?.organization, gender: entity?.gender }).toMatchObject(facts)
  })

  it('puts every mention into exactly one entity of its type', () => {
    const word = fc.constantFrom('Ann', 'Lee', 'Bo', 'Lee Jr.', 'ACME', 'Acme Corp.', 'Rome', 'van', 'de', 'X.', '中国')
    const mark = fc.tuple(fc.constantFrom('p', 'o', 'l'), fc.array(word, { minLength: 1, maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const { entities, mentions } = resolve(
          marks.map(([type, words]) => `[${type} ${words.join(' ')}]`).join(' and '),
        )
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

describe('ids', () => {
  it.each([
    ['Angela Merkel', 'angela-merkel'],
    ["Conan O'Brien Jr.", 'conan-obrien-jr'],
    ['Gabriel García Márquez', 'gabriel-garcia-marquez'],
    ['U.S. Senate', 'us-senate'],
    ['習近平', ''],
  ])('slug of %s', (name, expected) => expect(slug(name)).toBe(expected))

  it('are the same with and without letters beyond ASCII beside them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '-', '.', "'", '&', ',') }), (name) => {
        expect(slug(`${name} é`).replace(/-?e$/, '')).toBe(slug(name))
      }),
    )
  })

  it('gives a name without letters a hash that stays', () => {
    expect(entityId('person', '習近平')).toMatch(/^person:[0-9a-f]{16}$/)
    expect(entityId('person', '習近平')).not.toBe(entityId('person', '李克強'))
  })
})
