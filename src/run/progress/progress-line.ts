import type { Progress } from '../extract.js'

const WIDTH = 24
const number = (value: number): string => value.toLocaleString('en-US')

/** How far a run is, in a line for a terminal. */
export function progressLine({ phase, annotated, reused, errors, words, seconds, share }: Progress): string {
  const known = reused > 0 ? ` (${number(reused)} known)` : ''
  const articles = `${number(annotated + reused)} articles${known}`
  if (phase === 'collect') return `Writing tables of ${articles}`
  const speed = `${number(Math.round(words / Math.max(seconds, 0.001)))} words/s`
  const parts = [articles, speed, ...(errors > 0 ? [`${number(errors)} errors`] : []), timeOf(seconds, share)]
  return `${share === undefined ? '' : `${barOf(share)} `}${parts.join(' · ')}`
}

function barOf(share: number): string {
  const full = Math.round(share * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %`
}

/** The time left where enough has been seen to tell, else the time gone by. */
function timeOf(seconds: number, share: number | undefined): string {
  if (share === undefined || share < 0.01 || seconds < 2) return clock(seconds)
  return `${clock((seconds / share) * (1 - share))} left`
}

/** 75 is "1:15". */
function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
