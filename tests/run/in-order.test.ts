import { expect, it } from 'vitest'
import { inOrder } from '../../src/run/in-order.js'

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

it('yields in the order of the items, with so many under way and no more', async () => {
  let underWay = 0
  let most = 0
  const results: number[] = []
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++underWay)
    await later(item % 3 === 0 ? 8 : 1)
    underWay--
    return item
  }
  for await (const result of inOrder([0, 1, 2, 3, 4, 5, 6], 3, work)) results.push(result)
  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(most).toBe(3)
})

it('throws what the work threw, when its turn comes', async () => {
  const results: number[] = []
  const listen = async (): Promise<void> => {
    const work = async (item: number): Promise<number> => {
      if (item === 1) throw new Error('one')
      await later(5)
      return item
    }
    for await (const result of inOrder([0, 1, 2], 3, work)) results.push(result)
  }
  await expect(listen()).rejects.toThrow('one')
  expect(results).toEqual([0])
})
