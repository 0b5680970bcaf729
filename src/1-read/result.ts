import type { RawArticle } from '../document/article.js'
import type { InputError } from '../document/diagnostic.js'

/** What reading gives: an article as it came, or why there is none. */
export type ReadResult = RawArticle | { readonly kind: 'error'; readonly error: InputError }

export const failed = (source: string, code: string, message: string): ReadResult => ({
  kind: 'error',
  error: { source, stage: 'read', code, message },
})
