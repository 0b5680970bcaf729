import type { Article } from '../document/article.js'
import type { Segmented } from '../document/segmented.js'
import { partsOfSpeech } from './parts-of-speech.js'
import { layOut } from './sentences.js'
import type { TagModel } from './tag-model.js'
import { straighten, tokenize } from './tokenize.js'

/** Stage 3: an article's tokens with exact offsets and parts of speech, its sentences and its paragraphs. */
export function segment(article: Article, { tagModel }: { readonly tagModel: TagModel }): Segmented {
  const columns = tokenize(straighten(article.text))
  const { sentences, paragraphs, sentence } = layOut(columns, article.sections)
  const pos = partsOfSpeech(tagModel, columns, sentence)
  return { tokens: { sentence, pos, ...columns }, sentences, paragraphs, ...article }
}
