import { POS, SHAPE } from '../../document/segmented.js'
import { LEXICON } from './lexicon.js'
import { type Place, wordAfter, wordBefore } from './rule.js'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Month names that are given names, verbs or common nouns too. */
const AMBIGUOUS_MONTHS = words('may march april june august')
const DATE_PREPOSITIONS = words(
  `in by since until till from of before after during through for to between this last next early late mid and or on
   around every each - that past throughout beginning ending ended`,
)
/** What is measured every month. */
const MEASURED = words(
  `sales figures data unemployment orders output exports imports prices inflation retail auto car housing earnings results
   delivery deliveries futures contract numbers jobless payrolls production trade report quarter revenue traffic`,
)
const MARCHERS = words('for on against to through in')

const isCapitalWord = (place: Place, at: number): boolean => {
  const { shape, lower } = place.tokens
  return (
    at >= 0 &&
    at < shape.length &&
    (shape[at] & SHAPE.CAPITAL) !== 0 &&
    (shape[at] & SHAPE.LOWER) !== 0 &&
    !LEXICON.has(lower[at])
  )
}
const sameSentence = (place: Place, at: number): boolean =>
  at >= 0 && at < place.tokens.length && place.tokens.sentence[at] === place.tokens.sentence[place.from]

/** Whether a month's name alone is the month: not "May" the minister, "May I?", the March for something, "April Ryan". */
export function isBareMonth(place: Place): boolean {
  const { tokens, from, end } = place
  const name = tokens.lower[from]
  if (!AMBIGUOUS_MONTHS.has(name)) return true
  const before = from - 1
  const opens = !sameSentence(place, before)
  const preposition = !opens && DATE_PREPOSITIONS.has(tokens.lower[before])
  // "In May Ruiz said" is rare; "met with April Ryan" is not.
  if (sameSentence(place, end) && isCapitalWord(place, end) && tokens.pos[end] === POS.PROPN && !preposition)
    return false
  // "with Maria and June Vale": a weak preposition before, a surname behind.
  if (
    /^(and|or|to|for|from|of|by|between)$/.test(tokens.lower[before] ?? '') &&
    isCapitalWord(place, end) &&
    tokens.pos[end] === POS.PROPN
  )
    return false
  if (preposition) {
    // "plans to March in Selma", in a headline; "January to March" is a stretch.
    if (name === 'march' && tokens.lower[before] === 'to' && LEXICON.get(tokens.lower[before - 1])?.month === undefined)
      return !MARCHERS.has(tokens.lower[end] ?? '')
    // "to May" and "and May": the minister, where a verb of saying or having follows.
    return !(
      /^(to|and|for|from|of|after|by|between|or|on)$/.test(tokens.lower[before]) &&
      name === 'may' &&
      isVerb(place, end)
    )
  }
  // "March sales rose", "March was cold"; not "March organizers", "March for the sea!"
  if (opens && name === 'march') return MEASURED.has(tokens.lower[end] ?? '') || /^(is|was|has)$/.test(wordAfter(place))
  if (opens) return name !== 'may' && !isVerb(place, end)
  if ((isCapitalWord(place, before) && !/^(the|a|an)$/.test(tokens.lower[before])) || tokens.lower[before] === '.')
    return false
  if (name === 'march') return !/^('s|the|a|an)$/.test(tokens.lower[before]) || !MARCHERS.has(tokens.lower[end] ?? '')
  if (name === 'may') return tokens.lower[before] === 'the' || tokens.lower[before] === 'a'
  return !isVerb(place, end)
}

const isVerb = (place: Place, at: number): boolean => {
  if (!sameSentence(place, at)) return false
  const code = place.tokens.pos[at]
  return code === POS.VERB || code === POS.AUX || place.tokens.lower[at] === "'s"
}

const PROGRAMMES = words('night morning football')
const SUNDAY_NAMES = words('times mirror telegraph mail express herald school post sun world independent')

export function isBareWeekday(place: Place): boolean {
  const { tokens, from, end } = place
  const word = tokens.lower[from]
  const sense = LEXICON.get(word)
  if (sense?.short) {
    // "Sun" and "Sat" are other words far more often than days.
    if (!word.endsWith('.')) return false
    return /^(,|\d|at|from|to|-|through|and|noon|night|morning)/.test(tokens.lower[end] ?? '')
  }
  if (tokens.shape[end] !== undefined && SUNDAY_NAMES.has(wordAfter(place)) && sameSentence(place, end))
    return (tokens.shape[end] & SHAPE.CAPITAL) === 0 && wordAfter(place) !== 'school'
  // "on Feb. 7, a Tuesday"; but "a Tuesday hearing".
  if (
    wordBefore(place) === 'a' &&
    (!sameSentence(place, end) ||
      (tokens.pos[end] !== POS.NOUN && tokens.pos[end] !== POS.ADJ && tokens.pos[end] !== POS.PROPN))
  )
    return false
  // "Saturday Night Live"
  if (
    PROGRAMMES.has(wordAfter(place)) &&
    (tokens.shape[end] & SHAPE.CAPITAL) !== 0 &&
    (tokens.shape[end] & SHAPE.LOWER) !== 0
  )
    return false
  return !/^(black|cyber|super|bloody|ruby|giving|holy|ash|good|palm)$/.test(wordBefore(place))
}

const SEASON_OPENERS = words(
  'in by since until this last next early late mid during through throughout every each over all - before after of into for',
)
const SEASON_NAMED = words('of olympics games palace school guy break')

/** "in the fall", "this spring"; not "the fall of the wall", "prices fall", "a hot spring". */
export function isBareSeason(place: Place): boolean {
  const { tokens, from, end } = place
  const name = tokens.lower[from]
  if (SEASON_NAMED.has(wordAfter(place)) || isCapitalWord(place, end)) return false
  const previous = wordBefore(place)
  if (previous === '-' && !/^(mid|early|late)$/.test(wordBefore(place, 2))) return false
  if (SEASON_OPENERS.has(previous)) return name !== 'fall' || tokens.pos[from] !== POS.VERB || previous !== 'all'
  // "in the spring and summer"
  if ((previous === 'and' || previous === 'or') && LEXICON.get(wordBefore(place, 2))?.season !== undefined) return true
  if (previous === 'the') return SEASON_OPENERS.has(wordBefore(place, 2))
  return false
}

const COUNTED = words(
  `people persons men women children troops soldiers officers workers employees jobs homes houses residents voters votes
   seats delegates points pounds dollars euros yen francs miles feet kilometers kilometres meters metres acres tons tonnes
   barrels shares units square calories degrees refugees prisoners students members megawatts watts gallons words copies
   hours minutes seconds days weeks months years rpm mph km kg lbs rupees pesos million billion thousand percent % others
   rounds cases deaths victims patients kilograms vehicles cars planes ships cubic bottles times fans spectators passengers customers civilians families guests visitors`,
)
const NUMBERING = words(
  `$ £ € ¥ # no. no nos. number flight room section sections rule route highway interstate channel article chapter page
   pages psalm boeing windows line form box suite apartment extension bill model series version level resolution paragraph
   act figure title unit area code zip district about approximately nearly almost roughly some over than least most
   - / : . , to only another exactly`,
)
const YEAR_OPENERS = words(
  `in since by of until till before after during from through early late mid for the between and to or summer spring fall
   winter autumn year fiscal around circa about than - – — ( or / , q1 q2 q3 q4 's next every election ended`,
)

/** Whether four digits are a year: by the words on both sides, and by how likely such a year is in news. */
export function isBareYear(place: Place, year: number): boolean {
  const { from, end } = place
  if (/^(b\.c\.|bc|b\.c)$/.test(wordAfter(place))) return false
  const before = wordBefore(place)
  const after = sameSentence(place, end) ? wordAfter(place) : ''
  if (COUNTED.has(after)) return false
  if (after === '-' || after === '–') {
    const next = wordAfter(place, 1)
    if (/^(year|foot|mile|square|pound|page|acre|seat|member|person|calorie|meter|metre|point|word|ton)$/.test(next))
      return false
  }
  if ((after === '-' || after === '.' || after === '/') && /^\d{3,}$/.test(wordAfter(place, 1))) {
    // "555-1990" and "1990-555"; "2009-2010" is a range.
    if (!/^(1[5-9]|20)\d\d$/.test(wordAfter(place, 1))) return false
  }
  // "carried 2000 passengers"
  if (place.tokens.pos[from - 1] === POS.VERB && place.tokens.pos[end] === POS.NOUN && /[^us]s$/.test(after))
    return false
  const opened = sameSentence(place, from - 1) && YEAR_OPENERS.has(before)
  if (
    (before === '-' || before === '–') &&
    /^\d+$/.test(wordBefore(place, 2)) &&
    !/^(1[5-9]|20)\d\d$/.test(wordBefore(place, 2))
  )
    return false
  // "the 1995/96 season"
  if (after === '/' && Number(wordAfter(place, 1)) === (year + 1) % 100 && wordAfter(place, 1).length === 2)
    return year > 1500
  if (before === '/' || after === '/') return false
  if (year >= 1900 && year <= 2059) {
    if (opened)
      return !(before === 'to' && isNumber(wordBefore(place, 2)) && !/^(1[5-9]|20)\d\d$/.test(wordBefore(place, 2)))
    // "Vision 2020"; but "Republican 2016 hopefuls"
    if (
      place.tokens.pos[end] !== POS.NOUN &&
      (place.tokens.pos[from - 1] === POS.PROPN || isCapitalWord(place, from - 2)) &&
      isCapitalWord(place, from - 1) &&
      sameSentence(place, from - 1) &&
      !CAMPAIGNS.has(before)
    )
      return false
    // "since at least 1980"
    if (before === 'least' && wordBefore(place, 3) === 'since') return true
    return !NUMBERING.has(before) || before === ',' || before === '.'
  }
  // "in 1777, 1779 and 1780"
  if (
    year >= 1500 &&
    /^(,|and|or)$/.test(before) &&
    /^1[5-9]\d\d$/.test(wordBefore(place, before === ',' || wordBefore(place, 2) !== ',' ? 2 : 3))
  )
    return true
  if (year >= 1500 && year < 2100)
    return (
      /^(in|since|of|until|by|from|between|early|late|mid|year|circa|–)$/.test(before) ||
      (/^(after|before|around|about)$/.test(before) && isUncounted(place))
    )
  return year < 1500 && before === 'in' && /^([.,;)]|when|)$/.test(after)
}

/** "split after 1810", not "after 1810 votes". */
const isUncounted = (place: Place): boolean => {
  if (!sameSentence(place, place.end)) return true
  const code = place.tokens.pos[place.end]
  return code !== POS.NOUN && code !== POS.ADJ && code !== POS.PROPN && code !== POS.NUM && code !== POS.SYM
}

const CAMPAIGNS = words('election campaign decision season since copyright')
const isNumber = (word: string): boolean => /^[\d.,]+$/.test(word)

/** "May 3, 2016 people": the four digits after a date count something. */
export const isSplitYear = (place: Place): boolean =>
  sameSentence(place, place.end) && COUNTED.has(wordAfter(place)) && place.tokens.words[place.end - 2] === ','
