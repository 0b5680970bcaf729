import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-names-'))
  writeFileSync(
    join(folder, 'article.txt'),
    'Harbour plan stalls\n\nThe Quayside Compact met Zorblatt on Monday. “We need time,” Zorblatt said. Compact members left early. Lisbon waits.\n',
  )
  writeFileSync(
    join(folder, 'names.csv'),
    'name,type,aliases,id\nQuayside Compact,organization,Compact,Q42\nAnna Zorblatt,person,Zorblatt,\n',
  )
  writeFileSync(join(folder, 'block.txt'), '# not wanted\nLisbon\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tableOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, 'out', `${name}.csv`)), { columns: true }) as Record<string, string>[]

describe('--gazetteer and --block', () => {
  it('win over the model, with main name and id of the list', async () => {
    const args = [
      'extract',
      'article.txt',
      '--gazetteer',
      'names.csv',
      '--block',
      'block.txt',
      '--out',
      'out',
      '--quiet',
    ]
    expect(await runCli(args, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' })
    const mentions = tableOf('mentions').map(({ text, entity_id, found_by }) => [text, entity_id, found_by])
    expect(mentions).toEqual([
      ['Quayside Compact', 'organization:own:q42', 'gazetteer'],
      ['Zorblatt', 'person:anna-zorblatt', 'gazetteer'],
      ['Zorblatt', 'person:anna-zorblatt', 'gazetteer'],
      ['Compact', 'organization:own:q42', 'gazetteer'],
    ])
    expect(tableOf('entities')).toMatchObject([
      { entity_id: 'organization:own:q42', name: 'Quayside Compact', mention_count: '2' },
      { entity_id: 'person:anna-zorblatt', name: 'Anna Zorblatt', mention_count: '2' },
    ])
    expect(tableOf('quotes')).toMatchObject([{ speaker_name: 'Anna Zorblatt' }])
  })
})
