import { ELEMENTS } from './elements.js'

/** One step of a pattern: any of some words, or a named element read into a label. */
export type Step =
  | { readonly tag: 'words'; readonly words: readonly string[] }
  | { readonly tag: 'element'; readonly name: string; readonly label: string }

type Item = Step | { readonly tag: 'optional'; readonly items: readonly Item[] }

/**
 * All sequences of steps that a pattern stands for: elements between spaces, `a|b` for words in lower case, `NAME` or
 * `NAME:label` for the elements of `elements.ts`, `x?` for what may be missing, `[a b]?` likewise for several.
 * Example: `the? NUMBER UNIT [or so]? ago` stands for four.
 */
export function sequences(source: string): readonly (readonly Step[])[] {
  const words = source.replaceAll('[', ' [ ').replaceAll(']?', ' ]? ').trim().split(/\s+/)
  const { items, next } = read(words, 0, source)
  if (next < words.length) throw new Error(`pattern "${source}": "]?" closes nothing`)
  return expand(items)
}

function read(words: readonly string[], from: number, source: string): { items: Item[]; next: number } {
  const items: Item[] = []
  let at = from
  while (at < words.length && words[at] !== ']?') {
    const word = words[at]
    if (word === '[') {
      const inner = read(words, at + 1, source)
      if (words[inner.next] !== ']?') throw new Error(`pattern "${source}": a bracket is not closed with "]?"`)
      items.push({ tag: 'optional', items: inner.items })
      at = inner.next + 1
      continue
    }
    items.push(
      word.endsWith('?') && word.length > 1 ? { tag: 'optional', items: [step(word.slice(0, -1))] } : step(word),
    )
    at++
  }
  return { items, next: at }
}

function step(word: string): Step {
  if (!/^[A-Z]/.test(word)) return { tag: 'words', words: word.split('|') }
  const [name, label] = word.split(':')
  if (!ELEMENTS[name]) throw new Error(`no such pattern element: ${name}`)
  return { tag: 'element', name, label: label ?? name.toLowerCase() }
}

/** The longer alternatives first. */
function expand(items: readonly Item[]): Step[][] {
  const [first, ...rest] = items
  if (first === undefined) return [[]]
  const tails = expand(rest)
  const heads = first.tag === 'optional' ? [...expand(first.items), []] : [[first]]
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]))
}
