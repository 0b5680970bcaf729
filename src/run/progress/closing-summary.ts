import { join } from 'node:path'
import type { EntityType } from '../../document/mention.js'
import type { RunReport } from '../run-report.js'
import { terminalSafe } from '../terminal-safe.js'

const HEADINGS: readonly (readonly [EntityType, string])[] = [
  ['person', 'People'],
  ['organization', 'Organizations'],
  ['place', 'Places'],
]

const number = (value: number): string => value.toLocaleString('en-US')
const plural = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`

/** Seconds below which starting up takes most of the time, so that a speed would say nothing. */
const WORTH_A_SPEED = 10

/** What a person reads when a run is done, in lines. */
export function closingSummary(report: RunReport): string {
  const { counts } = report
  if (report.interrupted)
    return `Stopped. ${plural(counts.annotated + counts.reused, 'article is', 'articles are')} safe in ${report.out}; the same command goes on from there.`
  const lines = [headline(report), ...topEntities(report), ...problems(report), ...files(report)]
  return lines.join('\n')
}

function headline({ counts, words, seconds }: RunReport): string {
  const speed = seconds >= WORTH_A_SPEED ? `, ${number(Math.round(words / seconds))} words a second` : ''
  const done = plural(counts.articles, 'article')
  if (counts.annotated === 0 && counts.reused > 0) return `${done}, nothing new since the last run.\n`
  const again = counts.reused > 0 ? ` (${number(counts.annotated)} new or changed)` : ''
  return `${done}${again} in ${seconds.toFixed(1)} s${speed}.\n`
}

function topEntities({ entities }: RunReport): string[] {
  if (!entities) return []
  return HEADINGS.map(([type, heading]) => {
    const { count, top } = entities[type]
    const names = top.map(({ name, mentions }) => `${terminalSafe(name)} ${number(mentions)}`).join(' · ')
    return `  ${heading.padEnd(14)}${number(count).padStart(9)}   ${names}`
  })
}

function problems({ counts, out }: RunReport): string[] {
  const lines: string[] = []
  if (counts.duplicates > 0)
    lines.push(`  ${plural(counts.duplicates, 'input')} held an article twice; it is counted once.`)
  if (counts.errors > 0)
    lines.push(`  ${plural(counts.errors, 'input')} could not be read: see ${join(out, 'errors.jsonl')}`)
  return lines.length > 0 ? ['', ...lines] : []
}

function files({ files: written, out }: RunReport): string[] {
  const width = Math.max(...written.map(({ path }) => path.length))
  return [
    '',
    `In ${out}:`,
    ...written.map(({ path, rows }) =>
      rows === undefined ? `  ${path}` : `  ${path.padEnd(width)}  ${number(rows).padStart(9)} rows`,
    ),
  ]
}
