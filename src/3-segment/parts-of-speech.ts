import { SHAPE } from '../document/segmented.js'
import { type WordRows, wordRows } from '../document/vocabulary.js'
import { type ChooseTag, lowestCode, type TaggedLine, tagChooser } from './choose-tag.js'
import type { TagModel } from './tag-model.js'
import type { TokenColumns } from './tokenize.js'
import { wordClass } from './word-classes.js'

/** Empty places before and behind a paragraph's tokens. */
const EDGE = 2

/** A code of `PARTS_OF_SPEECH` for each token. `sentence` is the index of each token's sentence. */
export const partsOfSpeech = (model: TagModel, tokens: TokenColumns, sentence: Int32Array): Uint8Array =>
  tagWith(model, tokens, sentence, tagChooser(model.weights))

const isSingle = (tags: number): boolean => (tags & (tags - 1)) === 0

/** Goes from left to right, a paragraph at a time; `choose` decides where a word leaves a choice. */
export function tagWith(model: TagModel, tokens: TokenColumns, sentence: Int32Array, choose: ChooseTag): Uint8Array {
  const words = classesBy(model)(tokens)
  const { lexeme, shape, length } = tokens
  const codes = new Uint8Array(length)
  const line = lineFor(length + 2 * EDGE)
  for (let first = 0; first < length; ) {
    let end = first
    const shift = EDGE - first
    do {
      const opens = end === first || sentence[end] !== sentence[end - 1]
      const row = lexeme[end] * WIDTH
      line.keys[end + shift] = words[row + WORD.KEY]
      line.tags[end + shift] = words[row + (opens ? WORD.OPENING : WORD.TAGS)]
      end++
    } while (end < length && (shape[end] & SHAPE.LINE_START) === 0)
    line.keys.fill(0, end + shift, end + shift + EDGE)
    line.tags.fill(0, end + shift, end + shift + EDGE)
    for (let i = first; i < end; i++) {
      const bits = line.tags[i + shift]
      const opening = i === first || sentence[i] !== sentence[i - 1] ? 1 : 0
      const code = isSingle(bits) ? lowestCode(bits) : choose(line, i + shift, opening, i)
      line.codes[i + shift] = code
      codes[i] = code
    }
    first = end
  }
  return codes
}

let scratch: TaggedLine = { keys: new Int32Array(0), tags: new Int32Array(0), codes: new Uint8Array(0) }

/** Room for a line; its first `EDGE` places are never written. */
function lineFor(length: number): TaggedLine {
  if (scratch.keys.length < length) {
    const size = length * 2
    scratch = { keys: new Int32Array(size), tags: new Int32Array(size), codes: new Uint8Array(size) }
  }
  return scratch
}

/** What one model knows of each different word: places in its row. */
const WORD = { KEY: 0, TAGS: 1, OPENING: 2 } as const
const WIDTH = 4

const known = new WeakMap<TagModel, WordRows>()

function classesBy(model: TagModel): WordRows {
  const kept = known.get(model)
  if (kept !== undefined) return kept
  const rows = wordRows(WIDTH, (row, at, { word, lower, shape }, lexeme) => {
    const { key, tags, opening } = wordClass(model.dictionary, word[lexeme], lower[lexeme], shape[lexeme])
    row[at + WORD.KEY] = key
    row[at + WORD.TAGS] = tags
    row[at + WORD.OPENING] = opening
  })
  known.set(model, rows)
  return rows
}
