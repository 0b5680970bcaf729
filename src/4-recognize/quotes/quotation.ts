import { SHAPE } from '../../document/segmented.js'
import type { Stretch } from './pairing.js'
import type { View } from './view.js'

const WORKS = new Set(
  'show film movie book novel song album series program programme podcast play musical sitcom drama documentary memoir column hit single poem essay painting magazine website blog ballad anthem comedy thriller game titled entitled called hosts host star starring stars'.split(
    ' ',
  ),
)
const SMALL = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'with',
  'from',
  'by',
  'is',
  'as',
  'but',
  'nor',
  'vs',
  'vs.',
  'v.',
  'the',
])

/** Every word but the small ones is capitalised, as in titles of works. */
export function isTitleCase(v: View, first: number, end: number): boolean {
  const { lower, shape } = v.tokens
  let capitals = 0
  for (let i = first; i < end; i++) {
    if ((shape[i] & SHAPE.PUNCTUATION) !== 0 || lower[i] === "'s") continue
    if ((shape[i] & SHAPE.CAPITAL) !== 0 || (shape[i] & SHAPE.DIGIT) !== 0) capitals++
    else if (!SMALL.has(lower[i]) || i === first) return false
  }
  return capitals > 0
}

/** A quoted stretch that no cue claims: is it somebody's words, or a title, a term, a nickname, a scare quote? */
export function isQuotation(v: View, k: number): boolean {
  const { lower, shape } = v.tokens
  const range = v.stretchTokens[k]
  let words = 0
  for (let i = range.firstToken; i < range.endToken; i++) if ((shape[i] & SHAPE.PUNCTUATION) === 0) words++
  if (words >= 9) return true
  if (words === 0) return false
  const title = isTitleCase(v, range.firstToken, range.endToken)
  if (title && words >= 2) {
    const last = v.text[v.stretches[k].end - 1]
    return last === '!' || last === '?'
  }
  if (title) {
    for (let i = range.firstToken - 1; i >= 0 && i > range.firstToken - 5; i--) {
      if (WORKS.has(lower[i])) return false
    }
  }
  return !isSoCalled(v, k)
}

/** The so-called “phantom”. */
export function isSoCalled(v: View, k: number): boolean {
  const { lower } = v.tokens
  const i = v.stretchTokens[k].firstToken
  return (
    i > 2 && lower[i - 1] === 'called' && (lower[i - 2] === 'so' || (lower[i - 2] === '-' && lower[i - 3] === 'so'))
  )
}

const isLetter = (text: string, i: number): boolean => i < text.length && text[i] !== text[i].toLowerCase()

/** Marcia “Cia” Price, Edward "Ned" Lamont Jr.: one or two capitalised words in marks between two others. */
export function isNickname({ text }: { readonly text: string }, s: Stretch): boolean {
  if (!s.closed || s.end - s.start > 24 || !isLetter(text, s.start) || !isLetter(text, s.outerEnd + 1)) return false
  if (text[s.outerStart - 1] !== ' ' || text[s.outerEnd] !== ' ' || /[.,!?;:]/.test(text[s.end - 1])) return false
  const inside = text.slice(s.start, s.end).split(' ')
  if (inside.length > 2 || !inside.every((word) => isLetter(word, 0))) return false
  const before =
    text
      .slice(Math.max(0, s.outerStart - 24), s.outerStart - 1)
      .split(/\s/)
      .pop() ?? ''
  const initial = before.length === 2 && before[1] === '.'
  return isLetter(before, 0) && (initial || (!/[.,!?;:]$/.test(before) && before.length > 1))
}
