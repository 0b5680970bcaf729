import type { PersonFacts } from '../document/entity.js'
import { remember } from '../document/remember.js'
import type { PersonName } from '../gazetteer/person-name.js'

/** Occupations that hardly anybody unites with one of another group in the same years; others never tell people apart. */
const OCCUPATIONS: Readonly<Record<string, string>> = {
  athlete: 'quarterback pitcher midfielder striker goalkeeper linebacker outfielder shortstop forward halfback cornerback sprinter swimmer golfer',
  coach: 'coach manager-coach',
  officer: 'detective sheriff trooper sergeant patrolman lieutenant',
  politician: 'senator congressman congresswoman governor premier chancellor',
  artist: 'singer actress actor rapper drummer guitarist novelist poet painter',
  student: 'student sophomore freshman junior pupil',
} // biome-ignore format: a table

const occupationOf = new Map<string, string>()
for (const [label, words] of Object.entries(OCCUPATIONS))
  for (const word of words.split(' ')) occupationOf.set(word, label)

const RANKS = new Map(Object.entries({
  sen: 'politician', senator: 'politician', rep: 'politician', congressman: 'politician', congresswoman: 'politician',
  gov: 'politician', governor: 'politician', chancellor: 'politician', sgt: 'officer', sergeant: 'officer', detective: 'officer',
  sheriff: 'officer', trooper: 'officer', coach: 'coach', president: 'politician', 'prime minister': 'politician',
})) // biome-ignore format: a table

/** Offices that one person holds in one place at a time. */
const LOCAL_OFFICE = /\b(mayor|sheriff|governor|police chief|coroner) of ((?:\p{Lu}[\p{L}.'-]+ ?){1,3})/u

/** What was, is no longer, or is another's ("wife of the senator") does not tell people apart. */
const NOT_NOW =
  /\b(?:former|ex|retired|late|onetime|wife|husband|son|daughter|brother|sister|mother|father|aspiring|supporter|nominee|candidate)\b/i

/**
 * A word for what an article says a person is, if it is of the kind that tells namesakes apart: "athlete", "politician",
 * "mayor of Dayton"; empty if not.
 */
export function roleLabel(person: PersonFacts | undefined): string {
  if (!person) return ''
  const { role, honorific } = person
  if (role && !NOT_NOW.test(role)) {
    const office = LOCAL_OFFICE.exec(role)
    if (office) return `${office[1]} of ${office[2].trim()}`
    const head = role.split(/ (?:of|for|at|in|with|from|who) /)[0].toLowerCase()
    const label = occupationOf.get(head.slice(head.lastIndexOf(' ') + 1))
    if (label) return label
  }
  return honorific ? (RANKS.get(rankOf(honorific)) ?? '') : ''
}

const remembered = remember(512, (honorific) => honorific.toLowerCase().replaceAll('.', ''))

/** "Sen." → "sen". */
export const rankOf = (honorific: string): string => remembered(honorific)

/** "initials w": what middle initials tell apart. */
const INITIALS = 'initials '

/** Label of a full name with middle initials: George W. and George H.W. are two. Empty without. */
export function initialsLabel({ parts, familyAt }: PersonName): string {
  const initials = parts.slice(1, familyAt).filter((part) => part.length <= 2)
  return initials.length > 0 ? INITIALS + initials.join('') : ''
}

const CONFLICTS: ReadonlySet<string> = new Set([
  'athlete|politician', 'athlete|officer', 'athlete|artist', 'coach|politician', 'artist|coach', 'coach|officer',
  'officer|politician', 'artist|officer', 'politician|student', 'coach|student', 'officer|student',
]) // biome-ignore format: a table

/** Whether one person can hardly be both: a quarterback and a senator, the mayors of two towns. */
export function conflict(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false
  if (a.startsWith(INITIALS) || b.startsWith(INITIALS)) return a.startsWith(INITIALS) && b.startsWith(INITIALS)
  const [officeA, townA] = a.split(' of ')
  const [officeB, townB] = b.split(' of ')
  if (townA !== undefined && townB !== undefined) return officeA === officeB && townA !== townB
  return CONFLICTS.has([a, b].sort().join('|'))
}
