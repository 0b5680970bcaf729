/** The words that `synthetic-articles.ts` puts into its sentences. Large enough to differ, small enough to stay bounded. */

const words = (list: string): readonly string[] => list.trim().split(/\s*,\s*/)
const lines = (list: string): readonly string[] => list.trim().split(/\s*\n\s*/)

export const WOMEN =
  words(`Ada, Amara, Anneliese, Beatriz, Bronwyn, Carmela, Celeste, Daniela, Delphine, Edith, Elif, Esther,
  Farida, Fiona, Greta, Hana, Helen, Imogen, Ingrid, Ioana, Jasmine, Joanna, Kavita, Keiko, Lorraine, Lucia, Mariam, Maud,
  Mei-Ling, Nadia, Naomi, Nkechi, Odette, Olga, Patricia, Priya, Rachel, Renata, Rosalind, Sabine, Samira, Sigrid, Tamsin,
  Teresa, Uma, Valentina, Wanda, Yasmin, Yvette, Zainab, Charlotte, Florence, Georgia, Victoria, Sydney, Paris`)

export const MEN =
  words(`Abel, Adewale, Alistair, Anton, Bashir, Benedict, Bruno, Carlos, Cedric, Clement, Darius, Desmond,
  Edgar, Emeka, Felix, Francisco, Gareth, Giorgio, Hakan, Henrik, Hugo, Ibrahim, Ivan, Jerome, Joaquin, Kenji, Kofi, Lars,
  Leopold, Malcolm, Marek, Mateus, Milan, Nasser, Nigel, Oleg, Omar, Pascal, Percy, Rafael, Ravi, Rupert, Samuel, Sanjay,
  Stefan, Theodore, Tobias, Umberto, Viktor, Walter, Xavier, Yusuf, Zoltan, Austin, Chester, Jackson, Lincoln, Carson`)

export const SURNAMES =
  words(`Abernethy, Adeyinka, Almqvist, Aranda, Ashdown, Balogun, Barclough, Bellweather, Bjornstad, Blackwood,
  Boateng, Brankovic, Caldecott, Carrizo, Castellan, Chaudhury, Clearwater, Colborne, Cortazar, Dacosta, Dunmore, Eastwick,
  Ekstrom, Fairbairn, Farouki, Fenwick, Ferreira, Galloway, Garrido, Ghoshal, Greenhalgh, Gustavsson, Halloway, Harcastle,
  Hofmeister, Ilyasova, Ingleby, Jankowski, Kariuki, Keswick, Kimathi, Kirkbride, Kowalik, Lachance, Langmuir, Lindeman,
  Lombardi, MacAllan, Maddox, Marchbank, Matsuda, McTavish, Mendonca, Montague, Nakagawa, Ngwenya, Norrington, O'Dowd,
  Oduya, Okafor, Ostrander, Pemberton, Petrosyan, Pinkerton, Quintero, Rademaker, Ravensworth, Rosenthal, Saavedra,
  Salcedo, Schaffner, Sethi, Silverthorne, Sorensen, Stavros, Takahara, Tarkington, Thackeray, Underhill, Vanterpool,
  Villalobos, Wainwright, Weatherby, Whitlock, Winterbourne, Yamashiro, Yilmazer, Zavala, Zielinski, Lancaster, Preston, Houston`)

/** Place, then what a dateline adds to it ("" for cities that stand alone), then the country. */
export const PLACES: readonly (readonly [city: string, region: string, country: string])[] = lines(`
  London||Britain
  Leeds|England|Britain
  Aberdeen|Scotland|Britain
  Cardiff|Wales|Britain
  Dublin||Ireland
  Galway|Ireland|Ireland
  Paris||France
  Lyon|France|France
  Marseille|France|France
  Berlin||Germany
  Leipzig|Germany|Germany
  Hamburg|Germany|Germany
  Vienna||Austria
  Madrid||Spain
  Valencia|Spain|Spain
  Porto|Portugal|Portugal
  Rome||Italy
  Trieste|Italy|Italy
  Athens||Greece
  Warsaw||Poland
  Gdansk|Poland|Poland
  Helsinki||Finland
  Bergen|Norway|Norway
  Gothenburg|Sweden|Sweden
  Istanbul||Turkey
  Cairo||Egypt
  Casablanca|Morocco|Morocco
  Lagos|Nigeria|Nigeria
  Accra|Ghana|Ghana
  Nairobi||Kenya
  Durban|South Africa|South Africa
  Mumbai||India
  Pune|India|India
  Dhaka|Bangladesh|Bangladesh
  Jakarta||Indonesia
  Manila||the Philippines
  Osaka|Japan|Japan
  Busan|South Korea|South Korea
  Perth|Australia|Australia
  Auckland|New Zealand|New Zealand
  Toronto||Canada
  Halifax|Nova Scotia|Canada
  Chicago||the United States
  Toledo|Ohio|the United States
  Augusta|Maine|the United States
  Springfield|Ill.|the United States
  Boise|Idaho|the United States
  Monterrey|Mexico|Mexico
  Lima||Peru
  Cordoba|Argentina|Argentina
  Recife|Brazil|Brazil
  Santiago||Chile`).map((line) => {
  const [city, region, country] = line.split('|')
  return [city, region, country] as const
})

export const OUTLETS = lines(`
  The Morning Lantern|morninglantern.example.org
  Harbor & City|harborandcity.example.org
  The Evening Compass|eveningcompass.example.org
  Meridian|meridian.example.org
  Boreal Press|borealpress.example.org
  The Provincial|provincial.example.org
  Northern Record|northernrecord.example.org
  The Daily Almanac|dailyalmanac.example.org`).map((line) => line.split('|') as [name: string, host: string])

/** Bodies: `{city}`, `{country}` and `{family}` are filled in; the ones without them are the same everywhere. */
export const AGENCIES = lines(`
  {city} Port Authority
  {city} City Council
  {city} Water Board
  {city} Transport Executive
  Department of Public Works
  Ministry of Transport
  Ministry of Health
  Office for Fair Trading
  National Flood Agency
  Coastal Safety Agency
  Food Standards Board
  Public Records Office
  National Audit Commission`)

export const COMPANIES = lines(`
  {family} & Sons
  {family} Holdings Ltd.
  {family} Logistics Inc.
  {city} Cable Works
  {city} Dairy Co.
  Bank of {city}
  First {city} Insurance Group
  Northquay Shipping Corp.
  Halyard Energy PLC
  Quillhaven Foods Inc.
  Tern Aviation Ltd.
  Brightmoor Steel Corp.`)

export const GROUPS = lines(`
  Union of Dock and Warehouse Workers
  Association of Independent Bakers
  Friends of {city} Library
  Tenants' League of {city}
  River Watch {city}
  National Federation of Ferry Crews
  University of {city}
  {city} General Hospital
  {city} Historical Society
  Alliance of Night Bus Drivers`)

export const ROLES = {
  agency: words(
    `director, deputy director, head of planning, chief engineer, spokesman, spokeswoman, chief inspector, legal adviser`,
  ),
  company: words(`chief executive, chairman, finance director, founder, plant manager, head of strategy, spokeswoman`),
  group: words(`president, general secretary, secretary, treasurer, founder, research director, spokesman`),
} as const

export const OFFICES = words(
  `Mayor, Sen., Gov., Judge, Transport Minister, Health Minister, Dr., Professor, Councillor, Police Chief`,
)

export const BYSTANDERS = lines(`
  a retired welder
  a nurse who lives nearby
  a baker whose shop is across the street
  a student of geography
  a taxi driver for 22 years
  a parent of three
  a lawyer who was not involved in the case
  an economist who follows the sector
  a former soldier`)

export const THINGS =
  words(`bridge, tunnel, tram line, ferry terminal, covered market, hospital wing, swimming pool, flood wall, concert hall,
  cement plant, bus depot, reservoir, railway station, wind farm, archive, stadium roof`)

export const TROUBLES = lines(`
  cracks in the foundation
  missing inspection records
  a dispute over unpaid overtime
  rising costs
  a leak that nobody had reported
  forged safety certificates
  noise at night
  a shortage of trained staff
  a change in the exchange rate
  two weeks of heavy rain`)

export const WORKS = lines(`
  The Ferryman's Account
  Nine Winters
  A Map of the Harbor
  The Quiet Floor
  Letters to a Bridge
  What the River Kept`)

export const SCARE = words(`temporary, emergency, voluntary, minor, routine, historic, record-breaking, unexplained`)
