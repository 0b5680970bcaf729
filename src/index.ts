/** dateline as a library: the same work as the commands. */
export type {
  AnnotatedDocument,
  DocumentCue,
  DocumentDate,
  DocumentEntity,
  DocumentMention,
  DocumentQuote,
  DocumentSpeaker,
} from './document/annotated-document.js'
export type { Diagnostic, InputError, Stage } from './document/diagnostic.js'
export type { OrganizationFacts, OrganizationKind, PersonFacts, PlaceFacts } from './document/entity.js'
export type { EntityType } from './document/mention.js'
export type { QuoteKind } from './document/quote.js'
export type { Span } from './document/span.js'
export type { TimexType } from './document/timex.js'
export { UsageError } from './document/usage-error.js'
export { type AnnotateOptions, type ArticleRecord, annotate } from './run/annotate.js'
export { type ExtractOptions, extract, type Progress } from './run/extract.js'
export type { RunCounts, RunReport } from './run/run-report.js'
export { type CollectFilesOptions, collect } from './run/tables/collect-files.js'
export { VERSION } from './run/version.js'
