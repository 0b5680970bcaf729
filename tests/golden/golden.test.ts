import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadResources } from '../../src/run/resources.js'
import { annotateGolden, expectedPath, goldenArticles } from './golden.js'

const resources = await loadResources({})

it.each(goldenArticles())('%s gives the expected document (npm run golden, then read the diff)', (article) => {
  expect(annotateGolden(article, resources)).toBe(readFileSync(expectedPath(article), 'utf8'))
})

it('gives the same document whatever was read before', () => {
  const [first, ...others] = goldenArticles()
  const alone = annotateGolden(first, resources)
  for (const other of others) annotateGolden(other, resources)
  expect(annotateGolden(first, resources)).toBe(alone)
})
