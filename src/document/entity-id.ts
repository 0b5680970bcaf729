import type { EntityType } from './mention.js'
import { remember } from './remember.js'

/** Letters that Unicode does not take apart. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' } // biome-ignore format: a table

/** "Angela Merkel" → "angela-merkel", "Jean-Claude Juncker Jr." → "jean-claude-juncker-jr"; empty if no letter is left. */
export function slug(name: string): string {
  return asciiSlug(name) ?? foldedSlug(name)
}

/** The same for names without letters beyond ASCII, which most are; `undefined` for others. */
function asciiSlug(name: string): string | undefined {
  const lower = name.toLowerCase()
  let out = ''
  let gap = false
  // Letters are taken over by the run, not one by one.
  let run = -1
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (run >= 0) continue
      if (gap && out !== '') out += '-'
      gap = false
      run = i
      continue
    }
    if (code > 127) return undefined
    if (run >= 0) out += lower.slice(run, i)
    run = -1
    if (code !== 39 && code !== 46) gap = true
  }
  return run < 0 ? out : run === 0 ? lower : out + lower.slice(run)
}

function foldedSlug(name: string): string {
  let out = ''
  let gap = false
  for (const letter of name.toLowerCase().normalize('NFD')) {
    const plain = WHOLE_LETTERS[letter] ?? letter
    const code = plain.charCodeAt(0)
    if ((code >= 0x300 && code <= 0x36f) || plain === "'" || plain === '’' || plain === '.') continue
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      out += gap && out !== '' ? `-${plain}` : plain
      gap = false
    } else if (code < 0x250 || (code >= 0x2000 && code <= 0x206f)) gap = true
    else return ''
  }
  return out
}

/** 16 hex digits from two 32-bit FNV-1a hashes: stable on any machine. */
function hexHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}

const idOf = (type: EntityType) =>
  remember(4096, (name: string): string => `${type}:${slug(name) || hexHash(name.normalize('NFC'))}`)

const remembered = { person: idOf('person'), organization: idOf('organization'), place: idOf('place') }

/** `entityId('person', 'Angela Merkel')` is `person:angela-merkel`; a name in another script gives a hash. */
export const entityId = (type: EntityType, name: string): string => remembered[type](name)

/** The id of a place that GeoNames knows. */
export const geonamesEntityId = (id: number): string => `place:geonames-${id}`

/** The id of an entity from the user's own list: `organization:own:q42` for the id "Q42". */
export const listedEntityId = (type: EntityType, id: string): string =>
  `${type}:own:${slug(id) || hexHash(id.normalize('NFC'))}`

/** Whether the user gave this id: no evidence of the corpus changes it. */
export const isListedEntityId = (id: string): boolean => id.includes(':own:')
