import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { annotateBatch } from '../../src/run/annotate-batch.js'
import { loadResources } from '../../src/run/resources.js'
import { syntheticArticles } from '../bench/synthetic-articles.js'

test('an article leaves next to nothing behind in the heap that is seldom collected', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const oldKilobytes = (): number =>
    (getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0) / 1024
  const resources = await loadResources({})
  const articles = [...syntheticArticles(2400, 7)]
  const annotate = (from: number, to: number): void => {
    for (let at = from; at < to; at += 24) {
      const raw = articles
        .slice(at, at + 24)
        .map((record, i) => ({ kind: 'record', source: `#${at + i}`, record: { ...record } }) as const)
      annotateBatch({ articles: raw }, resources)
    }
  }
  annotate(0, 960)
  collect()
  annotate(960, 2400)
  const after = oldKilobytes()
  collect()
  // 2.5 of compiling and of words that are learnt; names that are remembered too long make it 4, a stage that keeps its
  // article's tokens 10.
  expect((after - oldKilobytes()) / 1440).toBeLessThan(3.3)
})
