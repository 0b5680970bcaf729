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
  /** Gives the corpus's id for an entity of the article, by its id there. */
  readonly idsIn: (document: LinkedDocument) => (entityId: string) => string
  /** All entities, in order of id (by code unit). */
  readonly entities: () => Iterable<CorpusEntity>
}

/** Takes the documents one by one, in order of article id, and then says who is who in the corpus. */
export interface Linker {
  readonly add: (document: LinkedDocument) => void
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
