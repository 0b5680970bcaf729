import { TAG_FEATURES, tagChooser } from '../../3-segment/choose-tag.js'
import { partsOfSpeech, tagWith } from '../../3-segment/parts-of-speech.js'
import { layOut } from '../../3-segment/sentences.js'
import { dictionaryOf, RARE_WORD, TAG_ROW, type TagDictionary, type TagModel } from '../../3-segment/tag-model.js'
import { straighten, type TokenColumns, tokenize } from '../../3-segment/tokenize.js'
import { classTexts, hashOfText, isCapitalClass } from '../../3-segment/word-classes.js'
import { PARTS_OF_SPEECH } from '../../document/segmented.js'
import { randomFrom, shuffle } from '../random.js'

/** Gives the tokens of an article their parts of speech, as codes of `PARTS_OF_SPEECH`. */
export type Teacher = (tokens: TokenColumns) => Uint8Array

export interface TaggerOptions {
  readonly epochs: number
  readonly seed: number
  /** Rows of the table of weights, a power of two. */
  readonly rows: number
  /** Texts that show words which the others lack; they fill the dictionary and teach nothing else. */
  readonly probes: readonly string[]
  readonly onEpoch?: (epoch: number, wrongShare: number) => void
}

/** A word is listed when it was seen so often… */
const SEEN = 3
/** …has weights of its own when it was seen so often… */
const COMMON = 6
/** …and until it was seen so often, the probes say too what it can be. */
const WELL_KNOWN = 50
const ENDING_SEEN = 8
/** The rarest part of speech that counts: its share of the cases of a word… */
const RARE = 0.005
/** …and of an ending. */
const RARE_ENDING = 0.02
/** A capitalised word that is not listed is a proper name, unless its ending often is something else. */
const RARE_CAPITAL_ENDING = 0.2

const CODES = PARTS_OF_SPEECH.length

function lesson(text: string): { readonly tokens: TokenColumns; readonly sentence: Int32Array } {
  const tokens = tokenize(straighten(text))
  const { sentence } = layOut(tokens, [{ kind: 'body', start: 0, end: text.length }])
  return { tokens, sentence }
}

type Counts = Map<string, Uint32Array>

function count(counts: Counts, text: string, code: number): void {
  let found = counts.get(text)
  if (found === undefined) {
    found = new Uint32Array(CODES)
    counts.set(text, found)
  }
  found[code]++
}

const total = (counts: Uint32Array): number => counts.reduce((sum, n) => sum + n, 0)

function bitsOf(counts: Uint32Array, least: number): number {
  const all = total(counts)
  let bits = 0
  counts.forEach((n, code) => {
    if (code > 0 && n > 0 && n >= all * least) bits |= 1 << code
  })
  return bits
}

/** Which parts of speech words, endings and forms of numbers had. */
function learnDictionary(texts: readonly string[], probes: readonly string[], teach: Teacher): TagDictionary {
  const { words, shapes } = countWords(texts, teach)
  const classes: Counts = new Map()
  const entries = new Map<number, number>()
  for (const [word, counts] of words) {
    const all = total(counts)
    const bits = bitsOf(counts, RARE)
    if (all >= SEEN && bits !== 0) entries.set(hashOfText(word), all < COMMON ? bits | RARE_WORD : bits)
    // Rare words are what unlisted words are like.
    if (all > 10) continue
    for (const text of classTexts(word.toLowerCase(), shapes.get(word) ?? 0))
      counts.forEach((n, code) => {
        for (let k = 0; k < n; k++) count(classes, text, code)
      })
  }
  for (const [text, counts] of classes) {
    const key = hashOfText(text)
    const bits = bitsOf(counts, isCapitalClass(text) ? RARE_CAPITAL_ENDING : RARE_ENDING)
    if (total(counts) >= ENDING_SEEN && bits !== 0 && !entries.has(key)) entries.set(key, bits)
  }
  for (const [word, counts] of countWords(probes, teach).words) {
    const seen = words.get(word)
    const key = hashOfText(word)
    if (!entries.has(key)) entries.set(key, bitsOf(counts, 0) | RARE_WORD)
    else if (seen && total(seen) < WELL_KNOWN) entries.set(key, (entries.get(key) ?? 0) | bitsOf(counts, 0))
  }
  return dictionaryOf(Int32Array.from(entries.keys()), Int32Array.from(entries.values()))
}

function countWords(
  texts: readonly string[],
  teach: Teacher,
): { readonly words: Counts; readonly shapes: ReadonlyMap<string, number> } {
  const words: Counts = new Map()
  const shapes = new Map<string, number>()
  for (const text of texts) {
    const { tokens, sentence } = lesson(text)
    const codes = teach(tokens)
    for (let i = 0; i < tokens.length; i++) {
      const opens = i === 0 || sentence[i] !== sentence[i - 1]
      // A capital at the beginning of a sentence is not the word's own.
      if (opens && tokens.words[i] !== tokens.lower[i] && tokens.lower[i].length > 1) continue
      count(words, tokens.words[i], codes[i])
      shapes.set(tokens.words[i], tokens.shape[i])
    }
  }
  return { words, shapes }
}

/** Trains a tagger that goes from left to right (averaged perceptron) on the parts of speech that a teacher gives. */
export function trainTagger(texts: readonly string[], teach: Teacher, options: TaggerOptions): TagModel {
  const dictionary = learnDictionary(texts, options.probes, teach)
  const weights = new Int32Array(options.rows * TAG_ROW)
  const sums = new Float64Array(options.rows * TAG_ROW)
  const frame: TagModel = { dictionary, weights: new Int8Array(0) }
  const rows = new Int32Array(TAG_FEATURES)
  const choose = tagChooser(weights, rows)
  const random = randomFrom(options.seed)
  const order = Int32Array.from(texts.keys())
  let step = 1
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    let asked = 0
    for (const index of order) {
      const { tokens, sentence } = lesson(texts[index])
      const right = teach(tokens)
      tagWith(frame, tokens, sentence, (line, i, opening, token) => {
        const code = choose(line, i, opening, token)
        const truth = right[token]
        step++
        asked++
        if (code === truth || (line.tags[i] & (1 << truth)) === 0) return code
        wrong++
        for (let f = 0; f < TAG_FEATURES; f++) {
          const row = rows[f] - 1
          weights[row + truth]++
          sums[row + truth] += step
          weights[row + code]--
          sums[row + code] -= step
        }
        return code
      })
    }
    options.onEpoch?.(epoch, wrong / Math.max(1, asked))
  }
  return { dictionary, weights: inBytes(weights, sums, step) }
}

/** The averages, cut to a byte each: large weights saturate. */
function inBytes(weights: Int32Array, sums: Float64Array, step: number): Int8Array {
  const averages = Float64Array.from(weights, (weight, i) => weight - sums[i] / step)
  const sizes = averages
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const large = sizes[Math.floor(sizes.length * 0.9995)] ?? 1
  return Int8Array.from(averages, (average) => Math.max(-127, Math.min(127, Math.round((average / large) * 127))))
}

/** How often a tagger agrees with its teacher on texts that it did not see, and which pairs differ how often. */
export function agreement(
  model: TagModel,
  texts: readonly string[],
  teach: Teacher,
): { readonly share: number; readonly tokens: number; readonly confusions: ReadonlyMap<string, number> } {
  let same = 0
  let tokensSeen = 0
  const confusions = new Map<string, number>()
  for (const text of texts) {
    const { tokens, sentence } = lesson(text)
    const right = teach(tokens)
    const codes = partsOfSpeech(model, tokens, sentence)
    for (let i = 0; i < tokens.length; i++) {
      tokensSeen++
      if (codes[i] === right[i]) {
        same++
        continue
      }
      const pair = `${PARTS_OF_SPEECH[right[i]]} taken for ${PARTS_OF_SPEECH[codes[i]]}`
      confusions.set(pair, (confusions.get(pair) ?? 0) + 1)
    }
  }
  return { share: same / Math.max(1, tokensSeen), tokens: tokensSeen, confusions }
}
