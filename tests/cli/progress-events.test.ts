import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCli } from './run-cli.js'

const home = mkdtempSync(join(tmpdir(), 'dateline-events-'))
afterAll(() => rmSync(home, { recursive: true }))

it('tells of each phase with --json, however soon it follows the one before, and of the end', async () => {
  const input = `${JSON.stringify({ text: 'Mayor Ada Quill spoke in Bergen on Monday.' })}\n`
  const { code, stderr } = await runCli(['extract', '-', '--out', join(home, 'out'), '--json'], { input })
  expect(code).toBe(0)
  const events = stderr.trim().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: short
  expect(events.map(({ event, phase }) => phase ?? event)).toEqual(['annotate', 'collect', 'done'])
})
