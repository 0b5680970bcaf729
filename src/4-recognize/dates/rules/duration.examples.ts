import type { Example } from '../rule.js'

export const DURATION_EXAMPLES: readonly Example[] = [
  {
    text: 'The two-day visit took two and a half years to plan.',
    finds: [
      ['two-day', 'DURATION', 'P2D'],
      ['two and a half years', 'DURATION', 'P2Y6M'],
    ],
  },
  {
    text: 'It took 2 1/2 years, half an hour and a year and a half.',
    finds: [
      ['2 1/2 years', 'DURATION', 'P2Y6M'],
      ['half an hour', 'DURATION', 'PT30M'],
      ['a year and a half', 'DURATION', 'P1Y6M'],
    ],
  },
  {
    text: 'He ruled for decades, for more than 20 years, and waited for weeks.',
    finds: [
      ['decades', 'DURATION', 'PXE'],
      ['more than 20 years', 'DURATION', 'P20Y'],
      ['weeks', 'DURATION', 'PXW'],
    ],
  },
  {
    text: 'Over the past 18 months, and in the next two weeks, talks go on.',
    finds: [
      ['the past 18 months', 'DURATION', 'P18M'],
      ['the next two weeks', 'DURATION', 'P2W'],
    ],
  },
  {
    text: 'It lasted at least 30 days and no more than sixty days.',
    finds: [
      ['at least 30 days', 'DURATION', 'P30D'],
      ['no more than sixty days', 'DURATION', 'P60D'],
    ],
  },
  {
    text: 'For several months they lived there, for a couple of years or so.',
    finds: [
      ['several months', 'DURATION', 'PXM'],
      ['a couple of years or so', 'DURATION', 'P2Y'],
    ],
  },
  {
    text: 'A five-year plan hit a four year low in two decades.',
    finds: [
      ['five-year', 'DURATION', 'P5Y'],
      ['four year', 'DURATION', 'P4Y'],
      ['two decades', 'DURATION', 'P20Y'],
    ],
  },
  {
    text: 'For the year ended June 30, and in the nine months, sales rose.',
    finds: [
      ['the year', 'DURATION', 'P1Y'],
      ['June 30', 'DATE', '2016-06-30'],
      ['the nine months', 'DURATION', 'P9M'],
    ],
  },
  {
    text: 'In recent years, and in the coming months, much changes.',
    finds: [
      ['recent years', 'DATE', 'PAST_REF'],
      ['the coming months', 'DATE', 'FUTURE_REF'],
    ],
  },
  {
    text: 'He must leave within a year, in a week or in about a month.',
    finds: [
      ['a year', 'DURATION', 'P1Y'],
      ['a week', 'DURATION', 'P1W'],
      ['about a month', 'DURATION', 'P1M'],
    ],
  },
  {
    text: 'It came days before the vote, minutes after the count and after decades of silence, all week.',
    finds: [
      ['days', 'DURATION', 'PXD'],
      ['minutes', 'DURATION', 'PTXM'],
      ['decades', 'DURATION', 'PXE'],
      ['all week', 'DURATION', 'P1W'],
    ],
  },
  // Ages, rates and ordinals are no durations.
  {
    text: 'A 35-year-old man and a two-year-old girl, 3 years old in June 2015, earn $5 an hour.',
    finds: [['June 2015', 'DATE', '2015-06']],
  },
  { text: 'It pays $1.76 a year for four flights a week; a second man came in second.', finds: [] },
  {
    text: 'Prices rose in the last year and will for at least another month. An hour later they fell.',
    finds: [
      ['the last year', 'DURATION', 'P1Y'],
      ['at least another month', 'DURATION', 'P1M'],
      ['An hour', 'DURATION', 'PT1H'],
    ],
  },
  {
    text: 'It stays shut for at least the next year. Another day of strikes began.',
    finds: [['at least the next year', 'DURATION', 'P1Y']],
  },
  {
    text: 'Months after the vote he quit. Minutes later the roof fell.',
    finds: [
      ['Months', 'DURATION', 'PXM'],
      ['Minutes', 'DURATION', 'PTXM'],
    ],
  },
  { text: 'It came one day after the raid.', finds: [['one day', 'DURATION', 'P1D']] },
  {
    text: 'The all-day talk was about a two- to three-year plan for 15- to 24-year-old men.',
    finds: [
      ['all-day', 'DURATION', 'P1D'],
      ['two- to three-year', 'DURATION', 'P2Y'],
    ],
  },
  { text: 'Rents will double over the next decade.', finds: [['the next decade', 'DURATION', 'P10Y']] },
  {
    text: 'In prior years it rained; in future years it may not.',
    finds: [
      ['prior years', 'DATE', 'PAST_REF'],
      ['future years', 'DATE', 'FUTURE_REF'],
    ],
  },
  {
    text: 'After enduring a week of jeers, despite a month of talks, he left.',
    finds: [
      ['a week', 'DURATION', 'P1W'],
      ['a month', 'DURATION', 'P1M'],
    ],
  },
  { text: 'It was a year when four flights a week were lost.', finds: [] },
  {
    text: 'It stood for hundreds of years, for several hundred years, for a quarter century.',
    finds: [
      ['hundreds of years', 'DURATION', 'PXY'],
      ['several hundred years', 'DURATION', 'PXY'],
      ['a quarter century', 'DURATION', 'P25Y'],
    ],
  },
  {
    text: 'The rally, following a week of rain, is to last a year.',
    finds: [
      ['a week', 'DURATION', 'P1W'],
      ['a year', 'DURATION', 'P1Y'],
    ],
  },
  {
    text: 'They spent a weekend in a single hour of rain that took as much as a year; a weekend party followed on a single day.',
    finds: [
      ['a weekend', 'DURATION', 'P2D'],
      ['a single hour', 'DURATION', 'PT1H'],
      ['a year', 'DURATION', 'P1Y'],
    ],
  },
  {
    text: 'She ran it in 2 hours, 32 minutes, 5 seconds and saw a 30-second film for three-quarters of the fee.',
    finds: [
      ['2 hours, 32 minutes, 5 seconds', 'DURATION', 'PT2H32M5S'],
      ['30-second', 'DURATION', 'PT30S'],
    ],
  },
  {
    text: "He faces a fine of RM50,000 or two years' jail, and up to five years on appeal.",
    finds: [
      ['two years', 'DURATION', 'P2Y'],
      ['up to five years', 'DURATION', 'P5Y'],
    ],
  },
]
