/**
 * Words a second of dateline's stages 2 to 5 beside bare wink-nlp and compromise, on the same articles in the same run:
 *   npm run bench                       our own synthetic articles
 *   npm run bench -- articles.jsonl     the "text" of each line
 */
import { readFileSync } from 'node:fs'
import { compromiseDatesEngine, compromiseEngine, datelineEngine, type Engine, winkEngine } from './engines.js'
import { syntheticArticles } from './synthetic-articles.js'

/** Passes over all articles that are timed; compromise, whose speed varies little, is slow and gets two or one. */
const ROUNDS = 9
const SLOW_ROUNDS = 2
/** Words that an engine reads first, so that its code is compiled as in a long run. */
const WARM_UP_WORDS = 400_000
const SLOW_WARM_UP_WORDS = 20_000

const [file] = process.argv.slice(2)
const texts = file
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : [...syntheticArticles(200, 1)].map(({ text }) => text)
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)

const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20)

/** Processor time, collection of garbage included: what else the machine does meanwhile counts less than on a clock. */
function seconds(engine: Engine): number {
  const before = process.cpuUsage()
  for (const text of texts) engine.read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]

function warmUp(engine: Engine, least: number): void {
  for (let read = 0, at = 0; read < least; at++) {
    const text = texts[at % texts.length]
    engine.read(text)
    read += text.length / 6
  }
}

const fast = [await datelineEngine(), winkEngine()]
const slow = [compromiseEngine()]
for (const engine of fast) warmUp(engine, WARM_UP_WORDS)
for (const engine of slow) warmUp(engine, SLOW_WARM_UP_WORDS)

// In turns, so that a slow spell of the machine meets all of them.
const times = new Map<Engine, number[]>()
const time = (engine: Engine): unknown => times.set(engine, [...(times.get(engine) ?? []), seconds(engine)])
for (let round = 0; round < ROUNDS; round++) {
  fast.forEach(time)
  if (round < SLOW_ROUNDS) slow.forEach(time)
}
time(compromiseDatesEngine())

console.log(
  `${texts.length} articles, ${words.toLocaleString('en-US')} words, one core, medians; ${megabytes()} MB resident\n`,
)
const medians = [...times].map(([{ name }, taken]) => [name, median(taken)] as const)
const [[, dateline]] = medians
for (const [name, taken] of medians) {
  const speed = Math.round(words / taken)
  const ratio = taken === dateline ? '' : `   dateline is ${(taken / dateline).toFixed(2)} × this`
  console.log(`${name.padEnd(46)}${speed.toLocaleString('en-US').padStart(10)} words/s${ratio}`)
}
