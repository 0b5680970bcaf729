import type { Segmented } from '../../document/segmented.js'
import type { Span } from '../../document/span.js'
import type { Draft } from './candidate.js'
import { colonReport, dashReport } from './colons.js'
import { describeKept, describeOwner, describeQuotation } from './describe.js'
import type { Judge } from './judge.js'
import type { NounPhrase } from './noun-phrases.js'
import type { Stretch } from './pairing.js'
import { isQuotation, isSoCalled } from './quotation.js'
import type { Report } from './report.js'
import { reportsOf } from './reports.js'
import { sharedSubject } from './subject.js'
import { tokenAfter } from './token-after.js'
import { type Unit, unitsOf } from './units.js'
import type { View } from './view.js'

/** The reports whose content holds the stretch, the narrowest first; of two equal ones the later cue. */
function ownersOf(v: View, reports: readonly Report[], k: number): Report[] {
  const { firstToken, endToken } = v.stretchTokens[k]
  const size = ({ content }: Report): number => content.endToken - content.firstToken
  return reports
    .filter(({ content }) => content.firstToken <= firstToken && content.endToken >= endToken)
    .reverse()
    .sort((a, b) => size(a) - size(b))
    .slice(0, MOST_OWNERS)
}

function ownerOf(c: Context, reports: readonly Report[], k: number, unit: Unit): Report | undefined {
  const owners = ownersOf(c.v, reports, k)
  if (owners.length < 2 || !c.judge) return owners[0]
  const candidates = owners.map((_, rank) => describeOwner(c.v, owners, rank, k, unit))
  return owners[c.judge.pick({ choice: 'owner', stretch: k, reports: owners }, candidates).index]
}

/** Probability that words in marks are somebody's. */
function quotationChance(c: Context, k: number, owner: Report | undefined, unit: Unit): number {
  if (isSoCalled(c.v, k)) return 0
  if (!c.judge) return owner !== undefined || isQuotation(c.v, k) ? 0.9 : 0
  const { index, p } = c.judge.pick({ choice: 'quotation', stretch: k }, [describeQuotation(c.v, k, owner, unit)])
  return index === 0 ? p : 1 - p
}

/** Probability that a cue without marks reports words. */
function reportChance(c: Context, report: Report, unit: Unit): number {
  if (report.by === 'naming-cue' || report.by === 'colon' || report.by === 'dash' || !report.source) return 0
  if (!c.judge) return 0.7
  const { index, p } = c.judge.pick({ choice: 'keep', report }, [describeKept(c.v, report, unit)])
  return index === 0 ? p : 1 - p
}

/** Marks are a strong sign: only what is rather surely no quotation is left out. */
const LEAST_QUOTATION = 0.3
const LEAST_REPORT = 0.5

/** “A,” she said. “B.” – a stretch that is a whole unit goes on with the quotation that the words before it reported. */
function goesOn(v: View, previous: Draft | undefined, unit: Unit, k: number): boolean {
  if (!previous?.report || previous.stretches.length === 0) return false
  if (previous.report.by !== 'cue-after' && previous.report.by !== 'cue-inside') return false
  if (v.stretches[previous.stretches[0]].paragraph !== unit.paragraph) return false
  const range = v.stretchTokens[k]
  return range.firstToken === unit.firstToken
}

/** The subject of the nearest verb before a stretch in its unit. */
function subjectAround(v: View, k: number, unit: Unit): NounPhrase | undefined {
  const { firstToken } = v.stretchTokens[k]
  return firstToken > unit.firstToken ? sharedSubject(v, firstToken - 1, unit.firstToken, 0, false) : undefined
}

/** A turn of a transcript inside marks. */
function turnOf(v: View, k: number, label: Span): Draft {
  const firstToken = tokenAfter(v.tokens, label.start)
  const endToken = tokenAfter(v.tokens, label.end - 1) + 1
  const source = { firstToken, endToken, head: endToken - 1 }
  const content = { firstToken: endToken + 1, endToken: v.stretchTokens[k].endToken }
  const clause = { firstToken, endToken: endToken + 1 }
  const report: Report = { cue: undefined, source, content, clause, by: 'colon' }
  return { report, subject: undefined, confidence: 0.95, stretches: [k] }
}

/** A unit that a quotation opens, after one that ends with a colon: "She told the crowd:" and a new paragraph. */
function introducedBy(v: View, before: Unit, unit: Unit): Report | undefined {
  const colon = before.endToken - 1
  const k = v.stretchAt[unit.firstToken]
  if (k === 0 || v.tokens.lower[colon] !== ':' || v.stretchAt[colon] > 0) return undefined
  return colonReport(v, before, colon, v.stretchTokens[k - 1])
}

const MOST_OWNERS = 5

/** What the steps share. */
export interface Context {
  readonly v: View
  readonly judge: Judge | undefined
}

/** Everything reported in an article, not yet in order. */
export function draftsOf(article: Segmented, c: Context): Draft[] {
  const { v } = c
  const drafts: Draft[] = []
  let k = 0
  let previous: Draft | undefined
  let carried: Draft | undefined
  let before: Unit | undefined
  for (const unit of unitsOf(article, v)) {
    const reports = reportsOf(v, unit, c.judge)
    const introduced = before && introducedBy(v, before, unit)
    if (introduced) reports.unshift(introduced)
    before = unit
    const signed =
      previous &&
      !previous.report &&
      dashReport(v, unit.firstToken, unit.endToken, v.stretchTokens[previous.stretches[0]])
    if (previous && signed) previous.report = signed
    const quoted = k < v.stretches.length && v.stretchTokens[k].firstToken < unit.endToken
    if (!quoted && reports.length === 0) {
      previous = undefined
      continue
    }
    const own = reports.map((report): Draft => ({ report, subject: undefined, confidence: 1, stretches: [] }))
    let last: Draft | undefined
    for (; k < v.stretches.length && v.stretchTokens[k].firstToken < unit.endToken; k++) {
      const stretch: Stretch = v.stretches[k]
      if (stretch.label) {
        last = turnOf(v, k, stretch.label)
        drafts.push(last)
        carried = stretch.continues ? last : undefined
        continue
      }
      const owner = ownerOf(c, reports, k, unit)
      let draft = owner && own[reports.indexOf(owner)]
      const chained = carried !== undefined || stretch.continues || goesOn(v, previous, unit, k)
      const chance = chained ? 0.95 : quotationChance(c, k, owner, unit)
      if (chance < LEAST_QUOTATION) continue
      if (carried && !draft) draft = carried
      else if (carried && draft && !carried.report) {
        // Several paragraphs, and the cue stands with the last: the words before are the same speaker's.
        draft.stretches.push(...carried.stretches)
        drafts.splice(drafts.indexOf(carried), 1)
      } else if (!draft && goesOn(v, previous, unit, k)) draft = previous
      if (!draft) {
        draft = { report: undefined, subject: subjectAround(v, k, unit), confidence: chance, stretches: [] }
        drafts.push(draft)
      }
      if (draft.stretches.length === 0) draft.confidence = chance
      draft.stretches.push(k)
      carried = stretch.continues ? draft : undefined
      last = draft ?? last
    }
    for (const draft of own) {
      if (draft.stretches.length === 0 && draft.report) draft.confidence = reportChance(c, draft.report, unit)
      if (draft.stretches.length > 0 || draft.confidence >= LEAST_REPORT) drafts.push(draft)
    }
    const wholeUnit = last !== undefined && last === previous
    previous = wholeUnit ? previous : last
  }
  return drafts
}
