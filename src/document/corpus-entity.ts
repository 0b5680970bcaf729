import type { OrganizationFacts, PersonFacts, PlaceFacts } from './entity.js'
import type { EntityType } from './mention.js'

/** A person, place or organization of the whole corpus. */
export interface CorpusEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentionCount: number
  readonly articleCount: number
  /** `publishedAt` of the earliest and the latest article that mentions it. */
  readonly firstPublishedAt?: string
  readonly lastPublishedAt?: string
  readonly person?: PersonFacts
  readonly place?: PlaceFacts
  readonly organization?: OrganizationFacts
  /** Why other names than its own were joined to it: one sentence for each. */
  readonly linkEvidence?: readonly string[]
}

/** What stage 6 makes of all documents. */
export interface Corpus {
  /** The corpus's id of what `add` told of an entity. */
  readonly idOf: (cell: CellId) => string
  /** All entities, in order of id (by code unit). */
  readonly entities: () => Iterable<CorpusEntity>
}

/** What an entity of an article was taken for before the whole corpus was known: equal ids are one entity. */
export type CellId = string

/** Takes the documents one by one, in order of article id, and then says who is who in the corpus. */
export interface Linker {
  /** For each of the document's entities, in their order, what to ask the corpus for. */
  readonly add: (document: LinkedDocument) => readonly CellId[]
  readonly finish: () => Corpus
}

/** What linking needs of a document. */
export interface LinkedDocument {
  readonly id: string
  readonly publishedAt?: string
  readonly entities: readonly {
    readonly id: string
    readonly type: EntityType
    readonly name: string
    readonly aliases: readonly string[]
    readonly mentionCount: number
    readonly person?: PersonFacts
    readonly place?: PlaceFacts
    readonly organization?: OrganizationFacts
  }[]
}
