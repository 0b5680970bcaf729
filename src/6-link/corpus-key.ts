import { slug } from '../document/entity-id.js'
import type { EntityType } from '../document/mention.js'
import { remember } from '../document/remember.js'
import { fullNameOf } from '../gazetteer/everyday-names.js'
import { type PersonName, parsePersonName } from '../gazetteer/person-name.js'
import { initialsLabel } from './role-label.js'

const LEGAL_ENDINGS = new Set([
  'inc',
  'corp',
  'corporation',
  'co',
  'ltd',
  'limited',
  'llc',
  'llp',
  'plc',
  'ag',
  'gmbh',
  'cos',
  'nv',
  'sa',
])

/**
 * What names one entity across articles, from the name alone: a person without middle initials, a company without its
 * legal form, in the form of an id. "Donald J. Trump" → `person:donald-trump`, "Acme Inc." → `organization:acme`.
 */
export function corpusKey(type: EntityType, name: string, localId: string): string {
  return type === 'place' ? localId : nameFacts(type, name).key || localId
}

/** What a name alone tells, whatever the article. */
export interface NameFacts {
  /** `person:donald-trump`; empty where no letter is left of the name. */
  readonly key: string
  /** A surname or given name alone: it may be joined to a full name on evidence. */
  readonly provisional: boolean
  /** Of a person: has two parts or more, has a suffix ("Jr."), and the label of its middle initials. */
  readonly isFull: boolean
  readonly hasSuffix: boolean
  readonly initials: string
}

const remembered = {
  person: remember(10_000, (name) => personNameFacts(parsePersonName(name))),
  organization: remember(10_000, organizationNameFacts),
}

export const nameFacts = (type: 'person' | 'organization', name: string): NameFacts => remembered[type](name)

function personNameFacts(name: PersonName): NameFacts {
  const short = personSlug(name)
  return {
    key: short === '' ? '' : `person:${short}`,
    provisional: name.parts.length === 1,
    isFull: name.parts.length > 1,
    hasSuffix: name.suffix !== '',
    initials: initialsLabel(name),
  }
}

function organizationNameFacts(name: string): NameFacts {
  const short = organizationSlug(name)
  const key = short === '' ? '' : `organization:${short}`
  return { key, provisional: false, isFull: false, hasSuffix: false, initials: '' }
}

export function personSlug(name: PersonName): string {
  const parts = name.parts.filter((part, i) => part.length > 2 || i === 0 || i >= name.familyAt)
  const bare = parts
    .map((part) => part.replace(/^(?:al|el)-(?=.)/, ''))
    .filter((part, i) => i === 0 || (part !== 'al' && part !== 'el'))
  return slug([...bare, name.suffix].filter(Boolean).join(' '))
}

/** Bodies of which "U.S." before the name tells no other: "U.S. Senate" is "Senate". */
const NATIONAL =
  /^us-(?=(?:senate|congress|house|supreme-court|army|navy|air-force|marine-corps|treasury|capitol|constitution)$|.+-department$|department-of-)/
const DEPARTMENT_OF = /^department-of-(?:the-)?(.+)$/

/** "Department of Labor" and "Labor Department" have one slug, so have "U.S. Senate" and "Senate", "GOP" and "Republican Party". */
function organizationSlug(name: string): string {
  const words = slug(name.replace(/\bUnited States (?=\p{Lu})/u, 'U.S. ')).split('-')
  let end = words.length
  while (end > 1 && LEGAL_ENDINGS.has(words[end - 1])) end--
  const from = words[0] === 'the' && end > 1 ? 1 : 0
  const bare = words.slice(from, end).join('-').replace(NATIONAL, '')
  const full = fullNameOf(bare)
  return full ? slug(full) : bare.replace(DEPARTMENT_OF, '$1-department')
}
