import { SHAPE } from '../document/segmented.js'
import { type ChooseTag, lowestCode, type TaggedLine, tagChooser } from './choose-tag.js'
import { lexemes } from './lexemes.js'
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
  const { keys, tags, openings } = classesOfLexemes(model)
  const { lexeme, shape, length } = tokens
  const codes = new Uint8Array(length)
  const line = lineFor(length + 2 * EDGE)
  for (let first = 0; first < length; ) {
    let end = first
    const shift = EDGE - first
    do {
      const opens = end === first || sentence[end] !== sentence[end - 1]
      line.keys[end + shift] = keys[lexeme[end]]
      line.tags[end + shift] = opens ? openings[lexeme[end]] : tags[lexeme[end]]
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

/** The classes of the words seen so far, as one model has them, by their number among the lexemes. */
interface ClassColumns {
  readonly keys: Int32Array
  readonly tags: Int32Array
  readonly openings: Int32Array
}

const room = (size: number): ClassColumns => ({
  keys: new Int32Array(size),
  tags: new Int32Array(size),
  openings: new Int32Array(size),
})

/** A cache of a pure function of the word and the model. */
const known: { model?: TagModel; generation: number; count: number; columns: ClassColumns } = {
  generation: 0,
  count: 0,
  columns: room(1024),
}

function classesOfLexemes(model: TagModel): ClassColumns {
  const size = lexemes.word.length
  if (known.model !== model || known.generation !== lexemes.generation) {
    known.model = model
    known.generation = lexemes.generation
    known.count = 0
  }
  if (known.columns.keys.length < size) {
    const wider = room(size * 2)
    for (const name of ['keys', 'tags', 'openings'] as const) wider[name].set(known.columns[name])
    known.columns = wider
  }
  const { keys, tags, openings } = known.columns
  for (; known.count < size; known.count++) {
    const i = known.count
    const found = wordClass(model.dictionary, lexemes.word[i], lexemes.lower[i], lexemes.shape[i])
    keys[i] = found.key
    tags[i] = found.tags
    openings[i] = found.opening
  }
  return known.columns
}
