import type { Name } from '../../document/mention.js'
import type { Segmented } from '../../document/segmented.js'
import type { PlaceGazetteer } from '../../gazetteer/places.js'
import { bracketedAcronyms } from './acronyms.js'
import { type Draft, distinct, draftOf, fullest } from './draft.js'
import {
  clusterOrganizations,
  type OrganizationCluster,
  type OrganizationForm,
  organizationName,
} from './organization-clusters.js'
import { organizationKind } from './organization-kind.js'

/** Ways of writing organizations, those of one key together. */
function organizationForms(names: readonly Name[], texts: readonly string[]): readonly OrganizationForm[] {
  const byKey = new Map<string, OrganizationForm>()
  for (let i = 0; i < names.length; i++) {
    if (names[i].type !== 'organization') continue
    const name = organizationName(texts[i])
    const form = byKey.get(name.key)
    if (form) form.mentions.push(i)
    else {
      const { text, words, key, isAcronym, isEveryday, kind } = name
      byKey.set(key, { text, words, key, isAcronym, isEveryday, kind, mentions: [i] })
    }
  }
  return [...byKey.values()]
}

function inOrder(forms: readonly OrganizationForm[]): readonly number[] {
  if (forms.length === 1) return forms[0].mentions
  return forms.flatMap((form) => form.mentions).sort((a, b) => a - b)
}

/** Of names with as many words the one written out is longer: "Republican Party", not "GOP". */
const organizationLength = (text: string): number =>
  2 * organizationName(text).words.length + (text.includes(' ') ? 1 : 0)

/** Adds the organizations that an article names. */
export function addOrganizations(
  drafts: Draft[],
  article: Segmented,
  names: readonly Name[],
  texts: readonly string[],
  places: PlaceGazetteer,
): void {
  const byKey = organizationForms(names, texts)
  if (byKey.length === 0) return
  const acronyms = bracketedAcronyms(article, names, texts)
  const clusters = clusterOrganizations(byKey, places)
  for (const { forms, acronym } of joinByBrackets(clusters, acronyms)) {
    const mentions = inOrder(forms)
    const written = distinct(mentions, texts)
    const draft = draftOf('organization', fullest(written, organizationLength), written, mentions)
    const kind = organizationName(draft.name).kind ?? (acronym ? organizationKind([acronym]) : undefined)
    draft.organization = { acronym: acronym || undefined, kind }
    drafts.push(draft)
  }
}

/** "Mine Safety Board (MSB)" binds the two, whatever the letters are. */
function joinByBrackets(
  clusters: readonly OrganizationCluster[],
  acronyms: ReadonlyMap<string, string>,
): readonly OrganizationCluster[] {
  if (acronyms.size === 0) return clusters
  const byText = new Map<string, OrganizationCluster>()
  for (const cluster of clusters) for (const form of cluster.forms) byText.set(form.text, cluster)
  const gone = new Set<OrganizationCluster>()
  for (const [acronym, longForm] of acronyms) {
    const long = byText.get(longForm)
    const short = byText.get(acronym)
    if (!long) continue
    long.acronym ??= acronym
    if (!short || short === long || short.forms.length > 1) continue
    long.forms.push(...short.forms)
    gone.add(short)
  }
  return clusters.filter((cluster) => !gone.has(cluster))
}
