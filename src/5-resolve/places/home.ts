import type { Article } from '../../document/article.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import type { Home } from './place-features.js'

/** Words of newspapers' names and hosts that are no place. */
const PAPER_WORDS = [
  'newspapers', 'newspaper', 'democrat', 'republican', 'telegraph', 'telegram', 'chronicle', 'observer', 'sentinel', 'register', 'reporter',
  'advocate', 'dispatch', 'guardian', 'examiner', 'inquirer', 'standard', 'courier', 'gazette', 'tribune', 'journal', 'monitor', 'citizen',
  'leader', 'mercury', 'express', 'weekly', 'herald', 'online', 'record', 'review', 'report', 'banner', 'beacon', 'eagle', 'argus', 'daily',
  'times', 'press', 'local', 'today', 'world', 'globe', 'voice', 'news', 'post', 'star', 'live', 'mail', 'echo', 'the', 'sun', 'bee', 'now',
  'business', 'ctv', 'cbc', 'nbc', 'abc', 'cbs', 'fox', 'tv', 'fm', 'radio', 'my', 'www',
] // biome-ignore format: a list

/** Outlets whose names do not say where they are at home: host or name, and the town and region to look up. */
const KNOWN_HOMES: Readonly<Record<string, readonly [town: string, region: string]>> = {
  nytimes: ['New York City', 'US.NY'], 'new york times': ['New York City', 'US.NY'], wsj: ['New York City', 'US.NY'],
  washingtonpost: ['Washington', 'US.DC'], 'washington post': ['Washington', 'US.DC'], politico: ['Washington', 'US.DC'],
  'washington times': ['Washington', 'US.DC'], 'washington examiner': ['Washington', 'US.DC'], usatoday: ['McLean', 'US.VA'],
  latimes: ['Los Angeles', 'US.CA'], sfgate: ['San Francisco', 'US.CA'], sfchronicle: ['San Francisco', 'US.CA'],
  mercurynews: ['San Jose', 'US.CA'], ocregister: ['Santa Ana', 'US.CA'], sacbee: ['Sacramento', 'US.CA'], fresnobee: ['Fresno', 'US.CA'],
  chron: ['Houston', 'US.TX'], statesman: ['Austin', 'US.TX'], 'star-telegram': ['Fort Worth', 'US.TX'], dallasnews: ['Dallas', 'US.TX'],
  nola: ['New Orleans', 'US.LA'], al: ['Birmingham', 'US.AL'], nj: ['Newark', 'US.NJ'], ajc: ['Atlanta', 'US.GA'],
  freep: ['Detroit', 'US.MI'], mlive: ['Grand Rapids', 'US.MI'], cleveland: ['Cleveland', 'US.OH'], philly: ['Philadelphia', 'US.PA'],
  newsday: ['Melville', 'US.NY'], azcentral: ['Phoenix', 'US.AZ'], oregonlive: ['Portland', 'US.OR'], desertnews: ['Salt Lake City', 'US.UT'],
  sltrib: ['Salt Lake City', 'US.UT'], startribune: ['Minneapolis', 'US.MN'], twincities: ['Saint Paul', 'US.MN'], jsonline: ['Milwaukee', 'US.WI'],
  tennessean: ['Nashville', 'US.TN'], commercialappeal: ['Memphis', 'US.TN'], knoxnews: ['Knoxville', 'US.TN'],
  kansascity: ['Kansas City', 'US.MO'], stltoday: ['St. Louis', 'US.MO'], newsobserver: ['Raleigh', 'US.NC'], pilotonline: ['Norfolk', 'US.VA'],
  hamptonroads: ['Norfolk', 'US.VA'], courant: ['Hartford', 'US.CT'], thestate: ['Columbia', 'US.SC'], islandpacket: ['Hilton Head Island', 'US.SC'],
  tampabay: ['St. Petersburg', 'US.FL'], jacksonville: ['Jacksonville', 'US.FL'], heraldtribune: ['Sarasota', 'US.FL'], tbo: ['Tampa', 'US.FL'],
  bbc: ['London', 'GB.ENG'], theguardian: ['London', 'GB.ENG'], dailymail: ['London', 'GB.ENG'], reuters: ['London', 'GB.ENG'],
  thesun: ['London', 'GB.ENG'], ft: ['London', 'GB.ENG'], thestar: ['Toronto', 'CA.08'], theglobeandmail: ['Toronto', 'CA.08'],
  smh: ['Sydney', 'AU.02'], theage: ['Melbourne', 'AU.07'], nzherald: ['Auckland', 'NZ.E7'], rappler: ['Manila', 'PH.NCR'],
} // biome-ignore format: a table

/** Country-code endings of hosts that do not tell a country. */
const NOT_NATIONAL = new Set(['tv', 'io', 'me', 'co', 'fm', 'ly', 'cc', 'ws', 'to', 'ai', 'la', 'eu'])

function knownHome(key: string, places: PlaceGazetteer): Home | undefined {
  const known = KNOWN_HOMES[key]
  if (!known) return undefined
  const region = places.region(known[1])
  const town =
    places
      .candidates(known[0])
      .find((row) => places.regionRow(row) === region && places.featureCode(row).startsWith('PPL')) ?? -1
  return { country: known[1].slice(0, 2), region, town }
}

/** "arkansasonline" → Arkansas, "saskatoon" → Saskatoon: what is left without the paper's words, if it names a place. */
function homeInName(words: string, country: string, places: PlaceGazetteer): Home | undefined {
  const rows = places.candidates(words).filter((row) => places.isMainName(row, words))
  const fitting = rows.filter((row) => country === '' || places.countryCode(row) === country)
  if (fitting.length === 0) return undefined
  const area = fitting.find((row) => places.featureCode(row) === 'ADM1' || places.featureCode(row).startsWith('PCL'))
  const biggest = area ?? fitting.reduce((best, row) => (places.population(row) > places.population(best) ? row : best))
  if (places.population(biggest) < 1000) return undefined
  const rivals = fitting.filter(
    (row) => row !== biggest && places.population(row) > Math.max(2000, places.population(biggest) / 20),
  )
  if (!area && rivals.some((row) => places.regionRow(row) !== places.regionRow(biggest))) return undefined
  const isTown = places.featureCode(biggest).startsWith('PPL') || places.featureCode(biggest) === 'ADM2'
  return { country: places.countryCode(biggest), region: places.regionRow(biggest), town: isTown ? biggest : -1 }
}

const strip = (label: string): string => {
  let rest = label
  for (let round = 0; round < 3; round++) {
    for (const word of PAPER_WORDS) {
      if (rest.length > word.length + 3 && rest.endsWith(word)) rest = rest.slice(0, -word.length)
      else if (rest.length > word.length + 3 && rest.startsWith(word)) rest = rest.slice(word.length)
    }
  }
  return rest.replace(/^[^a-z]+|[^a-z]+$/g, '')
}

function homeOfHost(host: string, places: PlaceGazetteer): Home | undefined {
  const labels = host.toLowerCase().split('.')
  const ending = labels[labels.length - 1]
  const national = ending === 'uk' ? 'GB' : ending.length === 2 && !NOT_NATIONAL.has(ending) ? ending.toUpperCase() : ''
  const country = places.country(national) >= 0 ? national : ''
  for (const label of labels.slice(0, -1)) {
    const home =
      knownHome(label, places) ??
      (label.length > 3 ? (homeInName(label, country, places) ?? homeInName(strip(label), country, places)) : undefined)
    if (home) return home
  }
  return country === '' ? undefined : { country, region: -1, town: -1 }
}

function homeOfOutlet(outlet: string, places: PlaceGazetteer): Home | undefined {
  const name = outlet.toLowerCase().replace(/^the /, '')
  const known = knownHome(name, places)
  if (known) return known
  const words = name.split(/[\s-]+/)
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const part = words.slice(first, first + length)
      if (part.some((word) => PAPER_WORDS.includes(word))) continue
      const home = part.join(' ').length > 3 ? homeInName(part.join(' '), '', places) : undefined
      if (home) return home
    }
  }
  return undefined
}

/** Homes found lately, by outlet and host: one newspaper has many articles. */
let ofPlaces: PlaceGazetteer | undefined
let homes = new Map<string, Home | undefined>()
const MOST_REMEMBERED = 500

/** Where an article's newspaper is at home, by its name and the host of its address; `undefined` where neither tells. */
export function homeOf({ url, outlet }: Article, places: PlaceGazetteer): Home | undefined {
  const host = url === undefined ? undefined : /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1]
  if (!host && !outlet) return undefined
  if (places !== ofPlaces || homes.size >= MOST_REMEMBERED) {
    ofPlaces = places
    homes = new Map()
  }
  const key = `${host ?? ''}|${outlet ?? ''}`
  const known = homes.get(key)
  if (known || homes.has(key)) return known
  const found = findHome(host, outlet, places)
  homes.set(key, found)
  return found
}

function findHome(host: string | undefined, outlet: string | undefined, places: PlaceGazetteer): Home | undefined {
  const byOutlet = outlet ? homeOfOutlet(outlet, places) : undefined
  if (byOutlet && byOutlet.region >= 0) return byOutlet
  return (host ? homeOfHost(host, places) : undefined) ?? byOutlet
}
