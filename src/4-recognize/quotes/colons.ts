import type { TokenRange } from '../../document/segmented.js'
import { CUE_TABLE } from './cues.js'
import { endOfPhrase, type NounPhrase } from './noun-phrases.js'
import type { Report } from './report.js'
import { isPassive, subjectBefore } from './subject.js'
import type { Unit } from './units.js'
import { isCapital, isVerb, type View, wordAt } from './view.js'
import { WORD } from './words.js'

const ATTRIBUTION = new Set(['—', '–', '―', '--', '-', '~'])

/** “…” — Jane Roe: a dash and a name, with nothing like a sentence after it. `content` is what stands before the dash. */
export function dashReport(v: View, dash: number, end: number, content: TokenRange): Report | undefined {
  if (dash + 1 >= end || !ATTRIBUTION.has(v.tokens.lower[dash])) return undefined
  const first = dash + 1
  const after = endOfPhrase(v, first, end)
  if (after === first || v.nameAt[after - 1] === 0 || end - after > 25) return undefined
  for (let i = after; i < end && i < after + 12; i++) if (v.stretchAt[i] > 0 || isVerb(v, i)) return undefined
  const source = { firstToken: first, endToken: after, head: after - 1 }
  return { cue: undefined, source, content, clause: { firstToken: dash, endToken: after }, by: 'dash' }
}

export function addColons(v: View, unit: Unit, out: Report[]): void {
  for (let i = unit.firstToken; i < unit.endToken; i++) {
    if (v.stretchAt[i] === 0 || (i > unit.firstToken && v.stretchAt[i - 1] === v.stretchAt[i])) continue
    const range = v.stretchTokens[v.stretchAt[i] - 1]
    const dash = dashReport(v, range.endToken, unit.endToken, range)
    if (dash) out.push(dash)
    else if (
      i > unit.firstToken &&
      v.tokens.lower[i - 1] === ':' &&
      v.stretchAt[i - 1] === 0 &&
      !out.some((r) => r.content.firstToken <= i && r.content.endToken > i)
    ) {
      const report = colonReport(v, unit, i - 1, { firstToken: i, endToken: range.endToken })
      if (report) out.push(report)
    }
    i = range.endToken - 1
  }
}

/**
 * Words after a colon that no verb of saying introduces: "Roe resisted: “…”", "ROE: …". Their source is the subject of
 * the unit's first verb, or the name alone. `from` is the first token after the colon, in this unit or the next.
 */
export function colonReport(v: View, unit: Unit, colon: number, content: TokenRange): Report | undefined {
  const source = colonSource(v, unit, colon)
  return {
    cue: undefined,
    source,
    content,
    clause: { firstToken: unit.firstToken, endToken: colon + 1 },
    by: 'colon',
  }
}

/** The subject of the last verb of saying before the colon, of the first verb, or the bare name. */
function colonSource(v: View, unit: Unit, colon: number): NounPhrase | undefined {
  const { lower } = v.tokens
  const from = Math.max(unit.firstToken, colon - 60)
  let first: NounPhrase | undefined
  let saying: NounPhrase | undefined
  for (let i = from; i < colon; i++) {
    if (v.stretchAt[i] > 0 || !isVerb(v, i)) continue
    const says = CUE_TABLE.get(lower[i])?.frames.includes('q') === true
    if (((wordAt(v, i) & WORD.ING) !== 0 && !says) || isPassive(v, i, unit.firstToken)) continue
    const subject = subjectBefore(v, i, unit.firstToken)
    if (!subject || lower[subject.head] === 'following') continue
    if (!subject.antecedent) first ??= subject
    if (says) saying = subject
  }
  if (saying ?? first) return saying ?? first
  return bareName(v, unit.firstToken, colon)
}

/** "ROE:", "Jane Roe:": up to five capitalised words and nothing else between `first` and `end`. */
export function bareName(v: View, first: number, end: number): NounPhrase | undefined {
  if (end <= first || end - first > 6) return undefined
  for (let i = first; i < end; i++) {
    if (v.nameAt[i] === 0 && !isCapital(v, i) && v.tokens.lower[i] !== '.') return undefined
  }
  return { firstToken: first, endToken: end, head: end - 1 }
}
