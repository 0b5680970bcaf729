import { francAll } from 'franc-min'

// Function words that are English among the languages of its alphabet: no "was" (German), "had" (Dutch), "for" (Danish).
const ENGLISH: ReadonlySet<string> = new Set(
  'the of and to that with his their have been said from they which who were are this would will its she but not'.split(
    ' ',
  ),
)
const SAMPLE = 600
const SHORTEST = 100
/** The runner-up's score, as a share of the first's, from which the two are too near to tell (Danish and Swedish). */
const TOO_NEAR = 0.95
/** From this share of function words on, nothing but English comes into question. */
const SURELY_ENGLISH = 0.08
const FEWEST_WORDS = 12

/** ISO 639-3 as the detector gives it, to ISO 639-1. Languages without a two-letter code are left out. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  spa: 'es', eng: 'en', por: 'pt', ind: 'id', fra: 'fr', deu: 'de', jav: 'jv', vie: 'vi', ita: 'it', tur: 'tr', pol: 'pl', swh: 'sw',
  sun: 'su', ron: 'ro', hau: 'ha', fuv: 'ff', bos: 'bs', hrv: 'hr', nld: 'nl', srp: 'sr', ckb: 'ku', yor: 'yo', uzn: 'uz', zlm: 'ms',
  ibo: 'ig', tgl: 'tl', hun: 'hu', azj: 'az', ces: 'cs', run: 'rn', plt: 'mg', qug: 'qu', nya: 'ny', zul: 'zu', kin: 'rw', swe: 'sv',
  som: 'so', ilo: 'tl', rus: 'ru', ukr: 'uk', bel: 'be', bul: 'bg', kaz: 'kk', arb: 'ar', urd: 'ur', pes: 'fa', hin: 'hi', mar: 'mr',
  npi: 'ne', cmn: 'zh', ben: 'bn', jpn: 'ja', kor: 'ko', tel: 'te', tam: 'ta', guj: 'gu', kan: 'kn', mal: 'ml', mya: 'my', pan: 'pa',
  amh: 'am', tha: 'th', sin: 'si', ell: 'el', heb: 'he', khm: 'km', lao: 'lo', kat: 'ka', hye: 'hy', tir: 'ti', dan: 'da', fin: 'fi',
} // biome-ignore format: a table

const NAMES: Readonly<Record<string, string>> = {
  english: 'en', german: 'de', deutsch: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt', dutch: 'nl', russian: 'ru',
  arabic: 'ar', chinese: 'zh', japanese: 'ja', turkish: 'tr', polish: 'pl', swedish: 'sv',
} // biome-ignore format: a table

/** ISO 639-1 of a metadata field: "en", "en-US", "eng" and "English" are `en`. */
export function parseLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const code = value
    .trim()
    .toLowerCase()
    .split(/[-_\s]/)[0]
  if (/^[a-z]{2}$/.test(code)) return code
  return TWO_LETTERS[code] ?? NAMES[code]
}

/**
 * ISO 639-1 of a text, or undefined where it is too short or too near to another language to tell. English prose is known by its function words in a few
 * microseconds; only what does not look English goes to the trigram detector.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = sampleOf(text)
  if (looksEnglish(sample)) return 'en'
  if (sample.length < SHORTEST) return undefined
  const [first, second] = francAll(sample, { minLength: SHORTEST })
  return second !== undefined && second[1] > TOO_NEAR ? undefined : TWO_LETTERS[first[0]]
}

/** A piece from behind the opening, since titles and datelines are mostly names. */
function sampleOf(text: string): string {
  const start = text.length > 2 * SAMPLE ? SAMPLE / 2 : 0
  return text.slice(start, start + SAMPLE)
}

function looksEnglish(sample: string): boolean {
  let words = 0
  let known = 0
  let start = 0
  for (let end = 0; end <= sample.length; end++) {
    if (end < sample.length && sample.charCodeAt(end) > SPACE) continue
    if (end > start) words++
    // The function words have two to five letters.
    if (end - start >= 2 && end - start <= 5 && ENGLISH.has(sample.slice(start, end))) known++
    start = end + 1
  }
  return words >= FEWEST_WORDS && known >= words * SURELY_ENGLISH
}

const SPACE = 32
