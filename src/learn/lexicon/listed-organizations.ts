import nlp from 'compromise'

/** Companies, agencies, media and teams that compromise's lexicon (MIT) lists, in lower case. */
export function listedOrganizations(): readonly string[] {
  const { lexicon } = (
    nlp.model() as unknown as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
  ).one
  return Object.entries(lexicon)
    .filter(([name, tags]) => name.length > 3 && [tags].flat().some((tag) => TAGS.has(tag)))
    .map(([name]) => name)
}

const TAGS: ReadonlySet<string> = new Set(['Organization', 'Company', 'SportsTeam', 'School'])
