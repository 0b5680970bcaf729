import type { Mention, WithEntities } from '../../document/entity.js'
import type { Segmented } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { isFacility } from './candidates.js'
import { kilometres } from './place-features.js'
import type { ResolvedForm } from './resolve-places.js'

/** A town or county of the article. */
interface Anchor {
  readonly row: number
  readonly form: ResolvedForm['form']
  readonly weight: number
  /** Weight of all anchors around it. */
  around: number
}

const LEAST_CONFIDENCE = 0.3
/** A town inside an organization's name counts if readers know it: "Law School" is not in Law. */
const LEAST_POPULATION = 10_000
/** An unknown place is surer if one of the article's towns stands within so many characters. */
const NEARBY = 400
/** An article plays somewhere if it names so many towns within so many kilometres. */
const TOWNS = 2
const AROUND = 100
/** "Cedar Hollow, Velden", "Cedar Hollow near Velden": what may stand between the two. */
const BESIDE = /^(?:,| \(| (?:near|in|of|(?:just )?outside(?: of)?|a (?:suburb|district|quarter|village) of))\s?$/
const LONGEST_BESIDE = 20
const KILOMETRES = 40

/** How often a place that lies near the article's other places was within 161 km of them in annotated news. */
const CONFIDENCE = { near: 0.75, far: 0.5 } as const

/**
 * Places that the gazetteer does not have, or only far from all else in the article, lie where the text says: in the town
 * written beside them, else in the town around which most of the article's places are. Streets and buildings always;
 * others if the article names two towns there. They get that town's position and no id.
 */
export function placeUnknown(
  { mentions, text }: Segmented & WithEntities,
  resolved: readonly ResolvedForm[],
  places: PlaceGazetteer,
): readonly ResolvedForm[] {
  if (!resolved.some(isUnknown)) return resolved
  const anchors = anchorsOf(resolved, places)
  if (anchors.length === 0) return resolved
  const [main] = anchors
  const playsThere = anchors.filter(({ row }) => kilometres(places, row, main.row) < AROUND).length >= TOWNS
  const spots = anchors.flatMap((anchor) => spotsOf(anchor, mentions)).sort((a, b) => a.start - b.start)
  return resolved.map((one) => {
    if (!isUnknown(one)) return one
    const { start, end } = mentions[one.form.mentions[0]]
    const next = firstFrom(spots, end)
    const beside = next && next.start <= end + LONGEST_BESIDE && BESIDE.test(text.slice(end, next.start))
    if (beside) return { ...one, row: next.anchor.row, confidence: CONFIDENCE.near, approximate: true }
    if (!isFacility(one.form.text) && !playsThere) return one
    const near = (firstFrom(spots, start - NEARBY)?.start ?? Number.POSITIVE_INFINITY) < end + NEARBY
    return { ...one, row: main.row, confidence: near ? CONFIDENCE.near : CONFIDENCE.far, approximate: true }
  })
}

/** Whether a name is more likely none of the gazetteer's places than one of them. */
const isUnknown = ({ row, form, unknown }: ResolvedForm): boolean =>
  form.mentions.length > 0 && (row < 0 || unknown > 0.5)

/** The article's towns and counties, the one with most of the others around it first. */
function anchorsOf(resolved: readonly ResolvedForm[], places: PlaceGazetteer): readonly Anchor[] {
  const anchors: Anchor[] = []
  for (const { form, row, confidence, approximate, unknown } of resolved) {
    if (row < 0 || approximate || confidence < LEAST_CONFIDENCE || unknown > 0.5 || !isLocal(places, row)) continue
    if (form.mentions.length === 0 && places.population(row) < LEAST_POPULATION) continue
    anchors.push({ row, form, weight: Math.sqrt(form.weight) * confidence, around: 0 })
  }
  for (let a = 0; a < anchors.length; a++) {
    const anchor = anchors[a]
    for (let b = 0; b < a; b++) {
      const other = anchors[b]
      const fading = 1 + kilometres(places, anchor.row, other.row) / KILOMETRES
      anchor.around += other.weight / fading
      other.around += anchor.weight / fading
    }
    anchor.around += anchor.weight
  }
  return anchors.sort((a, b) => b.around - a.around || b.weight - a.weight || a.row - b.row)
}

function isLocal(places: PlaceGazetteer, row: number): boolean {
  const code = places.featureCode(row)
  return code.startsWith('PPL') || code.startsWith('ADM2')
}

interface Spot {
  readonly start: number
  readonly anchor: Anchor
}

/** The first spot at or after `start`; spots are in order. */
function firstFrom(spots: readonly Spot[], start: number): Spot | undefined {
  let low = 0
  let high = spots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spots[middle].start < start) low = middle + 1
    else high = middle
  }
  return spots[low]
}

const spotsOf = (anchor: Anchor, mentions: readonly Mention[]): Spot[] => [
  ...anchor.form.mentions.map((mention) => ({ start: mentions[mention].start, anchor })),
  ...anchor.form.inside.map((start) => ({ start, anchor })),
]
