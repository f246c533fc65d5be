import type { Database } from '../db/database.ts'
import { plural } from '../i18n.ts'
import type { Listing, ListingRef } from '../model/listing.ts'
import { listingClosesAt } from '../model/listing.ts'
import type { Observation } from '../model/observation.ts'
import { hasNewCounts, hasNewText, mergePaper, type Paper } from '../model/paper.ts'
import type { ListingOutcome } from '../model/sync-report.ts'
import { indexTables } from '../search/store/tables.ts'
import { indexPapers, indexVotes } from '../search/store/write-segment.ts'
import type { FetchedListing } from '../sources/hugging-face.ts'
import { isWorse } from './policy.ts'

/**
 * Writes a fetched listing, its papers and their counts in one transaction, or keeps what
 * is stored when that is better. `now` in ms is the time of the answer, `endpoint` who gave it.
 */
export function storeListing(
  db: Database,
  ref: ListingRef,
  fetched: FetchedListing,
  now: number,
  endpoint: string,
): Promise<ListingOutcome> {
  const tables = [db.papers, db.listings, db.observations, ...indexTables(db)]
  return db.transaction('rw', tables, async () => {
    // Read inside the transaction: another page may have written since the fetch began.
    const stored = await db.listings.get([ref.kind, ref.key])
    const ids = await idsToKeep(db, fetched, stored)
    if (isWorse(stored, ids, endpoint)) return keepListing(db, ref, stored as Listing, fetched, now)

    const added = await storePapers(db, ref, fetched, now)
    const isComplete = now >= listingClosesAt(ref)
    await db.listings.put({ ...ref, ids, fetchedAt: now, checkedAt: now, isComplete, endpoint })
    return { ref, result: 'stored', papers: ids.length, added, dropped: fetched.dropped }
  })
}

/** The new order, in which a paper whose record is broken today keeps its old place. */
async function idsToKeep(
  db: Database,
  { papers, dropped }: FetchedListing,
  stored: Listing | undefined,
): Promise<string[]> {
  const known = new Set(stored?.ids)
  const rescued = dropped.filter((record) => record.id !== undefined && known.has(record.id))
  const ids = papers.map((paper) => paper.id)
  for (const { id, index } of rescued) {
    if (id && !ids.includes(id) && (await db.papers.get(id))) ids.splice(index, 0, id)
  }
  return ids
}

async function keepListing(
  db: Database,
  ref: ListingRef,
  stored: Listing,
  fetched: FetchedListing,
  now: number,
): Promise<ListingOutcome> {
  await db.listings.put({ ...stored, checkedAt: now })
  const problem = plural('source.onlySome', stored.ids.length, { came: fetched.papers.length })
  return {
    ref,
    result: 'kept',
    papers: stored.ids.length,
    added: 0,
    dropped: fetched.dropped,
    problem,
  }
}

/** Returns how many papers were never seen before. */
async function storePapers(
  db: Database,
  ref: ListingRef,
  fetched: FetchedListing,
  now: number,
): Promise<number> {
  const known = await db.papers.bulkGet(fetched.papers.map((paper) => paper.id))
  const next = fetched.papers.map((paper, i) => {
    // Before 2025 the feed does not say the day in the record; the listing does.
    const feedDate = paper.feedDate ?? (ref.kind === 'day' ? ref.key : undefined)
    return mergePaper(known[i], feedDate ? { ...paper, feedDate } : paper, now)
  })
  const isKnown = new Set(known.flatMap((paper) => paper?.id ?? []))
  await Promise.all([
    db.papers.bulkPut(next),
    indexPapers(
      db,
      next.filter((paper, i) => hasNewText(known[i], paper)),
      { isKnown: (id) => isKnown.has(id) },
    ),
  ])
  await indexVotes(
    db,
    next.filter((paper, i) => known[i] && known[i].upvotes !== paper.upvotes),
  )
  await db.observations.bulkPut(
    next.filter((paper, i) => hasNewCounts(known[i], paper)).map((paper) => observe(paper, now)),
  )
  return known.filter((paper) => paper === undefined).length
}

/** What is kept of a paper's counts at a time (ms). */
export function observe({ id, upvotes, comments, stars }: Paper, at: number): Observation {
  return { paperId: id, at, upvotes, comments, ...(stars !== undefined && { stars }) }
}
