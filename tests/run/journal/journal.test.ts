import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Copied, CopyTask } from '../../../src/run/journal/copy-lines.js'
import { hash } from '../../../src/run/journal/entries.js'
import { inputKey, type Journal, type JournalDocument, openJournal } from '../../../src/run/journal/journal.js'
import { THIS_THREAD } from '../../../src/run/pool/executor.js'

const HEADER = { version: '1.0.0', configuration: 'c' }

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const keyOf = (source: string): string => inputKey({ kind: 'text', source, content: source })
const idOf = (n: number): string => n.toString(16).padStart(16, '0')

/** A document of our own wording; `id` may be shared by several sources. */
function documentOf(source: string, id = Number(source.replace(/\D/g, ''))): Written {
  const json = JSON.stringify({ id: idOf(id), text: `Text of ${source}.\u2028Next line.`, diagnostics: [] })
  return written(source, idOf(id), json)
}

/** A document with its line. */
type Written = JournalDocument & { readonly line: Buffer }

function written(source: string, id: string, json: string): Written {
  const line = Buffer.from(`${json}\n`)
  return { key: keyOf(source), id, source, line, length: line.length, digest: hash(json) }
}

const append = (journal: Journal, document: Written): Promise<void> => journal.append([document], document.line)

const documents = (): unknown[] =>
  readFileSync(join(out, 'documents.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function runOver(sources: readonly string[], idFor?: (source: string) => number): Promise<{ reused: number }> {
  const journal = await openJournal(out, HEADER)
  let reused = 0
  for (const source of sources) {
    if (journal.claim(keyOf(source))) reused++
    else await append(journal, documentOf(source, idFor?.(source)))
  }
  await journal.finish(THIS_THREAD)
  return { reused }
}

describe('the journal', () => {
  it('leaves the articles in order of id, whatever the order of the inputs', async () => {
    await runOver(['a3', 'a1', 'a2'])
    const bytes = readFileSync(join(out, 'documents.jsonl'))
    rmSync(out, { recursive: true })
    await runOver(['a2', 'a3', 'a1'])
    expect(readFileSync(join(out, 'documents.jsonl')).equals(bytes)).toBe(true)
    expect(documents()).toMatchObject([{ id: idOf(1) }, { id: idOf(2) }, { id: idOf(3) }])
  })

  it('does again only what is new, and drops what is no longer asked for', async () => {
    expect(await runOver(['a1', 'a2'])).toEqual({ reused: 0 })
    expect(await runOver(['a2', 'a3'])).toEqual({ reused: 1 })
    expect(documents()).toMatchObject([{ id: idOf(2) }, { id: idOf(3) }])
  })

  it('counts an article once that came from two sources, and says so, in either order', async () => {
    const same = (): number => 7
    await runOver(['b', 'a'], same)
    const bytes = readFileSync(join(out, 'documents.jsonl'))
    expect(documents()).toMatchObject([
      { diagnostics: [{ code: 'duplicate-input', message: expect.stringContaining('b') }] },
    ])
    expect(await runOver(['a', 'b'], same)).toEqual({ reused: 2 })
    expect(readFileSync(join(out, 'documents.jsonl')).equals(bytes)).toBe(true)
  })

  it('takes the copy when the first source is gone', async () => {
    await runOver(['a', 'b'], () => 7)
    expect(await runOver(['b'], () => 7)).toEqual({ reused: 1 })
    expect(documents()).toMatchObject([{ text: 'Text of b.\u2028Next line.', diagnostics: [] }])
  })

  it.each([
    ['version', { ...HEADER, version: '2.0.0' }],
    ['configuration', { ...HEADER, configuration: 'other' }],
  ])('starts anew when the %s has changed', async (reason, header) => {
    await runOver(['a1'])
    const journal = await openJournal(out, header)
    expect(journal.restarted).toBe(reason)
    expect(journal.claim(keyOf('a1'))).toBe(false)
    await journal.close()
  })

  it('survives any cut of its files, and ends with the same bytes', async () => {
    const sources = ['a1', 'a2', 'a3', 'a4', 'b4']
    const idFor = (source: string): number => Number(source.replace(/\D/g, ''))
    await runOver(sources, idFor)
    const whole = readFileSync(join(out, 'documents.jsonl'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('documents.jsonl', '.dateline/journal.jsonl', '.dateline/duplicates.jsonl'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (file, share, interrupted) => {
          rmSync(out, { recursive: true, force: true })
          const journal = await openJournal(out, HEADER)
          for (const source of sources) await append(journal, documentOf(source, idFor(source)))
          if (interrupted) await journal.close()
          else await journal.finish(THIS_THREAD)
          const path = join(out, file)
          try {
            truncateSync(path, Math.floor(statSync(path).size * share))
          } catch {
            // An interrupted run has written no duplicates yet.
          }
          await runOver(sources, idFor)
          expect(readFileSync(join(out, 'documents.jsonl')).equals(whole)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('trusts nothing that others wrote into its files', async () => {
    await runOver(['a1'])
    writeFileSync(join(out, '.dateline', 'journal.jsonl'), `${JSON.stringify(HEADER)}\n["x",1]\nnull\n`)
    expect(await runOver(['a1'])).toEqual({ reused: 0 })
    expect(documents()).toHaveLength(1)
  })
})

describe('lots of lines that several executor copy', () => {
  const long = (source: string): Written => {
    const { id } = documentOf(source)
    return written(source, id, JSON.stringify({ id, text: source.repeat(200_000), diagnostics: [] }))
  }
  const shuffled = Array.from({ length: 12 }, (_, i) => `a${((i * 5) % 12) + 10}`)
  const appended = async (): Promise<Journal> => {
    const journal = await openJournal(out, HEADER)
    for (const source of shuffled) await append(journal, long(source))
    return journal
  }
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 20))

  it('end where they belong, in whatever order they are copied', async () => {
    const journal = await appended()
    const copyLines = async (task: CopyTask): Promise<Copied> => {
      await pause()
      return THIS_THREAD.copyLines(task)
    }
    await journal.finish({ atOnce: 3, copyLines })
    const sorted = [...shuffled].sort().map((source) => long(source).line)
    expect(readFileSync(join(out, 'documents.jsonl')).equals(Buffer.concat(sorted))).toBe(true)
    expect(await runOver(shuffled)).toEqual({ reused: 12 })
  })

  it('leave the files as they were when the disk is full, and nobody writes any more', async () => {
    const journal = await appended()
    const before = readFileSync(join(out, 'documents.jsonl'))
    let copying = 0
    const copyLines = async (): Promise<Copied> => {
      copying++
      await pause()
      copying--
      return { kind: 'failed', code: 'ENOSPC', message: 'no space left on device' }
    }
    await expect(journal.finish({ atOnce: 3, copyLines })).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(copying).toBe(0)
    expect(readFileSync(join(out, 'documents.jsonl')).equals(before)).toBe(true)
    expect(readdirSync(out)).toEqual(['.dateline', 'documents.jsonl'])
    expect(await runOver(shuffled)).toEqual({ reused: 12 })
  })
})
