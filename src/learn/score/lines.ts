import type { Prf } from './precision.js'

/** Rows of a score table for people; shares are given from 0 to 1 and shown in per cent. */
export const percent = (share: number | null | undefined): string =>
  (share === null || share === undefined ? '-' : (100 * share).toFixed(2)).padStart(6)

const NAME_WIDTH = 34

type Shares = Pick<Prf, 'precision' | 'recall' | 'f1'>

export const prfLine = (name: string, { precision, recall, f1 }: Shares, counts: string): string =>
  `${name.padEnd(NAME_WIDTH)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (${counts})`

export const shareLine = (name: string, n: number, of: number): string =>
  `${name.padEnd(NAME_WIDTH)} ${percent(of === 0 ? null : n / of)}   (${n} of ${of})`

export const counts = ({ tp, predicted, gold }: Pick<Prf, 'tp' | 'predicted' | 'gold'>): string =>
  `${tp} right, ${predicted} predicted, ${gold} gold`
