/** Which place a name is: names are marked (p person, o organization, l place); each place as `name: gazetteer name, region`. */
export interface PlaceExample {
  readonly because: string
  readonly text: string
  readonly outlet?: string
  readonly url?: string
  /** "Portland: Maine US" for each place entity with coordinates, "Qzrb: unknown" for one without. */
  readonly places: readonly string[]
  /** "US.ME", "FR", or empty. */
  readonly focus?: string
}

export const PLACE_EXAMPLES: readonly PlaceExample[] = [
  {
    because: 'the region after a comma decides, and one name of two places is two entities',
    text: 'She moved from [l Portland], [l Maine], to [l Portland], [l Ore.], last year.',
    places: ['Portland: US.ME', 'Maine: US.ME', 'Portland: US.OR', 'Ore.: US.OR'],
  },
  {
    because: 'an abbreviation after the comma decides also where it is not a name itself',
    text: 'He was born in [l Springfield], Mass., in 1950.',
    places: ['Springfield: US.MA'],
  },
  {
    because: 'a name in capitals is spelled as the gazetteer does, or with capitals where words begin',
    text: '[l LISBON] — She flew on to [l QZRBTOWN].',
    places: ['Lisbon: PT.14', 'Qzrbtown: unknown'],
  },
  {
    because: 'without more said, the famous place is meant',
    text: 'She flew from [l Paris] to [l Moscow] and [l Berlin].',
    places: ['Paris: FR.11', 'Moscow: RU.48', 'Berlin: DE.16'],
  },
  {
    because: 'the other places of the article decide: this Paris lies in Texas',
    text: 'The fire began in [l Paris] and spread toward [l Bonham], [l Sulphur Springs] and [l Lamar County], officials in [l Texas] said.',
    places: ['Paris: US.TX', 'Bonham: US.TX', 'Sulphur Springs: US.TX', 'Lamar County: US.TX', 'Texas: US.TX'],
    focus: 'US.TX',
  },
  {
    because: 'a capital is itself in national news, also beside states',
    text: 'Aides in [l Washington] said he would visit [l Iowa], [l Nevada] and [l New Hampshire] before he returns to [l Washington].',
    places: ['Washington: US.DC', 'Iowa: US.IA', 'Nevada: US.NV', 'New Hampshire: US.NH'],
    focus: 'US',
  },
  {
    because: 'names of one place are one entity',
    text: 'The [l United States] will join, the [l U.S.] said. [l US] troops stay.',
    places: ['United States: US'],
    focus: 'US',
  },
  {
    because: 'the paper is at home somewhere',
    text: 'The mayor of [l Cambridge] spoke.',
    outlet: 'Boston Globe',
    places: ['Cambridge: US.MA'],
  },
  {
    because: 'a place that the gazetteer does not know stays one, without coordinates',
    text: 'They flew from [l Qzrbtown] to [l Lyon].',
    places: ['Qzrbtown: unknown', 'Lyon: FR.84'],
  },
  {
    because: 'an unknown place lies in the town that the text writes beside it',
    text: 'They met in [l Qzrbtown] near [l Lyon], and rested in [l Prague].',
    places: ['Qzrbtown: FR.84', 'Lyon: FR.84', 'Prague: CZ.52'],
  },
  {
    because: 'an unknown place lies where the article plays, if two towns are named there',
    text: 'The fair moved from [l Lyon] to [l Villeurbanne] and [l Qzrbtown].',
    places: ['Lyon: FR.84', 'Villeurbanne: FR.84', 'Qzrbtown: FR.84'],
  },
  {
    because: 'a namesake far from all else that the article names is not meant',
    text: 'The parade went down [l Royal Street] past [l Washington Square] in [l New Orleans], then to [l Metairie].',
    places: ['Royal Street: US.LA', 'Washington Square: US.LA', 'New Orleans: US.LA', 'Metairie: US.LA'],
  },
  {
    because: 'a direction before a known name gives its position, not its id',
    text: 'Rain fell over northern [l Kenya] and [l western Uganda].',
    places: ['Kenya: KE', 'western Uganda: UG'],
  },
  {
    because:
      'a building lies in the town that its name or the words beside it tell; another town of that name it is not',
    text: 'She spoke in [l Lyon] at [l Madison Hall] and the [l Old Lyon Theatre].',
    places: ['Lyon: FR.84', 'Madison Hall: FR.84', 'Old Lyon Theatre: FR.84'],
  },
  {
    because: 'a county named with its word is the county',
    text: 'Deputies in [l Harris County], [l Texas], were called.',
    places: ['Harris County: US.TX', 'Texas: US.TX'],
  },
]
