import { createRequire } from 'node:module'
import nlp from 'compromise'
import datePlugin from 'compromise-dates'
import type * as Pipeline from '../../src/pipeline.js'
import type * as Loading from '../../src/run/resources.js'

/** Something that reads an article; the count it returns keeps the work from being optimised away. */
export interface Engine {
  readonly name: string
  readonly read: (text: string) => number
}

type WinkModule = (
  model: unknown,
  pipe: readonly string[],
) => {
  readonly its: Record<'pos' | 'value', unknown>
  readonly readDoc: (text: string) => {
    readonly tokens: () => { readonly out: (its: unknown) => unknown[] }
    readonly sentences: () => { readonly length: () => number }
  }
}

const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href

/** dateline's stages 2 to 5, as built: a runner of TypeScript adds work of its own to every function that is made. */
export async function datelineEngine(): Promise<Engine> {
  const { annotateArticle } = (await import(built('pipeline.js'))) as typeof Pipeline
  const { loadResources } = (await import(built('run/resources.js'))) as typeof Loading
  const resources = await loadResources({})
  return {
    name: 'dateline, stages 2 to 5',
    read: (text) => {
      const record = { text, published: '2016-09-12' }
      const annotated = annotateArticle({ kind: 'record', source: 'bench', record }, resources)
      return annotated.kind === 'document' ? annotated.document.mentions.length : 0
    },
  }
}

/** wink-nlp alone: tokens, sentences, parts of speech. */
export function winkEngine(): Engine {
  const require = createRequire(import.meta.url)
  const wink = (require('wink-nlp') as WinkModule)(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  return {
    name: 'wink-nlp, tokens, sentences, parts of speech',
    read: (text) => {
      const document = wink.readDoc(text)
      return document.tokens().out(wink.its.pos).length + document.sentences().length()
    },
  }
}

/** compromise: people, places, organizations, dates as it tags them, quotations. */
export function compromiseEngine(): Engine {
  return {
    name: 'compromise, names, dates, quotations',
    read: (text) => {
      const document = nlp(text)
      return (
        document.people().length +
        document.places().length +
        document.organizations().length +
        document.match('#Date+').length +
        document.quotations().length
      )
    },
  }
}

interface WithDates {
  readonly dates: () => { readonly get: () => readonly unknown[] }
}

/**
 * The same with compromise-dates, which gives dates their values. It changes compromise for good, so make it when the
 * plain one has run. Its parser throws on some texts; those count as read.
 */
export function compromiseDatesEngine(): Engine {
  nlp.plugin(datePlugin)
  const values = (document: unknown): number => {
    try {
      return (document as WithDates).dates().get().length
    } catch {
      return 0
    }
  }
  return {
    name: 'compromise with compromise-dates, date values',
    read: (text) => {
      const document = nlp(text)
      const names = document.people().length + document.places().length + document.organizations().length
      return names + document.quotations().length + values(document)
    },
  }
}
