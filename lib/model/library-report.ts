/** What the last run left in the browser's sync, for the settings page to tell of. */
export interface BrowserSyncReport {
  /** When it last came through (ms); absent while it never did. */
  syncedAt?: number
  papers: number
  /** Those saved longest ago, when it is full. */
  papersLeftOut: number
  notesLeftOut: number
  bytes: number
  /** How many there may be. */
  bytesLimit: number
  /** Items of ours that cannot be read, and are left alone. */
  unreadable: number
  /** What went wrong last time, in the reader's words. */
  problem?: string
}

/** The same of a WebDAV folder, and what the next run has to know of it. */
export interface WebdavReport {
  /** The folder that this is about; another is begun anew. */
  url: string
  syncedAt?: number
  /** Other machines with a file there. */
  machines: number
  problem?: string
  /** The ETag of each file that was merged or written, by name. */
  etags: Record<string, string>
  /** What this machine knew when all of that was done. */
  print?: string
}
