import { parse } from './2-parse/parse.js'
import { segment } from './3-segment/segment.js'
import type { TagModel } from './3-segment/tag-model.js'
import { recognizeDates } from './4-recognize/dates/recognize.js'
import type { NameModel } from './4-recognize/names/model.js'
import type { NameLists } from './4-recognize/names/name-lists.js'
import { recognizeNames } from './4-recognize/names/recognize.js'
import type { QuoteModel } from './4-recognize/quotes/choice-model.js'
import { recognizeQuotes } from './4-recognize/quotes/recognize-quotes.js'
import { resolveDates } from './5-resolve/dates/resolve.js'
import { resolveEntities } from './5-resolve/entities/resolve-entities.js'
import { resolvePlaces } from './5-resolve/places/resolve-places.js'
import type { SpeakerModel } from './5-resolve/speakers/model.js'
import { resolveSpeakers } from './5-resolve/speakers/resolve-speakers.js'
import { type AnnotatedDocument, toDocument } from './document/annotated-document.js'
import type { Article, RawArticle } from './document/article.js'
import type { InputError } from './document/diagnostic.js'
import { wordCount } from './document/segmented.js'
import type { Resolved } from './document/stages.js'
import type { PersonNames } from './gazetteer/person-names.js'
import type { PlaceGazetteer } from './gazetteer/places.js'

/** What the stages look things up in; loaded once, never changed. */
export interface Resources {
  readonly tagModel: TagModel
  readonly nameModel: NameModel
  /** The user's own names and those that must not be found. */
  readonly nameLists?: NameLists
  readonly quoteModel: QuoteModel
  readonly speakerModel: SpeakerModel
  readonly personNames: PersonNames
  readonly places: PlaceGazetteer
}

/** Called when a step is done, by its name; for measuring. */
export type OnStep = (step: string) => void

/** Stages 3 to 5 in order: an article's words, then what they name, then who, where, when, and who said it. */
export function understand(article: Article, resources: Resources, onStep: OnStep = () => undefined): Resolved {
  const step = <Result>(name: string, result: Result): Result => {
    onStep(name)
    return result
  }
  const segmented = step('segment', segment(article, resources))
  const withNames = step('names', recognizeNames(segmented, resources.nameModel, resources.nameLists))
  const withDates = step('dates', recognizeDates(withNames))
  const recognized = step('quotes', recognizeQuotes(withDates, resources))
  const withEntities = step('entities', resolveEntities(recognized, resources))
  const withPlaces = step('places', resolvePlaces(withEntities, resources.places))
  const withValues = step('date values', resolveDates(withPlaces))
  return step('speakers', resolveSpeakers(withValues, resources))
}

/** An annotated article, or why there is none. */
export type Annotated =
  | { readonly kind: 'document'; readonly document: AnnotatedDocument; readonly words: number }
  | { readonly kind: 'error'; readonly error: InputError }

/** Stages 2 to 5: the result depends on the article and the resources alone. */
export function annotateArticle(raw: RawArticle, resources: Resources, onStep: OnStep = () => undefined): Annotated {
  const parsed = parse(raw)
  onStep('parse')
  if (parsed.kind === 'error') return parsed
  const resolved = understand(parsed.article, resources, onStep)
  const document = toDocument(resolved)
  onStep('document')
  return { kind: 'document', document, words: wordCount(resolved.tokens) }
}
