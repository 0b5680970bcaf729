import { pathToFileURL } from 'node:url'
import { FACTS, LEADS, LONG_QUOTE, PARAGRAPHS, SAYINGS, TITLES } from './synthetic-sentences.js'
import * as vocabulary from './synthetic-vocabulary.js'

/** A line of JSON Lines input as dateline reads it. */
export interface SyntheticArticle {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly published: string
  readonly outlet: string
  readonly text: string
}

/** A random number from 0 (included) to 1: mulberry32, which is small, fast and the same on every machine. */
type Random = () => number

function mulberry32(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const initials = (name: string): string => (name.match(/\b[A-Z]/g) ?? []).join('')

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const // biome-ignore format: one line
const MARKS = [
  { '{<}': '“', '{>}': '”', '{[}': '‘', '{]}': '’', apostrophe: '’' },
  { '{<}': '"', '{>}': '"', '{[}': "'", '{]}': "'", apostrophe: "'" },
] as const

/** What `{slot}` stands for in one article: people and bodies stay the same, numbers and sayings change at each use. */
type Slots = Readonly<Record<string, string | (() => string)>>

/** `{a}` is the full name at its first use and the family name afterwards, as newspapers have it. */
function personSlots(random: Random, key: string, roles: readonly string[]): Slots {
  const female = random() < 0.5
  const given = pick(random, female ? vocabulary.WOMEN : vocabulary.MEN)
  const initial = random() < 0.12 ? ` ${String.fromCharCode(65 + between(random, 0, 25))}.` : ''
  const last = pick(random, vocabulary.SURNAMES)
  const he = female ? 'she' : 'he'
  let introduced = false
  const name = (): string => {
    const first = !introduced
    introduced = true
    return first ? `${given}${initial} ${last}` : last
  }
  return {
    [key]: name,
    [`${key}.last`]: last,
    [`${key}.role`]: pick(random, roles),
    [`${key}.he`]: he,
    [`${key}.He`]: capital(he),
    [`${key}.his`]: female ? 'her' : 'his',
    [`${key}.His`]: female ? 'Her' : 'His',
    ...(key === 'a' && {
      spouse: female ? 'husband' : 'wife',
      spousename: pick(random, female ? vocabulary.MEN : vocabulary.WOMEN),
    }),
  }
}

function money(random: Random): string {
  const unit = pick(random, ['million', 'million', 'billion'])
  return `${pick(random, ['$', '$', '£', '€'])}${between(random, 1, 90)}.${between(random, 1, 9)} ${unit}`
}

function quantity(random: Random): string {
  if (random() < 0.5) return String(between(random, 12, 980))
  return `${between(random, 1, 48)},${String(between(random, 0, 999)).padStart(3, '0')}`
}

function timeSlots(random: Random, year: number): Slots {
  const small = (): string => pick(random, ['two', 'three', 'four', 'six', 'nine', '11', '14'])
  return {
    weekday: () => pick(random, WEEKDAYS),
    month: () => pick(random, MONTHS),
    day: () => String(between(random, 1, 28)),
    year: () => String(between(random, 1968, year)),
    nextyear: String(year + 1),
    decade: () => pick(random, ['1960', '1970', '1980', '1990']),
    season: () => pick(random, ['spring', 'summer', 'autumn', 'winter']),
    quarter: () => `the ${pick(random, ['first', 'second', 'third', 'fourth'])} quarter`,
    clock: () =>
      `${between(random, 1, 12)}:${pick(random, ['00', '15', '30', '45'])} ${pick(random, ['a.m.', 'p.m.'])}`,
    small,
    ago: () => `${small()} ${pick(random, ['days', 'weeks', 'months'])} earlier`,
    span: () => `${small()} ${pick(random, ['days', 'weeks', 'months', 'years'])}`,
    lastday: () => `last ${pick(random, WEEKDAYS)}`,
  }
}

function slotsOf(random: Random, year: number): Slots {
  const [city, , country] = pick(random, vocabulary.PLACES)
  const fill = (name: string): string =>
    name.replace('{city}', city).replace('{family}', pick(random, vocabulary.SURNAMES))
  const group = fill(pick(random, vocabulary.GROUPS))
  const saying = (): string => pick(random, SAYINGS)
  return {
    ...timeSlots(random, year),
    ...personSlots(random, 'a', vocabulary.ROLES.agency),
    ...personSlots(random, 'b', vocabulary.ROLES.company),
    ...personSlots(random, 'c', vocabulary.ROLES.group),
    ...personSlots(random, 'd', vocabulary.ROLES.group),
    ...personSlots(random, 'e', vocabulary.ROLES.group),
    city,
    country,
    city2: () => pick(random, vocabulary.PLACES)[0],
    city3: () => pick(random, vocabulary.PLACES)[0],
    country2: () => pick(random, vocabulary.PLACES)[2],
    agency: fill(pick(random, vocabulary.AGENCIES)),
    company: fill(pick(random, vocabulary.COMPANIES)),
    group,
    'group.acronym': initials(group),
    office: () => pick(random, vocabulary.OFFICES),
    bystander: () => pick(random, vocabulary.BYSTANDERS),
    thing: pick(random, vocabulary.THINGS),
    thing2: () => pick(random, vocabulary.THINGS),
    trouble: () => pick(random, vocabulary.TROUBLES),
    work: () => pick(random, vocabulary.WORKS),
    scare: () => pick(random, vocabulary.SCARE),
    money: () => money(random),
    number: () => quantity(random),
    f: () => pick(random, FACTS),
    q: saying,
    Q: () => capital(saying()),
  }
}

/** Fills the slots; a saying may hold slots of its own, but no sayings. */
function render(template: string, slots: Slots): string {
  const once = (text: string): string =>
    text.replace(/\{([aA] )?([a-zA-Z][a-zA-Z0-9.]*)\}/g, (whole, article: string | undefined, key: string) => {
      const slot = slots[key]
      if (slot === undefined) return whole
      const word = typeof slot === 'string' ? slot : slot()
      return article === undefined ? word : `${article.trim()}${/^[aeiou]/.test(word) ? 'n' : ''} ${word}`
    })
  return once(once(template)).replaceAll('.m..', '.m.')
}

function marked(text: string, marks: (typeof MARKS)[number]): string {
  const { apostrophe, ...quotes } = marks
  let out = text.replaceAll("'", apostrophe)
  for (const [slot, mark] of Object.entries(quotes)) out = out.replaceAll(slot, mark)
  return out
}

const wordCount = (text: string): number => text.split(/\s+/).length

function bodyOf(random: Random, slots: Slots): string[] {
  const target = between(random, 160, 440)
  const [city, region] = vocabulary.PLACES.find((place) => place[0] === slots['city']) ?? vocabulary.PLACES[0]
  const dateline = `${city.toUpperCase()}${region === '' || region === city ? '' : `, ${region}`} ${pick(random, ['—', '-', '(Meridian) —'])} `
  const body = [(random() < 0.6 ? dateline : '') + render(pick(random, LEADS), slots)]
  const left = [...PARAGRAPHS]
  const longQuote = random() < 0.2 ? between(random, 2, 6) : -1
  let length = wordCount(body[0])
  const add = (paragraph: string): void => {
    body.push(paragraph)
    length += wordCount(paragraph)
  }
  while (length < target && left.length > 0) {
    const [paragraph] = left.splice(Math.floor(random() * left.length), 1)
    render(paragraph, slots).split('|').forEach(add)
    if (body.length === longQuote) LONG_QUOTE.map((line) => render(line, slots)).forEach(add)
  }
  return body
}

/** Article number `index` of the series that `seed` names: the same on every machine, whatever came before it. */
export function syntheticArticle(index: number, seed: number): SyntheticArticle {
  const random = mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const day = new Date(Date.UTC(2010, 0, 1) + between(random, 0, 365 * 15) * 86_400_000)
  const slots = slotsOf(random, day.getUTCFullYear())
  const marks = pick(random, MARKS)
  const [outlet, host] = pick(random, vocabulary.OUTLETS)
  const text = marked(bodyOf(random, slots).join('\n\n'), marks)
  const title = marked(render(pick(random, TITLES), slots), marks)
  const id = `synthetic-${seed}-${index}`
  return {
    id,
    title,
    url: `https://${host}/${day.getUTCFullYear()}/${id}`,
    published: day.toISOString().slice(0, 10),
    outlet,
    text,
  }
}

/** `count` invented news articles of 150 to 500 words, one at a time, so that a soak needs no memory for them. */
export function* syntheticArticles(count: number, seed = 1): Generator<SyntheticArticle> {
  for (let index = 0; index < count; index++) yield syntheticArticle(index, seed)
}

/** `synthetic-articles 100000 [seed] > articles.jsonl`; waits when the reader is slower, stops when it goes away. */
async function main(count: number, seed: number): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  for (const article of syntheticArticles(count, seed)) {
    if (!process.stdout.write(`${JSON.stringify(article)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count = '10', seed = '1'] = process.argv.slice(2)
  if (!/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
    process.stderr.write('usage: synthetic-articles COUNT [SEED] > articles.jsonl (two whole numbers)\n')
    process.exitCode = 2
  } else {
    await main(Number(count), Number(seed))
  }
}
