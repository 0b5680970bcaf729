/**
 * Words that report speech and thought, by class. The class says what kind of act it is, the frames what the grammar of
 * the word allows:
 *
 * - `q` a quotation in marks may be its object or stand before it ("…", she added)
 * - `t` a clause with or without "that" follows (she said prices rose)
 * - `h` only a clause with "that" follows (he complained that …)
 * - `p` it may stand after or inside the words it reports (Prices rose, she said.)
 * - `a` it takes a hearer before the words (she told reporters …)
 * - `i` an infinitive follows (he promised to …), after the hearer for `a` (she urged them to …)
 * - `w` a question word follows (they asked whether …)
 * - `n` it names, praises or blames, and what is in marks is the name (he called it “a farce”)
 */
export interface CueClass {
  readonly name: string
  readonly words: string
}

export const CUE_CLASSES: readonly CueClass[] = [
  {
    name: 'say',
    words:
      'say:qtpw add:qtp state:qtp note:qtp remark:qtp observe:qtp mention:qtw comment:qp continue:qp declare:qtp pronounce:q proclaim:qtp exclaim:qp quip:qp joke:qtp reiterate:qtpw repeat:qtp stress:qtp emphasize:qtp emphasise:qtp underscore:qt utter:q opine:qtp muse:qtp intone:qp offer:q interject:qp volunteer:qtp deadpan:q begin:q conclude:qtp warn:qtpai caution:qtpa recount:qtpw recall:qtpw recollect:qtp relate:qt reflect:qtp',
  },
  {
    name: 'write',
    words: 'write:qtp tweet:qtp retweet:q post:qtp blog:qtp text:q email:q type:q read:q sign:q editorialize:qtp',
  },
  {
    name: 'shout',
    words:
      'shout:qtp yell:qtp scream:qtp cry:qp chant:qp whisper:qtp mutter:qtp mumble:qtp murmur:qp roar:qp bark:qp sing:q thunder:qp bellow:qp holler:qp gush:qp growl:qp snap:qp sigh:qp laugh:q gasp:qp',
  },
  {
    name: 'tell',
    words: 'tell:qtpaiw inform:qtaw remind:qtaw assure:qtpa reassure:qta notify:hta advise:qtpai brief:h instruct:ai',
  },
  {
    name: 'announce',
    words:
      'announce:qtpiw report:qtp reveal:qtpw disclose:qtpw confirm:qtpw testify:qtp clarify:qtp divulge:qhw publish:q release:q certify:h',
  },
  {
    name: 'explain',
    words: 'explain:qtpw elaborate:qp specify:qtpw outline:w detail:w describe:qnw clarify:qtpw illustrate:hw',
  },
  { name: 'answer', words: 'reply:qtp respond:qtp answer:qtp retort:qtp counter:qtp object:qtp rebut:q rejoin:q' },
  {
    name: 'claim',
    words:
      'claim:qtpi assert:qtp argue:qtp allege:qtp contend:qtp insist:qtp maintain:qtp affirm:qtp posit:qtp profess:ti attest:qtp swear:qtpi submit:qtp charge:qtp reckon:qtp',
  },
  {
    name: 'admit',
    words: 'admit:qtp acknowledge:qtp concede:qtp confess:qtp allow:qt agree:qtpi recognize:tw recognise:tw',
  },
  {
    name: 'deny',
    words: 'deny:qtp dispute:hq refuse:i decline:i dismiss:qn reject:qn disagree:qp refute:h doubt:tw discount:n',
  },
  {
    name: 'complain',
    words:
      'complain:qhp protest:qtp lament:qtp grumble:qhp bemoan:qh whine:qhp gripe:qhp fume:qtp bristle:q rail:q vent:q',
  },
  { name: 'boast', words: 'boast:qhtp brag:qhtp gloat:qhp crow:qhp tout:qn hail:qn' },
  {
    name: 'promise',
    words: 'promise:qtpia vow:qtpi pledge:qtpi threaten:qhi guarantee:qt commit:i undertake:i warrant:t',
  },
  {
    name: 'predict',
    words:
      'predict:qtpw forecast:qtp project:t estimate:qtp speculate:qtpw anticipate:t expect:ti foresee:tw prophesy:tp',
  },
  {
    name: 'suggest',
    words:
      'suggest:qtp hint:qtp imply:qtp indicate:qtpw signal:qtp intimate:qt insinuate:qt propose:qti recommend:qti advocate:h signify:h',
  },
  {
    name: 'ask',
    words:
      'ask:qpaiw wonder:qpw inquire:qpw query:qp question:qwn demand:qtpi request:qhi urge:qpaih plead:qphi beg:qpai implore:qpai exhort:qpai prompt:ai order:qai command:qai invite:ai entreat:ai',
  },
  {
    name: 'think',
    words:
      'think:qtpw believe:tp feel:tp hope:tpi fear:tp worry:htp know:tw suspect:tp consider:nh assume:t imagine:tpw guess:tp understand:tw realize:qtpw realise:qtpw conclude:qtp decide:tiw judge:h surmise:qtp theorize:qtp presume:t learn:tw wish:tp figure:t remember:qtw regret:h',
  },
  {
    name: 'show',
    words:
      'show:tw find:t indicate:qtpw demonstrate:tw suggest:qtp determine:tw discover:tw calculate:t rule:qtp hold:h establish:hw estimate:qtp',
  },
  {
    name: 'name',
    words:
      'call:qn describe:qnw label:qn dub:qn brand:qn deem:n term:qn characterize:qn characterise:qn portray:n denounce:qn condemn:qn criticize:qn criticise:qn blast:qn slam:qn mock:qn ridicule:qn praise:qn accuse:qn blame:n credit:n deride:qn decry:qn rip:qn bash:n attack:n compliment:n applaud:n thank:n compare:n cite:n quote:qn invoke:n reference:n reprise:n rate:n rank:n admire:n fault:n assail:n lambaste:qn chide:qn rebuke:qn scold:qn taunt:qn tease:qn chastise:qn nickname:n define:n regard:n depict:n paint:n defend:n salute:qn greet:qn',
  },
]

/** Verbs with a particle or preposition that belongs to them: the verb's lemma, then the word, then class and frames. */
export const PHRASAL_CUES: readonly (readonly [verb: string, particle: string, name: string, frames: string])[] = [
  ['point', 'out', 'say', 'qtpw'],
  ['go', 'on', 'say', 'q'],
  ['refer', 'to', 'name', 'qn'],
  ['call', 'for', 'ask', 'n'],
  ['call', 'on', 'ask', 'nai'],
  ['shoot', 'back', 'answer', 'qp'],
  ['fire', 'back', 'answer', 'qp'],
  ['hit', 'back', 'answer', 'qp'],
  ['chime', 'in', 'say', 'qp'],
  ['weigh', 'in', 'say', 'qp'],
  ['blurt', 'out', 'say', 'qp'],
  ['cry', 'out', 'shout', 'qp'],
  ['call', 'out', 'shout', 'q'],
  ['lash', 'out', 'complain', 'q'],
  ['find', 'out', 'think', 'tw'],
  ['make', 'clear', 'say', 'tqw'],
  ['sum', 'up', 'say', 'q'],
  ['put', 'it', 'say', 'qp'],
]

/**
 * Nouns that carry reported words: "a statement from the ministry said", "his claim that prices fell", "the report
 * found". `c`: a clause with "that" may follow; `s`: it can be the one that "says" or "reads" in another's name, and
 * the other stands after "from", "by", "of" or in the possessive before it; `i`: an infinitive may follow.
 */
export const NOUN_CUES: Readonly<Record<string, string>> = {
  claim: 'c', assertion: 'c', allegation: 'c', accusation: 'c', argument: 'c', contention: 'c', belief: 'c', view: 'c', opinion: 'c',
  fear: 'c', concern: 'c', hope: 'c', suggestion: 'c', warning: 'c', prediction: 'c', promise: 'ci', pledge: 'ci', vow: 'ci', threat: 'ci',
  announcement: 'c', admission: 'c', acknowledgment: 'c', denial: 'c', insistence: 'c', conclusion: 'c', demand: 'ci', call: 'i', request: 'ci',
  refusal: 'i', complaint: 'c', assurance: 'c', confirmation: 'c', rumor: 'c', rumour: 'c', idea: 'c', notion: 'c', theory: 'c', speculation: 'c',
  statement: 'cs', letter: 's', email: 's', tweet: 's', post: 's', message: 's', memo: 's', report: 'cs', note: 's', speech: 's',
  release: 's', interview: 's', testimony: 'cs', remark: 's', comment: 's', article: 's', essay: 's', column: 's', editorial: 's',
  survey: 's', poll: 's', study: 's', analysis: 's', filing: 's', ruling: 's', lawsuit: 's', document: 's', text: 's',
} // biome-ignore format: a table reads better in rows
