import type { Name } from '../../document/mention.js'
import type { Tokens } from '../../document/segmented.js'

/** Last words of names that are places by themselves, whoever runs them: streets, waters, transport, grounds. */
const PLACE_HEADS = new Set(
  (
    'airport station bridge road street avenue boulevard highway expressway parkway turnpike tunnel river creek lake reservoir ' +
    'canal bay island islands beach valley mountain mountains hill hills park forest stadium tower square plaza ' +
    'cathedral basilica castle palace plantation roundabout dam prison jail cemetery'
  ).split(' '),
)

/** "University of Velden, Cedar Park" is no park. */
const BODY_WORDS = new Set(
  'university college school institute company corp inc club team district department office committee'.split(' '),
)

/**
 * "Harlan Municipal Airport" is a place also where it was taken for the body that runs it. Names of a single word
 * ("Park") and of bodies keep their type.
 */
export function retypePlaces(names: readonly Name[], { lower }: Tokens): readonly Name[] {
  const isPlace = ({ type, firstToken, endToken, listed }: Name): boolean => {
    if (listed || type !== 'organization' || endToken - firstToken < 2 || !PLACE_HEADS.has(lower[endToken - 1]))
      return false
    for (let i = firstToken; i < endToken; i++) if (BODY_WORDS.has(lower[i])) return false
    return true
  }
  return names.some(isPlace)
    ? names.map((name) => (isPlace(name) ? { ...name, type: 'place', by: 'place word' } : name))
    : names
}
