/** What this stage must make of each quote: the `path` to the name, joined with " > "; `-` where nobody is named. */
export interface SpeakerExample {
  readonly because: string
  readonly text: string
  readonly paths: readonly string[]
}

export const SPEAKER_EXAMPLES: readonly SpeakerExample[] = [
  {
    because: 'a surname leads to the full name',
    text: '[p Mara Lind] opened the bridge. “It will last,” [p Lind] said.',
    paths: ['Lind > Mara Lind'],
  },
  {
    because: 'a pronoun leads to the person of that gender who was last in view',
    text: '[p Henry Osei] met [p Mary Lind] on Friday. “We are close to a deal,” she said. He told reporters that work would begin in May.',
    paths: ['she > Mary Lind', 'He > Henry Osei'],
  },
  {
    because: 'a description with the name beside it',
    text: '“Nobody was hurt,” said a spokeswoman for the port, [p Anna White].',
    paths: ['a spokeswoman for the port, Anna White > Anna White'],
  },
  {
    because: 'a word that every object of JavaScript knows is no pronoun',
    text: '[p Mary Lind] hired a constructor in May. “It will hold,” the constructor said.',
    paths: ['the constructor'],
  },
  {
    because: 'a letter speaks for who wrote it',
    text: 'A letter from [p Henry Osei] said that the school would close.',
    paths: ['A letter from Henry Osei > Henry Osei'],
  },
  {
    because: 'a relative pronoun stands for the name before it',
    text: 'Reporters met [p Henry Osei], who said that the tunnel was safe.',
    paths: ['who > Henry Osei'],
  },
  {
    because: 'a title with "of" in it belongs to the name',
    text: 'Secretary of State [p Mary Lind] said that talks had failed.',
    paths: ['Secretary of State Mary Lind > Mary Lind'],
  },
  {
    because: 'a spokesman is not who he speaks for, and many are nobody',
    text: 'A spokesman for [p Henry Osei] said that he was ill. Officials said the road was shut.',
    paths: ['A spokesman for Henry Osei', 'Officials'],
  },
  {
    because: 'a turn of a transcript in capitals is the person of that surname',
    text: '[p Henry Osei] and [p Mary Lind] met in [l Ghent].\n\nOSEI: “What did you know about the leak at the plant?”\n\nLIND: “Nothing at all until the Tuesday after the fire.”',
    paths: ['OSEI > Henry Osei', 'LIND > Mary Lind'],
  },
  {
    because: 'a further quotation in the paragraph goes on with its speaker',
    text: '“We looked everywhere for the missing boat,” [p Henry Osei] said. He paused. “There was nothing left to find out there.”',
    paths: ['Henry Osei', 'Henry Osei'],
  },
]
