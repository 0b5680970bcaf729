import { beforeAll, describe, expect, it } from 'vitest'
import { readInputs } from '../../src/1-read/read-inputs.js'
import type { AnnotatedDocument } from '../../src/document/annotated-document.js'
import { DOCUMENT_FIELDS, type DocumentField } from '../../src/document/document-fields.js'
import { annotateArticle } from '../../src/pipeline.js'
import { loadResources } from '../../src/run/resources.js'

const documents: AnnotatedDocument[] = []
beforeAll(async () => {
  const resources = await loadResources({})
  for await (const input of await readInputs(['seeds'])) {
    if (input.kind === 'error') throw new Error(input.error.message)
    const annotated = annotateArticle(input.raw, resources)
    if (annotated.kind === 'error') throw new Error(annotated.error.message)
    documents.push(annotated.document)
  }
})

/** Paths of fields that the schema does not know, misses, or has in another order. */
function* faults(value: unknown, fields: readonly DocumentField[], path: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* faults(item, fields, `${path}[]`)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const names = Object.keys(value)
  const known = fields.map((field) => field.name)
  for (const name of names) if (!known.includes(name)) yield `${path}.${name} is not in the schema`
  if (known.filter((name) => names.includes(name)).join() !== names.join()) yield `${path}: ${names} in another order`
  for (const field of fields) {
    const inner = Reflect.get(value, field.name)
    if (inner === undefined && field.required) yield `${path}.${field.name} is missing`
    if (field.fields) yield* faults(inner, field.fields, `${path}.${field.name}`)
  }
}

describe('documents of the sample articles', () => {
  it('have the fields of the schema, in its order', () => {
    expect(documents.length).toBeGreaterThan(10)
    expect([...new Set(documents.flatMap((document) => [...faults(document, DOCUMENT_FIELDS, '')]))]).toEqual([])
  })

  it('have every span on its text', () => {
    for (const { text, mentions, dates, quotes } of documents) {
      const covered = [...mentions, ...dates, ...quotes.flatMap(({ cue, speaker }) => [cue, speaker])]
      for (const span of covered) if (span) expect(text.slice(span.start, span.end)).toBe(span.text)
      for (const quote of quotes) {
        const parts = quote.parts.map(({ start, end }) => text.slice(start, end)).join(' ')
        expect(quote.text).toBe(quote.kind === 'direct' ? parts : text.slice(quote.start, quote.end))
        for (const part of quote.parts) expect(part.start >= quote.start && part.end <= quote.end).toBe(true)
      }
    }
  })

  it('name only entities that they have, and count their mentions', () => {
    for (const { entities, mentions, quotes } of documents) {
      const ids = new Set(entities.map((entity) => entity.id))
      expect(ids.size).toBe(entities.length)
      for (const { entityId } of mentions) expect(ids).toContain(entityId)
      for (const { speaker } of quotes) if (speaker?.entityId !== undefined) expect(ids).toContain(speaker.entityId)
      for (const { id, mentionCount } of entities) {
        expect(mentions.filter(({ entityId }) => entityId === id)).toHaveLength(mentionCount)
      }
    }
  })
})
