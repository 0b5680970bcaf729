/**
 * Writes src/4-recognize/quotes/cue-forms.ts: the inflections of the cue verbs, computed by compromise once, so that
 * nobody loads compromise to read an article. Run it after changing the lexicon: npx tsx scripts/build-cue-forms.ts
 */
import { writeFileSync } from 'node:fs'
import { CUE_CLASSES, PHRASAL_CUES } from '../src/4-recognize/quotes/cue-lexicon.js'
import { conjugations } from './conjugate.js'

const lemmas = new Set<string>()
for (const { words } of CUE_CLASSES) for (const word of words.split(' ')) lemmas.add(word.split(':')[0])
for (const [verb] of PHRASAL_CUES) lemmas.add(verb)

const rows = [...lemmas].sort().map((lemma) => `  '${conjugations(lemma).join(' ')}',`)
const file = `/** Written by scripts/build-cue-forms.ts: lemma, third person, past, -ing form, past participle. */
export const CUE_FORMS: readonly string[] = [
${rows.join('\n')}
]
`
writeFileSync(new URL('../src/4-recognize/quotes/cue-forms.ts', import.meta.url), file)
