/** What clustering must do: names are marked (p person, o organization, l place); each entity as `name = aliases`. */
export interface EntityExample {
  readonly because: string
  readonly text: string
  /** "Elizabeth Warren = Warren"; each alias in order of first use, joined with "; ". */
  readonly entities: readonly string[]
}

export const ENTITY_EXAMPLES: readonly EntityExample[] = [
  {
    because: 'a surname and a surname with honorific are the person named in full',
    text: 'U.S. Sen. [p Marta Holloway] voted no. Ms. [p Holloway] left early. [p Holloway] said so.',
    entities: ['Marta Holloway = Holloway'],
  },
  {
    because: 'a husband and a wife who share a surname stay apart',
    text: '[p Nina Petrakis] and her husband, [p Carl Petrakis], came. Mr. [p Petrakis] spoke first. Mrs. [p Petrakis] listened.',
    entities: ['Nina Petrakis = Petrakis', 'Carl Petrakis = Petrakis'],
  },
  {
    because: 'an initial and a nickname do not split a person; a suffix does',
    text: '[p William T. Okafor] met voters. [p Bill Okafor] smiled. [p William Okafor Jr.] did not.',
    entities: ['William T. Okafor = Bill Okafor', 'William Okafor Jr. = '],
  },
  {
    because: 'particles belong to the family name, in any case',
    text: '[p Pieter van der Linde] won. "It was close," [p van der Linde] said. [p Van der Linde] thanked them.',
    entities: ['Pieter van der Linde = van der Linde'],
  },
  {
    because: 'diacritics and capitals do not split',
    text: '[p JOSÉ ARANDA] RESIGNS\n[p José Aranda] resigned. [p Jose Aranda] had led it.',
    entities: ['José Aranda = Jose Aranda'],
  },
  {
    because: 'different given names are different people',
    text: '[p Tom Brandt] hired [p Lisa Brandt] and [p Omar Brandt].',
    entities: ['Tom Brandt = ', 'Lisa Brandt = ', 'Omar Brandt = '],
  },
  {
    because: 'an acronym in brackets is the long form, in either order',
    text: 'The [o Coastal Fisheries Agency] ([o CFA]) closed the bay. [o CFA] staff left. The [o DMS] ([o Directorate of Marine Safety]) agreed.',
    entities: ['Coastal Fisheries Agency = CFA', 'Directorate of Marine Safety = DMS'],
  },
  {
    because: 'an acronym without brackets is the one long form with those initials, even when it comes first',
    text: '[o NRC] inspectors came on Monday. The [o Northern Rail Commission] declined to comment.',
    entities: ['Northern Rail Commission = NRC'],
  },
  {
    because: 'a company without its legal form, and a campus by its initials, are the same organization',
    text: '[o Tarrow Corp.] sued. [o Tarrow] won against the [o University of Velden, Harbor]. [o UV Harbor] appealed.',
    entities: ['Tarrow Corp. = Tarrow', 'University of Velden, Harbor = UV Harbor'],
  },
  {
    because: 'a court or a team without the place before it is the same; a part of a university is not the whole',
    text: 'The [o U.S. Supreme Court] ruled; the [o Supreme Court] was split. The [o University of Ohio] and the [o University of Ohio Press] were sued.',
    entities: ['U.S. Supreme Court = Supreme Court', 'University of Ohio = ', 'University of Ohio Press = '],
  },
  {
    because: 'a chamber is not its committee, and a house not the White House',
    text: 'The [o Senate] voted; the [o Senate Judiciary Committee] met. The [o White House] told the [o House].',
    entities: ['Senate = ', 'Senate Judiciary Committee = ', 'White House = ', 'House = '],
  },
  {
    because: '"also known as" binds an acronym',
    text: 'The [o Northern Tide Union], also known as [o NTU], struck. [o NTU] members cheered.',
    entities: ['Northern Tide Union = NTU'],
  },
  {
    because: 'a campus belongs to the name of its university, also where it is a place by itself',
    text: 'The [o University of Velden], [l Lyon], and [o UV Lyon] agree.',
    entities: ['University of Velden, Lyon = UV Lyon', 'Lyon = '],
  },
  {
    because: 'an airport is a place, also where it was taken for an organization',
    text: 'She landed at [o Velden Municipal Airport]. The [o Park] was closed.',
    entities: ['Velden Municipal Airport = ', 'Park = '],
  },
  {
    because: 'an adjective of nationality is no place',
    text: 'The [l German] minister flew to [l Berlin].',
    entities: ['Berlin = '],
  },
  {
    because: 'a nickname of a party is that party, and not that of one state',
    text: 'The [o GOP] lost. The [o Republican Party] regrouped. The [o Iowa Democratic Party] cheered the [o G.O.P.] on.',
    entities: ['Republican Party = GOP; G.O.P.', 'Iowa Democratic Party = '],
  },
  {
    because: 'a nickname does not become the party of a state that is the only one named in full',
    text: 'The [o Iowa Republican Party] met. The [o GOP] lost.',
    entities: ['Iowa Republican Party = ', 'GOP = '],
  },
]

/** Facts that the words around a name state. */
export interface FactExample {
  readonly text: string
  readonly name: string
  readonly facts: Readonly<Record<string, string>>
}

export const FACT_EXAMPLES: readonly FactExample[] = [
  {
    text: '[p Lena Ostrow], the assistant secretary for health at the Department of Public Works, said no.',
    name: 'Lena Ostrow',
    facts: {
      given: 'Lena',
      family: 'Ostrow',
      role: 'the assistant secretary for health at the Department of Public Works',
      gender: 'female',
    },
  },
  {
    text: 'Former U.S. Sen. [p Idris Kane] spoke.',
    name: 'Idris Kane',
    facts: { honorific: 'Sen.', given: 'Idris', family: 'Kane' },
  },
  { text: 'Prime Minister [p Kofi Addo] spoke.', name: 'Kofi Addo', facts: { honorific: 'Prime Minister' } },
  {
    text: 'They met campaign manager [p Robin Vale] on Friday.',
    name: 'Robin Vale',
    facts: { role: 'campaign manager' },
  },
  { text: 'Mrs. [p Quill] left.', name: 'Quill', facts: { honorific: 'Mrs.', family: 'Quill', gender: 'female' } },
  { text: '[p Xyq Zand] arrived. He waved.', name: 'Xyq Zand', facts: { gender: 'male' } },
  {
    text: '[p Xyq Zand], 45, a spokeswoman for the union, waved.',
    name: 'Xyq Zand',
    facts: { gender: 'female', role: 'a spokeswoman for the union' },
  },
  { text: 'The [o Supreme Court of Velden] met.', name: 'Supreme Court of Velden', facts: { kind: 'court' } },
  { text: '[o Tarrow Inc.] grew.', name: 'Tarrow Inc.', facts: { kind: 'company' } },
  { text: 'The [o University of Velden] grew.', name: 'University of Velden', facts: { kind: 'university' } },
  { text: 'The [o Velden Herald] grew.', name: 'Velden Herald', facts: { kind: 'media' } },
  {
    text: 'The [o Ministry of Tides] ([o MOT]) grew.',
    name: 'Ministry of Tides',
    facts: { kind: 'government', acronym: 'MOT' },
  },
]
