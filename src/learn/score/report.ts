import type { AnnotatedDocument } from '../../document/annotated-document.js'
import { ENTITY_TYPES } from '../../document/mention.js'
import type { AnnotatedGold, Layer } from '../gold/annotated-gold.js'
import type { GoldArticle } from '../gold/gold-quotes.js'
import { formatDateScores, scoreDates } from './dates.js'
import { type Clustered, scoreClusters, speakersClustered } from './entities.js'
import { counts, prfLine, shareLine } from './lines.js'
import { type NameError, type NameScores, scoreNames } from './names.js'
import { type GoldPlace, type PlaceScores, type PredictedPlace, scorePlaces } from './places.js'
import { type PredictedArticle, type QuoteScores, scoreQuotes } from './quotes.js'
import { type SpeakerScores, scoreSpeakers } from './speakers.js'

/** An annotated article and what dateline made of it. */
export interface Judged {
  readonly gold: AnnotatedGold
  readonly document: AnnotatedDocument
}

/** The scores of one kind of annotation: the figures, and the same as lines for people. */
export interface LayerReport {
  readonly layer: Layer
  readonly articles: number
  readonly figures: unknown
  readonly lines: readonly string[]
}

export interface ReportOptions {
  /** How many of the mistakes of each kind to show. */
  readonly errors: number
  /** ISO country code of an annotated place. */
  readonly countryOf: (place: GoldPlace) => string | undefined
}

/** Scores every kind of annotation that the articles carry. */
export function scoreReport(judged: readonly Judged[], options: ReportOptions): readonly LayerReport[] {
  return LAYER_REPORTS.flatMap(([layer, report]) => {
    const having = judged.filter(({ gold }) => gold[layer] !== undefined)
    return having.length === 0 ? [] : [{ layer, articles: having.length, ...report(having, options) }]
  })
}

type Report = (judged: readonly Judged[], options: ReportOptions) => Pick<LayerReport, 'figures' | 'lines'>

const LAYER_REPORTS: readonly (readonly [Layer, Report])[] = [
  ['mentions', reportNames],
  ['dates', reportDates],
  ['quotes', reportQuotes],
  ['places', reportPlaces],
]

function reportNames(judged: readonly Judged[], { errors }: ReportOptions): ReturnType<Report> {
  const scores = scoreNames(
    judged.map(({ gold, document }) => ({
      id: gold.id,
      text: gold.text,
      gold: gold.mentions ?? [],
      predicted: document.mentions,
    })),
  )
  const { errors: mistakes, ...figures } = scores
  return { figures, lines: [...nameLines(scores), ...(errors > 0 ? mistakeLines(mistakes, errors) : [])] }
}

function nameLines({ exact, partial, untyped }: NameScores): readonly string[] {
  const row = (name: string, score: NameScores['untyped']): string =>
    prfLine(name, score, counts({ ...score, tp: score.correct }))
  return [
    ...([...ENTITY_TYPES, 'micro'] as const).map((type) => row(`names, exact, ${type}`, exact[type])),
    ...([...ENTITY_TYPES, 'micro'] as const).map((type) => row(`names, partial, ${type}`, partial[type])),
    row('names, exact span, type ignored', untyped),
  ]
}

/** The most frequent mistakes: what was annotated, what was found instead. */
function mistakeLines(mistakes: readonly NameError[], most: number): readonly string[] {
  const patterns = new Map<string, number>()
  for (const { text, gold, predicted } of mistakes) {
    const pattern = `${(gold ?? 'nothing').padEnd(12)} found as ${(predicted ?? 'nothing').padEnd(12)} ${text}`
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1)
  }
  const worst = [...patterns].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  return ['most frequent mistakes:', ...worst.map(([pattern, n]) => `${String(n).padStart(6)} × ${pattern}`)]
}

function reportDates(judged: readonly Judged[], { errors }: ReportOptions): ReturnType<Report> {
  const gold = judged.map(({ gold: { id, text, dates } }) => ({ id, text, dates: dates ?? [] }))
  const predicted = judged.map(({ gold: { id }, document }) => ({ id, dates: document.dates }))
  const scores = scoreDates(gold, predicted)
  return { figures: scores, lines: [formatDateScores(scores), ...(errors > 0 ? dateMistakes(judged, errors) : [])] }
}

function dateMistakes(judged: readonly Judged[], most: number): readonly string[] {
  const lines: string[] = []
  for (const { gold, document } of judged) {
    for (const date of gold.dates ?? []) {
      const found = document.dates.find(({ start, end }) => start < date.end && date.start < end)
      if (found?.value === date.value && found?.type === date.type) continue
      const text = gold.text.slice(date.start, date.end).replace(/\s+/g, ' ')
      const instead = found ? `${found.type} ${found.value ?? '-'}` : 'nothing'
      lines.push(`  ${text.padEnd(28)} ${date.type} ${date.value ?? '-'} found as ${instead} (${gold.id})`)
    }
  }
  return ['mistakes:', ...lines.slice(0, most)]
}

function reportQuotes(judged: readonly Judged[], { errors }: ReportOptions): ReturnType<Report> {
  const golds = judged.map(({ gold }): GoldArticle => ({ ...gold, quotes: gold.quotes ?? [] }))
  const predictions = judged.map(({ gold, document }) => predictedQuotes(gold.id, document))
  const quotes = scoreQuotes(golds, predictions)
  const speakers = scoreSpeakers(golds, predictions)
  const clusters = scoreClusters(judged.map(clusteredSpeakers))
  return {
    figures: { ...quotes, speakers, clusters },
    lines: [
      ...quoteLines(quotes),
      ...(speakers.named > 0 ? speakerLines(speakers) : []),
      ...(clusters.mentions > 0
        ? [prfLine('entities of speakers, B³', clusters, `${clusters.mentions} mentions`)]
        : []),
      ...(errors > 0 ? speakerMistakes(judged, errors) : []),
    ],
  }
}

const predictedQuotes = (id: string, document: AnnotatedDocument): PredictedArticle => ({
  id,
  quotes: document.quotes.map(({ start, end, kind, parts, speaker }) => ({
    start,
    end,
    kind,
    quoted: kind === 'indirect' ? undefined : parts,
    speaker: speaker ?? null,
    speaker_name: speaker?.name,
  })),
})

const clusteredSpeakers = ({ gold, document }: Judged): Clustered =>
  speakersClustered(gold.quotes ?? [], document.mentions)

function quoteLines({
  detection,
  recallBy,
  attribution,
  endToEnd,
  endToEndHead,
  indirect,
}: QuoteScores): readonly string[] {
  return [
    prfLine('quoted stretches', detection, counts(detection)),
    ...Object.entries(recallBy).map(([kind, { found, gold }]) => shareLine(`  recall, ${kind}`, found, gold)),
    shareLine('speaker, of stretches found', attribution.any, attribution.judged),
    shareLine('  by the head of the speaker', attribution.head, attribution.judged),
    ...Object.entries(attribution.byType).map(([type, { any, judged }]) =>
      shareLine(`  worded as ${type}`, any, judged),
    ),
    shareLine('  without a speaker', attribution.noPrediction, attribution.judged),
    prfLine('found and attributed', endToEnd, counts(endToEnd)),
    prfLine('  by the head of the speaker', endToEndHead, counts(endToEndHead)),
    prfLine('indirect, content', indirect.content, counts(indirect.content)),
    prfLine('  with the speaker', indirect.withSpeaker, counts(indirect.withSpeaker)),
    prfLine('  core cues, content', indirect.core, counts(indirect.core)),
    prfLine('  core cues, with the speaker', indirect.coreWithSpeaker, counts(indirect.coreWithSpeaker)),
  ]
}

function speakerLines({ named, right, precision, unnamed, byType }: SpeakerScores): readonly string[] {
  return [
    `${shareLine('who said it, by name', right, named)}  precision ${(100 * precision).toFixed(2)}, quotes without a named speaker: ${unnamed}`,
    ...Object.entries(byType).map(([type, score]) => shareLine(`  worded as ${type}`, score.right, score.named)),
  ]
}

function speakerMistakes(judged: readonly Judged[], most: number): readonly string[] {
  const lines: string[] = []
  for (const { gold, document } of judged) {
    for (const quote of gold.quotes ?? []) {
      if (quote.kind === 'indirect' || quote.said_by === undefined) continue
      const at = quote.quoted?.[0] ?? quote
      const found = document.quotes.find(
        (q) => q.kind !== 'indirect' && q.parts.some((p) => p.start < at.end && at.start < p.end),
      )
      const name = found?.speaker?.name ?? found?.speaker?.text
      if (name === (quote.said_by ?? undefined)) continue
      lines.push(
        `  ${String(quote.said_by).padEnd(24)} found as ${name ?? (found ? 'no speaker' : 'no quote')} (${gold.id}, ${at.start})`,
      )
    }
  }
  return ['speakers that differ:', ...lines.slice(0, most)]
}

function reportPlaces(judged: readonly Judged[], { countryOf }: ReportOptions): ReturnType<Report> {
  const golds = judged.map(({ gold }) => ({ ...gold, places: gold.places ?? [] }))
  const predictions = judged.map(({ gold, document }) => ({ id: gold.id, places: predictedPlaces(document) }))
  const views = scorePlaces(golds, predictions, countryOf)
  return { figures: views, lines: Object.entries(views).flatMap(([view, scores]) => placeLines(view, scores)) }
}

function predictedPlaces({ mentions, entities }: AnnotatedDocument): readonly PredictedPlace[] {
  const places = new Map(entities.map(({ id, place }) => [id, place]))
  return mentions
    .filter(({ type }) => type === 'place')
    .map(({ start, end, entityId }) => {
      const place = places.get(entityId)
      const { geonamesId: geonameId, latitude: lat, longitude: lon, countryCode: country } = place ?? {}
      return { start, end, geonameId, lat, lon, country }
    })
}

function placeLines(view: string, scores: PlaceScores): readonly string[] {
  const { exact, overlap, right, judged, medianErrorKm, unresolved, endToEnd161, goldWithCoordinates, country } = scores
  const median = medianErrorKm === null ? '-' : `${medianErrorKm.toFixed(1)} km`
  return [
    prfLine(`places, ${view}, exact`, exact, counts(exact)),
    prfLine(`places, ${view}, overlap`, overlap, counts(overlap)),
    `${shareLine('  within 161 km, of those found', right, judged)}  median error ${median}, without coordinates ${unresolved}`,
    shareLine('  within 161 km, of all', Math.round((endToEnd161 ?? 0) * goldWithCoordinates), goldWithCoordinates),
    shareLine('  country right, of those found', country.right, country.judged),
  ]
}
