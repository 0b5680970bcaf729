import type { Example } from '../rule.js'

export const HOLIDAY_EXAMPLES: readonly Example[] = [
  {
    text: 'On Christmas Eve 2014 and on New Year’s Day the bells rang.',
    finds: [
      ['Christmas Eve 2014', 'DATE', '2014-12-24'],
      ['New Year’s Day', 'DATE', '2015-01-01'],
    ],
  },
  {
    text: 'Last Thanksgiving they met; the shop will open next Labor Day.',
    finds: [
      ['Last Thanksgiving', 'DATE', '2015-11-26'],
      ['next Labor Day', 'DATE', '2017-09-04'],
    ],
  },
  {
    text: 'Easter 2016 was early, and the Fourth of July was hot.',
    finds: [
      ['Easter 2016', 'DATE', '2016-03-27'],
      ['the Fourth of July', 'DATE', '2016-07-04'],
    ],
  },
  {
    text: 'She won most states on Super Tuesday.',
    finds: [['Super Tuesday', 'DATE', '2016-03-01']],
  },
  {
    text: 'Since 9/11, and before Election Day 2012, it was law.',
    finds: [
      ['9/11', 'DATE', '2001-09-11'],
      ['Election Day 2012', 'DATE', '2012-11-06'],
    ],
  },
  { text: 'On Christmas Island a labor day is long.', finds: [] },
  { text: 'The Labor Day weekend was wet.', finds: [['The Labor Day weekend', 'DATE', '2016-W35-WE']] },
  { text: 'It was given on Veterans Day in 2007.', finds: [['Veterans Day in 2007', 'DATE', '2007-11-11']] },
  { text: 'Traders lost heart on Black Monday.', finds: [['Black Monday', 'DATE', '1987-10-19']] },
]
