import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'

/** What reading gives: an article as it came, or why there is none. */
export type ReadResult =
  | {
      readonly kind: 'article'
      readonly raw: RawArticle
      /** Bytes that it took, as a measure of the work that it makes. */
      readonly size: number
    }
  | { readonly kind: 'error'; readonly error: InputError }

export const found = (raw: RawArticle, size: number): ReadResult => ({ kind: 'article', raw, size })

export const failed = (source: string, code: string, message: string): ReadResult => ({
  kind: 'error',
  error: { source, stage: 'read', code, message },
})
