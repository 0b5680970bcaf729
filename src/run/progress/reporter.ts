import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../extract.js'
import type { RunReport } from '../run-report.js'
import { closingSummary } from './closing-summary.js'
import { progressLine } from './progress-line.js'

export interface Reporter {
  readonly progress: (progress: Progress) => void
  readonly finish: (report: RunReport) => void
  readonly close: () => void
}

const SILENT: Reporter = { progress: () => undefined, finish: () => undefined, close: () => undefined }

/** At most so many progress events a second. */
const EVENTS_A_SECOND = 4

/** A bar on a terminal, JSON lines with `--json`, only the summary in a pipe, nothing with `--quiet`. All on stderr. */
export function openReporter({ quiet, json }: { readonly quiet?: boolean; readonly json?: boolean }): Reporter {
  if (json) return jsonReporter()
  if (quiet) return SILENT
  return process.stderr.isTTY ? barReporter() : { ...SILENT, finish: printSummary }
}

const printSummary = (report: RunReport): void => {
  process.stderr.write(`${closingSummary(report)}\n`)
}

function jsonReporter(): Reporter {
  const print = (event: unknown): void => {
    process.stderr.write(`${JSON.stringify(event)}\n`)
  }
  return {
    progress: throttled((progress) => print({ event: 'progress', ...progress })),
    finish: (report) => print({ event: 'done', ...report }),
    close: () => undefined,
  }
}

function barReporter(): Reporter {
  const bar = new SingleBar(
    { stream: process.stderr, format: '{line}', hideCursor: true, clearOnComplete: true, fps: EVENTS_A_SECOND },
    Presets.shades_classic,
  )
  let running = false
  const close = (): void => {
    if (running) bar.stop()
    running = false
  }
  return {
    progress: (progress) => {
      const payload = { line: progressLine(progress) }
      if (!running) bar.start(1, 0, payload)
      running = true
      bar.update(0, payload)
    },
    finish: (report) => {
      close()
      printSummary(report)
    },
    close,
  }
}

/** A new phase is always reported. */
function throttled(report: (progress: Progress) => void): (progress: Progress) => void {
  let last: Progress | undefined
  return (progress) => {
    if (last?.phase === progress.phase && progress.seconds - last.seconds < 1 / EVENTS_A_SECOND) return
    last = progress
    report(progress)
  }
}
