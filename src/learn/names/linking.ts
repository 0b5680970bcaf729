import { hashWord, pairWithAfter, pairWithBefore } from '../../4-recognize/names/hash.js'
import { isInside } from '../../4-recognize/names/labels.js'
import { addFacts, emptyLexicon, FACT, type Lexicon } from '../../4-recognize/names/lexicon.js'
import { SHAPE } from '../../document/segmented.js'
import type { Labelled } from './examples.js'

interface Uses {
  total: number
  inName: number
  /** With capitalised words on both sides, at most one word away. */
  between: number
  /** In a name without a capitalised neighbour. */
  alone: number
}

const LETTER = /\p{L}/u

/** Fewer uses in names say nothing. */
const LEAST = 3
const LEAST_ALONE = 2
const SHARE_BETWEEN = 0.03
const SHARE_OF_ALL = 0.0005
const SHARE_ALONE = 0.3

/** Learns which words without capitals stand inside names ("of", "-", digits) and which are names ("al-shabab"). */
export function learnLinking(documents: readonly Labelled[]): Lexicon {
  const uses = new Map<string, Uses>()
  for (const { article, labels } of documents) {
    const { tokens } = article
    const capital = (i: number): boolean => i >= 0 && i < tokens.length && (tokens.shape[i] & SHAPE.CAPITAL) !== 0
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.words[i] !== tokens.lower[i]) continue
      const word = tokens.lower[i].replace(/[0-9]/g, '0')
      const use = uses.get(word) ?? { total: 0, inName: 0, between: 0, alone: 0 }
      uses.set(word, use)
      use.total++
      if ((capital(i - 1) || capital(i - 2)) && (capital(i + 1) || capital(i + 2))) use.between++
      if (labels[i] === 0) continue
      use.inName++
      if (LETTER.test(word) && !capital(i - 1) && !capital(i + 1)) use.alone++
    }
  }
  const linking = emptyLexicon(uses.size > 4000 ? 4000 : 200)
  for (const [word, { total, inName, between, alone }] of uses) {
    if (inName >= LEAST && inName >= SHARE_BETWEEN * between && inName >= SHARE_OF_ALL * total) {
      addFacts(linking, hashWord(word), FACT.CONNECTOR)
    }
    if (alone >= LEAST_ALONE && alone >= SHARE_ALONE * total) addFacts(linking, hashWord(word), FACT.SMALL_NAME)
  }
  learnPairs(documents, linking)
  return linking
}

const LEAST_PAIR = 2
const SHARE_PAIR = 0.3

/** Learns which other small words and marks belong to a name beside a certain word: ", Inc", "Green party". */
function learnPairs(documents: readonly Labelled[], linking: Lexicon): void {
  const pairs = new Map<number, { total: number; inName: number }>()
  const count = (key: number, inName: boolean): void => {
    const pair = pairs.get(key) ?? { total: 0, inName: 0 }
    pairs.set(key, pair)
    pair.total++
    if (inName) pair.inName++
  }
  for (const { article, labels } of documents) {
    const { words, lower, length } = article.tokens
    let before = 0
    for (let i = 0; i < length; i++) {
      const word = hashWord(lower[i])
      if (i > 0 && words[i] === lower[i] && words[i - 1] !== lower[i - 1]) {
        count(pairWithBefore(before, word), isInside(labels[i]))
        if (i + 1 < length)
          count(pairWithAfter(word, hashWord(lower[i + 1])), isInside(labels[i]) && isInside(labels[i + 1]))
      }
      before = word
    }
  }
  for (const [key, { total, inName }] of pairs) {
    if (inName >= LEAST_PAIR && inName >= SHARE_PAIR * total) addFacts(linking, key, FACT.CONNECTOR)
  }
}
