import { codeUnits } from '../document/code-units.js'
import { SHAPE } from '../document/segmented.js'
import type { Vocabulary } from '../document/vocabulary.js'
import { CHARACTER, characterClass } from './characters.js'
import { boundLexemes, HASH_START, hashStep, lexemeAt, lexemes } from './lexemes.js'
import { endOfPlainToken, plainHash } from './plain-token.js'
import { endOfToken, shapeOf } from './token-ends.js'

/** Growing columns; `Tokens` without sentence and part of speech. */
export interface TokenColumns {
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly lexeme: Int32Array
  readonly vocabulary: Vocabulary
  readonly shape: Uint8Array
  readonly words: readonly string[]
  readonly lower: readonly string[]
}

/** The same text, same length, with straight quote marks and apostrophes. */
export const straighten = (text: string): string =>
  /[‘’ʼ“”„‟]/.test(text) ? text.replace(/[‘’ʼ]/g, "'").replace(/[“”„‟]/g, '"') : text

/**
 * Splits a text into tokens with exact offsets, in one pass. The result depends on the text alone.
 * @param text with straight marks, as `straighten` gives it
 */
export function tokenize(text: string): TokenColumns {
  let columns = columnsOf(Math.max(64, (text.length >> 2) + 16))
  boundLexemes()
  const codes = codeUnits(text)
  let length = 0
  let spaceBefore: number = SHAPE.SPACE_BEFORE
  let lineStart: number = SHAPE.LINE_START
  for (let at = 0; at < text.length; ) {
    const code = codes[at]
    if (code === 32 || characterClass(text, at) === CHARACTER.SPACE) {
      spaceBefore = SHAPE.SPACE_BEFORE
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) lineStart = SHAPE.LINE_START
      at++
      continue
    }
    const plain = endOfPlainToken(codes, at)
    const stop = plain > 0 ? plain : endOfToken(text, at)
    const hash = plain > 0 ? plainHash : hashOf(codes, at, stop)
    if (length === columns.start.length) columns = widened(columns)
    const index = lexemeAt(text, codes, at, stop, hash, shapeOf)
    columns.start[length] = at
    columns.end[length] = stop
    columns.lexeme[length] = index
    columns.shape[length] = lexemes.shape[index] | spaceBefore | lineStart
    length++
    spaceBefore = 0
    lineStart = 0
    at = stop
  }
  return withWords(columns, length)
}

type Growing = Pick<TokenColumns, 'start' | 'end' | 'lexeme' | 'shape'>

const columnsOf = (capacity: number): Growing => ({
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  lexeme: new Int32Array(capacity),
  shape: new Uint8Array(capacity),
})

function widened(from: Growing): Growing {
  const to = columnsOf(from.start.length * 2)
  for (const name of ['start', 'end', 'lexeme', 'shape'] as const) to[name].set(from[name])
  return to
}

function withWords({ start, end, lexeme, shape }: Growing, length: number): TokenColumns {
  const words = new Array<string>(length)
  const lower = new Array<string>(length)
  for (let i = 0; i < length; i++) {
    words[i] = lexemes.word[lexeme[i]]
    lower[i] = lexemes.lower[lexeme[i]]
  }
  return {
    length,
    start: start.subarray(0, length),
    end: end.subarray(0, length),
    lexeme: lexeme.subarray(0, length),
    vocabulary: lexemes,
    shape: shape.subarray(0, length),
    words,
    lower,
  }
}

function hashOf(codes: Uint16Array, from: number, end: number): number {
  let hash = HASH_START
  for (let at = from; at < end; at++) hash = hashStep(hash, codes[at])
  return hash
}
