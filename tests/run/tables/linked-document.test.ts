import { expect, it } from 'vitest'
import { linkedDocumentOf } from '../../../src/run/tables/linked-document.js'
import { DOCUMENT } from '../../7-write/document.js'

const lineOf = (document: object) => Buffer.from(JSON.stringify(document))
const { id, publishedAt, entities } = DOCUMENT

it('takes what linking needs out of a line', () => {
  expect(linkedDocumentOf(lineOf(DOCUMENT))).toEqual({ id, publishedAt, entities })
})

it('is not misled by what a text says', () => {
  const text = '"publishedAt":"1999-01-01" "entities":[1],"dates":[2],"entities":[] \\"entities\\":['
  const { publishedAt: _, ...undated } = { ...DOCUMENT, title: text, text }
  expect(linkedDocumentOf(lineOf(undated))).toEqual({ id, entities })
  expect(linkedDocumentOf(lineOf({ ...DOCUMENT, title: text, text }))).toEqual({ id, publishedAt, entities })
})

it.each([
  ['spaces', Buffer.from(JSON.stringify(DOCUMENT, null, 1))],
  ['another order', lineOf(Object.assign({ id }, DOCUMENT))],
  ['no entities', lineOf({ schemaVersion: 1, id })],
  ['a torn line', lineOf(DOCUMENT).subarray(0, 700)],
])('leaves a line with %s to the parser', (_, line) => {
  expect(linkedDocumentOf(line)).toBeUndefined()
})
