import { slug } from '../document/entity-id.js'

/** Everyday names of parties and bodies that mean the same one wherever news is written, and the full name. Our own table. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  GOP: 'Republican Party', 'G.O.P.': 'Republican Party', 'Grand Old Party': 'Republican Party',
  'Lib Dems': 'Liberal Democrats', 'Tory Party': 'Conservative Party', Tories: 'Conservative Party', UKIP: 'UK Independence Party',
  Fed: 'Federal Reserve', SNP: 'Scottish National Party', BJP: 'Bharatiya Janata Party', AfD: 'Alternative for Germany', DUP: 'Democratic Unionist Party',
} // biome-ignore format: a table

const bySlug = new Map(Object.entries(OTHER_NAMES).map(([form, name]) => [slug(form), name]))

/** The full name of what an everyday name, given as a slug (`gop`), means everywhere. */
export const fullNameOf = (nameSlug: string): string | undefined => bySlug.get(nameSlug)
