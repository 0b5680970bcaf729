import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodePersonNames } from '../../src/gazetteer/person-names.js'

const names = decodePersonNames(readFileSync(new URL('../../gazetteer/person-names.txt', import.meta.url), 'utf8'))

describe('person names', () => {
  it.each([
    ['Mary', 'female'],
    ['JOHN', 'male'],
    ['José', 'male'],
    ['Jose', 'male'],
    ['Angela', 'female'],
    ['Mary Ann', 'female'],
    ['Jean-Baptiste', 'male'],
    ['Robin', undefined],
    ['Table', undefined],
  ])('gender of %s is %s', (name, gender) => {
    expect(names.gender(name)).toBe(gender)
  })

  it('knows surnames from given names', () => {
    expect([names.isSurname('Almeida'), names.isGivenName('Almeida')]).toEqual([true, false])
    expect([names.isSurname('Hannah'), names.isGivenName('hannah')]).toEqual([false, true])
    expect(names.isSurname('the')).toBe(false)
  })

  it('says what is wrong with a damaged file', () => {
    expect(() => decodePersonNames('1:ann\ngarbage')).toThrow(/person-names\.txt is damaged.*garbage/)
  })
})
