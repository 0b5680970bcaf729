import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = resolve(import.meta.dirname, '../src')

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))

/** The room a file is in: `4-recognize/dates`, `document`, `run`, or `.` for the entrance files. */
function roomOf(file: string): string {
  const parts = file.split('/')
  if (parts.length === 1) return '.'
  return /^[45]-/.test(parts[0]) && parts.length > 2 ? `${parts[0]}/${parts[1]}` : parts[0]
}

function imports(file: string): string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8')
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    relative(SOURCE, resolve(SOURCE, dirname(file), match[1])).replaceAll('\\', '/'),
  )
}

const isStage = (room: string): boolean => /^[1-7]-/.test(room)
/** What any stage may lean on besides its own room. */
const SHARED: ReadonlySet<string> = new Set(['document', 'gazetteer'])
/** Rooms that may touch files, the clock or the network. */
const WORLDLY = /^(1-read|7-write|run|learn|\.)$/

describe('the house', () => {
  it.each(files.filter((file) => isStage(roomOf(file))))('%s imports only shared nouns and its own room', (file) => {
    const foreign = imports(file).filter((target) => roomOf(target) !== roomOf(file) && !SHARED.has(roomOf(target)))
    expect(foreign).toEqual([])
  })

  it.each(files.filter((file) => SHARED.has(roomOf(file))))('%s leans on no stage', (file) => {
    expect(imports(file).filter((target) => !SHARED.has(roomOf(target)))).toEqual([])
  })

  it.each(files.filter((file) => !WORLDLY.test(roomOf(file))))('%s touches no file, clock or network', (file) => {
    const source = readFileSync(join(SOURCE, file), 'utf8')
    expect(source).not.toMatch(/from 'node:(fs|net|http|https|child_process|worker_threads)/)
    expect(source).not.toMatch(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/)
  })
})
