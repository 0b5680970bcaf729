import { SHAPE, type Tokens } from '../../document/segmented.js'
import { ELEMENTS, type Element } from './elements.js'
import type { Step } from './pattern.js'
import type { Rule } from './rule.js'
import { type Captures, capturesOf, newTape } from './tape.js'

/** All patterns of all rules as one tree, so that what they share is read once. */
export interface Node {
  readonly words: Map<string, Node>
  readonly elements: Edge[]
  /** Rules of which a pattern ends here, the first in the list first. */
  readonly ends: RankedRule[]
}

export interface Edge {
  readonly name: string
  readonly label: string
  readonly element: Element
  readonly node: Node
}

/** `rank` is the rule's place in the list: of two that match equally long the earlier wins. */
export interface RankedRule {
  readonly rule: Rule
  readonly rank: number
}

export interface Match extends RankedRule {
  readonly end: number
  readonly captures: Captures
}

export const newNode = (): Node => ({ words: new Map(), elements: [], ends: [] })

/** Adds one sequence of steps; a step of several words branches into as many nodes. */
export function grow(node: Node, steps: readonly Step[], rule: RankedRule): void {
  const [first, ...rest] = steps
  if (first === undefined) {
    if (!node.ends.some((end) => end.rank === rule.rank)) node.ends.push(rule)
    return
  }
  if (first.tag === 'words') {
    for (const word of first.words) {
      const next = node.words.get(word) ?? newNode()
      node.words.set(word, next)
      grow(next, rest, rule)
    }
    return
  }
  const { name, label } = first
  const known = node.elements.find((edge) => edge.name === name && edge.label === label)
  const edge = known ?? { name, label, element: ELEMENTS[name], node: newNode() }
  if (!known) node.elements.push(edge)
  grow(edge.node, rest, rule)
}

const tape = newTape()

/** All matches from token `from` on that end behind token `least`, through the root's words and the given edges. */
export function matchesFrom(
  root: Node,
  opened: readonly Edge[],
  tokens: Tokens,
  from: number,
  least: number,
  matches: Match[],
): void {
  tape.size = 0
  const next = root.words.get(tokens.lower[from])
  if (next) walk(next, tokens, from + 1, least, matches)
  for (const edge of opened) follow(edge, tokens, from, least, matches)
}

function follow({ element, label, node }: Edge, tokens: Tokens, at: number, least: number, matches: Match[]): void {
  const { size } = tape
  const end = element(tokens, at, tape, label)
  if (end >= 0) walk(node, tokens, end, least, matches)
  tape.size = size
}

function walk(node: Node, tokens: Tokens, at: number, least: number, matches: Match[]): void {
  if (node.ends.length > 0 && at > least) {
    const captures = capturesOf(tape)
    for (const { rule, rank } of node.ends) matches.push({ rule, rank, end: at, captures })
  }
  // No expression goes on in the next paragraph.
  if (at >= tokens.length || (tokens.shape[at] & SHAPE.LINE_START) !== 0) return
  const next = node.words.size > 0 ? node.words.get(tokens.lower[at]) : undefined
  if (next) walk(next, tokens, at + 1, least, matches)
  const { elements } = node
  for (let index = 0; index < elements.length; index++) follow(elements[index], tokens, at, least, matches)
}
