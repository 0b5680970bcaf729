import type { Diagnostic } from '../document/diagnostic.js'

// Line ends of all kinds; U+2028 and U+2029 are what some editors put for a new line.
const ANY_LINE_END = /\r\n?|[\f\v\u2028\u2029]/g
const HAS_ODD_LINE_END = /[\r\f\v\u2028\u2029]/
// Control characters but tab and line feed; a byte-order mark inside a text; halves of surrogate pairs.
const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g
const HAS_UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/
const LONE_SURROGATE = /\p{Surrogate}/gu
const HAS_SURROGATE = /[\ud800-\udfff]/

/** Whether `text` holds half a surrogate pair, which no UTF-8 file can hold. */
export function hasLoneSurrogate(text: string): boolean {
  if (!HAS_SURROGATE.test(text)) return false
  LONE_SURROGATE.lastIndex = 0
  return LONE_SURROGATE.test(text)
}

/** Line feeds for every kind of line end, and no byte-order mark in front. */
export function normalizeLineEnds(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return HAS_ODD_LINE_END.test(body) ? body.replace(ANY_LINE_END, '\n') : body
}

/**
 * Characters that break terminals, files or databases, replaced one for one: control characters by a space, half
 * surrogate pairs by U+FFFD. Length and offsets stay.
 */
export function replaceUnsafe(text: string): string {
  const printable = HAS_UNSAFE.test(text) ? text.replace(UNSAFE, ' ') : text
  return hasLoneSurrogate(printable) ? printable.replace(LONE_SURROGATE, '\ufffd') : printable
}

/** What is unsafe in `text`, told once. */
export function unsafeDiagnostics(text: string, what: 'replaced' | 'kept'): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (HAS_UNSAFE.test(text)) {
    found.push({ code: 'control-characters', message: `Control characters in the text were ${what}.`, stage: 'parse' })
  }
  if (hasLoneSurrogate(text)) {
    found.push({ code: 'lone-surrogates', message: `Halves of surrogate pairs were ${what}.`, stage: 'parse' })
  }
  return found
}

/** One line of metadata: no control characters, runs of white space as one space, trimmed. */
export const oneLine = (text: string): string => replaceUnsafe(text).replace(/\s+/g, ' ').trim()
