import { POS } from '../../document/segmented.js'
import { contentEnd } from './content.js'
import { NOUN_CUES } from './cue-lexicon.js'
import { type FoundCue, NOUN_TABLE } from './cues.js'
import { type NounPhrase, startOfPhrase } from './noun-phrases.js'
import type { Report } from './report.js'
import { sharedSubject } from './subject.js'
import type { Unit } from './units.js'
import { isVerb, type View } from './view.js'

const OWNERS = new Set(['his', 'her', 'their', 'its', 'my', 'our'])

/** Who makes the claim: "his claim", "Roe's claim", or the subject of the verb before ("Roe voiced concern"). */
function ownerOf(v: View, noun: number, unit: Unit): NounPhrase | undefined {
  const { lower } = v.tokens
  const start = startOfPhrase(v, noun, unit.firstToken)
  for (let i = noun - 1; i >= start; i--) {
    if (OWNERS.has(lower[i])) return { firstToken: i, endToken: i + 1, head: i }
    if (lower[i] !== "'s" && lower[i] !== "'") continue
    return i > start ? { firstToken: start, endToken: i, head: i - 1 } : undefined
  }
  return start - 1 >= unit.firstToken && isVerb(v, start - 1)
    ? sharedSubject(v, start - 1, unit.firstToken, 0, true)
    : undefined
}

/** "his claim that prices fell", "Roe's promise to cut taxes", "voiced concern that …"; not "the claim that was made". */
export function nounReport(v: View, i: number, unit: Unit): Report | undefined {
  const { lower, pos } = v.tokens
  const frames = pos[i] === POS.NOUN ? NOUN_TABLE.get(lower[i]) : undefined
  const next = i + 1
  if (!frames || next + 1 >= unit.endToken || v.stretchAt[next] > 0) return undefined
  const clause = frames.includes('c') && lower[next] === 'that' && !isVerb(v, next + 1)
  const infinitive = frames.includes('i') && lower[next] === 'to' && isVerb(v, next + 1)
  if (!clause && !infinitive) return undefined
  const source = ownerOf(v, i, unit)
  const lemma = lower[i] in NOUN_CUES ? lower[i] : lower[i].slice(0, -1)
  const cue: FoundCue = { first: i, end: next, verb: i, lemma, name: 'noun', frames: 't', form: 'base' }
  return {
    cue,
    source,
    content: { firstToken: next, endToken: contentEnd(v, next, unit) },
    clause: { firstToken: i, endToken: next },
    by: 'noun-cue',
  }
}
