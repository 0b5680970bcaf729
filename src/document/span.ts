/**
 * A half-open stretch of an article's `text`, in UTF-16 code units: `text.slice(start, end)` is what it covers.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Order of reading: earlier first; of two that begin together the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/**
 * Index of the last of `spans` (sorted by start, not overlapping) that begins at or before `offset`; -1 if none does.
 * With sentences or paragraphs this is the one that `offset` lies in.
 */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle].start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
