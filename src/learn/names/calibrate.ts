import type { Calibration, NameModel } from '../../4-recognize/names/model.js'
import { applyCalibration, logOdds, modelNames } from '../../4-recognize/names/recognize.js'
import { ENTITY_TYPES, type EntityType } from '../../document/mention.js'
import { trimName } from '../score/names.js'
import type { Labelled } from './examples.js'

export interface Outcome {
  /** The model's probability, or a confidence. */
  readonly probability: number
  readonly right: boolean
}

const LARGEST_STEP = 0.5
const clamp = (step: number): number => Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step))

/** Fits Platt's (1999) logistic curve by Newton's method. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  let slope = 1
  let offset = 0
  for (let round = 0; round < 60; round++) {
    let gs = 0
    let go = 0
    let hss = 1e-6
    let hso = 0
    let hoo = 1e-6
    for (const { probability, right } of outcomes) {
      const x = logOdds(probability)
      const p = 1 / (1 + Math.exp(-(slope * x + offset)))
      const error = (right ? 1 : 0) - p
      const weight = p * (1 - p)
      gs += error * x
      go += error
      hss += weight * x * x
      hso += weight * x
      hoo += weight
    }
    const determinant = hss * hoo - hso * hso
    if (determinant < 1e-9) break
    // Far from the optimum a full step overshoots.
    slope += clamp((hoo * gs - hso * go) / determinant)
    offset += clamp((hss * go - hso * gs) / determinant)
  }
  return { slope, offset }
}

/** A name that a model found. */
export interface NameOutcome extends Outcome {
  readonly type: EntityType
  /** The number of its article. */
  readonly document: number
}

/** Each name that the model finds, with its bare probability and whether it is right. */
export function collectOutcomes(model: NameModel, documents: readonly Labelled[]): readonly NameOutcome[] {
  return documents.flatMap(({ gold, article }, document) => {
    const keyOf = (name: Parameters<typeof trimName>[1] & { readonly type: EntityType }): string => {
      const { start, end } = trimName(gold.text, name)
      return `${start}:${end}:${name.type}`
    }
    const right = new Set(gold.mentions.map(keyOf))
    return modelNames(article, model, (probability) => probability).map((name) => ({
      document,
      type: name.type,
      probability: name.confidence,
      right: right.has(keyOf(name)),
    }))
  })
}

type CalibrationByType = NameModel['calibration']

/** A curve for each type. */
export function fitByType(outcomes: readonly NameOutcome[]): CalibrationByType {
  const fit = (type: EntityType): Calibration => fitCalibration(outcomes.filter((outcome) => outcome.type === type))
  return Object.fromEntries(ENTITY_TYPES.map((type) => [type, fit(type)])) as unknown as CalibrationByType
}

const PARTS = 5

/** The outcomes with the confidence that curves give which were fitted on other articles (cross-validation). */
export function crossCalibrated(outcomes: readonly NameOutcome[]): readonly NameOutcome[] {
  return Array.from({ length: PARTS }, (_, part) => {
    const curves = fitByType(outcomes.filter(({ document }) => document % PARTS !== part))
    return outcomes
      .filter(({ document }) => document % PARTS === part)
      .map((outcome) => ({ ...outcome, probability: applyCalibration(curves[outcome.type], outcome.probability) }))
  }).flat()
}

export interface ReliabilityRow {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean confidence. */
  readonly said: number
  /** Share that was right. */
  readonly was: number
}

const EDGES = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1] as const

/** How often names of a confidence were right. */
export function reliability(outcomes: readonly Outcome[]): readonly ReliabilityRow[] {
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i]
    const inside = outcomes.filter(({ probability: p }) => p >= from && (p < to || to === 1))
    const mean = (value: (outcome: Outcome) => number): number =>
      inside.reduce((sum, o) => sum + value(o), 0) / Math.max(1, inside.length)
    return { from, to, count: inside.length, said: mean((o) => o.probability), was: mean((o) => (o.right ? 1 : 0)) }
  })
}

/** The expected calibration error: the mean distance between what was said and what was. */
export const calibrationError = (rows: readonly ReliabilityRow[]): number =>
  rows.reduce((sum, row) => sum + row.count * Math.abs(row.said - row.was), 0) /
  Math.max(
    1,
    rows.reduce((sum, row) => sum + row.count, 0),
  )
