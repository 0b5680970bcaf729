import { segment } from '../../3-segment/segment.js'
import type { TagModel } from '../../3-segment/tag-model.js'
import { beginOf, insideOf } from '../../4-recognize/names/labels.js'
import { ENTITY_TYPES } from '../../document/mention.js'
import type { Segmented, Tokens } from '../../document/segmented.js'
import { trimName } from '../score/names.js'
import type { GoldDocument } from './gold.js'

/** A gold document as the pipeline sees it. */
export function segmentGold(
  { id, text }: { readonly id: string; readonly text: string },
  tagModel: TagModel,
): Segmented {
  const sections = [{ kind: 'body', start: 0, end: text.length } as const]
  return segment({ id, source: id, authors: [], text, sections, diagnostics: [] }, { tagModel })
}

/** The label of each token, as the gold mentions say. */
export function goldLabels(document: GoldDocument, tokens: Tokens): Uint8Array {
  const labels = new Uint8Array(tokens.length)
  let token = 0
  for (const mention of document.mentions) {
    const { start, end } = trimName(document.text, mention)
    const type = ENTITY_TYPES.indexOf(mention.type)
    while (token < tokens.length && tokens.end[token] <= start) token++
    for (let first = true; token < tokens.length && tokens.start[token] < end; token++) {
      labels[token] = first ? beginOf(type) : insideOf(type)
      first = false
    }
  }
  return labels
}
