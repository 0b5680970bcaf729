/**
 * What this stage must find: each quote as `kind [parts joined with " | "] lemma < source`, `-` for what is absent. Names
 * are marked in the text (p person, o organization, l place). Quotes that are left out must not be found.
 */
export interface QuoteExample {
  readonly because: string
  readonly text: string
  readonly quotes: readonly string[]
}

export const QUOTE_EXAMPLES: readonly QuoteExample[] = [
  {
    because: 'the verb may stand before its subject',
    text: '“The bridge will stay shut,” said [p Mara Lind], the director of roads.',
    quotes: ['direct [The bridge will stay shut,] say < Mara Lind'],
  },
  {
    because: 'nobody says a dateline',
    text: '[l NAIROBI], [l Kenya], Sept. 4 (Meridian) — The bridge will open in May, the mayor said.',
    quotes: ['indirect [The bridge will open in May] say < the mayor'],
  },
  {
    because: 'one quotation may have two parts around its cue, in one sentence or in two',
    text: '"We counted twice," [p Lind] said, "and found nothing." "It is late," she added. "Go home."',
    quotes: ['direct [We counted twice, | and found nothing.] say < Lind', 'direct [It is late, | Go home.] add < she'],
  },
  {
    because: 'doubled apostrophes are marks too, apostrophes and inches are none',
    text: "''It's over,'' [p Osei] said. The 6'2\" keeper wore a 12\" boot in the '90s.",
    quotes: ["direct [It's over,] say < Osei"],
  },
  {
    because: 'guillemets, and a colon that introduces',
    text: '[p Brandt] told reporters on Monday: «The offer stands until Friday noon.»',
    quotes: ['direct [The offer stands until Friday noon.] tell < Brandt'],
  },
  {
    because: 'a quotation over several paragraphs has an opening mark on each',
    text: '“It began in spring,” [p Osei] said. “Nobody knew.\n\n“Then it spread.”',
    quotes: ['direct [It began in spring, | Nobody knew. | Then it spread.] say < Osei'],
  },
  {
    because: 'a quotation that nobody closed ends with its paragraph',
    text: '[p Brandt] said: “The pump failed twice last year\n\nThe plant reopened in May.',
    quotes: ['direct [The pump failed twice last year] say < Brandt'],
  },
  {
    because: 'words before the marks make it mixed',
    text: '[p Mara Lind] said the plan was “a gift to the banks.”',
    quotes: ['mixed [a gift to the banks.] say < Mara Lind'],
  },
  {
    because: 'what something is called in marks is mixed as well',
    text: 'The senator called the vote “a farce” and left.',
    quotes: ['mixed [a farce] call < The senator'],
  },
  {
    because: 'reported speech after its cue, with and without "that"',
    text: '[p Osei] said that prices would fall. He added the harvest was good.',
    quotes: ['indirect [that prices would fall] say < Osei', 'indirect [the harvest was good] add < He'],
  },
  {
    because: 'reported speech before its cue',
    text: 'The road will reopen in March, a spokesman for the council said.',
    quotes: ['indirect [The road will reopen in March] say < a spokesman for the council'],
  },
  {
    because: 'a source after "according to", at either end',
    text: 'According to [o Acme], sales doubled last year. Two workers were hurt, according to people familiar with the matter.',
    quotes: [
      'indirect [sales doubled last year] according to < Acme',
      'indirect [Two workers were hurt] according to < people familiar with the matter',
    ],
  },
  {
    because: 'the hearer is not the source',
    text: '[p Brandt] told [p Osei] that the deal was dead.',
    quotes: ['indirect [that the deal was dead] tell < Brandt'],
  },
  {
    because: 'an apposition, a bracket or a relative clause may stand between subject and cue',
    text: '[p Brandt], the mayor of [l Ulm], said the tunnel was safe. [p Osei] (D-Ohio) denied that he had known. [p Lind], who chairs the board, warned that money was short.',
    quotes: [
      'indirect [the tunnel was safe] say < Brandt, the mayor of Ulm',
      'indirect [that he had known] deny < Osei (D-Ohio)',
      'indirect [that money was short] warn < Lind, who chairs the board',
    ],
  },
  {
    because: 'an -ing form and a second verb share the subject of the first, not of a clause in between',
    text: '[p Lind] denied that the bank had failed, adding that it was sound.',
    quotes: ['indirect [that the bank had failed] deny < Lind', 'indirect [that it was sound] add < Lind'],
  },
  {
    because: 'a question mark ends the quotation, not the sentence around it',
    text: '“Who pays for this mess?” [p Brandt] asked.',
    quotes: ['direct [Who pays for this mess?] ask < Brandt'],
  },
  {
    because: 'a colon or a dash may be all that introduces the speaker',
    text: '[p Osei] was unmoved: “Not on my watch, not ever.”\n\n“I love this town more than any other.” — [p Mara Lind]',
    quotes: [
      'direct [Not on my watch, not ever.] - < Osei',
      'direct [I love this town more than any other.] - < Mara Lind',
    ],
  },
  {
    because: 'transcripts name the speaker in capitals',
    text: 'OSEI: “What did you know about the leak?”\n\nLIND: “Nothing at all until the Tuesday after.”',
    quotes: [
      'direct [What did you know about the leak?] - < OSEI',
      'direct [Nothing at all until the Tuesday after.] - < LIND',
    ],
  },
  {
    because: 'a transcript without marks is told by its labels, where there are two',
    text: 'OSEI: We will cut the fares next year.\n\nLIND: That is not what you said in May.',
    quotes: [
      'indirect [We will cut the fares next year.] - < OSEI',
      'indirect [That is not what you said in May.] - < LIND',
    ],
  },
  {
    because: 'a paper may quote with single marks, and put double ones inside',
    text: '‘Nobody told the drivers’ wives,’ said [p Tom O’Neill]. ‘I asked, “Where is the bus?” and they laughed.’',
    quotes: [
      'direct [Nobody told the drivers’ wives, | I asked, “Where is the bus?” and they laughed.] say < Tom O’Neill',
    ],
  },
  {
    because: 'titles of works, nicknames and scare quotes are nobody’s words',
    text: 'The film “The Long Harbor” opened on Friday. Edward “Ned” Price directed it. He also hosts the show “Night Boat.”',
    quotes: [],
  },
  {
    because: 'a noun may carry reported words: of whose it is, or of the subject before it',
    text: 'She was guided by her belief that the bank would fail. The board voiced concern that money was short.',
    quotes: ['indirect [that the bank would fail] belief < her', 'indirect [that money was short] concern < The board'],
  },
  {
    because: 'nouns that look like cues report nothing',
    text: 'The report cost money. Her claim failed. The show was long.',
    quotes: [],
  },
]
