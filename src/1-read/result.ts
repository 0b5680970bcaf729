import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'

/** What reading gives: an article as it came, or why there is none. */
export type ReadResult =
  | {
      readonly kind: 'article'
      readonly raw: RawArticle
      /** Bytes that it took, as a measure of the work that it makes. */
      readonly size: number
      /** Just what it was read from, where that is a stretch of a file. */
      readonly bytes?: Uint8Array
    }
  | { readonly kind: 'error'; readonly error: InputError }

export const found = (raw: RawArticle, size: number): ReadResult => ({ kind: 'article', raw, size })

/** An article with the bytes that it was read from. */
export const foundIn = (raw: RawArticle, bytes: Uint8Array): ReadResult => ({
  kind: 'article',
  raw,
  size: bytes.length,
  bytes,
})

export const failed = (source: string, code: string, message: string): ReadResult => ({
  kind: 'error',
  error: { source, stage: 'read', code, message },
})
