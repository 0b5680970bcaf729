import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { articleLines } from '../../bench/run-extract.js'

test('an article leaves next to nothing behind in the heap that is seldom collected', () => {
  const script = fileURLToPath(new URL('./left-behind.mjs', import.meta.url))
  const input = [...articleLines(2400, 7)].join('\n')
  const kilobytes = Number(execFileSync(process.execPath, ['--expose-gc', script], { input, encoding: 'utf8' }))
  // 0.6. Names that are remembered for long make it 1.2, a stage with its own fields after the spread 1.1.
  expect(kilobytes).toBeLessThan(0.8)
})
