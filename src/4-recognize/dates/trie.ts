import { SHAPE, type Tokens } from '../../document/segmented.js'
import { ELEMENTS, type Element } from './elements.js'
import { bitOf, kindsAt } from './kinds.js'
import type { Step } from './pattern.js'
import type { Rule } from './rule.js'
import { type Captures, capturesOf, newTape } from './tape.js'

/** All patterns of all rules as one tree, so that what they share is read once. */
export interface Node {
  /** Absent where no word goes on. */
  words?: Map<string, Node>
  readonly elements: Edge[]
  /** Rules of which a pattern ends here, the first in the list first. */
  readonly ends: RankedRule[]
}

export interface Edge {
  readonly name: string
  readonly label: string
  readonly element: Element
  /** Its bit in what `kindsAt` says of a token. */
  readonly bit: number
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

export const newNode = (): Node => ({ elements: [], ends: [] })

/** Adds one sequence of steps; a step of several words branches into as many nodes. */
export function grow(node: Node, steps: readonly Step[], rule: RankedRule): void {
  const [first, ...rest] = steps
  if (first === undefined) {
    if (!node.ends.some((end) => end.rank === rule.rank)) node.ends.push(rule)
    return
  }
  if (first.tag === 'words') {
    node.words ??= new Map()
    for (const word of first.words) {
      const next = node.words.get(word) ?? newNode()
      node.words.set(word, next)
      grow(next, rest, rule)
    }
    return
  }
  const { name, label } = first
  const known = node.elements.find((edge) => edge.name === name && edge.label === label)
  const edge = known ?? { name, label, element: ELEMENTS[name], bit: bitOf(name), node: newNode() }
  if (!known) node.elements.push(edge)
  grow(edge.node, rest, rule)
}

const tape = newTape()

/** All matches from token `from` on that end behind token `least`; `kinds` are those of each different token. */
export function matchesFrom(
  root: Node,
  kinds: Int32Array,
  tokens: Tokens,
  from: number,
  least: number,
  matches: Match[],
): void {
  tape.size = 0
  step(root, kinds, tokens, from, least, matches)
}

function step(node: Node, kinds: Int32Array, tokens: Tokens, at: number, least: number, matches: Match[]): void {
  const next = node.words?.get(tokens.lower[at])
  if (next) walk(next, kinds, tokens, at + 1, least, matches)
  const { elements } = node
  if (elements.length === 0) return
  const here = kindsAt(tokens, kinds, at)
  if (here === 0) return
  for (let index = 0; index < elements.length; index++)
    if ((here & elements[index].bit) !== 0) follow(elements[index], kinds, tokens, at, least, matches)
}

function follow(
  { element, label, node }: Edge,
  kinds: Int32Array,
  tokens: Tokens,
  at: number,
  least: number,
  matches: Match[],
): void {
  const { size } = tape
  const end = element(tokens, at, tape, label)
  if (end >= 0) walk(node, kinds, tokens, end, least, matches)
  tape.size = size
}

function walk(node: Node, kinds: Int32Array, tokens: Tokens, at: number, least: number, matches: Match[]): void {
  if (node.ends.length > 0 && at > least) {
    const captures = capturesOf(tape)
    for (const { rule, rank } of node.ends) matches.push({ rule, rank, end: at, captures })
  }
  // No expression goes on in the next paragraph.
  if (at < tokens.length && (tokens.shape[at] & SHAPE.LINE_START) === 0) step(node, kinds, tokens, at, least, matches)
}
