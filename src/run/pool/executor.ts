import { describeFile, type WrittenFile } from '../../7-write/atomic-file.js'
import type { SerializedTable } from '../../7-write/serialize.js'
import { type Copied, type CopyTask, copyLines } from '../journal/copy-lines.js'
import { type LinkedPart, type LinkTask, linkPart } from '../tables/link-part.js'
import { type Partitioned, type PartitionTask, partitionEntities } from '../tables/partition-entities.js'
import {
  type SerializedRange,
  type SerializeEntitiesTask,
  type SerializeTask,
  serializeEntityLot,
  serializeRange,
} from '../tables/serialize-range.js'

/** Who does the work of making tables: this thread or the workers. The result is the same. */
export interface Executor {
  /** Tasks that are worth giving out before the first is done. */
  readonly atOnce: number
  readonly copyLines: (task: CopyTask) => Promise<Copied>
  readonly partitionEntities: (task: PartitionTask) => Promise<Partitioned>
  readonly linkPart: (task: LinkTask) => Promise<LinkedPart>
  readonly serializeRange: (task: SerializeTask) => Promise<SerializedRange>
  readonly serializeEntities: (task: SerializeEntitiesTask) => Promise<SerializedTable>
  readonly describeFile: (path: string) => Promise<WrittenFile>
}

export const THIS_THREAD: Executor = {
  atOnce: 1,
  copyLines: async (task) => copyLines(task),
  partitionEntities: async (task) => partitionEntities(task),
  linkPart,
  serializeRange: async (task) => serializeRange(task),
  serializeEntities: async (task) => serializeEntityLot(task),
  describeFile,
}
