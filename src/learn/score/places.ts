/**
 * How well places are found and located, by the rules of the gold folder's referee: recognition by exact span and by
 * overlap, one to one; of the overlapping ones that the annotation has coordinates for, right is within 161 km of it or
 * the same GeoNames id (a prediction without coordinates is wrong); end to end over all annotated places with
 * coordinates. Views: all; noun (adjectives neutral); literal (only places meant as such). Customary measures after
 * Gritta, Pilehvar and Collier 2019, "A Pragmatic Guide to Geoparsing Evaluation".
 */
import { overlaps, type Span } from '../../document/span.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { match, type Prf, prf, ratio } from './precision.js'

/** A place of the gold folder's `places/*.jsonl`. */
export interface GoldPlace extends Span {
  readonly geonameId?: number
  /** Degrees. */
  readonly lat?: number
  readonly lon?: number
  /** A name or an ISO code. */
  readonly country?: string
  readonly kind?: string
  readonly group?: string
  readonly adjective?: boolean
}

export interface GoldPlaceArticle {
  readonly id: string
  readonly text: string
  readonly places: readonly GoldPlace[]
  readonly ignore?: readonly Span[]
}

/** A place as predicted. */
export interface PredictedPlace extends Span {
  readonly geonameId?: number | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  readonly confidence?: number | undefined
}

export interface PredictedPlaceArticle {
  readonly id: string
  readonly places: readonly PredictedPlace[]
}

export interface PlaceScores {
  readonly exact: Prf
  readonly overlap: Prf
  readonly judged: number
  readonly right: number
  readonly unresolved: number
  readonly accuracy161: number | null
  readonly medianErrorKm: number | null
  readonly meanErrorKm: number | null
  readonly goldWithCoordinates: number
  readonly endToEnd161: number | null
  /** Of the judged places whose country is known: how many predictions name it. */
  readonly country: { readonly judged: number; readonly right: number; readonly accuracy: number | null }
}

const LIMIT = 161
const RAD = Math.PI / 180

interface Point {
  readonly lat: number
  readonly lon: number
}

/** Great-circle distance. */
export function kilometres(a: Point, b: Point): number {
  const h =
    Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

const pointOf = ({ lat, lon }: GoldPlace | PredictedPlace): Point | undefined =>
  Number.isFinite(lat) && Number.isFinite(lon) ? { lat: lat as number, lon: lon as number } : undefined

function jaccard(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (a.end - a.start + b.end - b.start - common)
}

const VIEWS: Readonly<Record<string, (place: GoldPlace) => boolean>> = {
  all: () => true,
  noun: (place) => !place.adjective,
  literal: (place) => place.group === 'literal' && !place.adjective,
}

/** Scores of each view that the annotation allows. `countryOf` gives the ISO code of an annotated place, if known. */
export function scorePlaces(
  golds: readonly GoldPlaceArticle[],
  predictions: readonly PredictedPlaceArticle[],
  countryOf: (place: GoldPlace) => string | undefined = () => undefined,
): Readonly<Record<string, PlaceScores>> {
  const byId = new Map(predictions.map((article) => [article.id, article.places]))
  const some = (test: (place: GoldPlace) => unknown): boolean => golds.some((gold) => gold.places.some(test))
  const views: Record<string, PlaceScores> = {}
  for (const [name, keep] of Object.entries(VIEWS)) {
    if (name === 'noun' && !some((place) => place.adjective)) continue
    if (name === 'literal' && !some((place) => place.group)) continue
    views[name] = scoreView(golds, byId, keep, countryOf)
  }
  return views
}

function scoreView(
  golds: readonly GoldPlaceArticle[],
  predictions: ReadonlyMap<string, readonly PredictedPlace[]>,
  keep: (place: GoldPlace) => boolean,
  countryOf: (place: GoldPlace) => string | undefined,
): PlaceScores {
  const n = {
    exact: 0,
    overlap: 0,
    gold: 0,
    exactPredicted: 0,
    overlapPredicted: 0,
    located: 0,
    judged: 0,
    right: 0,
    unresolved: 0,
  }
  const country = { judged: 0, right: 0 }
  const errors: number[] = []
  for (const gold of golds) {
    const inside = ({ start, end }: Span): boolean => start >= 0 && start < end && end <= gold.text.length
    const items = (predictions.get(gold.id) ?? []).filter(inside)
    const wanted = gold.places.filter(keep)
    const neutral: readonly Span[] = [...(gold.ignore ?? []), ...gold.places.filter((place) => !keep(place))]
    n.gold += wanted.length
    n.located += wanted.filter(pointOf).length
    const same = match(wanted, items, (a, b) => (a.start === b.start && a.end === b.end ? 1 : 0), 1)
    const overlapping = match(wanted, items, jaccard, 0)
    const predicted = (matches: readonly (readonly [number, number])[]): number => {
      const used = new Set(matches.map(([, j]) => j))
      return items.filter((item, j) => used.has(j) || !neutral.some((span) => overlaps(span, item))).length
    }
    n.exact += same.length
    n.overlap += overlapping.length
    n.exactPredicted += predicted(same)
    n.overlapPredicted += predicted(overlapping)
    for (const [i, j] of overlapping) {
      const at = pointOf(wanted[i])
      if (!at) continue
      n.judged++
      const found = pointOf(items[j])
      const distance = found && kilometres(at, found)
      if (distance === undefined) n.unresolved++
      else errors.push(distance)
      const sameId = wanted[i].geonameId !== undefined && wanted[i].geonameId === items[j].geonameId
      if (sameId || (distance !== undefined && distance <= LIMIT)) n.right++
      const code = countryOf(wanted[i])
      if (code === undefined) continue
      country.judged++
      if (code === items[j].country) country.right++
    }
  }
  errors.sort((a, b) => a - b)
  const middle = errors.length
  return {
    exact: prf(n.exact, n.exactPredicted, n.gold),
    overlap: prf(n.overlap, n.overlapPredicted, n.gold),
    judged: n.judged,
    right: n.right,
    unresolved: n.unresolved,
    accuracy161: ratio(n.right, n.judged),
    medianErrorKm: middle ? (errors[(middle - 1) >> 1] + errors[middle >> 1]) / 2 : null,
    meanErrorKm: middle ? errors.reduce((a, b) => a + b, 0) / middle : null,
    goldWithCoordinates: n.located,
    endToEnd161: ratio(n.right, n.located),
    country: { ...country, accuracy: ratio(country.right, country.judged) },
  }
}

/**
 * The country of an annotated place: by its GeoNames id or country's name, else that of the nearest place in the
 * gazetteer within 100 km. None for seas, continents and the like.
 */
export function countryFinder(places: PlaceGazetteer): (place: GoldPlace) => string | undefined {
  const byId = new Map<number, number>()
  const grid = new Map<number, number[]>()
  const cellOf = (lat: number, lon: number): number => Math.floor(lat + 90) * 360 + Math.floor(lon + 180)
  for (let row = 0; row < places.size; row++) {
    if (places.geonamesId(row)) byId.set(places.geonamesId(row), row)
    if (places.countryCode(row) === '' || !places.featureCode(row).startsWith('PPL')) continue
    const cell = cellOf(places.latitude(row), places.longitude(row))
    const list = grid.get(cell)
    if (list) list.push(row)
    else grid.set(cell, [row])
  }
  const nearest = (at: Point): string | undefined => {
    let best = 100
    let code: string | undefined
    for (let dLat = -1; dLat <= 1; dLat++) {
      for (let dLon = -1; dLon <= 1; dLon++) {
        for (const row of grid.get(cellOf(at.lat + dLat, at.lon + dLon)) ?? []) {
          const distance = kilometres(at, { lat: places.latitude(row), lon: places.longitude(row) })
          if (distance < best) [best, code] = [distance, places.countryCode(row)]
        }
      }
    }
    return code
  }
  return (place) => {
    const row = place.geonameId === undefined ? undefined : byId.get(place.geonameId)
    if (row !== undefined) return places.countryCode(row) || undefined
    if (place.country !== undefined && place.country.length > 2) {
      const named = places.candidates(place.country).find((one) => places.featureCode(one).startsWith('PCL'))
      if (named !== undefined) return places.countryCode(named)
    }
    const at = pointOf(place)
    return at && nearest(at)
  }
}
