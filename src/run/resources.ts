import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeTagModel } from '../3-segment/tag-model.js'
import { decodeNameModel } from '../4-recognize/names/model.js'
import { compileNameLists } from '../4-recognize/names/name-lists.js'
import { parseBlockList, parseUserGazetteer } from '../4-recognize/names/user-gazetteer.js'
import { decodeQuoteModel } from '../4-recognize/quotes/choice-model.js'
import { decodeSpeakerModel } from '../5-resolve/speakers/model.js'
import { UsageError } from '../document/usage-error.js'
import { decodePersonNames } from '../gazetteer/person-names.js'
import { decodePlaces } from '../gazetteer/places.js'
import type { Resources } from '../pipeline.js'

/** What a user can change of what the stages look things up in. */
export interface ResourceOptions {
  /** Folder of models; the package's own unless given. */
  readonly models?: string | undefined
  /** Files of names that win over the model. */
  readonly gazetteers?: readonly string[] | undefined
  /** File of names that must not be found. */
  readonly block?: string | undefined
}

/** Only these options, so that they can be handed to a worker. */
export const resourceOptions = ({ models, gazetteers, block }: ResourceOptions): ResourceOptions => ({
  models,
  gazetteers,
  block,
})

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GAZETTEER = join(ROOT, 'gazetteer')
const MODELS = join(ROOT, 'models', 'en-news')

/** Models that another folder lacks are the package's own: a name model of one's own need not bring the others. */
const paths = ({ models = MODELS }: ResourceOptions) => {
  const model = (name: string): string => {
    const path = join(models, name)
    return existsSync(path) ? path : join(MODELS, name)
  }
  return {
    partsOfSpeech: model('parts-of-speech.bin'),
    names: join(models, 'names.bin'),
    lexicon: model('lexicon.bin'),
    quotes: model('quotes.json'),
    speakers: model('speakers.json'),
    personNames: join(GAZETTEER, 'person-names.txt'),
    places: join(GAZETTEER, 'places.bin'),
  }
}

/**
 * Loads what the stages look things up in.
 * @throws UsageError for a file that is missing, damaged or of another version; the message names it
 */
export async function loadResources(options: ResourceOptions): Promise<Resources> {
  const from = paths(options)
  const [partsOfSpeech, names, lexicon, quotes, speakers, personNames, places] = await Promise.all([
    readBytes(from.partsOfSpeech),
    readBytes(from.names),
    readBytes(from.lexicon),
    readBytes(from.quotes),
    readBytes(from.speakers),
    readBytes(from.personNames),
    readBytes(from.places),
  ])
  return {
    tagModel: decoded(from.partsOfSpeech, () => decodeTagModel(partsOfSpeech)),
    nameModel: decoded(from.names, () => decodeNameModel(names, lexicon)),
    quoteModel: decoded(from.quotes, () => decodeQuoteModel(quotes.toString('utf8'))),
    speakerModel: decoded(from.speakers, () => decodeSpeakerModel(speakers.toString('utf8'))),
    personNames: decoded(from.personNames, () => decodePersonNames(personNames.toString('utf8'))),
    places: decoded(from.places, () => decodePlaces(places)),
    ...(await nameLists(options)),
  }
}

/** What training needs where there is no name model yet: the package's own tagger and lists of people's names and places. */
export async function loadTrainingResources(): Promise<Pick<Resources, 'tagModel' | 'personNames' | 'places'>> {
  const from = paths({})
  const [partsOfSpeech, personNames, places] = await Promise.all([
    readBytes(from.partsOfSpeech),
    readBytes(from.personNames),
    readBytes(from.places),
  ])
  return {
    tagModel: decoded(from.partsOfSpeech, () => decodeTagModel(partsOfSpeech)),
    personNames: decoded(from.personNames, () => decodePersonNames(personNames.toString('utf8'))),
    places: decoded(from.places, () => decodePlaces(places)),
  }
}

/** Where the package's own model files are. */
export const modelFile = (name: string): string => join(MODELS, name)

/** The user's own names and those that are never wanted, if there are any. */
async function nameLists({ gazetteers = [], block }: ResourceOptions): Promise<Pick<Resources, 'nameLists'>> {
  if (gazetteers.length === 0 && block === undefined) return {}
  const files = await Promise.all(
    gazetteers.map(async (path) => parseUserGazetteer((await readBytes(path)).toString('utf8'), path)),
  )
  const blocked = block === undefined ? [] : parseBlockList((await readBytes(block)).toString('utf8'), block)
  return { nameLists: compileNameLists(files.flat(), blocked) }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new UsageError(
      `Cannot read ${path} (${(cause as NodeJS.ErrnoException).code}). Give another path, or install dateline again if it is its own.`,
      { cause },
    )
  }
}

function decoded<Result>(path: string, decode: () => Result): Result {
  try {
    return decode()
  } catch (cause) {
    throw new UsageError(`${path}: ${(cause as Error).message}`, { cause })
  }
}

/**
 * A digest of everything besides the articles that shapes a document: models, gazetteers, the user's own names.
 * @throws UsageError for a file that cannot be read
 */
export async function configurationDigest(options: ResourceOptions): Promise<string> {
  const own = [...(options.gazetteers ?? []), ...(options.block === undefined ? [] : [options.block])]
  const digest = createHash('sha256')
  for (const path of [...Object.values(paths(options)), ...own]) digest.update(await readBytes(path)).update('\n')
  return digest.digest('hex').slice(0, 16)
}
