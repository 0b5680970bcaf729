import { UsageError } from '../document/usage-error.js'

/** What a person decided about who is who; a run obeys it before all evidence. */
export interface Identities {
  /** These ids are one entity; the first is its id. */
  readonly same: readonly (readonly string[])[]
  /** These two are never one entity; with articles: what those articles call the first is the second. */
  readonly different: readonly { readonly a: string; readonly b: string; readonly articles: readonly string[] }[]
  /** Old id to new id. */
  readonly rename: readonly (readonly [from: string, to: string])[]
}

export const NO_IDENTITIES: Identities = { same: [], different: [], rename: [] }

const ID = /^(?:person|place|organization):\S+$/

/**
 * Reads the merge-and-split file. One decision a line, words separated by white space, `#` begins a comment:
 *
 *     same person:joe-biden person:joseph-biden
 *     different person:john-smith person:john-smith-coach 0123456789abcdef
 *     rename organization:acme organization:acme-rockets
 *
 * @throws UsageError that names the line and what is wrong with it
 */
export function parseIdentities(text: string, file: string): Identities {
  const same: string[][] = []
  const different: { a: string; b: string; articles: string[] }[] = []
  const rename: [string, string][] = []
  text.split('\n').forEach((line, i) => {
    const words = line.replace(/#.*$/, '').trim().split(/\s+/).filter(Boolean)
    if (words.length === 0) return
    const where = `${file}, line ${i + 1}`
    const [verb, ...rest] = words
    const ids = verb === 'different' ? rest.slice(0, 2) : rest
    const bad = ids.find((id) => !ID.test(id))
    if (bad !== undefined)
      throw new UsageError(`${where}: "${bad}" is no entity id; ids look like person:angela-merkel.`)
    if (ids.length < 2) throw new UsageError(`${where}: "${verb}" needs two ids.`)
    if (verb !== 'different' && new Set(ids.map((id) => id.slice(0, id.indexOf(':')))).size > 1) {
      throw new UsageError(`${where}: the ids are of different types: ${ids.join(' ')}.`)
    }
    if (verb === 'same') same.push(ids)
    else if (verb === 'different') different.push({ a: ids[0], b: ids[1], articles: rest.slice(2) })
    else if (verb === 'rename' && ids.length === 2) rename.push([ids[0], ids[1]])
    else throw new UsageError(`${where}: expected "same ID ID…", "different ID ID [ARTICLE…]" or "rename ID ID".`)
  })
  return { same, different, rename }
}
