import { describeFile, type WrittenFile } from '../7-write/atomic-file.js'
import type { SpelledTable } from '../7-write/spell.js'
import { type Copied, type CopyTask, copyLines } from './copy-lines.js'
import { type DealTask, type Dealt, dealOut } from './deal-out.js'
import { type LinkedPart, type LinkTask, linkPart } from './link-part.js'
import { type SpellEntitiesTask, type SpelledRange, type SpellTask, spellEntityLot, spellRange } from './spell-range.js'

/** Who does the work of making tables: this thread or the workers. The result is the same. */
export interface Hands {
  /** Tasks that are worth giving out before the first is done. */
  readonly atOnce: number
  readonly copyLines: (task: CopyTask) => Promise<Copied>
  readonly dealOut: (task: DealTask) => Promise<Dealt>
  readonly linkPart: (task: LinkTask) => Promise<LinkedPart>
  readonly spellRange: (task: SpellTask) => Promise<SpelledRange>
  readonly spellEntities: (task: SpellEntitiesTask) => Promise<SpelledTable>
  readonly describeFile: (path: string) => Promise<WrittenFile>
}

export const OWN_HANDS: Hands = {
  atOnce: 1,
  copyLines: async (task) => copyLines(task),
  dealOut: async (task) => dealOut(task),
  linkPart,
  spellRange: async (task) => spellRange(task),
  spellEntities: async (task) => spellEntityLot(task),
  describeFile,
}
