import { workerData } from 'node:worker_threads'
import { annotateBatch } from './annotate-batch.js'
import type { Batch, BatchResult } from './outcome.js'
import { loadResources, type ResourceOptions } from './resources.js'

// piscina wraps what it was given: the pool's own data come second.
const options = (Array.isArray(workerData) ? workerData[1] : workerData) as ResourceOptions
const resources = await loadResources(options)

export default (batch: Batch): BatchResult => annotateBatch(batch, resources)
