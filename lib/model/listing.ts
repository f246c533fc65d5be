import { closesAt, type FeedDate } from './feed-date.ts'
import { daysOfMonth, daysOfWeek } from './period.ts'

export type ListingKind = 'day' | 'week' | 'month' | 'trending'

/** Which list of papers: a kind, and its date, ISO week or month ('' for trending). */
export interface ListingRef {
  kind: ListingKind
  key: string
}

/** One list of papers as the source had it. */
export interface Listing extends ListingRef {
  /** Paper ids in the source's order, each once. */
  ids: string[]
  /** When these ids were fetched (ms). */
  fetchedAt: number
  /** When the source was last asked and answered, whether or not its answer was kept (ms). */
  checkedAt: number
  /** True once it was fetched after its period had ended: it grows no more. */
  isComplete: boolean
  /** Who gave them. An empty list is only believed of the endpoint that is asked now. */
  endpoint?: string
}

export const trendingRef: ListingRef = { kind: 'trending', key: '' }

export function dayRef(date: FeedDate): ListingRef {
  return { kind: 'day', key: date }
}

/** The instant (ms) after which a listing grows no more; Infinity for trending. */
export function listingClosesAt({ kind, key }: ListingRef): number {
  switch (kind) {
    case 'day':
      return closesAt(key)
    case 'week':
      return closesAt(daysOfWeek(key).last)
    case 'month':
      return closesAt(daysOfMonth(key).last)
    case 'trending':
      return Number.POSITIVE_INFINITY
  }
}
