import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeTagModel } from '../../src/3-segment/tag-model.js'

/** The shipped tagger of parts of speech, for tests that segment texts. */
export const tagging = {
  tagModel: decodeTagModel(readFileSync(join(import.meta.dirname, '../../models/en-news/parts-of-speech.bin'))),
}
