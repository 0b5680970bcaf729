import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createUtf8Buffer } from '../../src/7-write/utf8-buffer.js'

const decoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

it('gives back each lot of texts as it came, whatever came before', () => {
  const buffer = createUtf8Buffer()
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      for (const text of texts) expect(decoded(buffer.add(text))).toBe(text)
      expect(decoded(buffer.take())).toBe(texts.join(''))
    }),
  )
})

it('grows with a giant, and forgets it', () => {
  const buffer = createUtf8Buffer()
  const giant = '€'.repeat(5_000_000)
  buffer.add('before')
  buffer.add(giant)
  expect(decoded(buffer.take())).toBe(`before${giant}`)
  buffer.add('after')
  expect(decoded(buffer.take())).toBe('after')
})

it('executor out a buffer of just its size that later texts do not touch', () => {
  const buffer = createUtf8Buffer()
  buffer.add('one')
  const one = buffer.take()
  expect(one.buffer.byteLength).toBe(3)
  buffer.add('two')
  expect(decoded(one)).toBe('one')
})

it('puts a lot where there is room for it, and keeps it where there is not', () => {
  const buffer = createUtf8Buffer()
  const room = new Uint8Array(new SharedArrayBuffer(4))
  buffer.add('wide€')
  expect(buffer.takeInto(room)).toBeUndefined()
  expect(decoded(buffer.take())).toBe('wide€')
  buffer.add('four')
  const taken = buffer.takeInto(room)
  expect(taken?.buffer).toBe(room.buffer)
  expect(decoded(room)).toBe('four')
  expect(buffer.take()).toHaveLength(0)
})
