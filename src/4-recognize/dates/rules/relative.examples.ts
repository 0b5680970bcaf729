import type { Example } from '../rule.js'

export const RELATIVE_EXAMPLES: readonly Example[] = [
  {
    text: 'In January 1996 she wrote a letter. Six weeks later she was there.',
    finds: [
      ['January 1996', 'DATE', '1996-01'],
      ['Six weeks later', 'DATE', '1996-02'],
    ],
  },
  {
    text: 'He came last Tuesday, and early on Wednesday he left.',
    finds: [
      ['last Tuesday', 'DATE', '2016-11-01'],
      ['early on Wednesday', 'DATE', '2016-11-09'],
    ],
  },
  {
    text: 'A poll last week - virtually the same as before - was out. Sales rose in spring and summer.',
    finds: [
      ['last week', 'DATE', '2016-W44'],
      ['spring', 'DATE', '2016-SP'],
      ['summer', 'DATE', '2016-SU'],
    ],
  },
  {
    text: 'The deal, reached in July 2015, took effect on Jan. 16.',
    finds: [
      ['July 2015', 'DATE', '2015-07'],
      ['Jan. 16', 'DATE', '2016-01-16'],
    ],
  },
  {
    text: 'She arrived yesterday, rests today and leaves tomorrow.',
    finds: [
      ['yesterday', 'DATE', '2016-11-08'],
      ['today', 'DATE', '2016-11-09'],
      ['tomorrow', 'DATE', '2016-11-10'],
    ],
  },
  { text: 'It rained the day before yesterday.', finds: [['the day before yesterday', 'DATE', '2016-11-07']] },
  {
    text: 'Last night it snowed; tonight it will thaw.',
    finds: [
      ['Last night', 'TIME', '2016-11-08TNI'],
      ['tonight', 'TIME', '2016-11-09TNI'],
    ],
  },
  {
    text: 'They met last week, meet this month, and will meet next year.',
    finds: [
      ['last week', 'DATE', '2016-W44'],
      ['this month', 'DATE', '2016-11'],
      ['next year', 'DATE', '2017'],
    ],
  },
  {
    text: 'Earlier this month, and late last year, it was colder.',
    finds: [
      ['Earlier this month', 'DATE', '2016-11'],
      ['late last year', 'DATE', '2015'],
    ],
  },
  {
    text: 'By the end of this year, or the middle of next week, all is done.',
    finds: [
      ['the end of this year', 'DATE', '2016'],
      ['the middle of next week', 'DATE', '2016-W46'],
    ],
  },
  {
    text: 'It opened two days ago, was built three months ago and planned a decade ago.',
    finds: [
      ['two days ago', 'DATE', '2016-11-07'],
      ['three months ago', 'DATE', '2016-08'],
      ['a decade ago', 'DATE', '2006'],
    ],
  },
  {
    text: 'More than 20 years ago they left; nearly two weeks ago they came back.',
    finds: [
      ['More than 20 years ago', 'DATE', '1996'],
      ['nearly two weeks ago', 'DATE', '2016-W43'],
    ],
  },
  {
    text: 'On May 3, 2015, he fell ill. Three days later he died, and the next day it rained.',
    finds: [
      ['May 3, 2015', 'DATE', '2015-05-03'],
      ['Three days later', 'DATE', '2015-05-06'],
      ['the next day', 'DATE', '2015-05-07'],
    ],
  },
  {
    text: 'He was hired in 1995, and the following year he was chief. Later that year he quit.',
    finds: [
      ['1995', 'DATE', '1995'],
      ['the following year', 'DATE', '1996'],
      ['Later that year', 'DATE', '1996'],
    ],
  },
  {
    text: 'In June 2014 the shop closed; the same month its owner left.',
    finds: [
      ['June 2014', 'DATE', '2014-06'],
      ['the same month', 'DATE', '2014-06'],
    ],
  },
  {
    text: 'Prices rose 3 percent in October from 2 percent a month earlier.',
    finds: [
      ['October', 'DATE', '2016-10'],
      ['a month earlier', 'DATE', '2016-09'],
    ],
  },
  {
    text: 'Crowds came over the weekend, and last weekend; more will come this weekend.',
    published: '2016-11-10',
    finds: [
      ['the weekend', 'DATE', '2016-W44-WE'],
      ['last weekend', 'DATE', '2016-W44-WE'],
      ['this weekend', 'DATE', '2016-W45-WE'],
    ],
  },
  { text: 'By year-end, the firm will sell it.', finds: [['year-end', 'DATE', '2016']] },
  { text: 'A year from now it will be law.', finds: [['A year from now', 'DATE', '2017']] },
  { text: 'She hosts "This Week" and writes for Harbor Today.', finds: [] },
  {
    text: 'By the end of the decade it closes, before the end of the century. It was the song of the decade.',
    finds: [
      ['the end of the decade', 'DATE', '201X'],
      ['the end of the century', 'DATE', '20XX'],
    ],
  },
  {
    text: 'It opens the week after next; it closed the year before last.',
    finds: [
      ['the week after next', 'DATE', '2016-W47'],
      ['the year before last', 'DATE', '2014'],
    ],
  },
  {
    text: 'A month ago today they met; it was ten years ago this month.',
    finds: [
      ['A month ago today', 'DATE', '2016-10-09'],
      ['ten years ago this month', 'DATE', '2006-11'],
    ],
  },
  {
    text: 'He fled the day after the raid of May 3, 2015; on May 2, the day before the raid, he slept.',
    finds: [
      ['the day', 'DATE', '2016-11-09'],
      ['May 3, 2015', 'DATE', '2015-05-03'],
      ['May 2', 'DATE', '2015-05-02'],
      ['the day', 'DATE', '2015-05-02'],
    ],
  },
  { text: 'By midyear, rents had risen.', finds: [['midyear', 'DATE', '2016']] },
  {
    text: "It falls due by month's end, or by decade's end.",
    finds: [
      ["month's end", 'DATE', '2016-11'],
      ["decade's end", 'DATE', '201X'],
    ],
  },
  { text: 'The year to date was good.', finds: [['The year', 'DATE', '2016']] },
  {
    text: 'Sales in September rose from the same month last year.',
    finds: [
      ['September', 'DATE', '2016-09'],
      ['the same month last year', 'DATE', '2015-11'],
    ],
  },
  { text: 'Shops were full over the holiday weekend.', finds: [['the holiday weekend', 'DATE', '2016-W44-WE']] },
]
