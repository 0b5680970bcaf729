/** Remakes the expected documents: `npm run golden`. Read the diff before you commit it; nothing else accepts it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { loadResources } from '../../src/run/resources.js'
import { annotateGolden, expectedPath, goldenArticles } from './golden.js'

const resources = await loadResources({})
for (const article of goldenArticles()) {
  const path = expectedPath(article)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, annotateGolden(article, resources))
}
