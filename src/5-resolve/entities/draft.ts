import type { Entity } from '../../document/entity.js'

/** An entity that is still being put together; spreading one into the next would cost more than finding it. */
export type Draft = { -readonly [Field in keyof Entity]: Entity[Field] }

/**
 * A draft without id and aliases, which come when all are known; `aliases` holds all forms until then. It has every field
 * from the beginning: entities of many shapes would cost more to look at.
 */
export const draftOf = (
  type: Entity['type'],
  name: string,
  forms: readonly string[],
  mentions: readonly number[],
): Draft => ({
  id: '',
  type,
  name,
  aliases: forms,
  mentions,
  gender: undefined,
  person: undefined,
  place: undefined,
  organization: undefined,
})

/** The different texts of some mentions, in order of first use. */
export function distinct(mentions: readonly number[], texts: readonly string[]): readonly string[] {
  const forms = [texts[mentions[0]]]
  let last = forms[0]
  for (let i = 1; i < mentions.length; i++) {
    const text = texts[mentions[i]]
    if (text === last) continue
    last = text
    if (!forms.includes(text)) forms.push(text)
    if (forms.length >= MOST_FORMS) break
  }
  return forms
}

/** More ways of writing one name than this are noise. */
const MOST_FORMS = 50

const isAllCaps = (text: string): boolean => text.length > 4 && text === text.toUpperCase()

/** The fullest form: the one with the most parts; capitals throughout only if there is no other. */
export function fullest(forms: readonly string[], size: (form: string) => number): string {
  let best = forms[0]
  for (let i = 1; i < forms.length; i++) {
    const better = size(forms[i]) - size(best) || Number(isAllCaps(best)) - Number(isAllCaps(forms[i]))
    if (better > 0) best = forms[i]
  }
  return best
}
