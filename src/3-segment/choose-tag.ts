import { TAG_ROW } from './tag-model.js'

/** A paragraph as the tagger sees it, with empty places before and behind it. */
export interface TaggedLine {
  readonly keys: Int32Array
  /** Bits of the parts of speech that each token can be. */
  readonly tags: Int32Array
  /** Codes of the parts of speech, known up to the token that is looked at. */
  readonly codes: Uint8Array
}

/**
 * Chooses among the parts of speech that a token can be: token `i` of the line, which is token `token` of the article.
 * `opening` is 1 for the first token of a sentence.
 */
export type ChooseTag = (line: TaggedLine, i: number, opening: number, token: number) => number

/** Features of a token that leaves a choice. */
export const TAG_FEATURES = 8

const mix = (kind: number, a: number, b: number, c: number): number => {
  let h = Math.imul(kind ^ 0x9e3779b9, 0x85ebca6b) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ b
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ c
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  return h ^ (h >>> 16)
}

/** Where the weights of the features of token `i` begin, in a table of `mask + 1` rows. */
function writeRows(line: TaggedLine, i: number, opening: number, rows: Int32Array, mask: number): void {
  const { keys, tags, codes } = line
  const key = keys[i]
  const own = tags[i]
  const before = codes[i - 1]
  const both = before | (codes[i - 2] << 8)
  rows[0] = (mix(1, key, opening, 0) & mask) * TAG_ROW
  rows[1] = (mix(2, key, before, 0) & mask) * TAG_ROW
  rows[2] = (mix(3, key, tags[i + 1], 0) & mask) * TAG_ROW
  rows[3] = (mix(4, own, both, 0) & mask) * TAG_ROW
  rows[4] = (mix(5, own, before, tags[i + 1]) & mask) * TAG_ROW
  rows[5] = (mix(6, own, tags[i + 1], tags[i + 2]) & mask) * TAG_ROW
  rows[6] = (mix(7, own, keys[i - 1], 0) & mask) * TAG_ROW
  rows[7] = (mix(8, own, keys[i + 1], 0) & mask) * TAG_ROW
}

/** The code of the lowest bit. */
export const lowestCode = (bits: number): number => 31 - Math.clz32(bits & -bits)

/** The part of speech of the highest score; `rows` keeps where the weights that spoke for the last one begin. */
export function tagChooser(weights: Int8Array | Int32Array, rows = new Int32Array(TAG_FEATURES)): ChooseTag {
  const mask = weights.length / TAG_ROW - 1
  return (line, i, opening) => {
    writeRows(line, i, opening, rows, mask)
    let best = 0
    let bestScore = Number.NEGATIVE_INFINITY
    for (let left = line.tags[i]; left !== 0; left &= left - 1) {
      const code = lowestCode(left)
      let score = 0
      for (let f = 0; f < TAG_FEATURES; f++) score += weights[rows[f] + code - 1]
      if (score > bestScore) {
        bestScore = score
        best = code
      }
    }
    return best
  }
}
