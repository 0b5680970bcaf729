import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIdentities } from '../../src/6-link/identities.js'
import { createLinker } from '../../src/6-link/link.js'
import type { CorpusEntity, LinkedDocument } from '../../src/document/corpus-entity.js'
import { entityId } from '../../src/document/entity-id.js'
import type { EntityType } from '../../src/document/mention.js'

type Local = LinkedDocument['entities'][number]

const entity = (type: EntityType, name: string, more: Partial<Local> = {}): Local => ({
  id: entityId(type, name),
  type,
  name,
  aliases: [],
  mentionCount: 1,
  ...more,
})
const person = (name: string, more: Partial<Local> = {}) => entity('person', name, more)
const organization = (name: string, more: Partial<Local> = {}) => entity('organization', name, more)

const documentsOf = (articles: readonly (readonly Local[])[]): LinkedDocument[] =>
  articles.map((entities, i) => ({
    id: i.toString(16).padStart(16, '0'),
    publishedAt: `2020-01-${String(i + 1).padStart(2, '0')}`,
    entities,
  }))

function link(documents: readonly LinkedDocument[], identities?: string) {
  const linker = createLinker(identities === undefined ? undefined : parseIdentities(identities, 'identities.txt'))
  const cells = documents.map(linker.add)
  const corpus = linker.finish()
  const entities = [...corpus.entities()]
  const ids = cells.map((ofDocument) => ofDocument.map(corpus.idOf))
  return { entities, ids }
}

const repeat = (times: number, ...entities: Local[]): Local[][] => Array.from({ length: times }, () => entities)
const idsOf = (entities: readonly CorpusEntity[]): string[] => entities.map(({ id }) => id)

describe('linking', () => {
  it('knows a person by given and family name, whatever initials and nicknames stand between', () => {
    const { entities } = link(
      documentsOf([
        [person('Donna J. Merrow')],
        [person('Donna Merrow')],
        [person('Michael Okoye')],
        [person('Mike Okoye')],
      ]),
    )
    expect(idsOf(entities)).toEqual(['person:donna-merrow', 'person:michael-okoye'])
    expect(entities[1].linkEvidence).toEqual([
      '"mike okoye" can only be "michael okoye" among the names of that family',
    ])
  })

  it('joins a bare surname to the one whom nearly all articles mean, and writes down why', () => {
    const { entities, ids } = link(documentsOf([...repeat(3, person('Ada Quillfeather')), [person('Quillfeather')]]))
    expect(ids[3]).toEqual(['person:ada-quillfeather'])
    expect(entities[0].linkEvidence?.[0]).toMatch(/alone: 3 of 3 articles/)
  })

  it.each([
    ['too few articles name one in full', [[person('Ada Quill')], [person('Quill')]]],
    ['two share the surname', [...repeat(3, person('Ada Quill')), ...repeat(3, person('Bo Quill')), [person('Quill')]]],
  ])('leaves a bare surname alone when %s', (_, articles) => {
    expect(link(documentsOf(articles)).ids.at(-1)).toEqual(['person:quill'])
  })

  it('joins a surname with a title to the only one of that name and title', () => {
    const senator = { person: { honorific: 'Sen.' } }
    const articles = [[person('Ada Quill', senator)], [person('Bo Quill')], [person('Quill', senator)]]
    expect(link(documentsOf(articles)).ids[2]).toEqual(['person:ada-quill'])
  })

  it('joins an acronym to the long form that articles bind it to', () => {
    const bound = organization('Coastal Fisheries Agency', { aliases: ['CFA'], organization: { acronym: 'CFA' } })
    const { entities, ids } = link(documentsOf([[organization('CFA')], [bound]]))
    expect(ids).toEqual([['organization:coastal-fisheries-agency'], ['organization:coastal-fisheries-agency']])
    expect(entities[0]).toMatchObject({
      name: 'Coastal Fisheries Agency',
      aliases: ['CFA'],
      organization: { acronym: 'CFA' },
    })
  })

  it('knows a party by its nickname, and says so', () => {
    const { entities } = link(documentsOf([[organization('GOP')], [organization('Republican Party')]]))
    expect(entities.map(({ id, name, aliases }) => ({ id, name, aliases }))).toEqual([
      { id: 'organization:republican-party', name: 'Republican Party', aliases: ['GOP'] },
    ])
    expect(entities[0].linkEvidence).toEqual(['"GOP" is a common name of "Republican Party"'])
  })

  it('takes a body and its seat for one, but not a team and its city', () => {
    const seat = entity('place', 'Velden House', { place: { latitude: 1, longitude: 2 } })
    const city = entity('place', 'Velden', {
      id: 'place:geonames-1',
      place: { geonamesId: 1, latitude: 1, longitude: 2 },
    })
    const { entities, ids } = link(
      documentsOf([
        [organization('Velden House'), organization('Velden')],
        [seat, city],
        [organization('Velden House'), seat],
      ]),
    )
    expect(idsOf(entities)).toEqual(['organization:velden', 'organization:velden-house', 'place:geonames-1'])
    expect(ids[1]).toEqual(['organization:velden-house', 'place:geonames-1'])
    expect(entities[1]).toMatchObject({ type: 'organization', mentionCount: 4, articleCount: 3 })
    expect(entities[1].linkEvidence).toEqual(['"velden house" is a place in 2 articles, an organization in 2'])
  })

  it('leaves an acronym alone that stands for two bodies', () => {
    const one = organization('Coastal Fisheries Agency', { aliases: ['CFA'] })
    const other = organization('Central Film Academy', { aliases: ['CFA'] })
    expect(link(documentsOf([[one], [other], [organization('CFA')]])).ids[2]).toEqual(['organization:cfa'])
  })

  it('keeps namesakes with conflicting roles apart', () => {
    const senator = person('John Vale', { person: { honorific: 'Sen.' } })
    const player = person('John Vale', { person: { role: 'the team’s quarterback' } })
    const { ids } = link(documentsOf([[senator], [senator], [player]]))
    expect(ids).toEqual([['person:john-vale'], ['person:john-vale'], ['person:john-vale-athlete']])
  })

  it('keeps the mayors of two towns apart, and a son from his father', () => {
    const mayor = (town: string) => person('Rosa Lind', { person: { role: `the mayor of ${town}` } })
    const { ids } = link(
      documentsOf([[mayor('Velden')], [mayor('Harbor')], [person('Al Roe')], [person('Al Roe Jr.')]]),
    )
    expect(new Set(ids.flat()).size).toBe(4)
  })

  it('keeps middle initials apart that differ', () => {
    const articles = [
      [person('Ivo W. Marsh')],
      [person('Ivo Marsh')],
      [person('Ivo H.K. Marsh')],
      [person('Ivo W. Marsh')],
    ]
    const { ids } = link(documentsOf(articles))
    expect(ids.flat()).toEqual([
      'person:ivo-marsh',
      'person:ivo-marsh',
      'person:ivo-marsh-initials-hk',
      'person:ivo-marsh',
    ])
  })

  it('knows a man by his short name without his suffix', () => {
    const { ids } = link(documentsOf([[person('Joseph R. Tarn Jr.')], [person('Joe Tarn')]]))
    expect(new Set(ids.flat()).size).toBe(1)
  })

  it('counts mentions, articles and days', () => {
    const { entities } = link(documentsOf([[person('Ann Lee', { mentionCount: 2 })], [person('Ann Lee')]]))
    expect(entities[0]).toMatchObject({
      mentionCount: 3,
      articleCount: 2,
      firstPublishedAt: '2020-01-01',
      lastPublishedAt: '2020-01-02',
    })
  })
})

describe('ids', () => {
  const name = fc.constantFrom(
    'Ann Lee',
    'Anne Lee',
    'Lee',
    'Ann B. Lee',
    'Bo Lee',
    'Ann Lee Jr.',
    'Michael Roe',
    'Mike Roe',
    'Roe',
  )
  const honorific = fc.constantFrom(undefined, 'Sen.', 'Mr.', 'Ms.', 'Coach')
  const body = fc.constantFrom('Fair Trade Union', 'FTU', 'Acme', 'Acme Inc.', 'Free Tide Unit')
  const local = fc.oneof(
    fc.tuple(name, honorific).map(([one, title]) => person(one, title ? { person: { honorific: title } } : {})),
    fc.tuple(body, body).map(([one, alias]) => organization(one, { aliases: [alias] })),
  )
  const articles = fc.array(fc.uniqueArray(local, { selector: ({ id }) => id, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })

  it('are the same in any order of articles', () => {
    fc.assert(
      fc.property(articles, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const documents = documentsOf(all)
        const order = documents.map((document) => ({ document, at: numbers.next().value as number }))
        const shuffled = order.sort((a, b) => a.at - b.at).map(({ document }) => document)
        expect(idsOf(link(shuffled).entities)).toEqual(idsOf(link(documents).entities))
        const byArticle = (docs: readonly LinkedDocument[]) =>
          new Map(link(docs).ids.map((ids, i) => [docs[i].id, ids]))
        expect(byArticle(shuffled)).toEqual(
          new Map(
            [...byArticle(documents)].sort(
              ([a], [b]) => shuffled.findIndex((d) => d.id === a) - shuffled.findIndex((d) => d.id === b),
            ),
          ),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('of full names stay when later articles are added', () => {
    const full = fc.constantFrom('Ann Lee', 'Anne Lee', 'Ann B. Lee', 'Bo Lee').map((one) => person(one))
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(full, { selector: ({ id }) => id, maxLength: 3 }), { minLength: 2, maxLength: 10 }),
        (all) => {
          const documents = documentsOf(all)
          const before = link(documents.slice(0, Math.ceil(documents.length / 2)))
          const after = link(documents)
          expect(after.ids.slice(0, before.ids.length)).toEqual(before.ids)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the identities file', () => {
  const articles = documentsOf([
    [person('Ann Lee')],
    [person('Ann Cole')],
    [person('Ann Lee')],
    [person('Mike Roe')],
    [person('Michael Roe')],
  ])

  it('joins, parts and renames', () => {
    const { ids } = link(
      articles,
      `same person:ann-cole person:ann-lee   # she married
       different person:mike-roe person:michael-roe
       rename person:mike-roe person:mike-roe-senior`,
    )
    expect(ids.flat()).toEqual([
      'person:ann-cole',
      'person:ann-cole',
      'person:ann-cole',
      'person:mike-roe-senior',
      'person:michael-roe',
    ])
  })

  it('renames an entity by any of its names', () => {
    const bound = organization('Coastal Fisheries Agency', { aliases: ['CFA'] })
    const { ids } = link(
      documentsOf([[bound], [organization('CFA')]]),
      'rename organization:cfa organization:cfa-velden',
    )
    expect(ids.flat()).toEqual(['organization:cfa-velden', 'organization:cfa-velden'])
  })

  it('takes single articles out of a wrong merge', () => {
    const { ids } = link(articles, 'different person:ann-lee person:ann-lee-2 0000000000000002')
    expect(ids.flat().slice(0, 3)).toEqual(['person:ann-lee', 'person:ann-cole', 'person:ann-lee-2'])
  })

  it.each([
    ['same person:a', /line 1: "same" needs two ids/],
    ['\nmerge person:a person:b', /line 2: expected/],
    ['same person:a organization:b', /different types/],
    ['rename ann person:b', /"ann" is no entity id/],
  ])('says what is wrong with %j', (text, message) => expect(() => parseIdentities(text, 'my.txt')).toThrow(message))
})
