/** The seven stages, by the names that diagnostics and `errors.jsonl` carry. */
export const STAGES = ['read', 'parse', 'segment', 'recognize', 'resolve', 'link', 'write'] as const
export type Stage = (typeof STAGES)[number]

/** Something odd about an article that did not stop it. `code` is for programs, `message` for people. */
export interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly stage: Stage
  readonly start?: number
  readonly end?: number
}

/** An input that could not be turned into an article: a line of `errors.jsonl`. */
export interface InputError {
  readonly source: string
  readonly stage: Stage
  readonly code: string
  readonly message: string
}
