/**
 * Builds gazetteer/person-names.txt from the name lists of compromise and @faker-js/faker (both MIT).
 * Run: npx tsx scripts/build-person-names.ts
 */
import { writeFileSync } from 'node:fs'
import { allLocales } from '@faker-js/faker'
import nlp from 'compromise'
import { foldName, PERSON_NAME } from '../src/gazetteer/person-names.js'

const LATIN_WORD = /^[\p{Script=Latin}'’-]{2,}$/u
/** Faker's lists in other alphabets or of invented joke names. */
const SKIPPED_LOCALES = new Set(['en_AU_ocker', 'en_BORK'])

interface Votes {
  female: number
  male: number
  surname: boolean
}
const votes = new Map<string, Votes>()

function voteFor(name: string): Votes | undefined {
  if (!LATIN_WORD.test(name)) return undefined
  const key = foldName(name)
  const found = votes.get(key) ?? { female: 0, male: 0, surname: false }
  votes.set(key, found)
  return found
}

function add(names: readonly string[] | undefined, kind: 'female' | 'male' | 'surname', weight: number): void {
  for (const name of names ?? []) {
    const vote = voteFor(name)
    if (!vote) continue
    if (kind === 'surname') vote.surname = true
    else vote[kind] += weight
  }
}

for (const [locale, { person }] of Object.entries(allLocales)) {
  if (!person || SKIPPED_LOCALES.has(locale)) continue
  const weight = locale.startsWith('en') ? 3 : 1
  add(person.first_name?.female, 'female', weight)
  add(person.first_name?.male, 'male', weight)
  for (const list of [person.last_name?.generic, person.last_name?.female, person.last_name?.male])
    add(list, 'surname', 1)
}

/** compromise's lists are of English-language use, so they outweigh the others. */
const COMPROMISE_WEIGHT = 6
const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon
for (const [word, tags] of Object.entries(lexicon)) {
  const tag = new Set([tags].flat())
  if (tag.has('FemaleName')) add([word], 'female', COMPROMISE_WEIGHT)
  if (tag.has('MaleName')) add([word], 'male', COMPROMISE_WEIGHT)
  if (tag.has('FirstName')) for (const kind of ['female', 'male'] as const) add([word], kind, COMPROMISE_WEIGHT)
  if (tag.has('LastName')) add([word], 'surname', 1)
}

/** A gender that got fewer votes than this share of the other's is noise of one list ("Andrea" in Italian is not). */
const NOISE = 0.34
function bitsOf({ female, male, surname }: Votes): number {
  const isFemale = female > 0 && female >= male * NOISE
  const isMale = male > 0 && male >= female * NOISE
  return (isFemale ? PERSON_NAME.FEMALE : 0) | (isMale ? PERSON_NAME.MALE : 0) | (surname ? PERSON_NAME.SURNAME : 0)
}

const byBits = new Map<number, string[]>()
for (const [name, vote] of votes) {
  const bits = bitsOf(vote)
  byBits.set(bits, [...(byBits.get(bits) ?? []), name])
}
const lines = [...byBits.entries()]
  .sort(([a], [b]) => a - b)
  .map(([bits, names]) => `${bits}:${names.sort().join(',')}`)
const header =
  '# Given names and surnames from compromise and @faker-js/faker (both MIT), built by scripts/build-person-names.ts.\n' +
  '# Bits: 1 female given name, 2 male given name, 4 surname.\n'
writeFileSync(new URL('../gazetteer/person-names.txt', import.meta.url), `${header}${lines.join('\n')}\n`)
