import { slug } from '../document/entity-id.js'
import type { EntityType } from '../document/mention.js'
import { fullNameOf } from '../gazetteer/everyday-names.js'
import { type PersonName, parsePersonName } from '../gazetteer/person-name.js'

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
  if (type === 'place') return localId
  const known = remembered[type].get(name)
  if (known !== undefined) return known === '' ? localId : known
  const key = keyOf(type, name)
  if (remembered[type].size >= MOST_REMEMBERED) remembered[type].clear()
  remembered[type].set(name, key)
  return key === '' ? localId : key
}

const MOST_REMEMBERED = 20_000
const remembered = { person: new Map<string, string>(), organization: new Map<string, string>() }

function keyOf(type: 'person' | 'organization', name: string): string {
  const short = type === 'person' ? personSlug(parsePersonName(name)) : organizationSlug(name)
  return short === '' ? '' : `${type}:${short}`
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

/** An entity that a surname or given name alone names: it may be joined to a full name on evidence. */
export const isProvisional = (type: EntityType, name: string): boolean =>
  type === 'person' && parsePersonName(name).parts.length === 1
