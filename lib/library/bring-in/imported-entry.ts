import type {
  ReadingStatus,
  ReleasedPaper,
  SavedPaper,
  Tombstone,
} from '../../model/saved-paper.ts'

/** What a file says of one paper. */
export interface ImportedEntry {
  /** What the paper is kept by: model/paper-id.ts. */
  id: string
  /** Where it begins in the file, from 1. */
  line: number
  title?: string
  authors: string[]
  abstract?: string
  /** ms */
  publishedAt?: number
  datedTo?: 'month' | 'year'
  /** The proceedings or the journal it appeared in, and whether that is a journal. */
  venue?: string
  isInJournal?: true
  primaryClass?: string
  /** The publisher's. */
  doi?: string
  /** `owner/name` on GitHub. */
  repository?: string
  tags: string[]
  note?: string
  /** ms */
  savedAt?: number
  status?: ReadingStatus
  /** The whole row, where the file is a backup of ours. */
  row?: SavedPaper
}

/** An entry that cannot be brought in, with the reason in the reader's words. */
export interface UnreadableEntry {
  line: number
  /** A title, a key or the beginning of its text. */
  name: string
  reason: string
}

/** What a backup holds besides saved papers. */
export interface BackupRest {
  /** ms */
  madeAt?: number
  bin: ReleasedPaper[]
  tombstones: Tombstone[]
  settings?: { endpoint?: string }
  /** Why the file is not as it was written, in the reader's words. */
  damage?: string
}

export type ReadItem = ImportedEntry | UnreadableEntry

/**
 * Reads a text of one format entry by entry, in its order. Never throws, whatever the text: what
 * cannot be read comes as such.
 */
export type Reader = (text: string) => Generator<ReadItem, BackupRest | undefined>

export function isUnreadable(item: ReadItem): item is UnreadableEntry {
  return 'reason' in item
}
