import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnnotatedDocument } from '../../src/document/annotated-document.js'
import { annotateArticle, type Resources } from '../../src/pipeline.js'

const FOLDER = import.meta.dirname

export const goldenArticles = (): readonly string[] => readdirSync(join(FOLDER, 'articles')).sort()

export const expectedPath = (article: string): string =>
  join(FOLDER, 'expected', `${article.replace(/\.\w+$/, '')}.json`)

/** The whole document of a golden article, as its expected file has it. */
export function annotateGolden(article: string, resources: Resources): string {
  const source = `tests/golden/articles/${article}`
  const content = readFileSync(join(FOLDER, 'articles', article), 'utf8')
  const annotated = annotateArticle({ kind: 'text', source, content }, resources)
  if (annotated.kind === 'error') throw new Error(`${source}: ${annotated.error.message}`)
  return format(annotated.document)
}

/** JSON with a field a line, and an element a line in its lists, so that a change shows as the lines that it touches. */
function format(document: AnnotatedDocument): string {
  // As it is written: JSON leaves out what is undefined.
  const fields = Object.entries(JSON.parse(JSON.stringify(document)) as object).map(([name, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`
    const elements = value.map((element) => `    ${JSON.stringify(element)}`).join(',\n')
    return `  ${JSON.stringify(name)}: [\n${elements}\n  ]`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
