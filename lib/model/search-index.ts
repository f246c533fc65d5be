/**
 * The lists of terms in a segment of the search index: in order, with the place of their
 * papers; and spelt backwards, for finding a word whose beginning is mistyped.
 */
export const termLists = ['words', 'backwards'] as const
export type TermList = (typeof termLists)[number]

/** What is stored in blocks: the lists, and the pages on which the papers of each term stand. */
export type BlockList = TermList | 'postings'

/**
 * What is read of a segment before anything else: small, and enough to know which blocks a
 * term falls in. Papers are numbered by rising id, so that an id is found by bisection.
 */
export interface SegmentHead {
  id: number
  /** The layout of its bytes: one that this code does not know cannot be read. */
  format: number
  /** How texts were taken apart into terms: an older way still answers until it is replaced. */
  analysis: number
  /** Which build of the whole index it belongs to. */
  generation: number
  /** Papers, those taken out since included. */
  docCount: number
  /** The numbers of those taken out, rising. A merge drops them. */
  removed: number[]
  /** The first term of each block, list by list. */
  firstTerms: Record<TermList, string[]>
  /** Pages of postings. */
  pageCount: number
  /** Every 512th id, packed, from the first on. */
  firstIds: number[]
  /** The earliest and the latest day of each record of the column of days. */
  daySpans: DaySpan[]
  /** Bytes of its blocks and columns. */
  byteLength: number
}

/** Days counted from 1970-01-01, both included. */
export type DaySpan = readonly [first: number, last: number]

/** A segment that a merge is still writing does not answer yet. */
export interface StoredHead extends SegmentHead {
  isPending?: boolean
}

/** The `n`th block of a list of a segment. */
export interface StoredBlock {
  segment: number
  list: BlockList
  n: number
  bytes: Uint8Array<ArrayBuffer>
}

/** Whole numbers, each greater than the one before, by the gaps between them. */
export interface RisingNumbers {
  length: number
  /** The first of each group, and where the gaps of its others begin. */
  firsts: Uint32Array<ArrayBuffer>
  starts: Uint16Array<ArrayBuffer>
  gaps: Uint8Array<ArrayBuffer>
}

/** One number for each paper of a segment, by the paper's number. */
export interface Columns {
  /** arXiv ids, packed; rising. */
  ids: Uint32Array<ArrayBuffer>
  /** The day of publication, counted from 1970-01-01. */
  days: Uint16Array<ArrayBuffer>
  /** Upvotes when last seen: the one thing of a segment that changes. */
  votes: Uint16Array<ArrayBuffer>
}

/** The same as it is stored, in records. */
export interface ColumnRecords extends Omit<Columns, 'ids'> {
  ids: RisingNumbers
}

export const columnNames = ['ids', 'days', 'votes'] as const
export type ColumnName = keyof Columns

/** The `n`th part of a column of a segment. */
export interface StoredColumn<Name extends ColumnName = ColumnName> {
  segment: number
  name: Name
  n: number
  values: ColumnRecords[Name]
}

/** A merge that goes on where it was left. */
export interface MergeState {
  inputs: { id: number; removed: number[] }[]
  output: number
  list: TermList
  nextTerm: string
}

/** A new index being built of the stored papers. */
export interface RebuildState {
  /** Papers up to this id are in it. */
  afterId: string
  /** The generation that is built. */
  building: number
  /** The one that answers until then; absent when there is none that can be read. */
  answering?: number
}

/** What the index still has to do. */
export type IndexStateRow =
  | { name: 'rebuild'; value: RebuildState }
  | { name: 'merge'; value: MergeState }

export const rebuildFromStart: IndexStateRow = {
  name: 'rebuild',
  value: { afterId: '', building: 1 },
}
