import type { Name } from '../../document/mention.js'
import { type Segmented, SHAPE } from '../../document/segmented.js'
import { isAcronymLike } from './organization-clusters.js'

/**
 * Acronyms that the article binds to a long form by brackets, in either order: "Mine Safety Board (MSB)",
 * "MSB (Mine Safety Board)", or by "also known as". Maps acronym to long form, as the article writes them.
 */
export function bracketedAcronyms(
  { tokens, text }: Segmented,
  names: readonly Name[],
  texts: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>()
  for (let i = 0; i < names.length; i++) {
    const name = names[i]
    if (name.type !== 'organization') continue
    const open = name.endToken
    const next = names[i + 1]
    if (next?.type === 'organization' && saysAlso(tokens.lower, open, next.firstToken)) {
      if (isAcronymLike(texts[i + 1]) && sharesFirstLetter(texts[i + 1], texts[i])) found.set(texts[i + 1], texts[i])
      continue
    }
    if (tokens.words[open] !== '(') continue
    if (isAcronymLike(texts[i])) {
      const bracketed =
        next?.type === 'organization' && next.firstToken === open + 1 && tokens.words[next.endToken] === ')'
      if (bracketed && !isAcronymLike(texts[i + 1])) found.set(texts[i], texts[i + 1])
      continue
    }
    if ((tokens.shape[open + 1] & SHAPE.ALL_CAPS) === 0) continue
    const close = tokens.words[open + 2] === ')' ? open + 2 : open + 3
    if (tokens.words[close] !== ')') continue
    const inside = text.slice(tokens.start[open + 1], tokens.end[close - 1])
    if (isAcronymLike(inside) && sharesFirstLetter(inside, texts[i])) found.set(inside, texts[i])
  }
  return found
}

/** "the Coastal Fisheries Agency, also known as CFA". */
const saysAlso = (lower: readonly string[], from: number, to: number): boolean =>
  to - from >= 3 &&
  to - from <= 4 &&
  lower[to - 1] === 'as' &&
  lower[to - 2] === 'known' &&
  (to - from === 3 || lower[to - 3] === 'also')

/** "(NYSE)" after a company's name is no acronym of it. */
const sharesFirstLetter = (acronym: string, name: string): boolean =>
  name.replace(/^the /i, '')[0]?.toLowerCase() === acronym[0].toLowerCase()
