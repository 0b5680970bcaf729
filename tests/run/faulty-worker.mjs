// A worker that does to itself what an article's source says.
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

export default ({ articles, progress }) => ({
  outcomes: articles.map(({ source }, index) => {
    Atomics.store(progress, 0, index + 1)
    MISHAPS[source.split('-')[0]]?.()
    return { kind: 'document', id: source, line: Buffer.from('{}\n'), words: 1, milliseconds: 1 }
  }),
  timings: { step: articles.length },
})
