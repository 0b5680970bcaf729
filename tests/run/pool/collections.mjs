// Run with --trace-deopt, on the built code: V8 tells of each function whose compiled code it throws away.
import { readFileSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { annotateBatch } from '../../../dist/run/pool/annotate-batch.js'
import { createCollector } from '../../../dist/run/pool/collect-garbage.js'
import { loadResources } from '../../../dist/run/resources.js'

async function annotateAndCollect(articles) {
  const resources = await loadResources({})
  const collectNowAndThen = createCollector(articles.length / 4)
  for (let at = 0; at < articles.length; at += 20) {
    const lot = articles.slice(at, at + 20).map((record) => ({ kind: 'record', source: '#', record }))
    annotateBatch({ articles: lot }, resources)
    await collectNowAndThen(lot.length)
  }
}

if (!isMainThread) await annotateAndCollect(workerData)
else {
  const articles = readFileSync(0, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  new Worker(new URL(import.meta.url), { workerData: articles })
}
