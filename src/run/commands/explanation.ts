import type { AnnotatedDocument, DocumentEntity } from '../../document/annotated-document.js'
import { terminalSafe } from '../terminal-safe.js'

/** One finding: where, what, what was made of it, and what found it. */
type Row = readonly [where: string, what: string, text: string, meaning: string, by: string]

const LONGEST_TEXT = 60

const shorten = (text: string): string => {
  const line = terminalSafe(text)
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line
}

const share = (value: number | undefined): string => (value === undefined ? '' : `${Math.round(value * 100)} %`)

/** What `dateline explain` prints: every finding with the rule, model or gazetteer entry behind it. */
export function explanation(document: AnnotatedDocument): string {
  const parts = [
    metadata(document),
    table('Names', ['where', 'type', 'text', 'who or where', 'found by'], nameRows(document)),
    table('Dates', ['where', 'type', 'text', 'value', 'found by'], dateRows(document)),
    table('Quotes', ['where', 'kind', 'text', 'speaker', 'found by'], quoteRows(document)),
    document.diagnostics.map(({ code, message }) => `! ${code}: ${terminalSafe(message)}\n`).join(''),
  ]
  return parts.filter(Boolean).join('\n')
}

function metadata({ title, publishedAt, outlet, authors }: AnnotatedDocument): string {
  const facts = [title, publishedAt, outlet, authors.join(', ')].filter(Boolean) as string[]
  return facts.length > 0 ? `${facts.map(terminalSafe).join(' · ')}\n` : ''
}

function nameRows({ mentions, entities }: AnnotatedDocument): Row[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return mentions.map(({ start, end, text, type, entityId, confidence, by }) => {
    const entity = byId.get(entityId)
    return [`${start}–${end}`, type, text, entity ? describe(entity) : entityId, `${by}, ${share(confidence)}`]
  })
}

function describe(entity: DocumentEntity): string {
  const { person, place, organization } = entity
  const facts = [
    [person?.honorific, entity.name].filter(Boolean).join(' '),
    person?.role,
    organization?.acronym,
    organization?.kind,
    place?.countryCode && [place.admin1, place.countryCode].filter(Boolean).join(', '),
    place?.latitude !== undefined && place.longitude !== undefined && `${place.latitude}, ${place.longitude}`,
  ]
  return facts.filter(Boolean).join(' · ')
}

function dateRows({ dates }: AnnotatedDocument): Row[] {
  return dates.map(({ start, end, text, type, value, mod, earliest, latest, by }) => {
    const days = earliest === undefined || earliest === latest ? '' : ` (${earliest} to ${latest})`
    return [`${start}–${end}`, type, text, `${value ?? 'no value'}${mod === undefined ? '' : ` ${mod}`}${days}`, by]
  })
}

function quoteRows({ quotes }: AnnotatedDocument): Row[] {
  return quotes.map(({ start, end, text, kind, cue, speaker, confidence, by }) => {
    const path = speaker ? speaker.path.join(' → ') || speaker.text : 'unknown'
    return [
      `${start}–${end}`,
      kind,
      text,
      path,
      [by, cue && `“${cue.text}”`, share(confidence)].filter(Boolean).join(', '),
    ]
  })
}

function table(heading: string, columns: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const cells = [columns, ...rows].map((row) => row.map(shorten))
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)))
  const lines = cells.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i])).join('  ')}`.trimEnd())
  return `${heading}\n${lines.join('\n')}\n`
}
