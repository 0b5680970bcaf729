/**
 * Works on items, some at once, and yields the results in the order of the items. Whoever stops listening also stops
 * waiting for what is under way.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const queue: Promise<Result>[] = []
  for await (const item of items) {
    const result = work(item)
    // Who listens gets the failure below.
    result.catch(() => undefined)
    queue.push(result)
    if (queue.length >= atOnce) yield (await queue.shift()) as Result
  }
  for (const result of queue) yield await result
}
