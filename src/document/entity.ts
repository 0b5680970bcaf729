import type { EntityType, Name } from './mention.js'

export type Gender = 'female' | 'male'

/** A name with the entity it belongs to: `entities[mention.entity]`. */
export interface Mention extends Name {
  readonly entity: number
}

export interface PersonFacts {
  readonly given?: string | undefined
  readonly family?: string | undefined
  /** "Sen.", "Mr.", "President": as the article writes it before the name. */
  readonly honorific?: string | undefined
  /** What the article says the person is: "the assistant secretary for health at the Department of Health". */
  readonly role?: string | undefined
}

export interface PlaceFacts {
  readonly geonamesId?: number | undefined
  /** Degrees north, WGS 84. */
  readonly latitude?: number | undefined
  /** Degrees east, WGS 84. */
  readonly longitude?: number | undefined
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string | undefined
  /** GeoNames code of the first-level region, without the country: `MA`. */
  readonly admin1?: string | undefined
  /** GeoNames feature code: `PPL`, `ADM1`, `PCLI`, … */
  readonly featureCode?: string | undefined
  /** Probability that this is the right place of that name, 0 to 1. */
  readonly confidence?: number | undefined
}

export const ORGANIZATION_KINDS = [
  'company', 'government', 'court', 'party', 'university', 'team', 'media', 'other',
] as const // biome-ignore format: one line
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

export interface OrganizationFacts {
  readonly acronym?: string | undefined
  readonly kind?: OrganizationKind | undefined
}

/** Somebody or something that an article names, with all its mentions. */
export interface Entity {
  /** `person:angela-merkel`, `organization:…`, `place:geonames-2950159`. */
  readonly id: string
  readonly type: EntityType
  /** The fullest form that the article uses. */
  readonly name: string
  /** The other forms that the article uses, in order of first use. */
  readonly aliases: readonly string[]
  /** Indexes into `mentions`, in order of reading. */
  readonly mentions: readonly number[]
  /** Of a person, where given name, honorific or role tells; for resolving pronouns. */
  readonly gender?: Gender | undefined
  readonly person?: PersonFacts | undefined
  readonly place?: PlaceFacts | undefined
  readonly organization?: OrganizationFacts | undefined
}

/** What `entities/` and `places/` add. Mentions are in order of reading. */
export interface WithEntities {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
}

/** Where an article plays, by the places that it names. */
export interface Focus {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  /** GeoNames code of the first-level region, where most of the country's places lie in one. */
  readonly admin1?: string
}

/** What `places/` adds beside the facts of the places. Absent where no country prevails. */
export interface WithFocus {
  readonly focus?: Focus
}
