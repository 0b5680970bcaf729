import { POS } from '../../document/segmented.js'
import { describeEnds } from './describe.js'
import type { Judge } from './judge.js'
import type { Report } from './report.js'
import type { Unit } from './units.js'
import { isVerb, type View } from './view.js'

const MARKS = new Set([',', '—', '–', '--', ';', ':', '('])
const OPENERS = new Set(
  'and but while as after when because although though despite since before until unless according which who where compared even with'.split(
    ' ',
  ),
)
const MOST = 10

/** Places where reported words may end, in order; the last is where the sentence ends. */
function endingsOf(v: View, report: Report): number[] {
  const { lower, start, end, pos } = v.tokens
  const { firstToken, endToken } = report.content
  const found: number[] = []
  for (let i = firstToken + 1; i < endToken - 1 && found.length < MOST; i++) {
    if (v.stretchAt[i] > 0) {
      i = v.stretchTokens[v.stretchAt[i] - 1].endToken - 1
      if (i + 1 < endToken - 1 && v.stretchAt[i + 1] === 0) found.push(i + 1)
      continue
    }
    if (v.nameAt[i] > 0) continue
    const spacedHyphen = lower[i] === '-' && start[i] > end[i - 1]
    const opener = OPENERS.has(lower[i]) && (lower[i] === 'and' ? isVerb(v, i + 1) || pos[i + 1] === POS.ADV : true)
    if (!(MARKS.has(lower[i]) || spacedHyphen || opener)) continue
    if (found.length > 0 && found[found.length - 1] === i - 1 && MARKS.has(lower[i - 1])) continue
    found.push(i)
  }
  found.push(endToken)
  return found
}

/** Cuts each report's words where the judge says that they end. */
export function cutAtEnding(v: View, report: Report, unit: Unit, judge: Judge): Report {
  const after =
    report.by === 'cue-before' ||
    report.by === 'noun-cue' ||
    (report.by === 'according-to' && report.content.firstToken > report.clause.firstToken)
  if (!after || !report.cue) return report
  if (v.stretchAt[report.content.firstToken] > 0) return report
  const ends = endingsOf(v, report)
  if (ends.length === 1) return report
  const { index } = judge.pick({ choice: 'end', report, ends }, describeEnds(v, report, unit, ends))
  return { ...report, content: { firstToken: report.content.firstToken, endToken: ends[index] } }
}
