import { type FeedDate, firstFeedDate } from '../model/feed-date.ts'
import type { Listing, ListingRef } from '../model/listing.ts'
import type { Database } from './database.ts'

export function getListing(db: Database, ref: ListingRef): Promise<Listing | undefined> {
  return db.listings.get([ref.kind, ref.key])
}

/** The days stored from `first` to `last`, newest first. */
export function daysBetween(db: Database, first: FeedDate, last: FeedDate): Promise<Listing[]> {
  return daysQuery(db, first, last).reverse().toArray()
}

/** The newest day that has papers, up to `last`: today's, or the last edition before it. */
export function latestEdition(db: Database, last: FeedDate): Promise<Listing | undefined> {
  return daysQuery(db, firstFeedDate, last)
    .reverse()
    .filter((listing) => listing.ids.length > 0)
    .first()
}

function daysQuery(db: Database, first: FeedDate, last: FeedDate) {
  return db.listings.where('[kind+key]').between(['day', first], ['day', last], true, true)
}
