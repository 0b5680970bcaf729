import type { TokenRange, Tokens } from '../../document/segmented.js'
import type { DurationMeaning, TimexExpression } from '../../document/timex.js'
import { type Granule, granule, granuleAt } from './granule.js'

/** What the article has told of time so far. */
export interface Scene {
  /** The article's own day, in days since 1970-01-01. */
  readonly publication: number | undefined
  /** The last date that the text spoke of; the publication day at first. */
  readonly focus: Granule | undefined
  /** The last date of one day. */
  readonly day: Granule | undefined
  /** The last quarter. */
  readonly quarter: Granule | undefined
  /**
   * What "a year earlier" compares in business news: the last quarter, half, or the day of "the six months ended
   * Aug. 12". Absent where it is a year.
   */
  readonly period: Granule | undefined
  /** A date whose year the sentence named before, and the sentence's index: "in 1984 … in October". */
  readonly named: { readonly sentence: number; readonly at: Granule; readonly isStart?: boolean } | undefined
  readonly sentence: number
  /** The sentence of the last date. */
  readonly focusSentence: number
  /** The token after the last date: "in July and August" are of one year. */
  readonly focusEnd: number | undefined
}

const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'to', 'through', 'until', '-', '–', '/'])

/** Behind them stands the end of a stretch: "from April to January". */
const ENDING: ReadonlySet<string> = new Set(['to', 'through', 'until', '-', '–'])

/** Whether only "and", "to" or the like stands between the last date and token `at`. */
const isJoined = ({ focus, focusEnd }: Scene, at: number, tokens: Tokens): boolean =>
  focusEnd === at - 1 && (focus?.unit === 'month' || focus?.unit === 'day') && JOINING.has(tokens.lower[at - 1])

/** "from April to January", not "revised Friday to January's figures". */
const isStretch = ({ focus }: Scene, { meaning, firstToken }: TimexExpression, tokens: Tokens): boolean =>
  ENDING.has(tokens.lower[firstToken - 1]) &&
  meaning.tag === 'calendar' &&
  (focus?.unit === 'day') === (meaning.known.day !== undefined)

export function startOf(publication: number | undefined): Scene {
  const day = publication === undefined ? undefined : granule('day', publication)
  return {
    publication,
    focus: day,
    day,
    quarter: undefined,
    period: undefined,
    named: undefined,
    sentence: -1,
    focusSentence: -1,
    focusEnd: undefined,
  }
}

export function sceneAt(scene: Scene, expression: TimexExpression, tokens: Tokens): Scene {
  const { firstToken } = expression
  const sentence = tokens.sentence[firstToken]
  const { focus } = scene
  if (focus === undefined || !isJoined(scene, firstToken, tokens))
    return sentence === scene.sentence ? scene : { ...scene, sentence }
  return { ...scene, sentence, named: { sentence, at: focus, isStart: isStretch(scene, expression, tokens) } }
}

/** The quarter that the article reports on: the one that ended last before publication, once it is named, stays it. */
function reported({ quarter, publication }: Scene, named: Granule): Granule {
  if (publication === undefined || quarter === undefined) return named
  const justEnded = granuleAt('quarter', publication).index - 1
  return quarter.index === justEnded ? quarter : named
}

/** The scene after a date. A comparison ("a year earlier") leaves it where it was. */
export function noted(scene: Scene, expression: TimexExpression, at: Granule, tokens: Tokens): Scene {
  const { meaning, firstToken, endToken } = expression
  if ((meaning.tag === 'shift' || meaning.tag === 'calendar') && meaning.keepsGrain) return scene
  const hasYear = meaning.tag === 'calendar' && meaning.known.year !== undefined
  const { publication, sentence, period } = scene
  const quarter = at.unit === 'quarter' ? reported(scene, at) : undefined
  const isEnd = at.unit === 'day' && /^end(ed|ing)$/.test(tokens.lower[firstToken - 1] ?? '')
  // "the quarter ended Sept. 30" is compared as the quarter.
  const isPeriod = at.unit === 'half' || (isEnd && period?.unit !== 'quarter')
  return {
    publication,
    focus: at,
    day: at.unit === 'day' ? at : scene.day,
    quarter: quarter ?? scene.quarter,
    period: quarter ?? (isPeriod ? at : isYearReport(expression, tokens) ? undefined : period),
    named: hasYear ? { sentence, at } : scene.named,
    sentence,
    focusSentence: sentence,
    focusEnd: endToken,
  }
}

/** "for the year", "in fiscal 1989": what follows compares years. */
function isYearReport({ meaning, firstToken, endToken }: TimexExpression, tokens: Tokens): boolean {
  if (!/^(for|in)$/.test(tokens.lower[firstToken - 1] ?? '')) return false
  if (meaning.tag === 'shift' && meaning.unit === 'year') return meaning.from === 'text' && meaning.direction === 0
  return endToken > firstToken + 1 && tokens.lower[firstToken] === 'fiscal'
}

/** After "the nine months", "a year earlier" compares that stretch, and no quarter any more. */
export function measured(scene: Scene, meaning: DurationMeaning, { endToken }: TokenRange, tokens: Tokens): Scene {
  const { unit, count } = meaning.amounts[0] ?? {}
  // Six, nine, twelve months are what companies report on; "a five-year contract" is no such stretch.
  const isReported = unit === 'month' && count !== undefined && count >= 6 && count % 3 === 0
  const isEnded = /^end(ed|ing)$/.test(tokens.lower[endToken] ?? '')
  if (scene.period === undefined || !(isReported || isEnded)) return scene
  return { ...scene, quarter: undefined, period: undefined }
}
