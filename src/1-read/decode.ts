import { TextDecoder } from 'node:util'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
const UTF16LE = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: false })
const UTF16BE = new TextDecoder('utf-16be', { fatal: true, ignoreBOM: false })

/** The first bytes of files that people take for text, with what they are. */
const SIGNATURES: readonly (readonly [prefix: string, what: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP or Office file'],
  ['\x1f\x8b', 'a gzip file'],
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['GIF8', 'an image'],
  ['{\\rtf', 'an RTF file'],
  ['\xd0\xcf\x11\xe0', 'an old Office file'],
  ['PAR1', 'a Parquet file'],
]
const LOOKED_AT = 8192

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly code: 'binary' | 'undecodable'; readonly message: string }

/**
 * Text of a file's bytes, strictly: UTF-8, or UTF-16 where a byte-order mark says so. A wrong guess would give wrong
 * characters in every row, so anything else is refused.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith(UTF16LE, bytes, 'UTF-16')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith(UTF16BE, bytes, 'UTF-16')
  const what = binaryKind(bytes)
  if (what !== undefined) return { kind: 'failed', code: 'binary', message: `It is ${what}, not text.` }
  return decodeWith(UTF8, bytes, 'UTF-8')
}

function decodeWith(decoder: TextDecoder, bytes: Uint8Array, name: string): Decoded {
  try {
    return { kind: 'text', text: decoder.decode(bytes) }
  } catch {
    const message = `It is not valid ${name}${invalidAt(bytes, name)}; convert it to UTF-8 first.`
    return { kind: 'failed', code: 'undecodable', message }
  }
}

/** " around byte 12": found by halving, since the decoder does not tell. */
function invalidAt(bytes: Uint8Array, name: string): string {
  if (name !== 'UTF-8') return ''
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isValidStart(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return ` around byte ${low}`
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function binaryKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT))
  const prefix = start.toString('latin1', 0, 8)
  const known = SIGNATURES.find(([signature]) => prefix.startsWith(signature))
  if (known) return known[1]
  if (!start.includes(0)) return undefined
  let zeros = 0
  for (const byte of start) if (byte === 0) zeros++
  // A stray NUL in a damaged article is worth a diagnostic, not the loss of the article.
  return zeros > start.length / 100 ? 'a binary file' : undefined
}
