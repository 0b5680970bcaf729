/**
 * What the model may look at, for each kind of decision. Each template has buckets; a feature is one bucket of one
 * template, written `mode/template=bucket`.
 */
export const MODES = ['pronoun', 'description', 'uncued'] as const
export type Mode = (typeof MODES)[number]

const COUNT = ['0', '1', '2', '3', '4', '5-6', '7-9', '10+'] as const
const YES = ['no', 'yes'] as const

const ROLES = ['subject', 'possessive', 'other', 'quoted', 'title', 'reported'] as const
const NEAR = ['same', 'previous', 'far', 'no'] as const
/** Where the question stands: first word of its paragraph, of its sentence, elsewhere. */
const STARTS = ['paragraph', 'sentence', 'inside'] as const

const product = (a: readonly string[], b: readonly string[]): string[] => a.flatMap((x) => b.map((y) => `${x} ${y}`))

const TEMPLATES = {
  /** Of the candidate: known gender agrees, gender unknown. */
  gender: ['agrees', 'unknown'],
  type: ['person', 'organization', 'place'],
  /** Sentences since the candidate's last mention outside quotation marks. */
  sentences: COUNT,
  /** Paragraphs since then. */
  paragraphs: COUNT,
  /** How many compatible candidates were mentioned since then. */
  rank: ['0', '1', '2', '3', '4+'],
  /** What the last mention was in its sentence. */
  lastMention: ROLES,
  roleRank: product(ROLES, ['0', '1', '2+']),
  roleSentences: product(ROLES, ['0', '1', '2+']),
  /** The nearest compatible candidate that was a subject. */
  recentSubject: YES,
  /** First compatible candidate of the sentence, or of the paragraph, that the last mention stands in. */
  firstInSentence: YES,
  firstInParagraph: YES,
  mentions: COUNT,
  mostMentioned: YES,
  /** Quotes since the candidate last spoke. */
  spoke: ['1', '2', '3', '4+', 'never'],
  /** The quote before is the candidate's and stands in this paragraph, the one before, further away. */
  spokeNear: NEAR,
  nearRole: product(NEAR, ROLES),
  nearStart: product(NEAR, STARTS),
  mostStart: product(YES, STARTS),
  subjectStart: product(YES, STARTS),
  sentencesStart: product(['0', '1', '2+'], STARTS),
  mentionsMost: product(YES, COUNT),
  /** Last resolved pronoun of the same kind was the candidate. */
  samePronoun: ['near', 'far', 'no'],
  /** The quote's own words name the candidate. */
  inContent: YES,
  inTitle: YES,
  sameSentence: ['before', 'after', 'no'],
  /** Of descriptions: the article calls the candidate so. */
  role: ['head', 'part', 'no'],
  modifier: ['yes', 'no', 'none'],
  nextSpeaker: ['same', 'next', 'no'],
  only: YES,
  /** The subject of the sentence that a quote without a cue stands in. */
  hint: ['yes', 'other', 'none'],
} as const

type Template = keyof typeof TEMPLATES

const NONE_TEMPLATES = {
  bias: ['on'],
  candidates: ['0', '1', '2', '3', '4+'],
  nearest: COUNT,
  form: ['he', 'she', 'it', 'they', 'person', 'organization', 'document', 'other'],
  previous: ['same', 'previous', 'far', 'no'],
  words: ['1-2', '3-5', '6-10', '11+'],
  position: ['whole', 'first', 'last', 'inside'],
  hint: ['yes', 'none'],
  confidence: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
} as const

/** How a speaker was reached; what the trust in it depends on. */
export const WAYS = ['name', 'apposition', 'pronoun', 'description', 'words', 'conversation', 'nobody'] as const
export type Way = (typeof WAYS)[number]

const CUES_BY = [
  'cue-before',
  'cue-after',
  'cue-inside',
  'according-to',
  'naming-cue',
  'noun-cue',
  'colon',
  'dash',
  'transcript',
  'marks',
  'subject',
] as const
const ruleOf = new Map<string, number>(CUES_BY.map((by, i) => [by, i]))
const P_BUCKETS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const KINDS = ['direct', 'mixed', 'indirect'] as const

const names: string[] = []
const offsets = new Map<string, number>()
for (const mode of MODES) {
  for (const [template, buckets] of Object.entries(TEMPLATES)) {
    offsets.set(`${mode}/${template}`, names.length)
    for (const bucket of buckets) names.push(`${mode}/${template}=${bucket}`)
  }
  for (const [template, buckets] of Object.entries(NONE_TEMPLATES)) {
    offsets.set(`${mode}/none-${template}`, names.length)
    for (const bucket of buckets) names.push(`${mode}/none-${template}=${bucket}`)
  }
}

const trustOf = new Map<Way, number>()
for (const way of WAYS) {
  trustOf.set(way, names.length)
  names.push(`trust/${way}`)
  for (const by of CUES_BY) names.push(`trust/${way} ${by}`)
  for (const p of P_BUCKETS) names.push(`trust/${way} p=${p}`)
  for (const kind of KINDS) names.push(`trust/${way} ${kind}`)
}

/** The features of the trust in an answer: how it was reached, the cue's rule, the choice's probability, the quote's kind. */
export function trustFeatures(way: Way, by: string, p: number, kind: 'direct' | 'mixed' | 'indirect'): number[] {
  const first = trustOf.get(way) as number
  const features = [first, first + 1 + CUES_BY.length + P_BUCKETS.length + KINDS.indexOf(kind)]
  const rule = ruleOf.get(by)
  if (rule !== undefined) features.push(first + 1 + rule)
  features.push(first + 1 + CUES_BY.length + Math.min(9, Math.floor(p * 10)))
  return features
}

/** All features by name; a feature's number is its place here. */
export const FEATURE_NAMES: readonly string[] = names

/** For each mode the number of each template's first bucket. */
const at = (mode: Mode, template: string): number => offsets.get(`${mode}/${template}`) as number
export type Offsets = Readonly<Record<Template, number>> & {
  readonly none: Readonly<Record<keyof typeof NONE_TEMPLATES, number>>
}
export const OFFSETS = Object.fromEntries(
  MODES.map((mode) => [
    mode,
    {
      ...Object.fromEntries(Object.keys(TEMPLATES).map((t) => [t, at(mode, t)])),
      none: Object.fromEntries(Object.keys(NONE_TEMPLATES).map((t) => [t, at(mode, `none-${t}`)])),
    },
  ]),
) as unknown as Readonly<Record<Mode, Offsets>>

/** Bucket of a count: 0 to 4 as they are, 5-6, 7-9, 10 and more. */
export const countBucket = (n: number): number => (n < 5 ? n : n < 7 ? 5 : n < 10 ? 6 : 7)
