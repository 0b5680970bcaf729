import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const goldFile = (name: string, ...lines: unknown[]): string => {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

const TEXT = 'Mayor Helena Ruiz said in Lisbon on Monday that the bridge would open.'
const at = (words: string, more: object = {}): object => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  ...more,
})

describe('dateline evaluate', () => {
  it('scores each kind of annotation that an article carries', async () => {
    const file = goldFile('gold.jsonl', {
      id: 'a',
      text: TEXT,
      published: '2024-05-31',
      mentions: [at('Helena Ruiz', { type: 'person' }), at('Lisbon', { type: 'place' })],
      dates: [at('Monday', { type: 'DATE', value: '2024-05-27' })],
    })
    const { code, stdout } = await runCli(['evaluate', file, '--json'])
    expect(code).toBe(0)
    const [names, dates, ...others] = (JSON.parse(stdout) as Record<string, { layer: string; figures: never }[]>)[file]
    expect(names).toMatchObject({ layer: 'mentions', figures: { exact: { micro: { gold: 2 } } } })
    expect(dates).toMatchObject({ layer: 'dates', figures: { strict: { f1: 1 }, valueF1: 1 } })
    expect(others).toEqual([])
  })

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"id": "a"', /:2: not JSON/],
    ['no text', { id: 'b' }, /:2: "text" must be a string/],
    ['nothing annotated', { id: 'b', text: 'Nothing.' }, /:2: nothing to score/],
    [
      'an offset outside the text',
      { id: 'b', text: 'Rome', mentions: [{ start: 0, end: 9, type: 'place' }] },
      /:2: mentions\[0\]/,
    ],
    ['an id twice', { id: 'a', text: 'Rome', mentions: [] }, /:2: the id "a"/],
  ])('a line with %s: file, line and reason, exit code 2', async (name, line, message) => {
    const file = goldFile(`${name}.jsonl`, { id: 'a', text: 'Rome', mentions: [] }, line)
    const { code, stdout, stderr } = await runCli(['evaluate', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
