import type { Paper } from './paper.ts'

/** A paper the reader keeps, with its own copy of the record: no feed can change it. */
export interface SavedPaper {
  id: string
  /** ms */
  savedAt: number
  record: Paper
  /** What the reader wrote about it. */
  note?: string
}

/** A paper let go, kept whole so that it can be put back. */
export interface ReleasedPaper extends SavedPaper {
  /** ms */
  releasedAt: number
}
