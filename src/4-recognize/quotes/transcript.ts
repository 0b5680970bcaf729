import { type Segmented, SHAPE } from '../../document/segmented.js'
import type { Draft } from './candidate.js'
import { bareName } from './colons.js'
import type { NounPhrase } from './noun-phrases.js'
import type { View } from './view.js'

const LEAST_TURNS = 2
const LEAST_WORDS = 3
const MOST_LABEL = 5

interface Turn {
  readonly first: number
  readonly colon: number
  readonly end: number
  /** "Q" and "A" say who only to those who were there. */
  readonly source?: NounPhrase
}

/** "SMITH: We will …", "Q: Will you …": a paragraph that a label in capitals opens, without marks. */
function turnAt(v: View, first: number, end: number): Turn | undefined {
  const { lower, shape } = v.tokens
  const letter = (lower[first] === 'q' || lower[first] === 'a') && lower[first + 1] === ':'
  if (!letter && (shape[first] & SHAPE.ALL_CAPS) === 0) return undefined
  let colon = first + 1
  while (colon < end && colon - first < MOST_LABEL && lower[colon] !== ':') {
    if ((shape[colon] & SHAPE.ALL_CAPS) === 0 && lower[colon] !== '.') return undefined
    colon++
  }
  if (lower[colon] !== ':' || end - colon - 1 < LEAST_WORDS || v.stretchAt[colon + 1] > 0) return undefined
  const source = letter ? undefined : bareName(v, first, colon)
  return { first, colon, end, ...(source && { source }) }
}

/** Turns of a transcript without marks, where an article has at least two. */
export function transcriptTurns(article: Segmented, v: View): Draft[] {
  const turns: Turn[] = []
  for (const { section, firstToken, endToken } of article.paragraphs) {
    const turn = section === 'body' ? turnAt(v, firstToken, endToken) : undefined
    if (turn) turns.push(turn)
  }
  if (turns.length < LEAST_TURNS) return []
  return turns.map(({ first, colon, end, source }) => ({
    report: {
      cue: undefined,
      source,
      content: { firstToken: colon + 1, endToken: end },
      clause: { firstToken: first, endToken: colon + 1 },
      by: 'transcript',
    },
    subject: undefined,
    confidence: 0.9,
    stretches: [],
  }))
}
