import type { Paper } from './paper.ts'
import type { Stamp } from './stamp.ts'

/** How far the reader has come with a saved paper, in order. */
export const readingStatuses = ['to-read', 'reading', 'read'] as const
export type ReadingStatus = (typeof readingStatuses)[number]

export function isReadingStatus(value: unknown): value is ReadingStatus {
  return readingStatuses.includes(value as ReadingStatus)
}

/** Where a paper was saved: a list of ours, a page of the web, a file, another machine. */
export type SavedFrom = 'paperboy' | 'page' | 'link' | 'import' | 'sync'

/** A paper the reader keeps, with its own copy of the record: no feed can change it. */
export interface SavedPaper {
  id: string
  /** ms */
  savedAt: number
  savedFrom?: SavedFrom
  record: Paper
  status: ReadingStatus
  /** Each once, in the order they were given. */
  tags: string[]
  /** What the reader wrote about it, in Markdown. Whoever writes one stamps it: by that it is found. */
  note?: string
  /** When each part was changed last, so that machines can be merged part by part. */
  stamps: PartStamps
  /** Since when (ms) its record waits to be looked up: it has no more than an id and a title. */
  pendingSince?: number
  /** When (ms) it was looked up last, and nobody who may be asked had it. */
  triedAt?: number
}

export interface PartStamps {
  /** When it was saved, or let go. */
  saved: Stamp
  /** A part without a stamp is as it was when the paper was saved. */
  status?: Stamp
  note?: Stamp
  /** Tag by tag, those taken off since included. */
  tags?: Record<string, Stamp>
}

/** A paper let go, kept whole so that it can be put back. */
export interface ReleasedPaper extends SavedPaper {
  /** ms; the same for all that were let go at once, and for no others. */
  releasedAt: number
}

/** Papers let go at once, which come back at once. */
export interface Release {
  releasedAt: number
  count: number
  /** The title of one of them. */
  title: string
}

/** That a paper was let go: kept when the paper itself is not, for machines that still have it. */
export interface Tombstone {
  id: string
  stamp: Stamp
}
