import type { Example } from '../rule.js'

/** Published on Wednesday, November 9, 2016 unless said otherwise. */
export const CALENDAR_EXAMPLES: readonly Example[] = [
  {
    text: 'He was born on 3 May 1958 and died on 12th October 2014.',
    finds: [
      ['3 May 1958', 'DATE', '1958-05-03'],
      ['12th October 2014', 'DATE', '2014-10-12'],
    ],
  },
  { text: 'They married on Saturday, June 4, 2011.', finds: [['Saturday, June 4, 2011', 'DATE', '2011-06-04']] },
  {
    text: 'The files are dated 2016-05-03 and 2016/05/04.',
    finds: [
      ['2016-05-03', 'DATE', '2016-05-03'],
      ['2016/05/04', 'DATE', '2016-05-04'],
    ],
  },
  {
    text: 'The rule took effect on 1/31/2015, and ends 31/12/2017.',
    finds: [
      ['1/31/2015', 'DATE', '2015-01-31'],
      ['31/12/2017', 'DATE', '2017-12-31'],
    ],
  },
  { text: 'It expires 12/31/17.', finds: [['12/31/17', 'DATE', '2017-12-31']] },
  {
    text: 'The Nov. 8 vote was close; the Dec. 19 meeting comes next.',
    finds: [
      ['Nov. 8', 'DATE', '2016-11-08'],
      ['Dec. 19', 'DATE', '2016-12-19'],
    ],
  },
  {
    text: 'The fair runs from March 3 to 5.',
    published: '2017-02-20',
    finds: [
      ['March 3', 'DATE', '2017-03-03'],
      ['5', 'DATE', '2017-03-05'],
    ],
  },
  {
    text: 'The fair runs May 3-5, 2017.',
    finds: [
      ['May 3', 'DATE', '2017-05-03'],
      ['5, 2017', 'DATE', '2017-05-05'],
    ],
  },
  {
    text: 'Talks on 3-5 May 2015 failed.',
    finds: [
      ['3', 'DATE', '2015-05-03'],
      ['5 May 2015', 'DATE', '2015-05-05'],
    ],
  },
  {
    text: 'It met on April 24 and 25.',
    finds: [
      ['April 24', 'DATE', '2016-04-24'],
      ['25', 'DATE', '2016-04-25'],
    ],
  },
  {
    text: 'Profits fell in 2009-2010 and rose in 2011-12.',
    finds: [
      ['2009', 'DATE', '2009'],
      ['2010', 'DATE', '2010'],
      ['2011', 'DATE', '2011'],
      ['12', 'DATE', '2012'],
    ],
  },
  {
    text: 'She won the 2016 election after losing the 2008 race.',
    finds: [
      ['2016', 'DATE', '2016'],
      ['2008', 'DATE', '2008'],
    ],
  },
  { text: 'The plant was built in June 2003.', finds: [['June 2003', 'DATE', '2003-06']] },
  { text: 'Prices fell in October, the ministry said.', finds: [['October', 'DATE', '2016-10']] },
  { text: 'The court will hear the case in March.', finds: [['March', 'DATE', '2017-03']] },
  {
    text: 'Inspectors are expected to return by August.',
    published: '1998-02-13',
    finds: [['August', 'DATE', '1998-08']],
  },
  {
    text: 'They met last May and will meet again next June.',
    finds: [
      ['last May', 'DATE', '2016-05'],
      ['next June', 'DATE', '2017-06'],
    ],
  },
  {
    text: 'By mid-September it was over; early 2018 is the goal.',
    finds: [
      ['mid-September', 'DATE', '2016-09'],
      ['early 2018', 'DATE', '2018'],
    ],
  },
  { text: 'At the end of May 2014 it closed.', finds: [['the end of May 2014', 'DATE', '2014-05']] },
  {
    text: 'Senators voted on Tuesday; a final vote is expected Thursday.',
    finds: [
      ['Tuesday', 'DATE', '2016-11-08'],
      ['Thursday', 'DATE', '2016-11-10'],
    ],
  },
  {
    text: "Monday's ruling came ahead of Thursday's debate.",
    finds: [
      ['Monday', 'DATE', '2016-11-07'],
      ['Thursday', 'DATE', '2016-11-10'],
    ],
  },
  {
    text: 'He resigned last Friday; the council meets next Tuesday.',
    finds: [
      ['last Friday', 'DATE', '2016-11-04'],
      ['next Tuesday', 'DATE', '2016-11-15'],
    ],
  },
  {
    text: 'The mill burned on March 4, 2015. The following Monday it rained.',
    finds: [
      ['March 4, 2015', 'DATE', '2015-03-04'],
      ['The following Monday', 'DATE', '2015-03-09'],
    ],
  },
  {
    text: 'The court convenes on the first Monday in October 2017.',
    finds: [['the first Monday in October 2017', 'DATE', '2017-10-02']],
  },
  { text: 'Friday the 13th was calm.', published: '2015-02-20', finds: [['Friday the 13th', 'DATE', '2015-02-13']] },
  { text: 'It opens on the 15th.', finds: [['the 15th', 'DATE', '2016-11-15']] },
  { text: 'The house was sold in the summer of 2015.', finds: [['the summer of 2015', 'DATE', '2015-SU']] },
  {
    text: 'Ratings fell last spring and may rise this winter.',
    finds: [
      ['last spring', 'DATE', '2016-SP'],
      ['this winter', 'DATE', '2016-WI'],
    ],
  },
  {
    text: 'It began in the 1930s, and ended in the late 1970s.',
    finds: [
      ['the 1930s', 'DATE', '193X'],
      ['the late 1970s', 'DATE', '197X'],
    ],
  },
  {
    text: "The band of the '80s is back, the mid-1990s hits too.",
    finds: [
      ["the '80s", 'DATE', '198X'],
      ['the mid-1990s', 'DATE', '199X'],
    ],
  },
  {
    text: 'It is a 19th-century bridge in a twenty-first century town.',
    finds: [
      ['19th-century', 'DATE', '18XX'],
      ['twenty-first century', 'DATE', '20XX'],
    ],
  },
  {
    text: 'In nineteen ninety-one he left; by the year two thousand he was back.',
    finds: [
      ['nineteen ninety-one', 'DATE', '1991'],
      ['the year two thousand', 'DATE', '2000'],
    ],
  },
  {
    text: 'Spending rose in fiscal 2015 and will fall in FY 2018.',
    finds: [
      ['fiscal 2015', 'DATE', '2015'],
      ['FY 2018', 'DATE', '2018'],
    ],
  },
  {
    text: 'In 1776, and again in 1066, kings fell.',
    finds: [
      ['1776', 'DATE', '1776'],
      ['1066', 'DATE', '1066'],
    ],
  },
  {
    text: 'The leap day, Feb. 29, was cold.',
    published: '2017-03-01',
    finds: [['Feb. 29', 'DATE', '2016-02-29']],
  },
  { text: 'Theresa Vale said in May that she may march.', finds: [['May', 'DATE', '2016-05']] },
  {
    text: 'The attack on Nov. 13, 2015, killed one; on March 22 another followed.',
    finds: [
      ['Nov. 13, 2015', 'DATE', '2015-11-13'],
      ['March 22', 'DATE', '2016-03-22'],
    ],
  },
  {
    text: 'She became the first woman to win, teeing up the November showdown.',
    published: '2016-07-27',
    finds: [['November', 'DATE', '2016-11']],
  },
  {
    text: 'The trip began Sunday. They met before Tuesday’s primary.',
    published: '2016-02-08',
    finds: [
      ['Sunday', 'DATE', '2016-02-07'],
      ['Tuesday', 'DATE', '2016-02-09'],
    ],
  },
  {
    text: 'It took effect on March 23 of this year, the last Friday of next month is free.',
    finds: [
      ['March 23 of this year', 'DATE', '2016-03-23'],
      ['the last Friday of next month', 'DATE', '2016-12-30'],
    ],
  },
  {
    text: 'Voting starts the week of Nov. 14, and ended in the last week of October.',
    finds: [
      ['the week of Nov. 14', 'DATE', '2016-W46'],
      ['the last week of October', 'DATE', '2016-W44'],
    ],
  },
  // What must not be found.
  { text: 'It airs on “Saturday Night Live” and 21st Century Pictures; it was in free-fall.', finds: [] },
  { text: 'Vision 2020 is a plan of men in their 30s, 40s and 50s.', finds: [] },
  { text: 'They may march to the sea, said June Harlow and April Stone.', finds: [] },
  { text: 'May I ask whether May Ruiz may speak?', finds: [] },
  { text: 'The Sun says the SAT test sat badly with his second wife.', finds: [] },
  { text: 'Prices fall when a spring breaks; the fall of the wall was loud.', finds: [] },
  { text: 'Call 555-1990 about room 2015 on flight 1998.', finds: [] },
  { text: 'The price rose from $1,990 to $2016, and 2000 people came.', finds: [] },
  { text: 'The score was 21-17, then 3-2, under Section 2015 of Rule 1933.', finds: [] },
  { text: 'The Women’s March for jobs drew 1,500.', finds: [] },
  { text: 'The ship carried 2000 passengers and 1900 tons of grain.', finds: [] },
  { text: 'She reads the Sunday Times.', finds: [] },
  { text: 'Temperatures in the 70s suit a man in his forties.', finds: [] },
  // Both are of one year.
  {
    text: 'It rains in March and April there, and from November to May elsewhere.',
    finds: [
      ['March', 'DATE', '2017-03'],
      ['April', 'DATE', '2017-04'],
      ['November', 'DATE', '2016-11'],
      ['May', 'DATE', '2017-05'],
    ],
  },
  {
    text: 'It rains in July and August.',
    published: '1998-03-02',
    finds: [
      ['July', 'DATE', '1998-07'],
      ['August', 'DATE', '1998-08'],
    ],
  },
  {
    text: 'By two thousand five the debt will be paid; it holds two thousand five hundred people.',
    finds: [['two thousand five', 'DATE', '2005']],
  },
  {
    text: 'It was a hit in the early nineties and the late Eighties.',
    finds: [
      ['the early nineties', 'DATE', '199X'],
      ['the late Eighties', 'DATE', '198X'],
    ],
  },
  {
    text: "He led the firm from '92 to '95.",
    finds: [
      ["'92", 'DATE', '1992'],
      ["'95", 'DATE', '1995'],
    ],
  },
  {
    text: 'Mills closed in 1848, 1870 and 1914.',
    finds: [
      ['1848', 'DATE', '1848'],
      ['1870', 'DATE', '1870'],
      ['1914', 'DATE', '1914'],
    ],
  },
  { text: 'The wall was built about 350 B.C. by hand.', finds: [['350 B.C.', 'DATE', 'BC0350']] },
  {
    text: 'It came on February the twenty third nineteen ninety eight.',
    finds: [['February the twenty third nineteen ninety eight', 'DATE', '1998-02-23']],
  },
  { text: 'They fled on the evening of the 12th.', finds: [['the evening of the 12th', 'TIME', '2016-10-12TEV']] },
  { text: 'Later in 1995 it rained.', finds: [['Later in 1995', 'DATE', '1995']] },
  {
    text: 'It is open from April 4 through Jan. 2.',
    published: '2009-03-30',
    finds: [
      ['April 4', 'DATE', '2009-04-04'],
      ['Jan. 2', 'DATE', '2010-01-02'],
    ],
  },
  { text: 'Dues must be paid by Monday.', finds: [['Monday', 'DATE', '2016-11-14']] },
  { text: 'The street was closed through June 1.', published: '2009-03-16', finds: [['June 1', 'DATE', '2009-06-01']] },
  { text: 'The deadline is this Tuesday.', finds: [['this Tuesday', 'DATE', '2016-11-15']] },
  { text: 'Vale took office in December.', published: '2016-10-12', finds: [['December', 'DATE', '2015-12']] },
  { text: 'The case is heard in May.', published: '2000-01-12', finds: [['May', 'DATE', '2000-05']] },
  { text: 'He is charged in a robbery in May.', published: '2000-01-12', finds: [['May', 'DATE', '1999-05']] },
  { text: 'Mill to close on Friday', finds: [['Friday', 'DATE', '2016-11-11']] },
  { text: 'She knows the streets that fall under the plan.', finds: [] },
  {
    text: 'It ran from January to June 2015, and in November, December and January 2014.',
    finds: [
      ['January', 'DATE', '2015-01'],
      ['June 2015', 'DATE', '2015-06'],
      ['November', 'DATE', '2013-11'],
      ['December', 'DATE', '2013-12'],
      ['January 2014', 'DATE', '2014-01'],
    ],
  },
  {
    text: "She led in 1995/96, and from 1998 to '99.",
    finds: [
      ['1995', 'DATE', '1995'],
      ['96', 'DATE', '1996'],
      ['1998', 'DATE', '1998'],
      ["'99", 'DATE', '1999'],
    ],
  },
  {
    text: 'Both were built in the 16th and 17th centuries.',
    finds: [
      ['the 16th', 'DATE', '15XX'],
      ['17th centuries', 'DATE', '16XX'],
    ],
  },
  {
    text: "It rained in the summer, late in the spring, and before the fall campaign of the fall of '98.",
    finds: [
      ['the summer', 'DATE', '2016-SU'],
      ['late in the spring', 'DATE', '2016-SP'],
      ['fall', 'DATE', '2016-FA'],
      ["the fall of '98", 'DATE', '1998-FA'],
    ],
  },
  { text: 'They meet the week of Monday, Nov. 14.', finds: [['the week of Monday, Nov. 14', 'DATE', '2016-W46']] },
  { text: 'Two Tuesdays ago she lost for the third time in as many days.', finds: [] },
  {
    text: 'March sales rose. March was wet. March organizers were not amused.',
    finds: [
      ['March', 'DATE', '2016-03'],
      ['March', 'DATE', '2016-03'],
    ],
  },
  {
    text: 'He left earlier Tuesday, two hours later; in May and June of last year he was ill.',
    finds: [
      ['earlier Tuesday', 'DATE', '2016-11-08'],
      ['two hours', 'DURATION', 'PT2H'],
      ['May', 'DATE', '2015-05'],
      ['June of last year', 'DATE', '2015-06'],
    ],
  },
  {
    text: 'Moose Lodge 1928 gives a show on Saturday, Nov. 12, and on last Tuesday, Nov. 8, it gave one.',
    finds: [
      ['Saturday, Nov. 12', 'DATE', '2016-11-12'],
      ['last Tuesday, Nov. 8', 'DATE', '2016-11-08'],
    ],
  },
  {
    text: 'By Monday the council will decide. By Tuesday it was over. A clean-up planned Saturday; "Let us vote in March," he said.',
    finds: [
      ['Monday', 'DATE', '2016-11-14'],
      ['Tuesday', 'DATE', '2016-11-08'],
      ['Saturday', 'DATE', '2016-11-12'],
      ['March', 'DATE', '2017-03'],
    ],
  },
]
