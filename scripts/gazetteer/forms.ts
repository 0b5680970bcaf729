import { MORE_DEMONYMS, SHORT_FORMS } from '../../src/gazetteer/country-names.js'
import { nameKey } from '../../src/gazetteer/place-key.js'
import { OTHER_REGIONS, US_STATES } from '../../src/gazetteer/us-states.js'
import type { PlaceRow } from './encode.js'
import type { Country } from './sources.js'

/** The row that a name means first: the most populous of those whose main name it is. */
function rowOfName(rows: readonly PlaceRow[], name: string): number {
  const key = nameKey(name)
  let best = -1
  rows.forEach((row, i) => {
    if (nameKey(row.name) !== key || row.feature === 'ADM2') return
    if (best < 0 || row.population > rows[best].population) best = i
  })
  if (best < 0) throw new Error(`no place is called ${name}`)
  return best
}

export function demonymsOf(
  rows: readonly PlaceRow[],
  countries: readonly Country[],
  countryRows: ReadonlyMap<string, number>,
  regionRows: ReadonlyMap<string, number>,
): (readonly [string, number])[] {
  const demonyms = new Map<string, number>()
  for (const country of countries) {
    for (const word of country.demonyms) {
      const lower = word.toLowerCase()
      if (lower.length < 4 || demonyms.has(lower)) continue
      demonyms.set(lower, countryRows.get(country.code)!)
      if (/[a-z]{4,}(an|i|er|ish)$/.test(lower) && !lower.endsWith('ish'))
        demonyms.set(`${lower}s`, countryRows.get(country.code)!)
    }
  }
  for (const [word, place] of Object.entries(MORE_DEMONYMS)) {
    demonyms.set(word, countryRows.get(place) ?? regionRows.get(place) ?? rowOfName(rows, place))
  }
  return [...demonyms].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Short forms under their own spelling; abbreviations of regions under ", " + spelling, since they need the comma. */
export function shortFormsOf(
  rows: readonly PlaceRow[],
  regionRows: ReadonlyMap<string, number>,
): (readonly [string, number])[] {
  const forms = new Map<string, number>()
  for (const [form, name] of Object.entries(SHORT_FORMS)) {
    const washington = name === 'Washington, D.C.'
    forms.set(form, washington ? rows.findIndex((row) => row.id === 4140963) : rowOfName(rows, name))
  }
  for (const [postal, name, ...abbreviations] of US_STATES) {
    const row = regionRows.get(`US.${postal}`)
    if (row === undefined) throw new Error(`no region US.${postal} (${name})`)
    for (const form of [postal, ...abbreviations]) forms.set(`,${form}`, row)
    for (const form of abbreviations) if (!forms.has(form)) forms.set(form, row)
  }
  for (const [form, country, region] of OTHER_REGIONS) {
    const row = regionRows.get(`${country}.${region}`)
    if (row !== undefined && !forms.has(`,${form}`)) forms.set(`,${form}`, row)
  }
  return [...forms]
}
