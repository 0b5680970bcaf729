import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownCopy, remember } from '../../src/document/remember.js'

describe('a function that remembers', () => {
  test('is the function itself, whatever was asked before', () => {
    const questions = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.constantFrom('a', 'b')))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), questions, (most, asked) => {
        const known = remember(most, (text: string, about: string) => `${about}:${text}`)
        for (const [text, about] of asked) expect(known(text, about)).toBe(`${about}:${text}`)
      }),
    )
  })

  test('asks once for what comes again, and again for what is long ago', () => {
    const asked: string[] = []
    const known = remember(2, (text: string) => {
      asked.push(text)
      return text.length
    })
    for (const text of ['one', 'two', 'one', 'three', 'four', 'one', 'five', 'six', 'seven', 'eight', 'two'])
      known(text)
    expect(asked.filter((text) => text === 'one')).toHaveLength(1)
    expect(asked.filter((text) => text === 'two')).toHaveLength(2)
  })
})

test('a copy is the same text, lone surrogates and all', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }))
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes)
      expect(ownCopy(text) === text).toBe(true)
    }),
  )
})

test('what is remembered keeps no article in memory', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const known = remember(1000, (name: string) => name)
  const megabytes = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const before = megabytes()
  for (let article = 0; article < 400; article++) {
    const text = `Councillor Number ${article} spoke. ${'x'.repeat(100_000)}`
    known(text.slice(0, 18 + String(article).length))
  }
  expect(megabytes() - before).toBeLessThan(10)
})
