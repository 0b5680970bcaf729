/** Rows of a score table for people; shares are given from 0 to 1 and shown in per cent. */
const percent = (share: number | null | undefined): string =>
  (share === null || share === undefined ? '-' : (100 * share).toFixed(2)).padStart(6)

const NAME_WIDTH = 34

interface Prf {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

export const prfLine = (name: string, { precision, recall, f1 }: Prf, counts: string): string =>
  `${name.padEnd(NAME_WIDTH)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (${counts})`

export const shareLine = (name: string, n: number, of: number): string =>
  `${name.padEnd(NAME_WIDTH)} ${percent(of === 0 ? null : n / of)}   (${n} of ${of})`

export const counts = ({ tp, predicted, gold }: { tp: number; predicted: number; gold: number }): string =>
  `${tp} right, ${predicted} predicted, ${gold} gold`
