import type { Focus } from '../../document/entity.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import type { ResolvedForm } from './resolve-places.js'

/** A country needs this share of the article's places to be its focus, a region of its country's places. */
const LEAST_SHARE = 0.4

/** The country and the first-level region that most of an article's places lie in. */
export function focusOf(resolved: readonly ResolvedForm[], places: PlaceGazetteer): Focus | undefined {
  const countries = new Map<string, number>()
  const regions = new Map<number, number>()
  let total = 0
  for (const { form, row, confidence, approximate } of resolved) {
    if (row < 0 || approximate) continue
    const code = places.countryCode(row)
    const weight = Math.sqrt(form.weight) * confidence
    total += weight
    if (code !== '') countries.set(code, (countries.get(code) ?? 0) + weight)
    const region = places.regionRow(row)
    if (region >= 0) regions.set(region, (regions.get(region) ?? 0) + weight)
  }
  const countryCode = largest(countries, LEAST_SHARE * total)
  if (countryCode === undefined) return undefined
  for (const row of regions.keys()) if (places.countryCode(row) !== countryCode) regions.delete(row)
  const region = largest(regions, LEAST_SHARE * (countries.get(countryCode) ?? 0))
  return { countryCode, ...(region !== undefined && { admin1: places.admin1(region) }) }
}

function largest<Key>(weights: ReadonlyMap<Key, number>, least: number): Key | undefined {
  let best: Key | undefined
  let most = least
  for (const [key, weight] of weights) {
    if (weight > most) [best, most] = [key, weight]
  }
  return best
}
