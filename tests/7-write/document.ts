import type { AnnotatedDocument } from '../../src/document/annotated-document.js'

const TEXT = 'Bridge to close\n\n“It is old,” Ana Ruiz said in Ferndale on Tuesday.'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words })

/** An article of our own as the pipeline would annotate it. */
export const DOCUMENT: AnnotatedDocument = {
  schemaVersion: 1,
  id: '0123456789abcdef',
  source: 'seeds/bridge.md',
  title: 'Bridge to close',
  authors: ['Tom Blake', 'Mia Wong'],
  publishedAt: '2021-03-04',
  text: TEXT,
  sections: [
    { kind: 'title', start: 0, end: 15 },
    { kind: 'body', start: 17, end: TEXT.length },
  ],
  sentences: [
    { start: 0, end: 15 },
    { start: 17, end: TEXT.length },
  ],
  mentions: [
    { ...at('Ana Ruiz'), type: 'person', entityId: 'person:ana-ruiz', confidence: 0.9, by: 'model' },
    { ...at('Ferndale'), type: 'place', entityId: 'place:ferndale', confidence: 0.8, by: 'gazetteer' },
  ],
  entities: [
    { id: 'person:ana-ruiz', type: 'person', name: 'Ana Ruiz', aliases: [], mentionCount: 1 },
    { id: 'place:ferndale', type: 'place', name: 'Ferndale', aliases: [], mentionCount: 1 },
  ],
  dates: [
    {
      ...at('Tuesday'),
      type: 'DATE',
      value: '2021-03-02',
      earliest: '2021-03-02',
      latest: '2021-03-02',
      by: 'weekday',
    },
  ],
  quotes: [
    {
      ...at('It is old,'),
      kind: 'direct',
      parts: [{ start: at('It is old,').start, end: at('It is old,').end }],
      cue: { ...at('said'), lemma: 'say' },
      speaker: { ...at('Ana Ruiz'), entityId: 'person:ana-ruiz', name: 'Ana Ruiz', path: ['Ana Ruiz'] },
      confidence: 0.95,
      by: 'subject',
    },
  ],
  diagnostics: [],
}
