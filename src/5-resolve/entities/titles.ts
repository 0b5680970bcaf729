import type { Gender } from '../../document/entity.js'

/** A word before a name: what it is, and the gender that it tells. */
export interface Title {
  /** "Mr." says nothing of a person's work; "Sen." does. */
  readonly kind: 'courtesy' | 'rank'
  readonly gender?: Gender
}

const list = (words: string, title: Title): [string, Title][] => words.split(' ').map((word) => [word, title])

/** Honorifics by their lower-case form without the period. */
export const TITLES: ReadonlyMap<string, Title> = new Map([
  ...list('mr mister sir lord monsieur herr señor senor don', { kind: 'courtesy', gender: 'male' }),
  ...list('mrs ms miss mme madame lady dame frau señora senora mademoiselle', { kind: 'courtesy', gender: 'female' }),
  ...list('dr doctor prof professor mx hon', { kind: 'courtesy' }),
  ...list(
    'sen senator rep representative gov governor president chancellor premier minister mayor secretary speaker judge justice ' +
      'chief gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral ' +
      'commander cmdr brigadier detective det officer deputy sheriff trooper inspector superintendent commissioner ' +
      'ambassador councilor councillor delegate assemblymember supervisor attorney rev reverend pastor ' +
      'bishop archbishop cardinal pope rabbi imam ayatollah sheikh coach chairperson chair ceo director dean ' +
      'marshal treasurer prosecutor comptroller auditor solicitor undersecretary specialist spc airman seaman undersecretary envoy ' +
      'emperor mp mep msgr monsignor mullah leader',
    { kind: 'rank' },
  ),
  ...list(
    'king prince duke count baron congressman chairman councilman alderman assemblyman father fr brother emir sultan pope patrolman',
    {
      kind: 'rank',
      gender: 'male',
    },
  ),
  ...list(
    'queen princess duchess countess baroness congresswoman chairwoman councilwoman alderwoman assemblywoman sister mother',
    {
      kind: 'rank',
      gender: 'female',
    },
  ),
])

/** Words that may stand before or between titles: "Vice President", "former U.S. Sen.", "Lt. Gov.", "Prime Minister". */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'vice prime former ex deputy assistant associate acting interim first foreign finance defense defence interior state u.s us ' +
    'house senate attorney national lieutenant lt maj brig master staff petty police fire district county city crown majority minority ' +
    'chief elect under homeland treasury superior supreme court home education health justice press'
  ).split(' '),
)

/** Nouns for what people do, singular, that end a role before a name or begin one after it. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  (
    'activist actor actress adviser advisor advocate agent aide ambassador analyst anchor architect artist assistant assemblyman ' +
    'assemblywoman astronaut athlete attorney author banker billionaire biologist blogger boss broadcaster businessman businesswoman ' +
    'candidate captain celebrity ceo cfo coo chair chairman chairperson chairwoman champion chancellor chef chief clerk coach ' +
    'co-founder cofounder columnist comedian commander commentator commissioner composer conductor congressman congresswoman consultant ' +
    'coordinator coroner correspondent councillor councilman councilwoman councilor counsel counselor critic curator dean defender ' +
    'delegate deputy designer detective developer diplomat director doctor donor driver economist editor educator engineer ' +
    'entrepreneur envoy executive expert farmer filmmaker firefighter founder fundraiser general goalkeeper governor guard head ' +
    'headmaster historian host inspector instructor inventor investigator investor journalist judge justice lawmaker lawyer leader ' +
    'legislator librarian lieutenant lobbyist magistrate manager mayor member midfielder militant minister model mogul monk musician ' +
    'negotiator nominee novelist nurse officer official operative organizer owner painter partner pastor pediatrician philosopher ' +
    'photographer physician physicist pilot pitcher planner player playwright poet policeman policewoman politician pollster ' +
    'preacher premier president priest principal producer professor prosecutor provost psychiatrist psychologist publisher quarterback ' +
    'rapper receiver reporter representative researcher resident retiree runner scholar scientist screenwriter secretary senator ' +
    'sergeant sheriff singer socialist sociologist soldier solicitor songwriter speaker specialist spokesman spokesperson spokeswoman ' +
    'star strategist striker student superintendent supervisor supporter surgeon surveyor teacher technician theologian therapist ' +
    'trainer treasurer trustee tycoon undersecretary veteran veterinarian victim volunteer winner witness worker writer youth ' +
    'wife husband son daughter brother sister mother father widow widower girlfriend boyfriend uncle aunt cousin nephew niece ' +
    'grandmother grandfather king queen prince princess'
  ).split(' '),
)

/** Nouns that tell a person's gender. */
export const GENDERED_NOUNS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...'wife daughter sister mother widow girlfriend aunt niece grandmother queen princess actress spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman woman girl assemblywoman'
    .split(' ')
    .map((word): [string, Gender] => [word, 'female']),
  ...'husband son brother father widower boyfriend uncle nephew grandfather king prince spokesman chairman congressman councilman businessman policeman man boy assemblyman actor'
    .split(' ')
    .map((word): [string, Gender] => [word, 'male']),
])
