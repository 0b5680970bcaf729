import { workerData } from 'node:worker_threads'
import type { Resources } from '../../pipeline.js'
import type { ResourceOptions } from '../resources.js'
import { createCollector } from './collect-garbage.js'
import type { Executor } from './executor.js'
import type { BatchResult, Task } from './outcome.js'

// What a worker does; the pool calls these by name. A worker that only makes tables never loads the models.

/** piscina wraps what it was given: the pool's own data come second. */
const options = (Array.isArray(workerData) ? workerData[1] : workerData) as ResourceOptions
let loading: Promise<Resources> | undefined
const collectNowAndThen = createCollector()

const load = async (): Promise<Resources> => (await import('../resources.js')).loadResources(options)

export default async function annotate(task: Task): Promise<BatchResult> {
  const { annotateBatch } = await import('./annotate-batch.js')
  loading ??= load()
  const resources = await loading
  const result = annotateBatch(task, resources, (index) => Atomics.store(task.progress, 0, index + 1), task.lines)
  await collectNowAndThen(task.articles.length)
  return result
}

const executor = async (): Promise<Executor> => (await import('./executor.js')).THIS_THREAD

export const copyLines: Executor['copyLines'] = async (task) => (await executor()).copyLines(task)
export const partitionEntities: Executor['partitionEntities'] = async (task) =>
  (await executor()).partitionEntities(task)
export const linkPart: Executor['linkPart'] = async (task) => (await executor()).linkPart(task)
export const serializeRange: Executor['serializeRange'] = async (task) => (await executor()).serializeRange(task)
export const serializeEntities: Executor['serializeEntities'] = async (task) =>
  (await executor()).serializeEntities(task)
export const describeFile: Executor['describeFile'] = async (path) => (await executor()).describeFile(path)
