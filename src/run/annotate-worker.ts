import { workerData } from 'node:worker_threads'
import { annotateBatch } from './annotate-batch.js'
import type { BatchResult, Task } from './outcome.js'
import { loadResources, type ResourceOptions } from './resources.js'

// piscina wraps what it was given: the pool's own data come second.
const options = (Array.isArray(workerData) ? workerData[1] : workerData) as ResourceOptions
const resources = await loadResources(options)

export default (task: Task): BatchResult =>
  annotateBatch(task, resources, (index) => Atomics.store(task.progress, 0, index + 1))
