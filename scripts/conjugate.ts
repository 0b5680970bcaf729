import nlp from 'compromise'

/** Where compromise takes a verb for a regular one or spells it the British way. Lemma, third, past, -ing, participle. */
const IRREGULAR: readonly string[] = [
  'read reads read reading read',
  'chide chides chided chiding chided',
  'scold scolds scolded scolding scolded',
  'put puts put putting put',
  'tweet tweets tweeted tweeting tweeted',
  'retweet retweets retweeted retweeting retweeted',
  'quip quips quipped quipping quipped',
  'crow crows crowed crowing crowed',
  'rip rips ripped ripping ripped',
  'deride derides derided deriding derided',
  'prophesy prophesies prophesied prophesying prophesied',
  'text texts texted texting texted',
  'tout touts touted touting touted',
  'blog blogs blogged blogging blogged',
  'deadpan deadpans deadpanned deadpanning deadpanned',
  'murmur murmurs murmured murmuring murmured',
  'posit posits posited positing posited',
  'rebut rebuts rebutted rebutting rebutted',
  'slam slams slammed slamming slammed',
  'snap snaps snapped snapping snapped',
  'label labels labeled labeling labeled',
]

/** Lemma, third person, past, -ing form and past participle of a verb, by compromise. */
export function conjugations(lemma: string): readonly string[] {
  const known = IRREGULAR.find((row) => row.startsWith(`${lemma} `))
  if (known) return known.split(' ')
  const doc = nlp(lemma)
  doc.tag('Infinitive')
  const forms = doc.verbs().conjugate()[0] as Record<string, string> | undefined
  if (!forms) throw new Error(`compromise finds no verb in "${lemma}"; add its forms to IRREGULAR`)
  return [lemma, forms['PresentTense'], forms['PastTense'], forms['Gerund'], forms['Participle'] ?? forms['PastTense']]
}
