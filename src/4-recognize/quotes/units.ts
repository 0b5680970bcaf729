import { type Segmented, SHAPE, type TokenRange } from '../../document/segmented.js'
import { CUE_TABLE } from './cues.js'
import { type View, wordAt } from './view.js'
import { WORD } from './words.js'

/** A stretch of reading that a cue can reach: one sentence, or several that a quotation holds together. */
export interface Unit extends TokenRange {
  readonly paragraph: number
}

const CLOSERS = new Set([
  '.',
  ',',
  'reporters',
  'in',
  'at',
  'on',
  'during',
  'to',
  'of',
  'as',
  'after',
  'when',
  'with',
  ';',
])

/** “Did we win?” Roe asked. – the sentence from `first` is what reports the quotation before it. */
function isReportingClause(v: View, first: number, end: number, firm: boolean): boolean {
  const { lower } = v.tokens
  const limit = Math.min(end, first + 12)
  for (let i = first; i < limit; i++) {
    if (v.stretchAt[i] > 0 || (lower[i] === ',' && i === first)) return false
    const entry = v.nameAt[i] > 0 || (wordAt(v, i) & WORD.CUE) === 0 ? undefined : CUE_TABLE.get(lower[i])
    if (!entry || !/[qp]/.test(entry.frames) || entry.form === 'ing') continue
    const next = i + 1 < end ? lower[i + 1] : '.'
    if (i === first) return !firm
    return firm ? next === '.' : CLOSERS.has(next) || v.stretchAt[i + 1] > 0
  }
  return false
}

function holdsTogether(v: View, boundary: number, end: number): boolean {
  const before = v.stretchAt[boundary - 1]
  if (before === 0) return false
  if (before === v.stretchAt[boundary]) return true
  if (v.stretchAt[boundary] > 0) return false
  const stretch = v.stretches[before - 1]
  const last = v.text[stretch.end - 1]
  const word = v.tokens.words[boundary]
  const lowerCase = word[0] === word[0].toLowerCase() && word[0] !== word[0].toUpperCase()
  if (lowerCase) return true
  return isReportingClause(v, boundary, end, last === '.' || last === '’' || last === "'")
}

/**
 * Units of more tokens than prose has are cut between quotations, since every cue may report all that follows it, and the
 * work would grow with the square of the length.
 */
const LONGEST = 600

function cutLong(v: View, unit: Unit): readonly Unit[] {
  const pieces: Unit[] = []
  let first = unit.firstToken
  for (let i = first + LONGEST; i < unit.endToken; i++) {
    if (v.stretchAt[i] > 0) continue
    pieces.push({ ...unit, firstToken: first, endToken: i })
    first = i
    i += LONGEST - 1
  }
  return [...pieces, { ...unit, firstToken: first }]
}

/** How many tokens a dateline may have: "SAN JUAN, Puerto Rico, March 3 (Meridian) —". */
const LONGEST_DATELINE = 14
const DASHES = new Set(['-', '--', '–', '—', '_'])

/**
 * Where the report begins in the paragraph that `first` opens: behind its dateline ("LISBON, March 3 —"), which nobody
 * said. A dateline begins in capitals and ends with a dash between spaces.
 */
function behindDateline({ tokens }: Segmented, first: number, end: number): number {
  if ((tokens.shape[first] & SHAPE.LINE_START) === 0 || (tokens.shape[first] & SHAPE.ALL_CAPS) === 0) return first
  const limit = Math.min(end - 1, first + LONGEST_DATELINE)
  for (let i = first + 1; i < limit; i++) {
    const spaced = (tokens.shape[i] & SHAPE.SPACE_BEFORE) !== 0 && (tokens.shape[i + 1] & SHAPE.SPACE_BEFORE) !== 0
    if (spaced && DASHES.has(tokens.words[i])) return i + 1
  }
  return first
}

/** Sentences, joined where a quotation runs over their boundary or the words that report it follow. */
export function unitsOf(article: Segmented, v: View): readonly Unit[] {
  const units: Unit[] = []
  let first = -1
  article.sentences.forEach((sentence, k) => {
    if (first < 0) first = sentence.firstToken
    const next = article.sentences[k + 1]
    const joined =
      next !== undefined && next.paragraph === sentence.paragraph && holdsTogether(v, next.firstToken, next.endToken)
    if (joined) return
    const firstToken = behindDateline(article, first, sentence.endToken)
    const unit = { firstToken, endToken: sentence.endToken, paragraph: sentence.paragraph }
    if (unit.endToken - firstToken <= LONGEST) units.push(unit)
    else units.push(...cutLong(v, unit))
    first = -1
  })
  return units
}
