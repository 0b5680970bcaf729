import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createLinker } from '../../src/6-link/link.js'
import { linkKey } from '../../src/6-link/link-key.js'
import type { CorpusEntity, LinkedDocument } from '../../src/document/corpus-entity.js'
import { createCorpusLinker } from '../../src/run/link-corpus.js'

const home = mkdtempSync(path.join(tmpdir(), 'dateline-link-'))
afterAll(() => rmSync(home, { recursive: true }))

const documents: readonly LinkedDocument[] = Array.from({ length: 300 }, (_, i) => ({
  id: i.toString(16).padStart(16, '0'),
  publishedAt: `20${10 + (i % 10)}-05-01`,
  entities: Array.from({ length: 8 }, (__, k) => {
    const number = (i * 7 + k * k) % 97
    const type = (['person', 'place', 'organization'] as const)[number % 3]
    return {
      id: `${type}:name-${number}`,
      type,
      name: `Name ${number}`,
      aliases: [`N. ${number}`],
      mentionCount: k + 1,
    }
  }),
}))

async function link(keptInMemory?: number): Promise<readonly CorpusEntity[]> {
  const folder = path.join(home, String(keptInMemory))
  const linker = await createCorpusLinker(folder, undefined, keptInMemory)
  for (const document of documents) await linker.add(document)
  const corpus = await linker.finish()
  const entities: CorpusEntity[] = []
  for await (const entity of corpus.entities()) entities.push(entity)
  expect(corpus.idsIn(documents[0])('person:name-0')).toBe('person:name-0')
  await linker.remove()
  expect(existsSync(folder)).toBe(false)
  return entities
}

describe('linking out of core', () => {
  it('gives what linking in memory gives, whether it touches the disk or not', async () => {
    const linker = createLinker()
    for (const document of documents) linker.add(document)
    const expected = [...linker.finish().entities()]
    expect(expected).toHaveLength(97)
    expect(await link()).toEqual(expected)
    expect(await link(100)).toEqual(expected)
  })

  it.each([
    ['person:angela-merkel', 'person:merkel'],
    ['organization:fbi', 'organization:federal-bureau-of-investigation'],
    ['organization:us-senate', 'organization:the-senate'],
    ['organization:labor-department', 'organization:us-department-of-labor'],
    ['person:al-roe', 'person:al-roe-jr'],
  ])('keeps %s and %s in one part', (a, b) => {
    expect(linkKey(a)).toBe(linkKey(b))
  })
})
