/**
 * Words a second of dateline's stages 2 to 5 beside bare wink-nlp and compromise, on the same articles in the same run:
 *   npm run bench                       our own synthetic articles
 *   npm run bench -- articles.jsonl     the "text" of each line
 */
import { readFileSync } from 'node:fs'
import { compromiseEngine, datelineEngine, type Engine, winkEngine } from './engines.js'
import { syntheticArticles } from './synthetic-articles.js'

const ROUNDS = 5
const WARM_UP_ARTICLES = 20

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

const engines = [await datelineEngine(), winkEngine(), compromiseEngine()]
for (const engine of engines) for (const text of texts.slice(0, WARM_UP_ARTICLES)) engine.read(text)

// In turns, so that a slow spell of the machine meets all of them.
const times = engines.map((): number[] => [])
for (let round = 0; round < ROUNDS; round++)
  engines.forEach((engine, i) => {
    if (i < 2 || round < 2) times[i].push(seconds(engine))
  })

const medians = times.map(median)
console.log(
  `${texts.length} articles, ${words.toLocaleString('en-US')} words, one core, medians; ${megabytes()} MB resident\n`,
)
engines.forEach(({ name }, i) => {
  const speed = Math.round(words / medians[i])
  const ratio = i === 0 ? '' : `   dateline is ${(medians[i] / medians[0]).toFixed(2)} × this`
  console.log(`${name.padEnd(46)}${speed.toLocaleString('en-US').padStart(10)} words/s${ratio}`)
})
