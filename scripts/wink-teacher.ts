import { createRequire } from 'node:module'
import type { WinkMethods } from 'wink-nlp'
import type { TokenColumns } from '../src/3-segment/tokenize.js'
import { PARTS_OF_SPEECH, SHAPE } from '../src/document/segmented.js'

/**
 * wink-nlp as a tagger of parts of speech and nothing else. It remembers every word that it sees, and what it remembers
 * changes how it splits later texts. So it is given words that it cannot split, one at a time between spaces, and each
 * word outside its lexicon goes in as one of a few stand-ins that it would tag alike: what it returns depends on the
 * text alone, and its memory stays as it was.
 */
interface Tagger {
  /** Lower-case words that wink-nlp's lexicon lists. */
  readonly listed: readonly string[]
  readonly nlp: WinkMethods
  readonly knows: (word: string) => boolean
}

let tagger: Tagger | undefined

/** One instance a process: each further one would load the model again. */
function theTagger(): Tagger {
  if (tagger !== undefined) return tagger
  const require = createRequire(import.meta.url)
  const winkNLP = require('wink-nlp') as (model: unknown, pipe: readonly string[]) => WinkMethods
  const model = require('wink-eng-lite-web-model') as { core: () => WinkCore }
  let lexicon: Readonly<Record<string, number>> = {}
  let size = 0
  const core = (): WinkCore => {
    const loaded = model.core()
    lexicon = loaded.features.lexeme.hash
    size = loaded.features.lexeme.intrinsicSize
    return loaded
  }
  const nlp = winkNLP({ ...model, core }, ['pos'])
  const listed = Object.keys(lexicon).filter((word) => /^[a-z]{2,}$/.test(word))
  tagger = { nlp, listed, knows: (word) => Object.hasOwn(lexicon, word) && lexicon[word] < size }
  return tagger
}

interface WinkCore {
  readonly features: {
    readonly lexeme: { readonly hash: Readonly<Record<string, number>>; readonly intrinsicSize: number }
  }
}

const CODES: ReadonlyMap<string, number> = new Map(PARTS_OF_SPEECH.map((name, code) => [name, code]))

/** Tagged PROPN, like any capitalised word that the lexicon lacks. */
const UNKNOWN_CAPITAL = 'Qzxv'
const UNKNOWN_NUMBER = '5'

/** Endings from which wink-nlp guesses the part of speech of an unknown lower-case word. */
const ENDINGS = [
  'ing', 'ed', 'ly', 'able', 'tish', 'like', 'ous', 'ful', 'ary', 'less', 'ier', 'est', 'fy', 'ky', 'es', 'er', 'or', 'ity', 'ion',
] as const // biome-ignore format: one line

const PLAIN = /^[A-Za-z]+$/
const PUNCTUATION_FORMS: Readonly<Record<string, string>> = { "''": '"', '``': '"', '`': "'", '--': '-', _: '-' }
const SAFE_PUNCTUATION = /^[.,;:!?()[\]"'\-–—…$%&/+]$/

function standIn(word: string, shape: number, knows: Tagger['knows']): string {
  if (shape & SHAPE.PUNCTUATION) {
    const form = PUNCTUATION_FORMS[word] ?? word
    if (form === '...') return '…'
    return SAFE_PUNCTUATION.test(form) ? form : '-'
  }
  if (shape & SHAPE.DIGIT) return /^\d+(st|nd|rd|th)$/i.test(word) ? '5th' : UNKNOWN_NUMBER
  if (knows(word)) return word
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '')
  if (!PLAIN.test(bare)) return shape & SHAPE.CAPITAL ? UNKNOWN_CAPITAL : 'qzqz'
  const small = bare.toLowerCase()
  // "Grumbled": its lower-case form is known, and wink-nlp judges by that; the lexicon bounds how many there are.
  if (knows(small)) return bare === word || knows(bare) ? bare : small
  if (small !== bare) return UNKNOWN_CAPITAL
  const ending = ENDINGS.find((candidate) => small.endsWith(candidate))
  return ending === undefined ? 'qzqz' : `qzq${ending}`
}

/** A code of `PARTS_OF_SPEECH` for each token. */
export function winkPartsOfSpeech(tokens: TokenColumns): Uint8Array {
  const { nlp, knows } = theTagger()
  const codes = new Uint8Array(tokens.length)
  const fed: string[] = []
  /** Which token each fed word is for; -1 for a full stop that only separates paragraphs. */
  const owner: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (i > 0 && tokens.shape[i] & SHAPE.LINE_START) {
      fed.push('.')
      owner.push(-1)
    }
    fed.push(standIn(tokens.words[i], tokens.shape[i], knows))
    owner.push(i)
  }
  const { its } = nlp
  const winkTokens = nlp.readDoc(fed.join(' ')).tokens()
  const tags = winkTokens.out(its.pos) as string[]
  const spaces = tags.length === fed.length ? undefined : (winkTokens.out(its.precedingSpaces) as string[])
  // A contraction such as "cannot" comes back in pieces; the first one speaks for the word.
  for (let i = 0, word = -1; i < tags.length; i++) {
    if (spaces !== undefined && i > 0 && spaces[i] === '') continue
    const token = owner[++word]
    if (token >= 0) codes[token] = CODES.get(tags[i]) ?? 0
  }
  return codes
}

/** Seldom in the news, and no parts of speech. */
const ABBREVIATIONS = ['i.e.', 'e.g.', 'viz.', 'a.k.a.', 'etc.', 'cf.']

/**
 * The words of wink-nlp's lexicon in the places of nouns, verbs, adjectives and adverbs: what they can be shows in what they
 * are tagged there.
 */
export const lexiconProbes = (): readonly string[] =>
  [...theTagger().listed, ...ABBREVIATIONS].map(
    (word) => `The ${word} is.\nThey ${word} it.\nHe had to ${word} it.\nA very ${word} one.\nShe left ${word}.`,
  )
