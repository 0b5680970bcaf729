import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import type { Span } from '../../document/span.js'
import { prf } from './precision.js'

export interface TypedSpan extends Span {
  readonly type: EntityType
}

export interface Counts {
  readonly correct: number
  readonly predicted: number
  readonly gold: number
}

export interface Score extends Counts {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export type ScoreTable = Readonly<Record<EntityType | 'micro', Score>>

export type ErrorKind = 'missed' | 'extra' | 'type'

export interface NameError {
  readonly kind: ErrorKind
  readonly id: string
  readonly text: string
  readonly start: number
  /** What the gold calls it, absent for extras. */
  readonly gold?: EntityType
  /** What was predicted, absent for missed ones. */
  readonly predicted?: EntityType
}

export interface NameScores {
  readonly documents: number
  /** Same span, same type. */
  readonly exact: ScoreTable
  /** Spans overlap, same type; each name is matched at most once. */
  readonly partial: ScoreTable
  /** Same span, type ignored. */
  readonly untyped: Score
  readonly errors: readonly NameError[]
}

const SPACE = /[\s\u00a0]/

/** The span without white space, leading "the" and possessive ending around the name: what is compared on both sides. */
export function trimName<T extends Span>(text: string, name: T): Span {
  let { start, end } = name
  for (let again = true; again; ) {
    again = false
    while (start < end && SPACE.test(text[start])) start++
    while (end > start && SPACE.test(text[end - 1])) end--
    const span = text.slice(start, end)
    const article = /^the\s+(?=\S)/i.exec(span)
    if (article && (!/^THE\s/.test(span) || /^THE\s+[A-Z]/.test(span))) {
      start += article[0].length
      again = true
      continue
    }
    const possessive = /(?<=\S)(?:['’][sS]|(?<=[sS])['’])$/.exec(span)
    if (possessive) {
      end -= possessive[0].length
      again = true
    }
  }
  return { start, end }
}

/** An article's names, trimmed, without empty and repeated ones, in order of reading. */
function clean(text: string, names: readonly TypedSpan[]): readonly TypedSpan[] {
  const found = new Map<string, TypedSpan>()
  for (const name of names) {
    const span = trimName(text, name)
    if (span.start < span.end) found.set(`${span.start}:${span.end}:${name.type}`, { ...span, type: name.type })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The size of the largest one-to-one matching of overlapping spans (augmenting paths). */
function countOverlapping(gold: readonly Span[], predicted: readonly Span[]): number {
  const owner = new Map<number, number>()
  const candidates = gold.map((g) => predicted.flatMap((p, i) => (p.start < g.end && g.start < p.end ? [i] : [])))
  const place = (g: number, seen: Set<number>): boolean => {
    for (const p of candidates[g]) {
      if (seen.has(p)) continue
      seen.add(p)
      const holder = owner.get(p)
      if (holder !== undefined && !place(holder, seen)) continue
      owner.set(p, g)
      return true
    }
    return false
  }
  return gold.filter((_, g) => place(g, new Set())).length
}

interface Tally {
  correct: number
  predicted: number
  gold: number
}

const tally = (): Tally => ({ correct: 0, predicted: 0, gold: 0 })
const tallies = (): Record<EntityType | 'micro', Tally> => ({
  person: tally(),
  place: tally(),
  organization: tally(),
  micro: tally(),
})

export function toScore({ correct, predicted, gold }: Counts): Score {
  const { precision, recall, f1 } = prf(correct, predicted, gold)
  return { precision: precision ?? 0, recall: recall ?? 0, f1: f1 ?? 0, correct, predicted, gold }
}

const toTable = (counts: Record<EntityType | 'micro', Tally>): ScoreTable => ({
  person: toScore(counts.person),
  place: toScore(counts.place),
  organization: toScore(counts.organization),
  micro: toScore(counts.micro),
})

export interface ScoredDocument {
  readonly id: string
  readonly text: string
  readonly gold: readonly TypedSpan[]
  readonly predicted: readonly TypedSpan[]
}

const spanKey = (name: Span): string => `${name.start}:${name.end}`
const nameKey = (name: TypedSpan): string => `${spanKey(name)}:${name.type}`

/** Precision, recall and F1 of predicted names (MUC and CoNLL practice: a name counts where span and type are right). */
export function scoreNames(documents: readonly ScoredDocument[]): NameScores {
  const exact = tallies()
  const partial = tallies()
  const untyped = tally()
  const errors: NameError[] = []
  for (const document of documents) {
    const gold = clean(document.text, document.gold)
    const predicted = clean(document.text, document.predicted)
    const right = new Set(predicted.map(nameKey))
    for (const type of ENTITY_TYPES) {
      const goldOfType = gold.filter((name) => name.type === type)
      const predictedOfType = predicted.filter((name) => name.type === type)
      const counts = { gold: goldOfType.length, predicted: predictedOfType.length }
      const correct = goldOfType.filter((name) => right.has(nameKey(name))).length
      for (const row of [exact[type], exact.micro]) add(row, { ...counts, correct })
      const overlapping = countOverlapping(goldOfType, predictedOfType)
      for (const row of [partial[type], partial.micro]) add(row, { ...counts, correct: overlapping })
    }
    const goldSpans = new Set(gold.map(spanKey))
    const predictedSpans = new Set(predicted.map(spanKey))
    const shared = [...goldSpans].filter((key) => predictedSpans.has(key)).length
    add(untyped, { correct: shared, predicted: predictedSpans.size, gold: goldSpans.size })
    errors.push(...findErrors(document, gold, predicted))
  }
  return {
    documents: documents.length,
    exact: toTable(exact),
    partial: toTable(partial),
    untyped: toScore(untyped),
    errors,
  }
}

function add(to: Tally, counts: Counts): void {
  to.correct += counts.correct
  to.predicted += counts.predicted
  to.gold += counts.gold
}

function findErrors(
  { id, text }: ScoredDocument,
  gold: readonly TypedSpan[],
  predicted: readonly TypedSpan[],
): readonly NameError[] {
  const predictedAt = new Map(predicted.map((name) => [spanKey(name), name.type]))
  const goldAt = new Map(gold.map((name) => [spanKey(name), name.type]))
  const errors: NameError[] = []
  for (const name of gold) {
    const guess = predictedAt.get(spanKey(name))
    if (guess === name.type) continue
    const at = { id, text: text.slice(name.start, name.end).replace(/\s+/g, ' '), start: name.start, gold: name.type }
    errors.push(guess === undefined ? { kind: 'missed', ...at } : { kind: 'type', ...at, predicted: guess })
  }
  for (const name of predicted) {
    if (goldAt.has(spanKey(name))) continue
    const at = { id, text: text.slice(name.start, name.end).replace(/\s+/g, ' '), start: name.start }
    errors.push({ kind: 'extra', ...at, predicted: name.type })
  }
  return errors
}
