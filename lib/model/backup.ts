/** A daily copy of the library; its bytes lie in a table of their own. */
export interface Backup {
  /** ms */
  madeAt: number
  /** Of what it holds: two that agree hold the same. */
  checksum: string
  saved: number
  bin: number
  byteLength: number
}

/** The bytes of a daily copy: its JSON, packed with gzip. */
export interface BackupBytes {
  madeAt: number
  bytes: Uint8Array<ArrayBuffer>
}

/** A file that is written every week, to where the reader chose. */
export interface WeeklyFile {
  to: { kind: 'folder'; handle: FileSystemDirectoryHandle } | { kind: 'downloads' }
  /** When it was last seen to that the newest file is up to date (ms). */
  checkedAt?: number
  /** Of the last file. */
  writtenAt?: number
  name?: string
  checksum?: string
  /** Why the last one could not be written, in the reader's words, and when that was (ms). */
  failed?: { problem: string; at: number }
}
