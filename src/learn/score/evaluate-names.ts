import type { TagModel } from '../../3-segment/tag-model.js'
import type { NameModel } from '../../4-recognize/names/model.js'
import { recognizeNames } from '../../4-recognize/names/recognize.js'
import type { GoldDocument } from '../gold/gold.js'
import { label } from '../names/examples.js'
import { type NameScores, scoreNames } from './names.js'

/** Precision, recall and F1 of a model's names on annotated articles. */
export const evaluateNames = (documents: readonly GoldDocument[], model: NameModel, tagModel: TagModel): NameScores =>
  scoreNames(
    documents.map((gold) => ({
      id: gold.id,
      text: gold.text,
      gold: gold.mentions,
      predicted: recognizeNames(label(gold, tagModel).article, model).names,
    })),
  )
