import { expect, it } from 'vitest'
import type { Progress } from '../../../src/run/extract.js'
import { progressLine } from '../../../src/run/progress/progress-line.js'

const PROGRESS: Progress = {
  phase: 'annotate',
  inputs: 1300,
  annotated: 1200,
  reused: 0,
  errors: 0,
  words: 400_000,
  seconds: 20,
}

it.each<[Partial<Progress>, string]>([
  [{}, '1,200 articles · 20,000 words/s · 0:20'],
  [{ share: 0.25, errors: 3 }, '██████░░░░░░░░░░░░░░░░░░  25 % 1,200 articles · 20,000 words/s · 3 errors · 1:00 left'],
  [{ share: 0.005, reused: 50 }, '░░░░░░░░░░░░░░░░░░░░░░░░   0 % 1,250 articles (50 known) · 20,000 words/s · 0:20'],
  [{ share: 0.001, seconds: 5000 }, '░░░░░░░░░░░░░░░░░░░░░░░░   0 % 1,200 articles · 80 words/s · 1:23:20'],
  [{ phase: 'collect' }, 'Writing tables of 1,200 articles'],
])('%j', (change, line) => {
  expect(progressLine({ ...PROGRESS, ...change })).toBe(line)
})
