import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/3-segment/segment.js'
import { applyNameLists, compileNameLists } from '../../../src/4-recognize/names/name-lists.js'
import { parseBlockList, parseUserGazetteer } from '../../../src/4-recognize/names/user-gazetteer.js'
import type { Name } from '../../../src/document/mention.js'
import { articleOf } from '../../helpers/article-of.js'
import { tagging } from '../../helpers/tagging.js'

const csv = `name,type,aliases,id
Acme Rocket Works,organization,ARW; "Rocket" Works,Q1
"Novak, Ltd.",organization,,
Port Elin,place
`

describe('a gazetteer file', () => {
  it('is read from CSV', () => {
    expect(parseUserGazetteer(csv, 'own.csv')).toEqual([
      { name: 'Acme Rocket Works', type: 'organization', aliases: ['ARW', '"Rocket" Works'], id: 'Q1' },
      { name: 'Novak, Ltd.', type: 'organization', aliases: [] },
      { name: 'Port Elin', type: 'place', aliases: [] },
    ])
  })

  it('is read from JSON Lines', () => {
    expect(
      parseUserGazetteer('{"name":"Ada Brook","type":"person","aliases":["Brook"],"id":7}\n', 'own.jsonl'),
    ).toEqual([{ name: 'Ada Brook', type: 'person', aliases: ['Brook'], id: '7' }])
  })

  it.each([
    ['name,type\nAda,human\n', 'own.csv:2: "type" must be one of person, place, organization, not "human"'],
    ['name,kind\nAda,person\n', 'own.csv:1: the header has a column "kind"'],
    ['name\nAda\n', 'own.csv:1: the header lacks the column "type"'],
    ['name,type\n,person\n', 'own.csv:2: "name" is missing'],
    ['name,type\nAda,person,x\n', 'own.csv:2: 3 cells, but the header has 2'],
    ['name,type\n"Ada,person\n', 'own.csv:2: a quote mark opens a cell and never closes'],
    ['name,type\n--,person\n', 'own.csv:2: "--" has neither letter nor digit'],
    ['name,type\nAda,person\nAda,place\n', 'own.csv:3: "Ada" is a place here but a person in line 2'],
    ['{"name":"Ada"\n', 'own.csv:1: not JSON'],
    ['{"name":"Ada","type":"person","aliases":"A"}', 'own.csv:1: "aliases" must be a list of names'],
    ['{"name":"Ada","type":"person","born":1}', 'own.csv:1: unknown field "born"'],
    ['', 'own.csv: no name in it'],
  ])('%j is refused', (content, message) => {
    expect(() => parseUserGazetteer(content, 'own.csv')).toThrow(message)
  })

  it('a block list skips comments', () => {
    expect(parseBlockList('# no\nAda Brook\n\n', 'block.txt')).toEqual(['Ada Brook'])
    expect(() => parseBlockList('Ada\n!!\n', 'block.txt')).toThrow('block.txt:2: "!!" is no name')
  })
})

describe('the user’s names', () => {
  const text = 'ARW hired Ada Brook. ARW’s rival in Port  Elin, Novak, Ltd., is PORT ELIN strong; ARWs are not.'
  const article = segment(articleOf(text), tagging)
  const model = (words: string): Name => {
    const start = text.indexOf(words)
    const firstToken = article.tokens.start.indexOf(start)
    return {
      start,
      end: start + words.length,
      firstToken,
      endToken: article.tokens.end.indexOf(start + words.length) + 1,
      type: 'person',
      confidence: 0.5,
      by: 'model',
    }
  }
  const found = (names: readonly Name[], blocked: readonly string[] = []) =>
    applyNameLists(article, names, compileNameLists(parseUserGazetteer(csv, 'own.csv'), blocked)).map(
      ({ start, end, type, by }) => `${by} ${type} ${text.slice(start, end)}`,
    )

  it('win over the model', () => {
    expect(found([model('ARW'), model('Ada Brook'), model('Elin')])).toEqual([
      'gazetteer organization ARW',
      'model person Ada Brook',
      'gazetteer organization ARW',
      'gazetteer place Port  Elin',
      'gazetteer organization Novak, Ltd.',
      'gazetteer place PORT ELIN',
    ])
  })

  it('carry the main name and the id', () => {
    const [first] = applyNameLists(article, [], compileNameLists(parseUserGazetteer(csv, 'own.csv'), []))
    expect(first.listed).toEqual({ name: 'Acme Rocket Works', id: 'Q1' })
  })

  it('are blocked in any case and spacing', () => {
    expect(found([model('Ada Brook')], ['ada brook', 'Port Elin', 'arw'])).toEqual([
      'gazetteer organization Novak, Ltd.',
    ])
  })
})
