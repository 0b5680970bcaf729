import { SHAPE, type Tokens } from '../../document/segmented.js'
import { LEXICON } from './lexicon.js'

export interface Reading {
  readonly end: number
  /** NaN where the text is vague: "several". */
  readonly value: number
}

const VAGUE: ReadonlySet<string> = new Set(['few', 'several', 'many', 'some', 'numerous', 'multiple', 'countless'])
/** "hundreds of years". */
const HEAPS: ReadonlySet<string> = new Set([
  'dozens',
  'scores',
  'tens',
  'hundreds',
  'thousands',
  'millions',
  'billions',
])
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }
const TENS = 20
const HUNDRED = 100

/** The digits of a token as a number: "1,000", "2.5"; NaN if there is anything else in it. */
export function numeralAt(tokens: Tokens, at: number): number {
  if (at >= tokens.length || (tokens.shape[at] & SHAPE.DIGIT) === 0) return Number.NaN
  const word = tokens.words[at]
  if (word.length > 9) return Number.NaN
  let digits = 0
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    if (code >= 48 && code <= 57) digits++
    else if (code !== 44 && code !== 46) return Number.NaN
  }
  return digits === word.length ? Number(word) : Number(word.replaceAll(',', ''))
}

const cardinalAt = (tokens: Tokens, at: number): number | undefined =>
  at < tokens.length ? LEXICON.get(tokens.lower[at])?.cardinal : undefined

const isHyphen = (tokens: Tokens, at: number): boolean => at < tokens.length && tokens.words[at] === '-'

/** "twenty-four", "two hundred", "a hundred", "sixty". */
function wordsAt(tokens: Tokens, from: number): Reading | undefined {
  const first = cardinalAt(tokens, from)
  if (first === undefined) return undefined
  let value = first
  let at = from + 1
  if (first >= TENS && first < HUNDRED) {
    const next = isHyphen(tokens, at) ? at + 1 : at
    const ones = cardinalAt(tokens, next)
    if (ones !== undefined && ones > 0 && ones < 10) {
      value += ones
      at = next + 1
    }
  }
  for (let scale = cardinalAt(tokens, at); scale !== undefined && scale >= HUNDRED; scale = cardinalAt(tokens, at)) {
    value *= scale
    at++
    if (at - from > 5) break
  }
  if (cardinalAt(tokens, at) === 12) return { end: at + 1, value: value * 12 } // "two dozen"
  return { end: at, value }
}

/** "1/2" in "2 1/2", "½", "and a half", "-and-a-half": what it adds. */
function fractionAt(tokens: Tokens, at: number): Reading | undefined {
  if (at >= tokens.length) return undefined
  const fraction = FRACTIONS[tokens.words[at]]
  if (fraction !== undefined) return { end: at + 1, value: fraction }
  const above = numeralAt(tokens, at)
  if (above > 0 && tokens.words[at + 1] === '/') {
    const below = numeralAt(tokens, at + 2)
    return below > above && below < 10 ? { end: at + 3, value: above / below } : undefined
  }
  let next = isHyphen(tokens, at) ? at + 1 : at
  if (tokens.lower[next] !== 'and') return undefined
  next += isHyphen(tokens, next + 1) ? 2 : 1
  if (tokens.lower[next] !== 'a') return undefined
  next += isHyphen(tokens, next + 1) ? 2 : 1
  return tokens.lower[next] === 'half' ? { end: next + 1, value: 0.5 } : undefined
}

/** "a couple of", "a few", "half a", "a dozen", "an": what stands for a number before a unit. */
function phraseAt(tokens: Tokens, from: number): Reading | undefined {
  const word = tokens.lower[from]
  if (VAGUE.has(word)) {
    const scale = cardinalAt(tokens, from + 1)
    // "several hundred years"
    return { end: from + (scale !== undefined && scale >= HUNDRED ? 2 : 1), value: Number.NaN }
  }
  if (HEAPS.has(word)) {
    if (tokens.lower[from + 1] !== 'of') return undefined
    return HEAPS.has(tokens.lower[from + 2]) ? phraseAt(tokens, from + 2) : { end: from + 2, value: Number.NaN }
  }
  if (word === 'couple') return { end: from + (tokens.lower[from + 1] === 'of' ? 2 : 1), value: 2 }
  if (word === 'half') {
    const next = tokens.lower[from + 1]
    if (next === 'a' || next === 'an') return { end: from + 2, value: 0.5 }
    return isHyphen(tokens, from + 1) ? { end: from + 2, value: 0.5 } : undefined
  }
  if (word === 'quarter') {
    const next = isHyphen(tokens, from + 1) ? from + 2 : from + 1
    if (tokens.lower[next] === 'century') return { end: next, value: 0.25 }
  }
  if (word !== 'a' && word !== 'an') return undefined
  const next = tokens.lower[from + 1]
  if (next === 'half') return { end: from + (isHyphen(tokens, from + 2) ? 3 : 2), value: 0.5 }
  if (next === 'good') return { end: from + 2, value: 1 }
  if (next === 'quarter' && tokens.lower[from + 2] === 'of' && /^an?$/.test(tokens.lower[from + 3] ?? ''))
    return { end: from + 4, value: 0.25 }
  if (next === 'quarter' || next === 'couple' || VAGUE.has(next)) return phraseAt(tokens, from + 1)
  // "a hundred", "a dozen"; but "a | five-year plan".
  const scale = cardinalAt(tokens, from + 1)
  return (scale !== undefined && scale >= HUNDRED) || next === 'dozen'
    ? wordsAt(tokens, from + 1)
    : { end: from + 1, value: 1 }
}

/** A number before a unit of time, in digits or words; undefined if there is none. */
export function readNumber(tokens: Tokens, from: number): Reading | undefined {
  const numeral = numeralAt(tokens, from)
  const whole = Number.isNaN(numeral) ? wordsAt(tokens, from) : { end: from + 1, value: numeral }
  if (whole === undefined) return phraseAt(tokens, from)
  if (tokens.words[whole.end] === '/' && whole.end === from + 1) {
    const part = fractionAt(tokens, from)
    return part
  }
  const fraction = fractionAt(tokens, whole.end)
  return fraction ? { end: fraction.end, value: whole.value + fraction.value } : whole
}
