import type { Diagnostic } from './diagnostic.js'
import type { Span } from './span.js'

/**
 * What stage 1 hands over: one article's bytes as text, or one record of a structured file, and where it came from.
 */
export type RawArticle =
  | { readonly kind: 'text'; readonly source: string; readonly content: string }
  | { readonly kind: 'record'; readonly source: string; readonly record: Readonly<Record<string, unknown>> }

/** A stretch of the text with one job: the headline or the story. */
export interface Section extends Span {
  readonly kind: 'title' | 'body'
}

/**
 * What stage 2 makes of it: typed metadata and the one frozen text that every later offset points into.
 * Fields that are unknown are absent.
 */
export interface Article {
  /** The first 16 hex digits of SHA-256 of the canonical URL, else of the text. */
  readonly id: string
  /** The `id` that an input record carried. */
  readonly sourceId?: string
  /** The input's path as given; `file.jsonl#12` for line 12 of a file. */
  readonly source: string
  readonly title?: string
  readonly authors: readonly string[]
  /** ISO 8601 with the offset that the source gave; a plain date stays a plain date. */
  readonly publishedAt?: string
  readonly outlet?: string
  readonly url?: string
  /** ISO 639-1. */
  readonly language?: string
  readonly text: string
  readonly sections: readonly Section[]
  readonly diagnostics: readonly Diagnostic[]
}
