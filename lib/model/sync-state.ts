import type { BackOff } from './back-off.ts'
import type { BrowserSyncReport, WebdavReport } from './library-report.ts'
import type { PictureState } from './picture.ts'
import type { SyncReport } from './sync-report.ts'

/** What a sync leaves for the next one, and for the pages to tell of. */
export interface SyncState {
  /** Trouble with an endpoint, and when it may be asked again. */
  backOff: BackOff
  /** When its paper search may be asked again: that has a quota of its own. */
  searchPause: BackOff
  /** When (ms) arXiv was last asked: it wants three seconds between two requests. */
  arxivAskedAt: number
  /** When arXiv may be asked again, after trouble with it. */
  arxivPause: BackOff
  /** What the last sync did. */
  report: SyncReport
  /** The library in the browser's own sync. */
  browserSync: BrowserSyncReport
  /** The library in a WebDAV folder. */
  webdav: WebdavReport
  /** The pictures of papers. */
  pictures: PictureState
}

/** One row a name, so that a write touches only its own. */
export type SyncStateRow = {
  [Name in keyof SyncState]: { name: Name; value: SyncState[Name] }
}[keyof SyncState]
