import { workerData } from 'node:worker_threads'
import type { Resources } from '../pipeline.js'
import { createCollector } from './collect-garbage.js'
import type { Hands } from './hands.js'
import type { BatchResult, Task } from './outcome.js'
import type { ResourceOptions } from './resources.js'

// What a worker does; the pool calls these by name. A worker that only makes tables never loads the models.

/** piscina wraps what it was given: the pool's own data come second. */
const options = (Array.isArray(workerData) ? workerData[1] : workerData) as ResourceOptions
let loading: Promise<Resources> | undefined
const collectNowAndThen = createCollector()

const load = async (): Promise<Resources> => (await import('./resources.js')).loadResources(options)

export default async function annotate(task: Task): Promise<BatchResult> {
  const { annotateBatch } = await import('./annotate-batch.js')
  loading ??= load()
  const resources = await loading
  const result = annotateBatch(task, resources, (index) => Atomics.store(task.progress, 0, index + 1), task.lines)
  await collectNowAndThen(task.articles.length)
  return result
}

const hands = async (): Promise<Hands> => (await import('./hands.js')).OWN_HANDS

export const copyLines: Hands['copyLines'] = async (task) => (await hands()).copyLines(task)
export const dealOut: Hands['dealOut'] = async (task) => (await hands()).dealOut(task)
export const linkPart: Hands['linkPart'] = async (task) => (await hands()).linkPart(task)
export const spellRange: Hands['spellRange'] = async (task) => (await hands()).spellRange(task)
export const spellEntities: Hands['spellEntities'] = async (task) => (await hands()).spellEntities(task)
export const describeFile: Hands['describeFile'] = async (path) => (await hands()).describeFile(path)
