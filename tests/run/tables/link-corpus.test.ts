import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NO_IDENTITIES } from '../../../src/6-link/identities.js'
import { createLinker } from '../../../src/6-link/link.js'
import { linkKey } from '../../../src/6-link/link-key.js'
import type { CorpusEntity, LinkedDocument } from '../../../src/document/corpus-entity.js'
import { lineRanges } from '../../../src/run/lines/line-ranges.js'
import { type Executor, THIS_THREAD } from '../../../src/run/pool/executor.js'
import { createCorpusLinker } from '../../../src/run/tables/link-corpus.js'
import type { RangeChanges } from '../../../src/run/tables/link-part.js'

const home = mkdtempSync(join(tmpdir(), 'dateline-link-'))
afterAll(() => rmSync(home, { recursive: true }))

const documents: readonly LinkedDocument[] = Array.from({ length: 300 }, (_, i) => ({
  id: i.toString(16).padStart(16, '0'),
  publishedAt: `20${10 + (i % 10)}-05-01`,
  entities: Array.from({ length: 8 }, (__, k) => {
    const number = (i * 7 + k * k) % 97
    const type = (['person', 'place', 'organization'] as const)[number % 3]
    // Every other article gives companies their legal form, which linking takes off.
    const isCompany = type === 'organization' && i % 2 === 0
    return {
      id: `${type}:name-${number}${isCompany ? '-inc' : ''}`,
      type,
      name: `Name ${number}${isCompany ? ' Inc.' : ''}`,
      aliases: [`N. ${number}`],
      mentionCount: k + 1,
    }
  }),
}))

const path = join(home, 'documents.jsonl')
writeFileSync(path, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))

interface Linked {
  readonly entities: readonly CorpusEntity[]
  /** By document and entity. */
  readonly changes: ReadonlyMap<string, string>
}

async function link(executor: Executor, rangeBytes: number, keptInMemory?: number): Promise<Linked> {
  const folder = join(home, `${rangeBytes}`)
  const linker = await createCorpusLinker(folder, undefined, keptInMemory)
  for (const range of await lineRanges(path, rangeBytes)) {
    const partitioned = await executor.partitionEntities({ path, range, identities: NO_IDENTITIES })
    if (partitioned.kind === 'partitioned') await linker.add(partitioned.parts)
  }
  const corpus = await linker.finish(executor)
  const entities: CorpusEntity[] = []
  const changes = new Map<string, string>()
  for await (const { entity } of corpus.entities()) entities.push(entity)
  for await (const lines of corpus.changes())
    for (const line of lines)
      for (const [document, ids] of (JSON.parse(line) as RangeChanges)[1])
        for (const [from, to] of ids) changes.set(`${document} ${from}`, to)
  await linker.remove()
  expect(existsSync(folder)).toBe(false)
  return { entities, changes }
}

/** Threads of which the later is often done first. */
const SEVERAL_THREADS: Executor = {
  ...THIS_THREAD,
  atOnce: 3,
  linkPart: async (task) => {
    await new Promise((resolve) => setTimeout(resolve, task.occurrences.rest.length % 5))
    return THIS_THREAD.linkPart(task)
  },
}

describe('linking out of core', () => {
  it('gives what linking in memory gives, whether it touches the disk or not', async () => {
    const linker = createLinker()
    const cells = documents.map(linker.add)
    const corpus = linker.finish()
    const expected = [...corpus.entities()]
    expect(expected).toHaveLength(97)
    const ids = new Map<string, string>()
    for (const [d, document] of documents.entries()) {
      for (const [e, { id }] of document.entities.entries()) {
        const corpusId = corpus.idOf(cells[d][e])
        if (corpusId !== id) ids.set(`${document.id} ${id}`, corpusId)
      }
    }
    expect(ids.size).toBeGreaterThan(0)
    for (const linked of [
      await link(THIS_THREAD, 1e6),
      await link(THIS_THREAD, 5000, 100),
      await link(SEVERAL_THREADS, 20_000, 3000),
    ]) {
      expect(linked.entities).toEqual(expected)
      expect(linked.changes).toEqual(ids)
    }
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
