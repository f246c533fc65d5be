import { jitter } from '../model/back-off.ts'
import {
  addDays,
  closesAt,
  type FeedDate,
  feedDateAt,
  firstFeedDate,
  isoWeekday,
} from '../model/feed-date.ts'
import { dayRef, type Listing, type ListingRef, listingClosesAt } from '../model/listing.ts'
import { type Pace, usualPace } from '../model/pace.ts'

/** How often the background looks whether anything is due, however seldom the feed is asked. */
const wakeEveryMs = 30 * 60_000

/** How far back to look for them, over weekends, holidays and days without a feed. */
const daysBehindAtMost = 14

/**
 * True when a listing is missing, has grown stale, or closed since it was last checked; and
 * after that from time to time, as long as no answer was good enough to complete it.
 */
export function isDue(
  listing: Listing | undefined,
  ref: ListingRef,
  now: number,
  endpoint: string,
  { everyMs }: Pace = usualPace,
): boolean {
  if (!listing) return true
  // A time that has not come yet is of a clock that has been put right since.
  if (listing.checkedAt > now) return true
  if (listing.ids.length === 0 && listing.endpoint !== endpoint) return true
  if (listing.isComplete) return false
  const closesAt = listingClosesAt(ref)
  if (now >= closesAt && listing.checkedAt < closesAt) return true
  return now - listing.checkedAt >= everyMs - wakeEveryMs * 0.1
}

/**
 * The days to fetch now: today while it grows, and those of the editions before it
 * that are missing or were last seen before they closed. `days` are the stored listings.
 * Which days had no edition is only known once they were asked for, so the caller asks
 * again after fetching until nothing is due.
 */
export function dueDays(
  days: readonly Listing[],
  now: number,
  endpoint: string,
  pace: Pace = usualPace,
): ListingRef[] {
  const stored = new Map(days.map((listing) => [listing.key, listing]))
  const today = feedDateAt(new Date(now))
  const due: ListingRef[] = []
  let editions = 0
  for (let back = 0; back <= daysBehindAtMost && editions <= pace.editionsBehind; back++) {
    const date = addDays(today, -back)
    if (date < firstFeedDate) break
    const listing = stored.get(date)
    if (isDue(listing, dayRef(date), now, endpoint, pace)) due.push(dayRef(date))
    // For a day not asked for yet the weekend is a guess, so that the first run asks for no
    // more days than it needs; a weekend day with papers is still found, since it is asked.
    const isEdition = back === 0 || (listing ? listing.ids.length > 0 : isoWeekday(date) <= 5)
    if (isEdition) editions++
  }
  return due
}

/** The oldest day {@link dueDays} may ask about. */
export function oldestDueDay(now: number): FeedDate {
  return addDays(feedDateAt(new Date(now)), -daysBehindAtMost)
}

/**
 * When to sync next (ms): half an hour on, ±10 %, or when the endpoint may be asked
 * again, or just after today closes, whichever is right first. `random` is in [0, 1).
 */
export function nextSyncAt(now: number, random: number, retryAt = 0): number {
  if (retryAt > now) return retryAt
  const afterClose = closesAt(feedDateAt(new Date(now))) + 60_000 * (1 + 4 * random)
  return Math.min(now + wakeEveryMs * jitter(random), afterClose)
}

/**
 * True when an answer must not replace what is stored: a good listing is not emptied, not
 * cut to half, and does not lose a quarter at once. Days lose a paper or two (withdrawn,
 * moved), never more.
 */
export function isWorse(
  stored: Listing | undefined,
  ids: readonly string[],
  endpoint: string,
): boolean {
  if (!stored || stored.ids.length === 0) return false
  // Another endpoint may rightly have fewer papers, but nothing at all is no answer.
  if (stored.endpoint !== endpoint) return ids.length === 0
  const lost = stored.ids.length - ids.length
  return lost >= stored.ids.length / 2 || lost > Math.max(2, stored.ids.length / 4)
}
