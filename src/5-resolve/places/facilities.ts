import type { WithEntities } from '../../document/entity.js'
import type { Segmented } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { isFacility } from './candidates.js'
import type { ResolvedForm } from './resolve-places.js'

/** A town or county named within so many characters says where a street or building is. */
const NEARBY = 400
const LEAST_CONFIDENCE = 0.3
/** How sure it is that a street lies in the town named beside it. */
const CONFIDENCE = 0.5

interface Anchor {
  readonly start: number
  readonly row: number
}

/**
 * Streets and buildings that no gazetteer holds lie where the article is: the town named nearest to them, else the town
 * that it names most. They get that town's position with a low confidence, and no id.
 */
export function placeFacilities(
  { mentions }: Segmented & WithEntities,
  resolved: readonly ResolvedForm[],
  places: PlaceGazetteer,
): readonly ResolvedForm[] {
  const isLost = ({ row, form }: ResolvedForm): boolean => row < 0 && form.mentions.length > 0 && isFacility(form.text)
  if (!resolved.some(isLost)) return resolved
  const anchors: Anchor[] = []
  let main = -1
  let most = 0
  for (const { form, row, confidence, approximate } of resolved) {
    if (row < 0 || approximate || confidence < LEAST_CONFIDENCE || !isLocal(places, row)) continue
    for (const mention of form.mentions) anchors.push({ start: mentions[mention].start, row })
    const weight = form.weight * confidence
    if (form.mentions.length > 0 && weight > most) [main, most] = [row, weight]
  }
  anchors.sort((a, b) => a.start - b.start)
  return resolved.map((one) => {
    if (!isLost(one)) return one
    const row = nearest(anchors, mentions[one.form.mentions[0]].start) ?? main
    return row < 0 ? one : { ...one, row, confidence: CONFIDENCE, approximate: true }
  })
}

const isLocal = (places: PlaceGazetteer, row: number): boolean => /^(?:PPL|ADM2)/.test(places.featureCode(row))

/** The town named nearest before `offset`, or after it, within reach. */
function nearest(anchors: readonly Anchor[], offset: number): number | undefined {
  let best: Anchor | undefined
  let least = NEARBY
  for (const anchor of anchors) {
    const distance = anchor.start <= offset ? offset - anchor.start : 1.5 * (anchor.start - offset)
    if (distance < least) [best, least] = [anchor, distance]
  }
  return best?.row
}
