import { stat } from 'node:fs/promises'
import { resolveInputs, walkInputs } from './inputs.js'

/** Bytes of all inputs together, for telling how far a run is; undefined where standard input is among them. */
export async function measureInputs(names: readonly string[], exclude?: string): Promise<number | undefined> {
  if (names.includes('-')) return undefined
  let bytes = 0
  try {
    for await (const input of walkInputs(await resolveInputs(names), exclude)) {
      if (input.kind === 'file') bytes += (await stat(input.name).catch(() => ({ size: 0 }))).size
    }
  } catch {
    // Reading meets the same trouble and tells of it.
    return undefined
  }
  return bytes
}
