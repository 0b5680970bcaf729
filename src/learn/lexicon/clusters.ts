import { randomFrom } from '../random.js'

/**
 * Clusters words by their vectors: k-means into 64 groups, each into 16, each of those into 8 (8,192 in all), so that a
 * word has a coarse, a middle and a fine cluster that nest. Words are weighted alike; vectors are brought to length 1.
 */

export interface WordVectors {
  readonly words: readonly string[]
  readonly dimensions: number
  /** Row-major, one row a word. */
  readonly values: Float32Array
}

const BRANCHES = [64, 16, 8] as const
const ROUNDS = [12, 10, 10] as const

const clustered = new WeakMap<WordVectors, Map<number, Uint16Array>>()

/** The path of each word: 6 + 4 + 3 bits. Kept for as long as the vectors are, as it does not depend on what is learnt from. */
export function clusterWords(vectors: WordVectors, seed: number, progress: (line: string) => void): Uint16Array {
  const bySeed = clustered.get(vectors) ?? new Map<number, Uint16Array>()
  clustered.set(vectors, bySeed)
  const known = bySeed.get(seed)
  if (known !== undefined) return known
  const paths = findClusters(vectors, seed, progress)
  bySeed.set(seed, paths)
  return paths
}

function findClusters(vectors: WordVectors, seed: number, progress: (line: string) => void): Uint16Array {
  normalize(vectors)
  const random = randomFrom(seed)
  const paths = new Uint16Array(vectors.words.length)
  let groups: Int32Array[] = [Int32Array.from(vectors.words.keys())]
  BRANCHES.forEach((branches, level) => {
    const next: Int32Array[] = []
    for (const members of groups) {
      const assignment = kMeans(vectors, members, branches, ROUNDS[level], random)
      for (let branch = 0; branch < branches; branch++) next.push(members.filter((_, i) => assignment[i] === branch))
      members.forEach((word, i) => {
        paths[word] = paths[word] * branches + assignment[i]
      })
    }
    groups = next
    progress(`clusters, level ${level + 1}: ${next.filter((members) => members.length > 0).length} groups`)
  })
  return paths
}

function normalize({ values, dimensions }: WordVectors): void {
  for (let row = 0; row < values.length; row += dimensions) {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += values[row + d] ** 2
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let d = 0; d < dimensions; d++) values[row + d] *= scale
  }
}

/**
 * Spherical k-means; the centres are found on the most frequent words alone (vectors come in order of frequency), so that
 * rare ones, whose vectors are poor, take no clusters for themselves, and all members are assigned once.
 */
const FREQUENT = 60_000

function kMeans(
  vectors: WordVectors,
  members: Int32Array,
  k: number,
  rounds: number,
  random: () => number,
): Uint8Array {
  if (members.length <= k) return Uint8Array.from(members.keys())
  const frequent = members.filter((word) => word < FREQUENT)
  const sample = frequent.length >= 2 * k ? frequent : members
  const centres = new Float32Array(k * vectors.dimensions)
  pick(sample, k, random).forEach((word, c) => {
    centres.set(row(vectors, word), c * vectors.dimensions)
  })
  for (let round = 0; round < rounds; round++) recentre(vectors, sample, assign(vectors, sample, centres), centres)
  return assign(vectors, members, centres)
}

const row = ({ values, dimensions }: WordVectors, word: number): Float32Array =>
  values.subarray(word * dimensions, (word + 1) * dimensions)

function pick(from: Int32Array, count: number, random: () => number): Int32Array {
  const pool = Int32Array.from(from)
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i))
    const held = pool[i]
    pool[i] = pool[j]
    pool[j] = held
  }
  return pool.slice(0, count)
}

function assign({ values, dimensions }: WordVectors, members: Int32Array, centres: Float32Array): Uint8Array {
  const nearest = new Uint8Array(members.length)
  for (let m = 0; m < members.length; m++) {
    const at = members[m] * dimensions
    let best = Number.NEGATIVE_INFINITY
    for (let c = 0, centre = 0; centre < centres.length; c++, centre += dimensions) {
      const product = dot(values, at, centres, centre, dimensions)
      if (product > best) {
        best = product
        nearest[m] = c
      }
    }
  }
  return nearest
}

/** In four sums, so that the processor need not wait for one addition before it begins the next. */
function dot(a: Float32Array, from: number, b: Float32Array, at: number, dimensions: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let d = 0
  for (; d + 3 < dimensions; d += 4) {
    s0 += a[from + d] * b[at + d]
    s1 += a[from + d + 1] * b[at + d + 1]
    s2 += a[from + d + 2] * b[at + d + 2]
    s3 += a[from + d + 3] * b[at + d + 3]
  }
  for (; d < dimensions; d++) s0 += a[from + d] * b[at + d]
  return s0 + s1 + (s2 + s3)
}

function recentre(
  { values, dimensions }: WordVectors,
  members: Int32Array,
  nearest: Uint8Array,
  centres: Float32Array,
): void {
  const sums = new Float32Array(centres.length)
  for (let m = 0; m < members.length; m++) {
    const centre = nearest[m] * dimensions
    const at = members[m] * dimensions
    for (let d = 0; d < dimensions; d++) sums[centre + d] += values[at + d]
  }
  for (let centre = 0; centre < centres.length; centre += dimensions) {
    let length = 0
    for (let d = 0; d < dimensions; d++) length += sums[centre + d] ** 2
    if (length === 0) continue
    const scale = 1 / Math.sqrt(length)
    for (let d = 0; d < dimensions; d++) centres[centre + d] = sums[centre + d] * scale
  }
}
