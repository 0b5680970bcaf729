import { describe, expect, it } from 'vitest'
import { emptyLexicon } from '../../../src/4-recognize/names/lexicon.js'
import { decodeNameModel, encodeLexicon, encodeNameModel } from '../../../src/4-recognize/names/model.js'
import { type GoldDocument, readGold } from '../../../src/learn/gold/gold.js'
import { calibrationError, fitCalibration, reliability } from '../../../src/learn/names/calibrate.js'
import { damageCase } from '../../../src/learn/names/damage.js'
import { trainModel } from '../../../src/learn/names/train.js'
import { split } from '../../../src/learn/names/train-command.js'
import { randomFrom } from '../../../src/learn/random.js'
import { evaluateNames } from '../../../src/learn/score/evaluate-names.js'
import { scoreNames, trimName } from '../../../src/learn/score/names.js'
import { tagging } from '../../helpers/tagging.js'

const GIVEN = ['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Franz']
const FAMILY = ['Larsen', 'Novak', 'Okafor', 'Petrov', 'Quist', 'Rossi']
const TOWNS = ['Port Elin', 'Marsk', 'Oldbury', 'Tarn', 'Velden']
const BODIES = ['Harbor Commission', 'Larsen Bank', 'Tarn University', 'Marsk Steel Corp']

/** Invented articles with their names, always the same. */
function inventedArticles(count: number): readonly GoldDocument[] {
  const random = randomFrom(7)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, n) => {
    const person = `${pick(GIVEN)} ${pick(FAMILY)}`
    const town = pick(TOWNS)
    const body = pick(BODIES)
    const parts: readonly (string | readonly [string, GoldDocument['mentions'][number]['type']])[] = [
      'Officials of the ', [body, 'organization'], ' met in ', [town, 'place'], ' on Monday, said ', [person, 'person'],
      ', a spokesman. Later ', [person.split(' ')[1], 'person'], ' left for ', [town, 'place'], '.',
    ] // biome-ignore format: one article
    let text = ''
    const mentions: GoldDocument['mentions'][number][] = []
    for (const part of parts) {
      if (typeof part === 'string') text += part
      else {
        mentions.push({ start: text.length, end: text.length + part[0].length, type: part[1] })
        text += part[0]
      }
    }
    return { id: `a${n}`, set: 'invented', text, mentions }
  })
}

const options = {
  seed: 1,
  epochs: 3,
  models: 2,
  seen: 0.8,
  margin: 5,
  cutoff: 1,
  folds: 2,
  damageEvery: 5,
  favour: 0,
  places: 2 ** 15,
}

describe('training', () => {
  const { training, heldOut } = split(inventedArticles(80))
  const material = { train: training, heldOut, lexicon: emptyLexicon(10), ...tagging }
  const model = trainModel(material, options)

  it('learns what names look like', () => {
    expect(evaluateNames(heldOut, model, tagging.tagModel).exact.micro.f1).toBeGreaterThan(0.9)
  })

  it('gives the same bytes for the same seed, and reads back what it wrote', () => {
    const bytes = encodeNameModel(model)
    expect(encodeNameModel(trainModel(material, options))).toEqual(bytes)
    const again = decodeNameModel(bytes, encodeLexicon(material.lexicon))
    expect(evaluateNames(heldOut, again, tagging.tagModel)).toEqual(evaluateNames(heldOut, model, tagging.tagModel))
  })

  it('holds out every tenth article', () => {
    expect(heldOut.map(({ id }) => id)).toEqual(['a9', 'a19', 'a29', 'a39', 'a49', 'a59', 'a69', 'a79'])
  })
})

describe('gold files', () => {
  it.each([
    ['{"id":"a","text":"Oslo","mentions":[]}\nnonsense', 'gold.jsonl:2: not JSON'],
    ['[1]', 'gold.jsonl:1: expected a JSON object'],
    ['{"text":"Oslo","mentions":[]}', 'gold.jsonl:1: "id" must be a string'],
    ['{"id":"a","mentions":[]}', 'gold.jsonl:1: "text" must be a string'],
    ['{"id":"a","text":"Oslo"}', 'gold.jsonl:1: "mentions" must be a list'],
    [
      '{"id":"a","text":"Oslo","mentions":[{"start":0,"end":9,"type":"place"}]}',
      'gold.jsonl:1: mention 1: 0 to 9 is not a stretch of the text (4 characters)',
    ],
    [
      '{"id":"a","text":"Oslo","mentions":[{"start":0,"end":4,"type":"city"}]}',
      'type must be one of person, place, organization, not "city"',
    ],
    [
      '{"id":"a","text":"Oslo","mentions":[{"start":0,"end":4,"type":"place"},{"start":2,"end":4,"type":"place"}]}',
      'mentions overlap at 2',
    ],
    [
      '{"id":"a","text":"Oslo","mentions":[]}\n{"id":"a","text":"Rome","mentions":[]}',
      'gold.jsonl:2: the id "a" was already used in line 1',
    ],
    ['\n', 'gold.jsonl:1: no article in it'],
  ])('%s', (content, message) => {
    expect(() => readGold(content, 'gold.jsonl')).toThrow(message)
  })
})

describe('scores', () => {
  it.each([
    ["the BBC's", 'BBC'],
    ['The Times', 'Times'],
    ['THE TIMES', 'TIMES'],
    ['Rivers’', 'Rivers'],
    [' Oslo ', 'Oslo'],
    ['Theodore', 'Theodore'],
  ])('%s is compared as %s', (text, trimmed) => {
    const { start, end } = trimName(text, { start: 0, end: text.length })
    expect(text.slice(start, end)).toBe(trimmed)
  })

  it('counts exact, partial and untyped matches', () => {
    const text = "The BBC's Ann Lee met the Times in Rome."
    const at = (words: string, type: 'person' | 'place' | 'organization') => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      type,
    })
    const gold = [at('BBC', 'organization'), at('Ann Lee', 'person'), at('Times', 'organization'), at('Rome', 'place')]
    const predicted = [
      at("The BBC's", 'organization'),
      at('Lee', 'person'),
      at('the Times', 'organization'),
      at('Rome', 'organization'),
    ]
    const scores = scoreNames([{ id: 'a', text, gold, predicted }])
    expect([scores.exact.micro.correct, scores.partial.micro.correct, scores.untyped.correct]).toEqual([2, 3, 3])
    expect(scores.errors.map(({ kind, text: name }) => `${kind} ${name}`)).toEqual([
      'missed Ann Lee',
      'type Rome',
      'extra Lee',
    ])
  })
})

describe('confidence', () => {
  it('is brought to what was right', () => {
    const random = randomFrom(3)
    // A model that is too sure: it says 0.9 where 7 of 10 are right and 0.99 where 9 of 10 are.
    const outcomes = Array.from({ length: 4000 }, (_, i) =>
      i % 2 === 0 ? { probability: 0.9, right: random() < 0.7 } : { probability: 0.99, right: random() < 0.9 },
    )
    const { slope, offset } = fitCalibration(outcomes)
    const confidence = (p: number): number => 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)))
    expect(confidence(0.9)).toBeCloseTo(0.7, 1)
    expect(confidence(0.99)).toBeCloseTo(0.9, 1)
    expect(
      calibrationError(reliability(outcomes.map((o) => ({ ...o, probability: confidence(o.probability) })))),
    ).toBeLessThan(0.03)
  })
})

describe('copies like headlines', () => {
  it('change the case of some lines and nothing else', () => {
    const documents = inventedArticles(4)
    const copies = damageCase(documents, 1, 1)
    expect(copies.length).toBe(4)
    copies.forEach((copy, d) => {
      expect(copy.text.toLowerCase()).toBe(documents[d].text.toLowerCase())
      expect(copy.text).not.toBe(documents[d].text)
      expect(copy.only.length).toBeGreaterThan(0)
    })
  })
})
