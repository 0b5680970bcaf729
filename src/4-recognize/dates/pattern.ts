import { SHAPE, type Tokens } from '../../document/segmented.js'
import { type Captures, ELEMENTS, type Element, type Tape } from './elements.js'

/** One step of a compiled pattern. */
type Step =
  | { readonly tag: 'words'; readonly words: ReadonlySet<string> }
  | { readonly tag: 'element'; readonly element: Element; readonly label: string; readonly name: string }
  /** What follows up to `to` may be left out. */
  | { readonly tag: 'optional'; readonly to: number }

export interface Pattern {
  readonly steps: readonly Step[]
}

/**
 * Compiles a pattern: elements between spaces, `a|b` for words in lower case, `NAME` or `NAME:label` for the elements of
 * `elements.ts`, `x?` for what may be missing, `[a b]?` likewise for several.
 * Example: `the? NUMBER UNIT [or so]? ago`.
 */
export function compile(source: string): Pattern {
  const steps: Step[] = []
  const open: number[] = []
  for (const item of source.replaceAll('[', ' [ ').replaceAll(']?', ' ]? ').trim().split(/\s+/)) {
    if (item === '[') {
      open.push(steps.length)
      steps.push({ tag: 'optional', to: -1 })
    } else if (item === ']?') {
      steps[open.pop()!] = { tag: 'optional', to: steps.length }
    } else if (item.endsWith('?') && item.length > 1) {
      steps.push({ tag: 'optional', to: steps.length + 2 }, step(item.slice(0, -1)))
    } else steps.push(step(item))
  }
  if (open.length > 0) throw new Error(`pattern "${source}": a bracket is not closed with "]?"`)
  return { steps }
}

function step(item: string): Step {
  if (!/^[A-Z]/.test(item)) return { tag: 'words', words: new Set(item.split('|')) }
  const [name, label] = item.split(':')
  const element = ELEMENTS[name]
  if (!element) throw new Error(`no such pattern element: ${name}`)
  return { tag: 'element', element, name, label: label ?? name.toLowerCase() }
}

/** The words and elements that a match can begin with. */
export function openings(pattern: Pattern): {
  readonly words: readonly string[]
  readonly elements: readonly string[]
} {
  const words: string[] = []
  const elements: string[] = []
  const visit = (index: number): void => {
    const first = pattern.steps[index]
    if (first === undefined) return
    if (first.tag === 'words') words.push(...first.words)
    else if (first.tag === 'element') elements.push(first.name)
    else {
      visit(index + 1)
      visit(first.to)
    }
  }
  visit(0)
  return { words, elements }
}

/** The token after the match that begins at token `from`, or -1; what the elements read is written to an empty tape. */
export const matchAt = (pattern: Pattern, tokens: Tokens, from: number, tape: Tape): number =>
  run(pattern.steps, 0, tokens, from, from, tape)

/** What a successful match left on the tape. */
export function capturesOf(tape: Tape): Captures {
  const captures: Record<string, number> = {}
  for (let at = 0; at < tape.length; at += 2) captures[tape[at]] = tape[at + 1] as number
  return captures
}

function run(steps: readonly Step[], first: number, tokens: Tokens, from: number, origin: number, tape: Tape): number {
  let at = from
  for (let index = first; index < steps.length; index++) {
    const current = steps[index]
    if (current.tag === 'optional') {
      const length = tape.length
      const end = run(steps, index + 1, tokens, at, origin, tape)
      if (end >= 0) return end
      tape.length = length
      return run(steps, current.to, tokens, at, origin, tape)
    }
    if (at >= tokens.length || (at > origin && (tokens.shape[at] & SHAPE.LINE_START) !== 0)) return -1
    if (current.tag === 'words') {
      if (!current.words.has(tokens.lower[at])) return -1
      at++
    } else {
      const end = current.element(tokens, at, tape, current.label)
      if (end < 0) return -1
      at = end
    }
  }
  return at
}
