import type { Example } from '../rule.js'

export const SET_EXAMPLES: readonly Example[] = [
  {
    text: 'The board meets twice a week, every Tuesday and every two months.',
    finds: [
      ['twice a week', 'SET', 'P1W'],
      ['every Tuesday', 'SET', 'XXXX-WXX-2'],
      ['every two months', 'SET', 'P2M'],
    ],
  },
  {
    text: 'It reports annually, holds an annual fair and prays daily.',
    finds: [
      ['annually', 'SET', 'P1Y'],
      ['annual', 'SET', 'P1Y'],
      ['daily', 'SET', 'P1D'],
    ],
  },
  {
    text: 'It airs on Sundays, each Thursday and every other Friday.',
    finds: [
      ['Sundays', 'SET', 'XXXX-WXX-7'],
      ['each Thursday', 'SET', 'XXXX-WXX-4'],
      ['every other Friday', 'SET', 'P2W'],
    ],
  },
  {
    text: 'They play Tuesday nights and each morning.',
    finds: [
      ['Tuesday nights', 'SET', 'XXXX-WXX-2TNI'],
      ['each morning', 'SET', 'XXXX-XX-XXTMO'],
    ],
  },
  {
    text: 'The council meets every second Thursday; it is open 18 hours a week.',
    finds: [
      ['every second Thursday', 'SET', 'P2W'],
      ['18 hours', 'DURATION', 'PT18H'],
    ],
  },
  { text: 'It rains every few weeks.', finds: [['every few weeks', 'SET', 'PXW']] },
  { text: 'She reads the Daily Harbor and the Weekly Post.', finds: [] },
  {
    text: 'She runs five days a week, and every Monday morning.',
    finds: [
      ['five days a week', 'SET', 'P1W'],
      ['every Monday morning', 'SET', 'XXXX-WXX-1TMO'],
    ],
  },
  { text: 'It is a once-a-week show.', finds: [['once-a-week', 'SET', 'P1W']] },
  {
    text: 'The court sits every Monday, Wednesday and Friday; jazz is played on Monday and Tuesday nights.',
    finds: [
      ['every Monday', 'SET', 'XXXX-WXX-1'],
      ['Wednesday', 'SET', 'XXXX-WXX-3'],
      ['Friday', 'SET', 'XXXX-WXX-5'],
      ['Monday', 'SET', 'XXXX-WXX-1TNI'],
      ['Tuesday nights', 'SET', 'XXXX-WXX-2TNI'],
    ],
  },
]
