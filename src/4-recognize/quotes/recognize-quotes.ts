import type { WithNames } from '../../document/mention.js'
import type { QuoteCandidate, WithQuoteCandidates } from '../../document/quote.js'
import type { Segmented } from '../../document/segmented.js'
import { byPosition } from '../../document/span.js'
import { candidateOf } from './candidate.js'
import type { QuoteModel } from './choice-model.js'
import { draftsOf } from './drafts.js'
import { type Judge, judgeBy } from './judge.js'
import { quotedStretches, type Stretch } from './pairing.js'
import { isNickname } from './quotation.js'
import { transcriptTurns } from './transcript.js'
import { viewOf } from './view.js'

export interface QuoteResources {
  /** Without it rules alone decide. */
  readonly quoteModel?: QuoteModel
}

/**
 * Direct, mixed and indirect quotes of an article with their cues and, where the grammar tells, their sources, in
 * order of reading.
 */
export function recognizeQuotes<A extends Segmented & WithNames>(
  article: A,
  resources: QuoteResources = {},
): A & WithQuoteCandidates {
  const { quoteModel } = resources
  return { quoteCandidates: candidatesBy(article, quoteModel && judgeBy(quoteModel)), ...article }
}

/** The stretches that this stage reasons about: all but nicknames. */
export const stretchesOf = (article: Segmented): readonly Stretch[] =>
  quotedStretches(article).filter((stretch) => !isNickname(article, stretch))

/** The same by any judge: training looks over its shoulder. */
export function candidatesBy(article: Segmented & WithNames, judge: Judge | undefined): readonly QuoteCandidate[] {
  const v = viewOf(article, stretchesOf(article))
  const candidates: QuoteCandidate[] = []
  for (const draft of draftsOf(article, { v, judge })) candidates.push(candidateOf(v, draft))
  for (const draft of transcriptTurns(article, v)) candidates.push(candidateOf(v, draft))
  return candidates.sort(byPosition)
}
