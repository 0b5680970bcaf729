import type { Example } from '../rule.js'

export const QUARTER_EXAMPLES: readonly Example[] = [
  {
    text: 'In the second quarter of 2016, growth slowed; Q3 2016 was better than Q2.',
    finds: [
      ['the second quarter of 2016', 'DATE', '2016-Q2'],
      ['Q3 2016', 'DATE', '2016-Q3'],
      ['Q2', 'DATE', '2016-Q2'],
    ],
  },
  {
    text: 'Its third-quarter profit fell from a year earlier.',
    finds: [
      ['third-quarter', 'DATE', '2016-Q3'],
      ['a year earlier', 'DATE', '2015-Q3'],
    ],
  },
  {
    text: 'In the latest quarter, sales fell, and in the fourth quarter they should rise.',
    finds: [
      ['the latest quarter', 'DATE', '2016-Q3'],
      ['the fourth quarter', 'DATE', '2016-Q4'],
    ],
  },
  {
    text: "This year's first quarter was the best; the third quarter last year was the worst.",
    finds: [
      ["This year's first quarter", 'DATE', '2016-Q1'],
      ['the third quarter last year', 'DATE', '2015-Q3'],
    ],
  },
  {
    text: 'The third quarter was good. In the 2014 period, and in the year-ago period, it was not.',
    finds: [
      ['The third quarter', 'DATE', '2016-Q3'],
      ['the 2014 period', 'DATE', '2014-Q3'],
      ['the year-ago period', 'DATE', '2015-Q3'],
    ],
  },
  { text: 'Net for the first half of 2015 rose.', finds: [['the first half of 2015', 'DATE', '2015-H1']] },
  {
    text: 'In the third quarter, it lost $2 million, compared with a profit of $3 million last year.',
    finds: [
      ['the third quarter', 'DATE', '2016-Q3'],
      ['last year', 'DATE', '2015-Q3'],
    ],
  },
  { text: 'In the third quarter the Badgers scored a touchdown from 20 yards.', finds: [] },
  { text: 'He sold a quarter of it for a quarter, in a third of the time.', finds: [] },
  {
    text: 'Last quarter it lost money; the last quarter of 2015 was worse.',
    finds: [
      ['Last quarter', 'DATE', '2016-Q3'],
      ['the last quarter of 2015', 'DATE', '2015-Q4'],
    ],
  },
  {
    text: 'Third-period sales rose from a year earlier. First-half net had not.',
    finds: [
      ['Third-period', 'DATE', '2016-Q3'],
      ['a year earlier', 'DATE', '2015-Q3'],
      ['First-half', 'DATE', '2016-H1'],
    ],
  },
  {
    text: 'Net fell from $3 million in the year-ago quarter.',
    finds: [['the year-ago quarter', 'DATE', '2015-Q3']],
  },
  { text: 'He scored in the third period of the game, in the first period of calm.', finds: [] },
  {
    text: 'For the quarter ended June 30, net fell.',
    finds: [
      ['the quarter', 'DATE', '2016-Q2'],
      ['June 30', 'DATE', '2016-06-30'],
    ],
  },
  {
    text: 'The second and third quarters were good.',
    finds: [
      ['The second', 'DATE', '2016-Q2'],
      ['third quarters', 'DATE', '2016-Q3'],
    ],
  },
  {
    text: 'Net rose from the year-earlier third quarter.',
    finds: [['the year-earlier third quarter', 'DATE', '2015-Q3']],
  },
  { text: 'It was more than in the 2014 quarter.', finds: [['the 2014 quarter', 'DATE', '2014-Q3']] },
  {
    text: 'Net fell in third-quarter 2015 and in the first 2014 quarter.',
    finds: [
      ['third-quarter 2015', 'DATE', '2015-Q3'],
      ['the first 2014 quarter', 'DATE', '2014-Q1'],
    ],
  },
  { text: "In the year's second half, net rose.", finds: [["the year's second half", 'DATE', '2016-H2']] },
  {
    text: 'Third-quarter net was above that of a year earlier. For the year, net fell from a year earlier; in the quarter, sales rose from a year earlier.',
    published: '1989-10-30',
    finds: [
      ['Third-quarter', 'DATE', '1989-Q3'],
      ['a year earlier', 'DATE', '1988-Q3'],
      ['the year', 'DATE', '1989'],
      ['a year earlier', 'DATE', '1988'],
      ['the quarter', 'DATE', '1989-Q3'],
      ['a year earlier', 'DATE', '1988-Q3'],
    ],
  },
  {
    text: 'In the first half, net was below that of a year earlier.',
    published: '1989-10-30',
    finds: [
      ['the first half', 'DATE', '1989-H1'],
      ['a year earlier', 'DATE', '1988-H1'],
    ],
  },
  {
    text: 'Net under a five-year contract was below third-quarter net of a year earlier; for the nine months it rose from a year earlier.',
    published: '1989-10-30',
    finds: [
      ['five-year', 'DURATION', 'P5Y'],
      ['third-quarter', 'DATE', '1989-Q3'],
      ['a year earlier', 'DATE', '1988-Q3'],
      ['the nine months', 'DURATION', 'P9M'],
      ['a year earlier', 'DATE', '1988'],
    ],
  },
  { text: 'They took a 3-0 lead into the third period, but lost ground in some quarters.', finds: [] },
]
