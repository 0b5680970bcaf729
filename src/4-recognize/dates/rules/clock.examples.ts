import type { Example } from '../rule.js'

export const CLOCK_EXAMPLES: readonly Example[] = [
  {
    text: 'It was half past six when the log of 2016-11-08T20:05Z and of 8.11.2016 was read.',
    finds: [
      ['half past six', 'TIME', '2016-11-09T06:30'],
      ['2016-11-08T20:05Z', 'TIME', '2016-11-08T20:05'],
      ['8.11.2016', 'DATE', '2016-11-08'],
    ],
  },
  {
    text: 'It broke at about 3 a.m. on Aug. 27, and must close by midnight.',
    finds: [
      ['about 3 a.m. on Aug. 27', 'TIME', '2016-08-27T03:00'],
      ['midnight', 'TIME', '2016-08-27T24:00'],
    ],
  },
  {
    text: 'The rally will begin at 8 p.m. EST on Friday.',
    finds: [['8 p.m. EST on Friday', 'TIME', '2016-11-11T20:00']],
  },
  { text: 'Polls closed at 8 p.m. Tuesday.', finds: [['8 p.m. Tuesday', 'TIME', '2016-11-08T20:00']] },
  { text: 'The talks will open Jan. 20 at noon.', finds: [['Jan. 20 at noon', 'TIME', '2017-01-20T12:00']] },
  {
    text: 'The vote is due at 20:00 GMT, the count at 9:30pm.',
    finds: [
      ['20:00 GMT', 'TIME', '2016-11-09T20:00'],
      ['9:30pm', 'TIME', '2016-11-09T21:30'],
    ],
  },
  {
    text: 'He spoke at 9:05 a.m. and left by 12 a.m.',
    finds: [
      ['9:05 a.m.', 'TIME', '2016-11-09T09:05'],
      ['12 a.m.', 'TIME', '2016-11-09T00:00'],
    ],
  },
  {
    text: "She woke at five o'clock in the morning.",
    finds: [["five o'clock in the morning", 'TIME', '2016-11-09T05:00']],
  },
  {
    text: 'It began Monday night and ended early Wednesday morning.',
    finds: [
      ['Monday night', 'TIME', '2016-11-07TNI'],
      ['early Wednesday morning', 'TIME', '2016-11-09TMO'],
    ],
  },
  {
    text: 'He came this morning; she comes tomorrow afternoon.',
    finds: [
      ['this morning', 'TIME', '2016-11-09TMO'],
      ['tomorrow afternoon', 'TIME', '2016-11-10TAF'],
    ],
  },
  { text: 'On the night of Nov. 8 crowds grew.', finds: [['the night of Nov. 8', 'TIME', '2016-11-08TNI']] },
  { text: 'They won 10:3, at odds of 7:2, in Luke 10:25.', finds: [] },
  {
    text: "At 10:30 Friday night it ended; at 9 o'clock last night it rained.",
    finds: [
      ['10:30 Friday night', 'TIME', '2016-11-04T22:30'],
      ["9 o'clock last night", 'TIME', '2016-11-08T21:00'],
    ],
  },
  {
    text: 'At eight thirty p.m. the lights went out; a 9 p.m. curfew followed.',
    finds: [
      ['eight thirty p.m.', 'TIME', '2016-11-09T20:30'],
      ['9 p.m.', 'TIME', '2016-11-09T21:00'],
    ],
  },
  {
    text: 'They left at dawn Friday and were home by evening.',
    published: '2016-11-11',
    finds: [
      ['dawn Friday', 'TIME', '2016-11-11TMO'],
      ['evening', 'TIME', '2016-11-11TEV'],
    ],
  },
  { text: 'It landed at 0600 GMT.', finds: [['0600 GMT', 'TIME', '2016-11-09T06:00']] },
  { text: "He calls at 10 o'clock at night.", finds: [["10 o'clock at night", 'TIME', '2016-11-09T22:00']] },
  { text: 'It is the dawn of a new age, said Dawn Vale by Sunset Boulevard.', finds: [] },
  {
    text: "It was ten minutes to three; at twelve o'clock midnight, and half past ten in the evening.",
    finds: [
      ['ten minutes to three', 'TIME', '2016-11-09T02:50'],
      ["twelve o'clock midnight", 'TIME', '2016-11-09T00:00'],
      ['half past ten in the evening', 'TIME', '2016-11-09T22:30'],
    ],
  },
  { text: 'It grew from five to ten, ten minutes after three goals.', finds: [['ten minutes', 'DURATION', 'PT10M']] },
  {
    text: 'It begins at 7 tonight and ends at 10 tomorrow morning; he scored 7 Friday night.',
    finds: [
      ['7 tonight', 'TIME', '2016-11-09T19:00'],
      ['10 tomorrow morning', 'TIME', '2016-11-10T10:00'],
      ['Friday night', 'TIME', '2016-11-04TNI'],
    ],
  },
  {
    text: 'The forum runs from 7-9 p.m. Monday, and from 3:15 to 5:15 p.m. Thursday.',
    finds: [
      ['7', 'TIME', '2016-11-14T19:00'],
      ['9 p.m. Monday', 'TIME', '2016-11-14T21:00'],
      ['3:15', 'TIME', '2016-11-10T15:15'],
      ['5:15 p.m. Thursday', 'TIME', '2016-11-10T17:15'],
    ],
  },
  {
    text: 'He fell between 11 and 2 p.m., after 2 a.m. and before 4 a.m. Tuesday.',
    finds: [
      ['11', 'TIME', '2016-11-09T11:00'],
      ['2 p.m.', 'TIME', '2016-11-09T14:00'],
      ['2 a.m.', 'TIME', '2016-11-09T02:00'],
      ['4 a.m. Tuesday', 'TIME', '2016-11-08T04:00'],
    ],
  },
  {
    text: 'He fell between 2 a.m. and 4:30 a.m. Tuesday.',
    finds: [
      ['2 a.m.', 'TIME', '2016-11-08T02:00'],
      ['4:30 a.m. Tuesday', 'TIME', '2016-11-08T04:30'],
    ],
  },
]
