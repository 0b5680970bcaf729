import type { Example } from '../rule.js'

export const REFERENCE_EXAMPLES: readonly Example[] = [
  {
    text: 'It is now closed, and currently for sale.',
    finds: [
      ['now', 'DATE', 'PRESENT_REF'],
      ['currently', 'DATE', 'PRESENT_REF'],
    ],
  },
  {
    text: 'He recently said that prices will soon rise in the near future.',
    finds: [
      ['recently', 'DATE', 'PAST_REF'],
      ['soon', 'DATE', 'FUTURE_REF'],
      ['the near future', 'DATE', 'FUTURE_REF'],
    ],
  },
  {
    text: 'In the past, current owners paid; these days nobody does.',
    finds: [
      ['the past', 'DATE', 'PAST_REF'],
      ['current', 'DATE', 'PRESENT_REF'],
      ['these days', 'DATE', 'PRESENT_REF'],
    ],
  },
  { text: 'Come as soon as you can, walk past the house.', finds: [] },
  { text: 'At this time she has no plan.', finds: [['At this time', 'DATE', 'PRESENT_REF']] },
  {
    text: 'In those days it was cold; in recent times it is not, and some day it will snow in the not-too-distant future.',
    finds: [
      ['those days', 'DATE', 'PAST_REF'],
      ['recent times', 'DATE', 'PAST_REF'],
      ['some day', 'DATE', 'FUTURE_REF'],
      ['the not-too-distant future', 'DATE', 'FUTURE_REF'],
    ],
  },
]
