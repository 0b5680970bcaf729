import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usage-'))
  writeFileSync(join(folder, 'file'), 'A file, not a folder.')
  writeFileSync(join(folder, 'article.txt'), 'Ferry resumes\n\nThe ferry to Naxos sailed again on Monday.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('wrong usage', () => {
  it.each<[string, string[], RegExp]>([
    ['a path that is not there', ['extract', 'nowhere', '--out', 'out'], /nowhere/],
    ['a pattern that matches nothing', ['extract', '*.nothing', '--out', 'out'], /\*\.nothing/],
    ['an unknown option', ['extract', 'article.txt', '--colour', '--out', 'out'], /--colour/],
    ['an unknown command', ['extrcat'], /extrcat/],
    ['an unknown format', ['extract', 'article.txt', '--format', 'xls', '--out', 'out'], /xls/],
    [
      'a number of workers that is none',
      ['extract', 'article.txt', '--workers', 'two', '--out', 'out'],
      /whole number/,
    ],
    ['an output folder that is a file', ['extract', 'article.txt', '--out', 'file'], /file/],
    [
      'a gazetteer that is not there',
      ['extract', 'article.txt', '--gazetteer', 'mine.csv', '--out', 'out'],
      /mine\.csv/,
    ],
    ['a file to explain that is not there', ['explain', 'nowhere.txt'], /nowhere\.txt/],
  ])('%s: says so in a line, exit code 2, and writes nothing', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(readdirSync(folder).sort()).toEqual(['article.txt', 'file'])
  })
})

describe('--help', () => {
  it.each(['extract', 'annotate', 'collect', 'explain', 'evaluate', 'train'])(
    '%s begins with examples',
    async (command) => {
      const { code, stdout } = await runCli([command, '--help'])
      expect(code).toBe(0)
      expect(stdout).toMatch(new RegExp(`^Examples:\\n  (?:\\w+ \\S+ \\| )?dateline ${command}`))
    },
  )
})
