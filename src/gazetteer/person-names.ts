import type { Gender } from '../document/entity.js'

/** Bits of what a word can be in a person's name. */
export const PERSON_NAME = { FEMALE: 1, MALE: 2, SURNAME: 4 } as const

/**
 * Given names and surnames. Look-ups take a name in any case, with or without its accents: "José", "jose".
 */
export interface PersonNames {
  /** Bits of `PERSON_NAME`; 0 for a word that is no known name. */
  bits(word: string): number
  /**
   * Whose name it is, where nearly all who bear it are of one gender. A double name goes by its first part
   * ("Mary Ann", "Jean-Pierre"); "Kim" and unknown names give `undefined`.
   */
  gender(givenName: string): Gender | undefined
  isGivenName(word: string): boolean
  isSurname(word: string): boolean
  /** All names in lower case with their bits, for tables that are built once. */
  entries(): Iterable<readonly [name: string, bits: number]>
}

const GIVEN = PERSON_NAME.FEMALE | PERSON_NAME.MALE

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** "José" → "jose". */
export const foldName = (name: string): string =>
  isAscii(name)
    ? name.toLowerCase()
    : name
        .toLowerCase()
        .replaceAll('’', "'")
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')

/**
 * Reads `gazetteer/person-names.txt`: a line for each set of bits, the digits of the bits, a colon, the folded names
 * joined with commas. Lines that begin with `#` are comments.
 */
export function decodePersonNames(file: string): PersonNames {
  const names = new Map<string, number>()
  for (const line of file.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const colon = line.indexOf(':')
    const bits = Number(line.slice(0, colon))
    if (colon < 0 || !Number.isInteger(bits) || bits < 1 || bits > 7) {
      throw new Error(
        `person-names.txt is damaged: a line begins with "${line.slice(0, 20)}". Build it again with scripts/build-person-names.ts.`,
      )
    }
    for (const name of line.slice(colon + 1).split(',')) names.set(name, bits)
  }
  const bits = (word: string): number => {
    const known = names.get(word)
    if (known !== undefined) return known
    const folded = foldName(word)
    return folded === word ? 0 : (names.get(folded) ?? 0)
  }
  return {
    bits,
    gender(givenName) {
      const found = (bits(givenName) || bits(givenName.split(/[\s-]/, 1)[0])) & GIVEN
      if (found === PERSON_NAME.FEMALE) return 'female'
      return found === PERSON_NAME.MALE ? 'male' : undefined
    },
    isGivenName: (word) => (bits(word) & GIVEN) !== 0,
    isSurname: (word) => (bits(word) & PERSON_NAME.SURNAME) !== 0,
    entries: () => names.entries(),
  }
}
