import { POS, SHAPE } from '../document/segmented.js'
import { HASH_START, hashStep } from './lexemes.js'
import { RARE_WORD, type TagDictionary, tagsOf } from './tag-model.js'

/** What a tagger knows of a word before it sees the words around it. */
export interface WordClass {
  /** Stands for the word in features: its own hash, or that of the class of words that it belongs to. */
  readonly key: number
  /** Bits of the parts of speech that it can be. */
  readonly tags: number
  /** The same at the beginning of a sentence, where a capital says nothing. */
  readonly opening: number
}

const PROPER = 1 << POS.PROPN
const ANY_MARK = (1 << POS.PUNCT) | (1 << POS.SYM)
const ANY_WORD = (1 << POS.NOUN) | (1 << POS.VERB) | (1 << POS.ADJ) | (1 << POS.ADV)

/** Classes of words that are not listed, by the letter that their dictionary keys begin with; no word can. */
const CLASS = { small: '\u0001', capital: '\u0002', capitals: '\u0003', mark: '\u0004' } as const
const LONGEST_ENDING = 3

export const isCapitalClass = (text: string): boolean => text[0] === CLASS.capital || text[0] === CLASS.capitals

export function hashOfText(text: string): number {
  let hash = HASH_START
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i))
  return hash
}

/** "1,250" is "0,0", "1990s" is "0s": numbers of one form are one word. */
export const numberForm = (lower: string): string => lower.replace(/\d+/g, '0')

/** The dictionary's texts for a word that is not listed itself, the most telling first. */
export function classTexts(lower: string, shape: number): readonly string[] {
  if (shape & SHAPE.PUNCTUATION) return [CLASS.mark]
  if (shape & SHAPE.DIGIT) return [numberForm(lower), '0']
  const kind = shape & SHAPE.ALL_CAPS ? CLASS.capitals : shape & SHAPE.CAPITAL ? CLASS.capital : CLASS.small
  const texts: string[] = []
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--)
    texts.push(kind + lower.slice(lower.length - length))
  return texts
}

const NOTHING = { key: 0, tags: 0 }

/** Rare words of the same parts of speech share a key. */
function lookUp(dictionary: TagDictionary, text: string): Pick<WordClass, 'key' | 'tags'> {
  const key = hashOfText(text)
  const found = tagsOf(dictionary, key)
  return found & RARE_WORD ? { key: found, tags: found ^ RARE_WORD } : { key, tags: found }
}

/** The word's class, as the dictionary has it. */
export function wordClass(dictionary: TagDictionary, word: string, lower: string, shape: number): WordClass {
  const own = lookUp(dictionary, word)
  const small = word === lower || shape & SHAPE.DIGIT ? NOTHING : lookUp(dictionary, lower)
  if (own.tags !== 0) return { ...own, opening: own.tags | small.tags }
  if (small.tags !== 0) return { key: small.key, tags: small.tags | PROPER, opening: small.tags | PROPER }
  for (const text of classTexts(lower, shape)) {
    const { key, tags } = lookUp(dictionary, text)
    if (tags !== 0) return { key, tags, opening: tags }
  }
  const tags = shape & SHAPE.PUNCTUATION ? ANY_MARK : ANY_WORD
  return { key: 0, tags, opening: tags }
}
