/**
 * Words that keep their period, lower case, without it.
 * `always`: the period is theirs wherever they stand ("Gov. Ruiz").
 * `beforeNumber`: only before a number ("No. 7"; "She said no.").
 * `insideSentence`: only when what follows cannot begin a sentence: a lower-case word, a number, a comma ("Sun. 3 p.m."; "The Sun.").
 */
export type AbbreviationKind = 'always' | 'beforeNumber' | 'insideSentence'

const LISTS: Readonly<Record<AbbreviationKind, string>> = {
  always: `
    mr mrs ms mx messrs dr prof st sr jr rev fr hon gov lt gen col capt cpl cmdr maj sgt adm brig pvt pfc supt det insp
    sen sens rep reps pres amb atty asst assoc dist pte mt ft
    inc corp co cos ltd bros plc llc assn dept univ intl natl
    jan feb aug sept sep oct nov dec tues thurs wed
    calif fla ariz ala ark colo conn kan ky mich minn mont neb nev okla tenn wis wyo tex
    ave blvd rd hwy
    vs etc approx viz cf al ed eds vol pp
    bldg govt ph`,
  beforeNumber: 'no nos pg art sec ch fig figs par p',
  insideSentence:
    'mon fri sat sun mar apr jun jul ga va pa md mo la me del ore ill ind mass miss wash est jan feb vt dak',
}

const KINDS: ReadonlyMap<string, AbbreviationKind> = new Map(
  (Object.keys(LISTS) as AbbreviationKind[])
    .flatMap((kind) =>
      LISTS[kind]
        .split(/\s+/)
        .filter(Boolean)
        .map((word): [string, AbbreviationKind] => [word, kind]),
    )
    .reverse(),
)

/** All entries above. */
export const ABBREVIATIONS: readonly string[] = [...KINDS.keys()]

/** Longest entry above, so that longer words need no look-up. */
export const LONGEST_ABBREVIATION = Math.max(...ABBREVIATIONS.map((word) => word.length))

export const abbreviationKind = (word: string): AbbreviationKind | undefined => KINDS.get(word.toLowerCase())

/** Abbreviations that stand before a name, so that a capital after them begins no sentence: "Gov. Ruiz", "St. Paul". */
export const BEFORE_A_NAME: ReadonlySet<string> = new Set(
  `mr. mrs. ms. mx. messrs. dr. prof. st. rev. fr. hon. gov. lt. gen. col. capt. cpl. cmdr. maj. sgt. adm. brig. pvt.
   pfc. supt. det. insp. sen. sens. rep. reps. pres. amb. atty. asst. assoc. dist. mt. ft. vs. no. nos. jan. feb. aug.
   sept. sep. oct. nov. dec. u.s.s. h.m.s.`
    .split(/\s+/)
    .filter(Boolean),
)
