import { beforeAll, describe, expect, it } from 'vitest'
import type { AnnotatedDocument } from '../../src/document/annotated-document.js'
import { annotateArticle, type Resources } from '../../src/pipeline.js'
import { loadResources } from '../../src/run/resources.js'
import { HOSTILE_PIECES } from '../helpers/hostile-texts.js'

const LENGTH = 6000
let resources: Resources
beforeAll(async () => {
  resources = await loadResources({})
  annotate('Ana Ruiz said on Tuesday that “it is old.” '.repeat(100))
})

function annotate(text: string): AnnotatedDocument {
  const annotated = annotateArticle(
    { kind: 'record', source: 'hostile', record: { text, published: '2021-03-04' } },
    resources,
  )
  if (annotated.kind === 'error') throw new Error(annotated.error.message)
  return annotated.document
}

/** Milliseconds of processor time, which a busy machine does not stretch as much as it does the clock. */
function cost(text: string): number {
  const before = process.cpuUsage()
  annotate(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const textOf = (piece: string, length: number) => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}x`

describe.each(Object.entries(HOSTILE_PIECES))('%s, over and over', (_, piece) => {
  it('keep every span on its text, and the document in proportion', () => {
    const text = textOf(piece, LENGTH)
    const document = annotate(text)
    expect(document.text).toBe(text)
    for (const { start, end, text: covered } of [...document.mentions, ...document.dates]) {
      if (text.slice(start, end) !== covered) expect(text.slice(start, end)).toBe(covered)
    }
    expect(JSON.stringify(document).length).toBeLessThan(500 * LENGTH)
  })

  it('take four times the time for four times the length', () => {
    const [short, long] = [textOf(piece, LENGTH), textOf(piece, 4 * LENGTH)]
    const isLinear = () => cost(long) <= 7 * cost(short) + 60
    // What looks bad once may be the machine; what looks bad three times is not.
    expect(isLinear() || isLinear() || isLinear()).toBe(true)
  })
})
