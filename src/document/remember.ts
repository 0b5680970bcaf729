/** A copy of its own: a string cut out of an article keeps the whole article in memory. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

/** As many different texts as a few articles have: what does not come again by then is forgotten. */
const LATELY = 16

/**
 * A pure function of a text that remembers answers: news repeat their names. What came lately is remembered, and of what
 * came again after a while the last `most` and up to as many before them. So the many names that are in one article only
 * are garbage soon, while it is cheap, and not after a thousand articles. `about` is what else the answer depends on, such
 * as a gazetteer; another one begins anew. The function is given a copy of the text, so that no answer keeps an article in
 * memory.
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
  let lately = twoAges<Answer>(Math.min(most, LATELY))
  let often = twoAges<Answer>(most)
  let known: unknown
  const learn = (text: string, about: unknown): Answer => {
    const own = ownCopy(text)
    const again = often.older(own) ?? lately.older(own)
    if (again !== undefined) return often.add(own, again)
    return lately.add(own, answer(own, about))
  }
  return (text, about) => {
    if (about !== known) {
      known = about
      lately = twoAges(Math.min(most, LATELY))
      often = twoAges(most)
    }
    return often.newer(text) ?? lately.newer(text) ?? learn(text, about)
  }
}

/** Answers of two ages: when there are `most` of the newer, they become the older. */
interface TwoAges<Answer> {
  readonly newer: (text: string) => Answer | undefined
  readonly older: (text: string) => Answer | undefined
  readonly add: (text: string, answer: Answer) => Answer
}

function twoAges<Answer>(most: number): TwoAges<Answer> {
  let newer = new Map<string, Answer>()
  let older = new Map<string, Answer>()
  return {
    newer: (text) => newer.get(text),
    older: (text) => older.get(text),
    add: (text, answer) => {
      if (newer.size >= most) {
        older = newer
        newer = new Map()
      }
      newer.set(text, answer)
      return answer
    },
  }
}
