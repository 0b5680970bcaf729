import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'

/** Outside, then beginning and inside of each type: O, B-person, I-person, B-place, … */
export const OUTSIDE = 0
export const LABELS = 1 + 2 * ENTITY_TYPES.length

export const beginOf = (type: number): number => 1 + 2 * type
export const insideOf = (type: number): number => 2 + 2 * type
export const isInside = (label: number): boolean => label > 0 && (label & 1) === 0
/** Index into `ENTITY_TYPES`; -1 of O. */
export const typeIndex = (label: number): number => ((label + 1) >> 1) - 1
export const typeOf = (label: number): EntityType => ENTITY_TYPES[typeIndex(label)]

/** "Inside" follows only the beginning or inside of the same type. */
export const mayFollow = (previous: number, label: number): boolean =>
  !isInside(label) || previous === label || previous === label - 1

/** Weights of neighbouring labels: `transitions[previous * LABELS + label]`, forbidden pairs far below all others. */
export const FORBIDDEN = -1e4

export function emptyTransitions(): Float64Array {
  const transitions = new Float64Array(LABELS * LABELS)
  for (let a = 0; a < LABELS; a++)
    for (let b = 0; b < LABELS; b++) if (!mayFollow(a, b)) transitions[a * LABELS + b] = FORBIDDEN
  return transitions
}
