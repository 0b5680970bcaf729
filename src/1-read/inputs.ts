import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { UsageError } from '../document/usage-error.js'

/** Standard input, a file, or a folder to walk; `name` is how the command line wrote it. */
export type Input =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'folder'; readonly name: string }

/** An input that holds articles, by the name that `source` and `errors.jsonl` show. */
export type InputFile =
  | { readonly kind: 'stdin'; readonly name: '-'; readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly kind: 'file'; readonly name: string }

/** A folder that could not be listed. */
export interface UnreadableFolder {
  readonly kind: 'unreadable'
  readonly name: string
  readonly cause: unknown
}

type Walked = InputFile | UnreadableFolder

/**
 * What the arguments name. Throws a `UsageError` for a path that does not exist and a pattern that matches nothing, so
 * that a mistyped name ends the command before anything is written.
 */
export async function resolveInputs(names: readonly string[]): Promise<readonly Input[]> {
  const found = await Promise.all(names.map(resolveInput))
  return found.flat()
}

async function resolveInput(name: string): Promise<readonly Input[]> {
  if (name === '-') return [{ kind: 'stdin' }]
  const facts = await stat(name).catch(() => undefined)
  if (facts) return [{ kind: facts.isDirectory() ? 'folder' : 'file', name }]
  if (!isDynamicPattern(name)) {
    throw new UsageError(
      `No such file or folder: ${name}. Give a file, a folder, a pattern in quotes, or - for standard input.`,
    )
  }
  const names = await glob(name, { dot: false, expandDirectories: false, followSymbolicLinks: true })
  if (names.length === 0) throw new UsageError(`No file matches ${name}.`)
  return names.sort(byCodeUnit).map((match) => ({ kind: 'file', name: match }))
}

/**
 * The files of the inputs, one after the other: folders are walked in the order of their entries' names (by code unit,
 * the same on every machine), hidden entries are skipped, a file that two inputs name comes once. Memory is bound by the
 * number of files (a path each) and the largest folder.
 */
export async function* walkInputs(inputs: readonly Input[], exclude?: string): AsyncGenerator<Walked> {
  // One input alone names no file twice; a crawl may have a million of them.
  const seen = inputs.length > 1 ? new Set<string>() : undefined
  const skipped = exclude === undefined ? undefined : path.resolve(exclude)
  for (const input of inputs) {
    if (input.kind === 'stdin') yield { kind: 'stdin', name: '-', chunks: process.stdin }
    else if (input.kind === 'folder') yield* walkFolder(input.name, { seen, skipped, open: [] })
    else if (isNew(path.resolve(input.name), seen)) yield { kind: 'file', name: input.name }
  }
}

interface Walk {
  /** Paths that came before, where there may be any. */
  readonly seen: Set<string> | undefined
  readonly skipped: string | undefined
  /** Real paths of the folders being walked, so that a link to one of them does not lead round in circles. */
  readonly open: readonly string[]
}

async function* walkFolder(folder: string, walk: Walk): AsyncGenerator<Walked> {
  const real = await realpath(folder).catch(() => path.resolve(folder))
  if (walk.open.includes(real) || path.resolve(folder) === walk.skipped) return
  const listed = await listFolder(folder)
  if (listed.kind === 'unreadable') yield listed
  // What an earlier run wrote is no news, unless somebody asks for that very folder.
  else if (!listed.isOutput || walk.open.length === 0)
    yield* walkEntries(folder, listed.entries, { ...walk, open: [...walk.open, real] })
}

async function* walkEntries(folder: string, entries: readonly Entry[], walk: Walk): AsyncGenerator<Walked> {
  for (const entry of entries) {
    const name = joinName(folder, entry.name)
    const isFolder = entry.kind === 'link' ? await isLinkToFolder(name) : entry.kind === 'folder'
    if (isFolder) yield* walkFolder(name, walk)
    else if (isNew(path.resolve(name), walk.seen)) yield { kind: 'file', name }
  }
}

interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link'
}

const entryOf = (entry: Dirent): Entry => ({
  name: entry.name,
  kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : 'file',
})

type Listed =
  | {
      readonly kind: 'entries'
      readonly entries: readonly Entry[]
      /** A run of dateline keeps its books there. */
      readonly isOutput: boolean
    }
  | UnreadableFolder

async function listFolder(folder: string): Promise<Listed> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    // Plain objects, since a listing's own keep the folder's path with each of perhaps a million names.
    const kept = entries.filter(({ name }) => !name.startsWith('.')).map(entryOf)
    const isOutput = entries.some(({ name }) => name === '.dateline')
    return { kind: 'entries', entries: kept.sort((a, b) => byCodeUnit(a.name, b.name)), isOutput }
  } catch (cause) {
    return { kind: 'unreadable', name: folder, cause }
  }
}

const isLinkToFolder = async (name: string): Promise<boolean> =>
  (await stat(name).catch(() => undefined))?.isDirectory() ?? false

/** "seeds" and "a.txt" are "seeds/a.txt", also where the separator is a backslash. */
const joinName = (folder: string, name: string): string => (/[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`)

function isNew(key: string, seen: Set<string> | undefined): boolean {
  if (!seen) return true
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
