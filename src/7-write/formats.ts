import { UsageError } from '../document/usage-error.js'
import { CSV } from './csv/csv.js'
import { JSON_ARRAY, JSON_LINES } from './json/json.js'
import { PARQUET } from './parquet/parquet.js'
import type { TableFormat } from './table-writer.js'

export const FORMATS: readonly TableFormat[] = [CSV, PARQUET, JSON_ARRAY, JSON_LINES]

/**
 * The formats of a list such as `csv,json`.
 * @throws UsageError for a name that is none
 */
export function parseFormats(list: string): readonly TableFormat[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))].filter((name) => name !== '')
  if (names.length === 0) throw new UsageError(`No format given; choose from ${known()}.`)
  return names.map((name) => {
    const format = FORMATS.find((candidate) => candidate.name === name)
    if (!format) throw new UsageError(`Unknown format "${name}"; choose from ${known()}.`)
    return format
  })
}

/** The formats of these names, in their order. */
export const formatsNamed = (names: readonly TableFormat['name'][]): readonly TableFormat[] =>
  names.flatMap((name) => FORMATS.filter((format) => format.name === name))

const known = (): string => FORMATS.map((format) => format.name).join(', ')
