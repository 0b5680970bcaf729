const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zone names with one meaning in news: those of RFC 2822, and the European ones. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z', utc: 'Z', gmt: '+00:00', ut: 'Z', wet: '+00:00', bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00', eest: '+03:00',
  est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
} // biome-ignore format: a table

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[Tt ]\s?(\d\d):?(\d\d)(?::?(\d\d)([.,]\d{1,9})?)?\s?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?)?$/
const CLOCK = /\b(\d{1,2})[:.](\d\d)(?::(\d\d))?\s*([ap])?\.?(?:m\b\.?)?|\b(\d{1,2})\s*([ap])\.?m\b\.?/i
const OFFSET = /(?:\b(?:GMT|UTC)\s?)?([+-])(\d\d):?(\d\d)\b|\b([A-Z]{1,4})\b\)?$/i
const MONTH_FIRST = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/i
const NUMERIC = /^(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})\b/
const LEAD_IN = /^(?:published|posted|updated|date|on)(?:\s+(?:at|on))?\s*:?\s+/i

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Where the clock may begin in the string. */
  readonly rest: string
}

/**
 * A publication date as ISO 8601, with the offset that the source gives; a plain date stays a plain date. Understands
 * ISO 8601 and its variants, RFC 2822, "March 4, 2021 9:15 am EST", "4 March 2021", "2021/03/04", "04.03.2021", and
 * seconds or milliseconds since 1970. What has two readings ("03/04/2021") gives undefined.
 */
export function parsePublishedAt(value: unknown): string | undefined {
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string' || value.length > 100) return undefined
  const text = value.trim().replace(/\s+/g, ' ').replace(LEAD_IN, '')
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text))
  return fromIso(text) ?? fromWords(text)
}

function fromEpoch(value: number): string | undefined {
  const milliseconds = value > 1e11 ? value : value * 1000
  if (!(milliseconds > 0 && milliseconds < 4e12)) return undefined
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}

function fromIso(text: string): string | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  if (!isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  if (hour === undefined) return date
  if (!isTime(Number(hour), Number(minute), Number(second ?? 0))) return undefined
  const seconds = second === undefined ? '' : `:${second}${(fraction ?? '').replace(',', '.')}`
  const offset = zone === undefined ? '' : isoOffset(zone)
  return offset === undefined ? undefined : `${date}T${hour}:${minute}${seconds}${offset}`
}

function isoOffset(zone: string): string | undefined {
  if (/^[a-z]/i.test(zone)) return 'Z'
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : undefined
}

function fromWords(text: string): string | undefined {
  const day = dayOf(text)
  if (!day || !isDay(day.year, day.month, day.day)) return undefined
  const date = `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}`
  const clock = CLOCK.exec(day.rest)
  if (!clock) return date
  const time = timeOf(clock)
  if (time === undefined) return undefined
  return `${date}T${time}${offsetOf(day.rest.slice(clock.index + clock[0].length).trim())}`
}

function dayOf(text: string): Day | undefined {
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], without(text, monthFirst))
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], without(text, dayFirst))
  const numeric = NUMERIC.exec(text)
  return numeric ? numericDay(numeric, without(text, numeric)) : undefined
}

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`

function named(month: string, day: string, year: string, rest: string): Day | undefined {
  const name = month.toLowerCase()
  const index = MONTHS.indexOf(name.slice(0, 3))
  const isMonth = index >= 0 && MONTH_NAMES[index].startsWith(name.replace(/^sept$/, 'sep'))
  return isMonth ? { year: Number(year), month: index + 1, day: Number(day), rest } : undefined
}

const MONTH_NAMES = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] // biome-ignore format: one line

/** "2021/03/04" is year first; "04.03.2021" day first; with slashes only where one of the two is above 12. */
function numericDay(match: RegExpExecArray, rest: string): Day | undefined {
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (match[1].length === 4) return { year: first, month: second, day: third, rest }
  if (match[4].length !== 4) return undefined
  if (match[2] === '.' || first > 12 || first === second) return { year: third, month: second, day: first, rest }
  return second > 12 ? { year: third, month: first, day: second, rest } : undefined
}

function timeOf(clock: RegExpExecArray): string | undefined {
  const half = (clock[4] ?? clock[6])?.toLowerCase()
  const given = Number(clock[1] ?? clock[5])
  if (half !== undefined && (given < 1 || given > 12)) return undefined
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const seconds = clock[3] === undefined ? '' : `:${clock[3]}`
  if (!isTime(hour, Number(clock[2] ?? 0), Number(clock[3] ?? 0))) return undefined
  return `${pad(hour)}:${clock[2] ?? '00'}${seconds}`
}

function offsetOf(rest: string): string {
  const match = OFFSET.exec(rest)
  if (!match) return ''
  if (match[4] !== undefined) return ZONES[match[4].toLowerCase()] ?? ''
  return Number(match[2]) <= 14 && Number(match[3]) < 60 ? `${match[1]}${match[2]}:${match[3]}` : ''
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const isTime = (hour: number, minute: number, second: number): boolean => hour < 24 && minute < 60 && second <= 60

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
