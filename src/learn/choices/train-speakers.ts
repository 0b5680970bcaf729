import { FEATURE_NAMES } from '../../5-resolve/speakers/features.js'
import { type SpeakerModel, weightsOf } from '../../5-resolve/speakers/model.js'
import { PRIOR } from '../../5-resolve/speakers/prior.js'
import { type Decision, observeSpeakers } from '../../5-resolve/speakers/resolve-speakers.js'
import type { WithEntities } from '../../document/entity.js'
import type { Quote, WithQuoteCandidates } from '../../document/quote.js'
import type { Segmented } from '../../document/segmented.js'
import { overlaps, type Span } from '../../document/span.js'
import type { GoldArticle, GoldQuote } from '../gold/gold-quotes.js'
import { judgeSpeaker } from '../score/quotes.js'
import { isSameName } from '../score/speakers.js'
import { type Example, trainLogLinear } from './log-linear.js'

/** An article through the entities stage, with its annotation. */
export interface AnnotatedSpeakers {
  readonly article: Segmented & WithQuoteCandidates & WithEntities
  readonly gold: GoldArticle
}

const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** The annotated quote that a found one stands for: by its stretches in marks, or by its source. */
function goldOf({ article, gold }: AnnotatedSpeakers, k: number): GoldQuote | undefined {
  const q = article.quoteCandidates[k]
  if (q.kind !== 'indirect') {
    const [part] = q.parts
    return gold.quotes.find((g) => g.quoted?.some((s) => common(s, part) * 2 > part.end - part.start))
  }
  const { source } = q
  return source && gold.quotes.find((g) => g.speaker && overlaps(g.speaker.head ?? g.speaker, source))
}

/** The name of who says it, as far as the annotation goes; `null` where it says that there is none. */
function nameOf(g: GoldQuote): string | null | undefined {
  if (g.said_by !== undefined) return g.said_by
  if (g.speaker_type === 'proper') return g.speaker?.head?.text ?? g.speaker?.text
  return g.speaker_name
}

/** The index of the right candidate; `undefined` where the annotation does not tell. */
function answer(at: AnnotatedSpeakers, { quote, question, candidates }: Decision): number | undefined {
  const g = goldOf(at, quote)
  const none = candidates.entities.length - 1
  if (!g) return question.mode === 'uncued' ? none : undefined
  const name = nameOf(g)
  if (name === null) return none
  if (name === undefined) return undefined
  const { entities } = at.article
  const k = candidates.entities.findIndex(
    (e) => e >= 0 && [entities[e].name, ...entities[e].aliases].some((form) => isSameName(form, name)),
  )
  if (k >= 0) return k
  return g.said_by !== undefined || question.mode === 'uncued' ? none : undefined
}

/** `silver`: what another program guessed counts for less than what was read. */
const TUNING = { silver: 0.05, epochs: 15, rate: 0.1, decay: 3e-4 } as const

function isSure(at: AnnotatedSpeakers, { quote, question }: Decision): boolean {
  const g = goldOf(at, quote)
  return g === undefined || g.said_by !== undefined || question.mode === 'uncued'
}

/** Choices first: the annotation answers each, so that the next builds on the truth. */
function choiceExamples(articles: readonly AnnotatedSpeakers[]): Example[] {
  const examples: Example[] = []
  for (const at of articles) {
    observeSpeakers(at.article, {
      model: PRIOR,
      onDecision: (decision) => {
        const right = answer(at, decision)
        if (right === undefined) return undefined
        const sure = isSure(at, decision)
        examples.push({ candidates: decision.candidates.features, right: [right], weight: sure ? 1 : TUNING.silver })
        return decision.candidates.entities[right]
      },
    })
  }
  return examples
}

const trainChoices = (examples: readonly Example[]): Float64Array =>
  trainLogLinear(examples, FEATURE_NAMES.length, { ...TUNING, start: weightsOf(PRIOR, FEATURE_NAMES) })

/** Is the speaker that was found right? By name where that is annotated, else by the text; `undefined`: cannot tell. */
function isRight(at: AnnotatedSpeakers, k: number, quote: Quote): boolean | undefined {
  const g = goldOf(at, k)
  if (!g) return undefined
  const { speaker } = quote
  // What a pronoun stands for is only known where somebody wrote the name down.
  if (speaker?.name && g.said_by === undefined && g.speaker_type !== 'proper') return undefined
  if (typeof g.said_by === 'string' && speaker?.name) return isSameName(speaker.name, g.said_by)
  return judgeSpeaker(g, { ...quote, speaker: speaker ?? null, speaker_name: speaker?.name }).any ?? undefined
}

/** Then the trust in the answers: each article's by a model that has not seen it. */
function trustExamples(articles: readonly AnnotatedSpeakers[], folds: number): Example[] {
  const examples: Example[] = []
  for (let fold = 0; fold < folds; fold++) {
    const model = toModel(trainChoices(choiceExamples(articles.filter((_, i) => i % folds !== fold))))
    const trusting: SpeakerModel = { weights: { ...model.weights, ...ALWAYS } }
    for (const at of articles.filter((_, i) => i % folds === fold)) {
      const features: (readonly number[])[] = []
      const quotes = observeSpeakers(at.article, { model: trusting, onAnswer: (a) => features.push(a.features) })
      quotes.forEach((quote, k) => {
        const right = quote.speaker ? isRight(at, k, quote) : undefined
        if (right !== undefined) examples.push({ candidates: [features[k], []], right: [right ? 0 : 1] })
      })
    }
  }
  return examples
}

/** While trust is being learned, every answer is given. */
const ALWAYS: Readonly<Record<string, number>> = Object.fromEntries(
  FEATURE_NAMES.filter((n) => n.startsWith('trust/')).map((n) => [n, 5]),
)

function toModel(weights: Float64Array): SpeakerModel {
  const entries = FEATURE_NAMES.map((name, k) => [name, Math.round(weights[k] * 1000) / 1000] as const)
  return { weights: Object.fromEntries(entries.filter(([, weight]) => weight !== 0)) }
}

/** Trains the choice of speakers and the trust in it: the JSON of `speakers.json`. */
export function trainSpeakers(articles: readonly AnnotatedSpeakers[], log: (line: string) => void): string {
  const choices = choiceExamples(articles)
  const trust = trustExamples(articles, 5)
  log(`${choices.length} choices, ${trust.length} answers to trust or not`)
  const weights = trainChoices(choices)
  const trusted = trainLogLinear(trust, FEATURE_NAMES.length, TUNING)
  for (let k = 0; k < weights.length; k++) if (FEATURE_NAMES[k].startsWith('trust/')) weights[k] = trusted[k]
  return `${JSON.stringify(toModel(weights))}\n`
}
