import type { PaperCard } from './card.ts'
import type { FeedDate } from './feed-date.ts'

/**
 * The ready-to-render copy of the newest edition. It lies in `storage.local`, so that a
 * new tab paints without the database, the worker or the network.
 */
export interface FrontPage {
  /** Raised when the shape changes; a page that knows another number waits for the database. */
  format: typeof frontPageFormat
  /** Whose edition it is; absent until there is one. */
  date?: FeedDate
  fetchedAt?: number
  /** How many papers the edition has. */
  total: number
  /** The first thirty of them. */
  cards: PaperCard[]
  /** The five saved last. */
  lastSaved: PaperCard[]
  savedCount: number
}

export const frontPageFormat = 1 as const

/** How many of the edition's papers the popup shows. */
export const rowsInPopup = 5
