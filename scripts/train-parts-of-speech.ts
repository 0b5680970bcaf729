/**
 * Trains models/en-news/parts-of-speech.bin to tag as wink-nlp does, on the texts of JSON Lines with `text` (a minute):
 *   npx tsx scripts/train-parts-of-speech.ts FILE… [--out models/en-news]
 * Every tenth text is kept out and tells how well the two agree, as do the files given with --report.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeTagModel } from '../src/3-segment/tag-model.js'
import { agreement, trainTagger } from '../src/learn/tagger/train-tagger.js'
import { lexiconProbes, winkPartsOfSpeech } from './wink-teacher.js'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'models/en-news' },
    rows: { type: 'string', default: String(1 << 15) },
    epochs: { type: 'string', default: '6' },
    report: { type: 'string', multiple: true, default: [] },
  },
})
if (positionals.length === 0) throw new Error('Give files of articles: npx tsx scripts/train-parts-of-speech.ts FILE…')

const textsOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text)
const texts = positionals.flatMap(textsOf)
const isHeldOut = (_: string, i: number): boolean => i % 10 === 9
const model = trainTagger(
  texts.filter((text, i) => !isHeldOut(text, i)),
  winkPartsOfSpeech,
  {
    epochs: Number(values.epochs),
    seed: 1,
    rows: Number(values.rows),
    probes: lexiconProbes(),
    onEpoch: (epoch, wrong) => console.log(`epoch ${epoch}: ${(wrong * 100).toFixed(2)} % of choices wrong`),
  },
)
const bytes = encodeTagModel(model)
writeFileSync(join(values.out, 'parts-of-speech.bin'), bytes)
console.log(`${bytes.length} bytes`)
report('every tenth text', texts.filter(isHeldOut))
for (const file of values.report) report(basename(file), textsOf(file))

function report(name: string, heldOut: readonly string[]): void {
  const { share, tokens, confusions } = agreement(model, heldOut, winkPartsOfSpeech)
  console.log(`${name}: agrees with wink-nlp on ${(share * 100).toFixed(2)} % of ${tokens} tokens`)
  for (const [pair, n] of [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 8)) console.log(`  ${n} ${pair}`)
}
