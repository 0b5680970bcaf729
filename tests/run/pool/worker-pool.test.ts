import { afterAll, describe, expect, it } from 'vitest'
import { openWorkerPool, withOwnLines } from '../../../src/run/pool/worker-pool.js'

const pool = openWorkerPool({
  workers: 2,
  maxArticleSeconds: 0.4,
  maxWorkerMegabytes: 40,
  resources: {},
  workerFile: new URL('./faulty-worker.mjs', import.meta.url),
})
afterAll(() => pool.close())

async function annotate(sources: readonly string[]): Promise<readonly string[]> {
  const { outcomes } = await pool.annotate(
    sources.map((source) => ({ kind: 'text', source, content: '' })),
    withOwnLines,
  )
  return outcomes.map((outcome) =>
    outcome.kind === 'document' ? outcome.id : `${outcome.error.source} ${outcome.error.code}`,
  )
}

describe('a worker that comes to harm', () => {
  it.each([
    ['hang', 'timeout'],
    ['exit', 'crashed'],
    ['memory', 'out-of-memory'],
    ['throw', 'crashed'],
  ])('by %s costs one article', async (mishap, code) => {
    expect(await annotate(['a', 'b', mishap, 'c'])).toEqual(['a', 'b', `${mishap} ${code}`, 'c'])
    expect(await annotate([mishap])).toEqual([`${mishap} ${code}`])
    expect(await annotate(['a'])).toEqual(['a'])
  })

  it('several times in a batch costs each of those articles', async () => {
    const sources = ['exit-1', 'a', 'hang-1', 'b', 'throw-1', 'exit-2', 'c']
    expect(await annotate(sources)).toEqual([
      ...['exit-1 crashed', 'a', 'hang-1 timeout', 'b', 'throw-1 crashed', 'exit-2 crashed', 'c'],
    ])
  })

  it('does not disturb the other worker', async () => {
    const [broken, whole] = await Promise.all([annotate(['hang', 'a']), annotate(['b', 'c'])])
    expect(broken).toEqual(['hang timeout', 'a'])
    expect(whole).toEqual(['b', 'c'])
  })
})

it('gives each batch its own lines, whether they have room in the memory that is used again or not', async () => {
  const sizes = [3, 2_000_000, 10, 500_000, 700_000, 5, 1_000_000, 20]
  const linesOf = (sources: readonly string[]): Promise<readonly string[]> =>
    pool.annotate(
      sources.map((source) => ({ kind: 'text', source, content: '' })),
      ({ outcomes }) => outcomes.map((outcome) => (outcome.kind === 'document' ? textOf(outcome.line) : '')),
    )
  const textOf = (line: Uint8Array): string => Buffer.from(line).toString('utf8')
  const batches = await Promise.all(sizes.map((size, i) => linesOf([`${i}`, `wide-${size}`, `end-${i}`])))
  for (const [i, lines] of batches.entries()) {
    const wide = `"wide-${sizes[i]}${'x'.repeat(sizes[i])}"\n`
    expect(lines).toEqual([`"${i}"\n`, wide, `"end-${i}"\n`])
  }
})

it('says so when no worker can be started', async () => {
  const broken = openWorkerPool({
    workers: 1,
    maxArticleSeconds: 1,
    maxWorkerMegabytes: 100,
    resources: {},
    workerFile: new URL('./no-such-worker.mjs', import.meta.url),
  })
  await expect(broken.annotate([{ kind: 'text', source: 'a', content: '' }], withOwnLines)).rejects.toThrow(
    /No worker could be started/,
  )
  await broken.close()
})
