import type { PaperCard } from '../model/card.ts'
import type { FeedDate } from '../model/feed-date.ts'
import type { Listing, ListingRef } from '../model/listing.ts'
import type { Paper } from '../model/paper.ts'
import type { Route } from '../model/route.ts'
import type { ShelfRow } from '../model/shelf.ts'
import type { Hits } from '../search/hits.ts'

/** Days to step to from the day shown. */
export interface Neighbours {
  earlier?: FeedDate
  later?: FeedDate
}

/** What a route shows; it names its route, so that old content is never taken for new. */
export type PageContent = { route: Route; neighbours?: Neighbours } & (
  | { state: 'loading' }
  | {
      state: 'papers'
      cards: PaperCard[]
      total: number
      /** The day whose papers these are. */
      edition?: FeedDate
      fetchedAt?: number
    }
  /** What a search found, which may be nothing. */
  | { state: 'hits'; hits: Hits; hubQuery: string }
  /** Saved papers, by id: their rows are read as they come near the window. */
  | {
      state: 'shelf'
      ids: string[]
      /** How many are saved in all. */
      total: number
      /** None holds all the words that were typed: these hold most of them. */
      isRelaxed: boolean
      /** The rows of these ids, while those are the first alone and the others on their way. */
      first?: ShelfRow[]
    }
  /** What lies in the bin, by id. */
  | { state: 'bin'; ids: string[] }
  /** `saved` is what the reader added to it; absent when it is not saved. */
  | { state: 'paper'; paper: Paper; card: PaperCard; saved?: ShelfRow }
  /**
   * Known to be empty: the source says so, or nothing is asked for, or nothing is saved, though
   * something may lie in the bin.
   */
  | { state: 'empty'; listing?: Listing; hasBin?: boolean }
  /** Not on this disk. */
  | { state: 'missing' }
)

/** The listing that a route shows; undefined for routes that show none. */
export function listingOf(route: Route): ListingRef | undefined {
  switch (route.view) {
    case 'day':
      return { kind: 'day', key: route.date }
    case 'week':
      return { kind: 'week', key: route.week }
    case 'month':
      return { kind: 'month', key: route.month }
    case 'trending':
      return { kind: 'trending', key: '' }
    default:
      return undefined
  }
}

/** The cards for whose pictures a page keeps boxes free. */
export function cardsOf(content: PageContent): readonly PaperCard[] {
  if (content.state === 'papers') return content.cards
  return content.state === 'paper' ? [content.card] : []
}
