// A worker that does to itself what an article's source says: `hang-1` hangs, `wide-1000` has a line of 1,000 x.
const MISHAPS = {
  hang: () => {
    while (true) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
  },
  exit: () => process.exit(7),
  memory: () => {
    const kept = []
    while (true) kept.push(new Array(100_000).fill(Math.random()))
  },
  throw: () => {
    throw new Error('a bug')
  },
}

export default ({ articles, progress, lines }) => {
  let used = 0
  const placed = (text) => {
    const bytes = Buffer.from(text)
    if (used + bytes.length > lines.length) return bytes
    const line = lines.subarray(used, used + bytes.length)
    line.set(bytes)
    used += bytes.length
    return line
  }
  return {
    outcomes: articles.map(({ source }, index) => {
      Atomics.store(progress, 0, index + 1)
      const [what, size] = source.split('-')
      MISHAPS[what]?.()
      const line = placed(`"${source}${what === 'wide' ? 'x'.repeat(Number(size)) : ''}"\n`)
      return { kind: 'document', id: source, line, words: 1, milliseconds: 1 }
    }),
    timings: { step: articles.length },
  }
}
