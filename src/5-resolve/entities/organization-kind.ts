import type { OrganizationKind } from '../../document/entity.js'

const KIND_WORDS: Readonly<Record<OrganizationKind, string>> = {
  company:
    'inc corp corporation co company companies ltd llc plc gmbh holdings holding airlines airways motors motor pharmaceuticals ' +
    'pharma industries electric electronics energy oil petroleum insurance technologies technology systems software capital ' +
    'partners securities brothers stores markets foods brewing entertainment pictures studios railway railroad bank bancorp ' +
    'financial enterprises ventures solutions communications telecom semiconductor steel chemical restaurant ' +
    'google microsoft apple facebook twitter amazon boeing walmart ibm toyota ford exxon intel uber netflix',
  government:
    'department ministry agency bureau commission office police senate congress council army navy administration parliament ' +
    'treasury pentagon government authority service force guard marines sheriff legislature assembly embassy secretariat ' +
    'directorate subcommittee cabinet fbi cia nsa epa fda doj irs dea atf fema nasa nato un nations eu fcc sec ftc cdc nih ' +
    'kremlin knesset duma bundestag interpol house corps coast customs',
  court: 'court courts tribunal courthouse',
  party: 'party democrats republicans gop labour conservatives tories likud fatah hamas hezbollah dnc rnc greens bjp',
  university: 'university college universities polytechnic universidad université mit ucla caltech',
  team:
    'fc united rovers wanderers athletic yankees mets dodgers giants cubs sox patriots cowboys packers steelers eagles lakers ' +
    'celtics knicks warriors bulls bruins rangers islanders canucks leafs tigers lions bears dolphins jets bills falcons saints ' +
    'broncos raiders chargers chiefs colts texans titans jaguars ravens browns bengals seahawks cardinals rams vikings panthers ' +
    'braves phillies marlins nationals orioles pirates padres mariners athletics astros royals twins brewers reds indians ' +
    'blackhawks penguins flyers capitals hornets hawks heat magic pistons pacers bucks cavaliers mavericks rockets spurs grizzlies ' +
    'pelicans timberwolves thunder nuggets jazz clippers kings suns blazers raptors wildcats bulldogs huskies trojans longhorns ' +
    'gators seminoles hurricanes tar buckeyes wolverines spartans badgers hawkeyes cyclones jayhawks sooners aggies arsenal chelsea',
  media:
    'times post news journal tribune herald gazette chronicle globe guardian telegraph radio television tv magazine press reuters ' +
    'bbc cnn nbc abc cbs fox msnbc npr pbs espn bloomberg daily broadcasting politico register dispatch observer sentinel inquirer ' +
    'newspaper breitbart associated buzzfeed',
  other:
    'foundation association institute union society club church federation league alliance coalition trust charity museum hospital ' +
    'center centre school academy network group organization organisation movement project fund campaign',
} // biome-ignore format: word lists

const kindOfWord = new Map<string, OrganizationKind>()
for (const [kind, words] of Object.entries(KIND_WORDS) as [OrganizationKind, string][]) {
  for (const word of words.split(' ')) if (!kindOfWord.has(word)) kindOfWord.set(word, kind)
}

/** What a committee is of: "Senate Committee on Rules", "Republican National Committee". */
const COMMITTEE_OF: Readonly<Record<string, OrganizationKind>> = {
  senate: 'government', house: 'government', congressional: 'government', parliamentary: 'government', select: 'government',
  judiciary: 'government', intelligence: 'government', oversight: 'government', means: 'government',
  republican: 'party', democratic: 'party', campaign: 'party', gop: 'party',
} // biome-ignore format: a table

/** Endings that settle it even where another kind's word comes later or earlier: "Bank of X Corp.". */
const COMPANY_ENDINGS = new Set(['inc', 'corp', 'corporation', 'co', 'ltd', 'llc', 'plc', 'gmbh', 'holdings'])

const PREPOSITIONS = new Set(['of', 'for', 'on', 'in', 'at'])

const plain = (word: string): string => {
  const lower = word.toLowerCase()
  return lower.includes('.') ? lower.replaceAll('.', '') : lower
}

/**
 * The kind of an organization by the words of its name, where they say so: the last telling word before a preposition
 * ("University of Ohio", "Court of Appeals"), or the last of all.
 */
export function organizationKind(words: readonly string[]): OrganizationKind | undefined {
  const lower = words.map(plain)
  if (lower.length > 1 && COMPANY_ENDINGS.has(lower[lower.length - 1])) return 'company'
  if (lower.includes('committee'))
    return COMMITTEE_OF[lower.find((word) => COMMITTEE_OF[word] !== undefined) ?? ''] ?? 'other'
  const preposition = lower.findIndex((word) => PREPOSITIONS.has(word))
  const head = preposition > 0 ? preposition : lower.length
  for (let i = head - 1; i >= 0; i--) {
    const kind = kindOfWord.get(lower[i])
    if (kind && (kind !== 'team' || i === head - 1)) return kind
  }
  for (let i = lower.length - 1; i >= 0; i--) {
    const kind = kindOfWord.get(lower[i])
    if (kind && kind !== 'other' && kind !== 'team') return kind
  }
  return undefined
}
