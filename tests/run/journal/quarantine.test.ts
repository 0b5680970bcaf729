import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { InputError } from '../../../src/document/diagnostic.js'
import { openQuarantine } from '../../../src/run/journal/quarantine.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-quarantine-'))
afterAll(() => rmSync(home, { recursive: true }))

const error = (code: string): InputError => ({ source: 'a', stage: 'recognize', code, message: 'm' })
const FILE = path.join(home, '.dateline', 'quarantine.jsonl')

describe('quarantine', () => {
  it('remembers dear failures only, for the same limits only, and survives a torn line', async () => {
    const first = await openQuarantine(home, { seconds: 1 })
    await first.add('cheap', error('no-text'))
    expect(existsSync(FILE)).toBe(false)
    await first.add('slow', error('timeout'))
    await first.close()
    appendFileSync(FILE, '["torn",{"sou')

    const again = await openQuarantine(home, { seconds: 1 })
    expect([again.find('slow'), again.find('cheap'), again.find('torn')]).toEqual([
      error('timeout'),
      undefined,
      undefined,
    ])
    await again.add('crash', error('crashed'))
    await again.close()
    const third = await openQuarantine(home, { seconds: 1 })
    expect(third.find('slow')).toEqual(error('timeout'))
    expect(third.find('crash')).toEqual(error('crashed'))

    const patient = await openQuarantine(home, { seconds: 60 })
    expect(patient.find('slow')).toBeUndefined()
  })
})
