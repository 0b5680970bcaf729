/** A copy of its own: a string cut out of an article keeps the whole article in memory. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

/**
 * A pure function of a text that remembers its last `most` answers, and up to as many before them: news repeat their
 * names. `about` is what else the answer depends on, such as a gazetteer; another one begins anew. The function is given
 * a copy of the text, so that no answer keeps an article in memory.
 */
export function remember<Answer>(most: number, answer: (text: string) => Answer): (text: string) => Answer
export function remember<Answer, About>(
  most: number,
  answer: (text: string, about: About) => Answer,
): (text: string, about: About) => Answer
export function remember<Answer>(
  most: number,
  answer: (text: string, about: unknown) => Answer,
): (text: string, about?: unknown) => Answer {
  let lately = new Map<string, Answer>()
  let before = new Map<string, Answer>()
  let known: unknown
  const learn = (text: string, about: unknown): Answer => {
    const own = ownCopy(text)
    const found = before.get(own) ?? answer(own, about)
    if (lately.size >= most) {
      before = lately
      lately = new Map()
    }
    lately.set(own, found)
    return found
  }
  return (text, about) => {
    if (about !== known) {
      known = about
      lately = new Map()
      before = new Map()
    }
    return lately.get(text) ?? learn(text, about)
  }
}
