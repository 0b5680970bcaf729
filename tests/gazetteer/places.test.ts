import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePlaces, type PlaceRow } from '../../scripts/gazetteer/encode.js'
import { packColumn, unpackColumn } from '../../src/gazetteer/pack-column.js'
import { addToKeyHash, hashOfName, keyHashValue, nameKey, newKeyHash } from '../../src/gazetteer/place-key.js'
import { decodePlaces } from '../../src/gazetteer/places.js'

const bytes = readFileSync(new URL('../../gazetteer/places.bin', import.meta.url))
const places = decodePlaces(bytes)
const first = (name: string): string => {
  const [row] = places.candidates(name)
  return row === undefined
    ? ''
    : `${places.name(row)} ${places.featureCode(row)} ${places.countryCode(row)}.${places.admin1(row)}`
}

describe('the shipped gazetteer', () => {
  it.each([
    ['Berlin', 'Berlin ADM1 DE.16'],
    ['PARIS, nowhere', ''],
    ['winston-salem', 'Winston-Salem PPLA2 US.NC'],
    ['Sao Paulo', 'São Paulo ADM1 BR.27'],
    ['Clackamas County', 'Clackamas County ADM2 US.OR'],
    ['Cook County', 'Cook County ADM2 US.IL'],
    ['U.S.', 'United States PCLI US.'],
    ['US', 'United States PCLI US.'],
    ['D.C.', 'Washington PPLC US.DC'],
    ['the Bay Area', ''],
    ['Bay Area', 'Bay Area RGN US.CA'],
    ['Africa', 'Africa CONT .'],
    ['Britain', 'United Kingdom PCLI GB.'],
    ['Squirrel Hill North', 'Squirrel Hill North PPLX US.PA'],
  ])('finds %s', (name, expected) => expect(first(name)).toBe(expected))

  it('keeps the pronoun apart from the country', () => {
    expect(places.candidates('us').map(places.countryCode)).not.toContain('US')
  })

  it.each([
    ['german', 'Germany'],
    ['texans', 'Texas'],
    ['iraqis', 'Iraq'],
    ['european', 'Europe'],
  ])('knows whose demonym %s is', (word, place) => expect(places.name(places.demonym(word))).toBe(place))

  it('reads abbreviations of states as they are spelled', () => {
    expect(places.name(places.regionByAbbreviation('Mass.'))).toBe('Massachusetts')
    expect(places.name(places.regionByAbbreviation('TX'))).toBe('Texas')
    expect(places.regionByAbbreviation('tx')).toBe(-1)
  })

  it.each([
    [['in', 'new', 'york', 'city', 'of'], 1, 3],
    [['st.', 'john', "'s", ','], 0, 3],
    [['winston', '-', 'salem'], 0, 3],
    [['garbanzo', 'beans'], 0, 0],
  ])('matches the longest name in %j', (tokens, from, length) => {
    expect(places.longestAt(tokens, from, tokens.length)).toBe(length)
  })

  it('is small and knows where places are', () => {
    expect(bytes.length).toBeLessThanOrEqual(8_000_000)
    const row = places.candidates('Reykjavik')[0]
    expect(places.latitude(row)).toBeCloseTo(64.1, 0)
    expect(places.longitude(row)).toBeCloseTo(-21.9, 0)
  })
})

describe('packed columns', () => {
  const columns = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.uint16Array({ maxLength: 20 }),
    fc.uint32Array({ maxLength: 20 }),
    fc.int32Array({ maxLength: 20 }),
  )
  it('come back as they were', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const back = column.slice().fill(0)
        unpackColumn(packColumn(column), back)
        expect(back).toEqual(column)
      }),
    )
  })
})

describe('keys', () => {
  it('hashes a name in pieces as it hashes the whole', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'É', 'ß', 'z', '.', "'", 'U', '7'),
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const state = newKeyHash()
        for (const [i, piece] of words.entries()) addToKeyHash(state, piece, i > 0)
        expect(keyHashValue(state)).toBe(hashOfName(words.join(' ')))
      }),
    )
  })

  it('hashes alike exactly what has one key', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'B', 'É', 'ø', 'ñ', '-', "'", '’', '.', ' ', '中', '9'),
          maxLength: 12,
        }),
        (name) => {
          expect(hashOfName(nameKey(name))).toBe(hashOfName(name))
          expect(hashOfName(name.toUpperCase().toLowerCase())).toBe(hashOfName(name.toLowerCase()))
        },
      ),
    )
  })
})

describe('encode and decode', () => {
  const row = (name: string, i: number): PlaceRow => ({
    name, otherNames: [`${name}burg`], id: i + 1, latitude: i, longitude: -i, population: 10 * i, country: 0, admin1: -1, admin2: -1, feature: 'PPL',
  }) // biome-ignore format: one line

  const pack = (names: readonly string[]): Uint8Array =>
    encodePlaces({ rows: names.map(row), countries: [['AA', 0]], regions: [], demonyms: [['aan', 0]], shortForms: [] })

  it('gives back every name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'K', ' '), minLength: 1, maxLength: 8 })),
        (names) => {
          const decoded = decodePlaces(pack(names))
          for (const [i, name] of names.entries()) {
            expect(decoded.candidates(name)).toContain(i)
            expect(decoded.candidates(`${name}burg`)).toContain(i)
            expect(decoded.name(i)).toBe(name)
            expect([decoded.latitude(i), decoded.longitude(i)]).toEqual([i, -i + 0])
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('says what is wrong with a file that it cannot read', () => {
    const good = pack(['Aville'])
    const changed = good.slice()
    changed[changed.length - 3] ^= 1
    const newer = good.slice()
    newer[4] = 99
    expect(() => decodePlaces(new Uint8Array([1, 2, 3]))).toThrow(/not a place gazetteer/)
    expect(() => decodePlaces(changed)).toThrow(/damaged/)
    expect(() => decodePlaces(good.subarray(0, good.length - 8))).toThrow(/damaged/)
    expect(() => decodePlaces(newer)).toThrow(/version 99/)
  })
})
