/**
 * The lists of terms in a segment of the search index: with their papers; alone, for
 * completing a word; and spelt backwards, for finding a word whose beginning is mistyped.
 */
export const termLists = ['postings', 'words', 'backwards'] as const
export type TermList = (typeof termLists)[number]

/**
 * What is read of a segment before anything else: small, and enough to know which blocks a
 * term falls in. Papers are numbered by rising id, so that an id is found by bisection.
 */
export interface SegmentHead {
  id: number
  format: number
  /** Papers, those taken out since included. */
  docCount: number
  /** The numbers of those taken out, rising. A merge drops them. */
  removed: number[]
  /** The first term of each block, list by list. */
  firstTerms: Record<TermList, string[]>
  /** The first paper id of each chunk of ids. */
  chunkIds: string[]
  /** Bytes of its blocks. */
  byteLength: number
}

/** A segment that a merge is still writing does not answer yet. */
export interface StoredHead extends SegmentHead {
  isPending?: boolean
}

/** The `n`th block of a list of a segment. */
export interface StoredBlock {
  segment: number
  list: TermList
  n: number
  bytes: Uint8Array<ArrayBuffer>
}

/** The ids of the `n`th lot of papers of a segment. */
export interface StoredChunk {
  segment: number
  n: number
  ids: string[]
}

/** A merge that goes on where it was left. */
export interface MergeState {
  inputs: { id: number; removed: number[] }[]
  output: number
  list: TermList
  nextTerm: string
}

/** What the index still has to do. */
export type IndexStateRow =
  /** Papers up to this id are in the index; it does not answer before all are. */
  { name: 'rebuild'; value: { afterId: string } } | { name: 'merge'; value: MergeState }

export const rebuildFromStart: IndexStateRow = { name: 'rebuild', value: { afterId: '' } }
