import type { Span } from '../../document/span.js'
import type { GoldDocument } from '../gold/gold.js'
import { randomFrom } from '../random.js'

/** A copy of an article with some of its lines rewritten as headlines are; only these lines are learnt from. */
export interface DamagedDocument extends GoldDocument {
  readonly only: readonly Span[]
}

const SMALL_IN_HEADLINES: ReadonlySet<string> = new Set(
  'a an the and or but nor of in on at to for by from with as into over than via vs'.split(' '),
)

const LONGEST_HEADLINE = 110
const MOST_LINES = 3

/** Copies with the first and a few other short stretches in title case (even articles) or in capitals (odd ones). */
export function damageCase(
  documents: readonly GoldDocument[],
  every: number,
  seed: number,
): readonly DamagedDocument[] {
  const random = randomFrom(seed)
  return documents.flatMap((document, d) => {
    if (d % every !== 0) return []
    const only = pickLines(document.text, random)
    if (only.length === 0) return []
    const rewrite = (d / every) % 2 === 0 ? toTitleCase : toCapitals
    let text = document.text
    for (const { start, end } of only) text = text.slice(0, start) + rewrite(text.slice(start, end)) + text.slice(end)
    return [{ ...document, text, only }]
  })
}

/** The first line and some others; of long lines the first sentence's beginning is too little like a headline. */
function pickLines(text: string, random: () => number): readonly Span[] {
  const lines: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line.length > 20)
      lines.push(
        ...sentencesOf(text, start, end).filter((s) => s.end - s.start > 20 && s.end - s.start <= LONGEST_HEADLINE),
      )
    start = end + 1
  }
  return lines.filter((_, i) => i === 0 || random() < 0.1).slice(0, MOST_LINES)
}

function sentencesOf(text: string, start: number, end: number): readonly Span[] {
  const spans: Span[] = []
  let from = start
  for (let i = start; i < end; i++) {
    if (i + 1 < end && !(text[i] === '.' && text[i + 1] === ' ' && /[a-z]/.test(text[i - 1] ?? ''))) continue
    spans.push({ start: from, end: i + 1 })
    from = i + 2
  }
  return spans
}

const sameLength = (text: string, changed: string): string => (changed.length === text.length ? changed : text)

const toCapitals = (text: string): string => sameLength(text, text.toUpperCase())

const toTitleCase = (text: string): string =>
  text.replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) =>
    at > 0 && SMALL_IN_HEADLINES.has(word) ? word : sameLength(word, word[0].toUpperCase() + word.slice(1)),
  )
