import { WAYS } from './features.js'
import type { SpeakerModel } from './model.js'

/** Hand-set weights for a run without the trained model: the nearest named subject of the right gender. */
export const PRIOR: SpeakerModel = {
  weights: {
    ...Object.fromEntries(WAYS.map((way) => [`trust/${way}`, 1])),
    ...sentenceWeights('pronoun', -0.5),
    ...sentenceWeights('description', -0.2),
    ...sentenceWeights('uncued', -0.5),
    'pronoun/recentSubject=yes': 1.5,
    'pronoun/gender=agrees': 1,
    'pronoun/lastMention=possessive': -0.5,
    'pronoun/lastMention=quoted': -1,
    'pronoun/samePronoun=near': 1.5,
    'pronoun/spokeNear=same': 1.5,
    'pronoun/spokeNear=previous': 1,
    'pronoun/inContent=yes': -1.5,
    'pronoun/none-bias=on': -1,
    'description/role=head': 3,
    'description/role=part': 2,
    'description/modifier=yes': 2,
    'description/nearStart=same paragraph': 0.5,
    'description/recentSubject=yes': 0.7,
    'description/mostMentioned=yes': 1,
    'description/none-bias=on': 0.5,
    'description/none-form=other': 1,
    'description/none-form=organization': 0.5,
    'uncued/spokeNear=same': 3,
    'uncued/spokeNear=previous': 1.5,
    'uncued/nextSpeaker=same': 1,
    'uncued/recentSubject=yes': 0.7,
    'uncued/inContent=yes': -2,
    'uncued/none-bias=on': 1,
  },
}

function sentenceWeights(mode: string, step: number): Record<string, number> {
  const buckets = ['0', '1', '2', '3', '4', '5-6', '7-9', '10+']
  return Object.fromEntries(buckets.map((bucket, k) => [`${mode}/sentences=${bucket}`, k * step]))
}
