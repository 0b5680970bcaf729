import { nameKey } from '../../src/gazetteer/place-key.js'
import type { Settlement } from './sources.js'

/** Latin script, not a code ("NYC", "LON"), and not so short that it is a word of another language. */
export const usable = (name: string): boolean =>
  /^[\p{Script=Latin}][\p{Script=Latin}\p{M} .'’-]+$/u.test(name) && name.length > 3 && name !== name.toUpperCase()

/** "St. Louis" is also "Saint Louis", and so with Fort and Mount. */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^St\.? /, 'Saint '],
  [/^Saint /, 'St. '],
  [/^Ft\.? /, 'Fort '],
  [/^Fort /, 'Ft. '],
  [/^Mt\.? /, 'Mount '],
  [/^Mount /, 'Mt. '],
  [/^Sainte /, 'Ste. '],
]

/** "Town of Plainfield", "Plainfield Township", "Village of X": GeoNames' official forms beside the everyday ones. */
const TYPE_WORDS =
  /^(?:(?:City|Town|Township|Village|Borough|Municipality) of )|(?: (?:Township|Borough|Town|Village))$/

export function spellings(name: string): string[] {
  const forms = LONG_FORMS.filter(([pattern]) => pattern.test(name)).map(([pattern, long]) =>
    name.replace(pattern, long),
  )
  if (TYPE_WORDS.test(name)) forms.push(name.replace(TYPE_WORDS, ''))
  return forms.filter((form) => form.length > 2)
}

/** A big city's short name: "New York" for "New York City", "Nashville" for "Nashville-Davidson". */
export const shortEqual = (place: Settlement): string[] =>
  place.population < 100_000
    ? []
    : place.otherNames.filter(
        (name) => name.length > 3 && (place.name === `${name} City` || place.name.startsWith(`${name}-`)),
      )

export function distinctNames(name: string, names: readonly string[]): string[] {
  const seen = new Set([nameKey(name)])
  const kept: string[] = []
  for (const other of names) {
    const key = nameKey(other)
    if (key.length < 2 || seen.has(key)) continue
    seen.add(key)
    kept.push(other)
  }
  return kept
}
