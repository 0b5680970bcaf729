/**
 * The hashes of what `extract` writes over the same articles with 1, 2 and 8 workers, with the inputs shuffled, and all of
 * it again for a folder of which one file in twenty is damaged:
 *   npx tsx tests/bench/same-bytes.ts [FILES]
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExtract } from './run-extract.js'
import { type SyntheticArticle, syntheticArticles } from './synthetic-articles.js'

const [files = 2000] = process.argv.slice(2).map(Number)
const home = mkdtempSync(join(tmpdir(), 'dateline-same-'))
process.chdir(home)

/** Ways in which files of a crawl are damaged. */
const DAMAGES: readonly ((json: string) => string | Buffer)[] = [
  () => '',
  (json) => json.slice(0, json.length / 2),
  (json) =>
    Buffer.concat([Buffer.from(json.slice(0, 200)), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(json.slice(200))]),
  () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
  () => '{"title":"Only a title"}',
]

function writeFolder(folder: string, damagedOneIn: number): void {
  mkdirSync(folder)
  let number = 0
  for (const article of syntheticArticles(files, 2) as Iterable<SyntheticArticle>) {
    const json = JSON.stringify(article)
    const isDamaged = number % damagedOneIn === damagedOneIn - 1
    const damage = DAMAGES[Math.floor(number / damagedOneIn) % DAMAGES.length]
    writeFileSync(join(folder, `${String(number).padStart(6, '0')}.json`), isDamaged ? damage(json) : json)
    number++
  }
}

/** Some patterns that together match every file, in an order that is none. */
const shuffled = (folder: string): readonly string[] =>
  [...new Set(readdirSync(folder).map((name) => name.slice(5, 6)))]
    .sort((a, b) => ((Number(a) * 7) % 10) - ((Number(b) * 7) % 10))
    .map((digit) => `${folder}/?????${digit}.json`)

writeFolder('whole', Number.POSITIVE_INFINITY)
writeFolder('damaged', 20)
let differs = false
for (const folder of ['whole', 'damaged']) {
  const digests = new Set<string>()
  const cases = [
    ['1 worker', [folder], 1],
    ['2 workers', [folder], 2],
    ['8 workers', [folder], 8],
    ['2 workers, inputs shuffled', shuffled(folder), 2],
  ] as const
  for (const [name, inputs, workers] of cases) {
    const { digest, counts, code } = await runExtract(inputs, `out-${folder}-${name}`, '--workers', String(workers))
    digests.add(digest)
    const { inputs: read, articles, duplicates, errors } = counts
    console.log(
      `${folder.padEnd(8)} ${name.padEnd(27)} ${digest.slice(0, 32)}  exit ${code}  ${read} = ${articles} + ${duplicates} + ${errors}` +
        `${read === articles + duplicates + errors ? '' : '  DOES NOT ADD UP'}`,
    )
  }
  if (digests.size !== 1) differs = true
}
console.log(differs ? 'THE BYTES DIFFER' : 'the same bytes in each folder')
rmSync(home, { recursive: true })
process.exitCode = differs ? 1 : 0
