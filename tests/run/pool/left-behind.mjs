// Run with --expose-gc, on the built code: kilobytes that each article leaves in the heap that is seldom collected.
import { readFileSync } from 'node:fs'
import { getHeapSpaceStatistics } from 'node:v8'
import { annotateBatch } from '../../../dist/run/pool/annotate-batch.js'
import { loadResources } from '../../../dist/run/resources.js'

const articles = readFileSync(0, 'utf8').trim().split('\n')
const resources = await loadResources({})
const oldKilobytes = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space').space_used_size / 1024
const annotate = (from, to) => {
  for (let at = from; at < to; at += 24) {
    const lot = articles.slice(at, Math.min(to, at + 24))
    annotateBatch(
      { articles: lot.map((line) => ({ kind: 'record', source: '#', record: JSON.parse(line) })) },
      resources,
    )
  }
}
const warm = Math.floor(articles.length / 2)
annotate(0, warm)
globalThis.gc()
annotate(warm, articles.length)
const before = oldKilobytes()
globalThis.gc()
console.log((before - oldKilobytes()) / (articles.length - warm))
