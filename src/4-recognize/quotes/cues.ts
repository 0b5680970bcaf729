import { POS, type Tokens } from '../../document/segmented.js'
import { CUE_FORMS } from './cue-forms.js'
import { CUE_CLASSES, NOUN_CUES, PHRASAL_CUES } from './cue-lexicon.js'

/** What the lexicon says of a verb form. */
export interface CueEntry {
  readonly lemma: string
  /** Classes of the lexicon that the verb is in, the first counts. */
  readonly name: string
  readonly frames: string
  readonly form: 'base' | 'third' | 'past' | 'ing' | 'participle'
  readonly particles: readonly { readonly word: string; readonly name: string; readonly frames: string }[]
}

const FORMS = ['base', 'third', 'past', 'ing', 'participle'] as const

function framesOf(): Map<string, { name: string; frames: string }> {
  const lemmas = new Map<string, { name: string; frames: string }>()
  for (const { name, words } of CUE_CLASSES) {
    for (const item of words.split(' ')) {
      const [lemma, frames] = item.split(':')
      const known = lemmas.get(lemma)
      lemmas.set(lemma, { name: known?.name ?? name, frames: (known?.frames ?? '') + frames })
    }
  }
  return lemmas
}

/** Every inflected form of every cue verb, in lower case. */
function buildTable(): ReadonlyMap<string, CueEntry> {
  const lemmas = framesOf()
  const table = new Map<string, CueEntry>()
  for (const row of CUE_FORMS) {
    const forms = row.split(' ')
    const lemma = forms[0]
    const known = lemmas.get(lemma) ?? { name: 'say', frames: '' }
    const particles = PHRASAL_CUES.filter(([verb]) => verb === lemma).map(([, word, name, frames]) => ({
      word,
      name,
      frames,
    }))
    forms.forEach((form, k) => {
      if (!table.has(form)) table.set(form, { lemma, ...known, form: FORMS[k], particles })
    })
  }
  return table
}

export const CUE_TABLE: ReadonlyMap<string, CueEntry> = buildTable()

/** Every noun of saying, singular and plural, with its frames. */
export const NOUN_TABLE = new Map<string, string>()
for (const [noun, frames] of Object.entries(NOUN_CUES)) {
  NOUN_TABLE.set(noun, frames)
  NOUN_TABLE.set(`${noun}s`, frames)
}

/** Every lemma that a cue of the lists can have. */
export const CUE_LEMMAS: readonly string[] = [
  ...[...CUE_TABLE.values()].map(({ lemma }) => lemma),
  ...PHRASAL_CUES.map(([verb, particle]) => `${verb} ${particle}`),
  ...Object.keys(NOUN_CUES),
  'according to',
]

/** A cue in the text: tokens `first` to `end` (excluded). */
export interface FoundCue {
  readonly first: number
  readonly end: number
  readonly verb: number
  readonly lemma: string
  readonly name: string
  readonly frames: string
  readonly form: CueEntry['form']
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'your',
  'no',
  "'s",
  'some',
  'any',
])

/** Is the word at `i` a verb here, not a noun ("the report", "his claim") or part of a name? */
function actsAsVerb(tokens: Tokens, i: number, entry: CueEntry): boolean {
  const pos = tokens.pos[i]
  if (pos === POS.VERB || pos === POS.AUX)
    return !(i > 0 && DETERMINERS.has(tokens.lower[i - 1]) && entry.form !== 'third' && entry.form !== 'past')
  if (entry.form === 'past' || entry.form === 'ing') {
    return pos !== POS.ADJ || entry.lemma === 'say' || (i > 0 && tokens.pos[i - 1] === POS.PRON)
  }
  return (
    entry.lemma === 'say' || (entry.form === 'third' && i > 0 && tokens.pos[i - 1] === POS.PROPN && pos !== POS.PROPN)
  )
}

/** The cue that begins at token `i` with this table entry, particle included ("pointed out"), if it is one. */
export function cueAt(tokens: Tokens, i: number, entry: CueEntry): FoundCue | undefined {
  if (!actsAsVerb(tokens, i, entry)) return undefined
  for (const { word, name, frames } of entry.particles) {
    for (let k = i + 1; k < tokens.length && k <= i + (word === 'clear' ? 2 : 1); k++) {
      if (tokens.lower[k] === word)
        return { first: i, end: k + 1, verb: i, lemma: `${entry.lemma} ${word}`, name, frames, form: entry.form }
    }
  }
  if (entry.frames === '') return undefined
  return { first: i, end: i + 1, verb: i, lemma: entry.lemma, name: entry.name, frames: entry.frames, form: entry.form }
}
