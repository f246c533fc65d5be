import type { Paper } from '../model/paper.ts'
import type { SavedPaper } from '../model/saved-paper.ts'
import type { BlockList, ColumnRecords, SegmentHead } from '../model/search-index.ts'

/** Where the index lies. What is asked for in one turn should be read in one transaction. */
export interface IndexStore {
  /** The segments that answer, oldest first; undefined while there is no whole index. */
  heads(): Promise<SegmentHead[] | undefined>
  /**
   * Blocks or pages by their numbers, which rise and have no others between them. Rejects with a
   * CorruptIndexError when one is not there.
   */
  blocks(segment: number, list: BlockList, numbers: readonly number[]): Promise<Uint8Array[]>
  /** The `n`th record of the days. Rejects as above. */
  dayRecord(segment: number, n: number): Promise<ColumnRecords['days']>
  /** All records of a column, in order, read behind what else is asked for in this turn. */
  column<Name extends 'ids' | 'votes'>(segment: number, name: Name): Promise<ColumnRecords[Name][]>
  /** The saved papers that wait to be looked up, and those of other sites than arXiv. */
  unindexed(): Promise<SavedPaper[]>
  /** Undefined when it is not stored. */
  paper(id: string): Promise<Paper | undefined>
}
