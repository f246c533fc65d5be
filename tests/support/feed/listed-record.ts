import type { FeedSource } from './feed-source.ts'

/** As much of a raw record as the feed itself looks at. Recordings lack some of it in places. */
export type ListedRecord = {
  paper: {
    id: string
    upvotes: number
    githubStars?: number
    title: string
    summary: string
    submittedOnDailyBy?: { user?: string; name?: string }
    [key: string]: unknown
  }
  submittedBy?: { name?: string }
  [key: string]: unknown
}

/** How far back the lists that span the feed go: reading all the recordings would take seconds. */
const recentDays = 60

export function recordsOf(source: FeedSource, dates: readonly string[]): ListedRecord[] {
  return dates.flatMap((date) => source.day(date) as ListedRecord[])
}

/** Newest day first, each day in its own order. */
export function recentRecords(source: FeedSource): ListedRecord[] {
  return recordsOf(source, source.dates.slice(-recentDays).reverse())
}

/** Keeps the first record of each paper. */
export function dedupe(records: readonly ListedRecord[]): ListedRecord[] {
  const seen = new Set<string>()
  return records.filter(({ paper }) => !seen.has(paper.id) && seen.add(paper.id))
}

/** Most upvotes first; papers with equally many keep their order. */
export function byUpvotes(one: ListedRecord, other: ListedRecord): number {
  return other.paper.upvotes - one.paper.upvotes
}

export function byStars(one: ListedRecord, other: ListedRecord): number {
  return (other.paper.githubStars ?? 0) - (one.paper.githubStars ?? 0) || byUpvotes(one, other)
}
