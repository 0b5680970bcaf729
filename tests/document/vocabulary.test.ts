import { describe, expect, it } from 'vitest'
import { type Vocabulary, wordFacts } from '../../src/document/vocabulary.js'

const growing = (): { vocabulary: Vocabulary; add: (word: string) => void } => {
  const word: string[] = []
  const lower: string[] = []
  const vocabulary = { word, lower, shape: new Uint8Array(4096) }
  return {
    vocabulary,
    add(text) {
      word.push(text)
      lower.push(text.toLowerCase())
    },
  }
}

describe('facts about words', () => {
  it('are asked for once for each word, also when the vocabulary has grown', () => {
    const asked: string[] = []
    const lengths = wordFacts((lower) => {
      asked.push(lower)
      return lower.length
    })
    const { vocabulary, add } = growing()
    add('Harbor')
    expect([...lengths({ vocabulary }).subarray(0, 1)]).toEqual([6])
    for (let i = 0; i < 3000; i++) add(`Pier${i}`)
    const rows = lengths({ vocabulary })
    lengths({ vocabulary })
    expect([rows[0], rows[1], rows[3000]]).toEqual([6, 5, 8])
    expect(asked).toHaveLength(3001)
  })

  it('belong to one vocabulary', () => {
    const lengths = wordFacts((lower) => lower.length)
    const one = growing()
    const other = growing()
    one.add('Harbor')
    other.add('Pier')
    expect(lengths(one)[0]).toBe(6)
    expect(lengths(other)[0]).toBe(4)
    expect(lengths(one)[0]).toBe(6)
  })
})
