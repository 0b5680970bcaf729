import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Articles between two collections, which take some hundredths of a second. */
const EVERY = 5000

const FLAGS = [
  '--expose-gc',
  // No object of an article is alive between two of them. V8 would forget their shapes, then all code that was compiled
  // for these shapes, and code that it does not see at work: a second of compiling anew after each collection.
  '--retain-maps-for-n-gc=1000000',
  '--no-flush-bytecode',
]

/** Shapes are kept only where the collection is a task of its own. */
type Collect = (how: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>

/**
 * Call with the number of articles after each batch. V8 collects its old heap only when that has grown by half, so that
 * a worker's memory would creep up for tens of thousands of articles though it needs no more; this keeps it flat.
 */
export function createCollector(every = EVERY): (articles: number) => Promise<void> {
  for (const flag of FLAGS) setFlagsFromString(flag)
  const collect: Collect = runInNewContext('gc')
  let waiting = 0
  return async (articles) => {
    waiting += articles
    if (waiting < every) return
    waiting = 0
    await collect({ type: 'major', execution: 'async' })
  }
}
