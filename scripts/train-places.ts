/**
 * Learns `src/5-resolve/places/weights.ts`: `npx tsx scripts/train-places.ts GOLD`, where GOLD is the gold folder with
 * `places/` and `ner/`. Trains on the odd articles of both place sets (by order of id), with and without their
 * addresses, and on the odd articles of the sets without coordinates, where famous names are taken at their word.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { segment } from '../src/3-segment/segment.js'
import { decodeTagModel } from '../src/3-segment/tag-model.js'
import { resolveEntities } from '../src/5-resolve/entities/resolve-entities.js'
import { PLACE_FEATURES } from '../src/5-resolve/places/feature-names.js'
import { homeOf } from '../src/5-resolve/places/home.js'
import { candidateTable } from '../src/5-resolve/places/place-features.js'
import { placeForms } from '../src/5-resolve/places/place-forms.js'
import type { Name } from '../src/document/mention.js'
import type { Span } from '../src/document/span.js'
import { overlaps } from '../src/document/span.js'
import { decodePersonNames } from '../src/gazetteer/person-names.js'
import { decodePlaces } from '../src/gazetteer/places.js'
import { famousTargets, type PlaceExample, trainPlaces, worthOf } from '../src/learn/choices/train-places.js'
import type { GoldDocument } from '../src/learn/gold/gold.js'
import type { GoldPlace, GoldPlaceArticle } from '../src/learn/score/places.js'

const [gold] = process.argv.slice(2)
if (!gold) {
  console.error('usage: train-places.ts GOLD   (the gold folder, with places/ and ner/)')
  process.exit(2)
}
const root = join(import.meta.dirname, '..')
const places = decodePlaces(readFileSync(join(root, 'gazetteer/places.bin')))
const personNames = decodePersonNames(readFileSync(join(root, 'gazetteer/person-names.txt'), 'utf8'))
const tagModel = decodeTagModel(readFileSync(join(root, 'models/en-news/parts-of-speech.bin')))
const lines = <Row>(file: string): Row[] =>
  readFileSync(join(gold, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

type Annotated = GoldDocument & { readonly url?: string }

function resolved({ id, text, mentions, url }: Annotated) {
  const article = segment(
    {
      id,
      source: id,
      authors: [],
      text,
      sections: [{ kind: 'body', start: 0, end: text.length }],
      diagnostics: [],
      ...(url !== undefined && { url }),
    },
    { tagModel },
  )
  const { tokens } = article
  let at = 0
  const names = mentions.flatMap(({ start, end, type }): Name[] => {
    while (at < tokens.length && tokens.end[at] <= start) at++
    let endToken = at
    while (endToken < tokens.length && tokens.start[endToken] < end) endToken++
    return endToken > at ? [{ start, end, type, firstToken: at, endToken, confidence: 1, by: 'annotation' }] : []
  })
  return resolveEntities({ ...article, names }, { personNames, places })
}

type Targets = (
  table: PlaceExample['table'],
  spansOf: (form: number) => readonly Span[],
) => Parameters<typeof worthOf>[1]

function example(document: Annotated, targets: Targets): PlaceExample {
  const article = resolved(document)
  const table = candidateTable(placeForms(article, places), homeOf(article, places), places)
  const spansOf = (f: number): readonly Span[] => table.forms[f].mentions.map((i) => article.mentions[i])
  const counts = Float64Array.from(table.forms, (form) => form.mentions.length)
  return { table, counts, worth: worthOf(table, targets(table, spansOf), places) }
}

const isLocated = (place: GoldPlace): place is GoldPlace & { lat: number; lon: number } =>
  Number.isFinite(place.lat) && Number.isFinite(place.lon) && !place.adjective

const named = new Map(
  lines<Annotated>('ner/news-train.jsonl').map((document) => [document.id.replace(/^news-/, ''), document]),
)
/** The first, third, fifth … in order of id, as `evaluate --half odd` has it. */
const odd = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).filter((_, i) => i % 2 === 0)
const examples: PlaceExample[] = []
for (const file of ['places/gwn-dev.jsonl', 'places/lgl.jsonl']) {
  for (const article of odd(lines<GoldPlaceArticle & { url: string }>(file))) {
    const mentions = named.get(article.id)?.mentions ?? []
    for (const url of [undefined, article.url]) {
      const document: Annotated = {
        id: article.id,
        set: file,
        text: article.text,
        mentions,
        ...(url !== undefined && { url }),
      }
      examples.push(
        example(document, (table, spansOf) =>
          table.forms.map((_, f) => {
            const span = spansOf(f).find((one) =>
              article.places.some((place) => isLocated(place) && overlaps(place, one)),
            )
            return span && article.places.filter(isLocated).find((place) => overlaps(place, span))
          }),
        ),
      )
    }
  }
}
const unlocated = [
  ...odd(lines<Annotated>('ner/politics-train.jsonl')),
  ...odd(odd(odd(lines<Annotated>('ner/polnear-train-silver.jsonl')))),
  ...odd([...named.values()].filter(({ origin }) => origin === 'tbaq')),
]
for (const document of unlocated) examples.push(example(document, (table) => famousTargets(table, places)))

const { alone, together } = trainPlaces(examples)
const rounded = (value: number): string => String(Math.round(value * 1000) / 1000)
const rows = PLACE_FEATURES.map((name, i) => `  ${name}: [${rounded(alone[i])}, ${rounded(together[i])}],`)
writeFileSync(
  join(root, 'src/5-resolve/places/weights.ts'),
  `import { PLACE_FEATURES } from './feature-names.js'
import type { PlaceWeights } from './score-candidates.js'

/** Learned by \`scripts/train-places.ts\` from annotated news: how much each feature counts alone, and together. */
const LEARNED: Readonly<Record<(typeof PLACE_FEATURES)[number], readonly [alone: number, together: number]>> = {
${rows.join('\n')}
}

export const PLACE_WEIGHTS: PlaceWeights = {
  alone: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][0]),
  together: Float64Array.from(PLACE_FEATURES, (name) => LEARNED[name][1]),
}
`,
)
console.error(`${examples.length} articles\n${rows.join('\n')}`)
