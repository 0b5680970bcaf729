import type { TokenRange } from '../../document/segmented.js'
import type { FoundCue } from './cues.js'
import type { NounPhrase } from './noun-phrases.js'
import type { View } from './view.js'

/** A cue with what it reports and, where the grammar tells, who. Every one has all fields, in this order: of one shape. */
export interface Report {
  /** Undefined where a colon alone introduces the words. */
  readonly cue: FoundCue | undefined
  readonly source: NounPhrase | undefined
  /** Tokens of the reported words; they may hold the cue and its subject in the middle. */
  readonly content: TokenRange
  /** The cue with its subject: what a content around it leaves out. */
  readonly clause: TokenRange
  readonly by:
    | 'cue-before'
    | 'cue-after'
    | 'cue-inside'
    | 'according-to'
    | 'naming-cue'
    | 'noun-cue'
    | 'colon'
    | 'dash'
    | 'transcript'
}

export const COMMA = new Set([',', '—', '–', '--', '-'])

/** The last character inside the marks of the stretch that token `i` is part of. */
export const lastChar = (v: View, i: number): string => v.text[v.stretches[v.stretchAt[i] - 1].end - 1]
