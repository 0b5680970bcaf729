import type { Tokens } from '../../document/segmented.js'

/** First token that ends after `offset`, searching from token `from`. */
export function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low
}
