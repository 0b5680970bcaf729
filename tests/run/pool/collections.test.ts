import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { articleLines } from '../../bench/run-extract.js'

test('collections between articles do not throw compiled code away', () => {
  const script = fileURLToPath(new URL('./collections.mjs', import.meta.url))
  const input = [...articleLines(1600, 7)].join('\n')
  const told = execFileSync(process.execPath, ['--trace-deopt', script], { input, encoding: 'utf8', maxBuffer: 1e8 })
  const lost = told.split('\n').filter((line) => line.includes('reason: weak objects')).length
  // 2. Collected at once instead of as a task of its own it is 530, without the flag that keeps shapes 80.
  expect(lost).toBeLessThan(40)
})
