import type { Database } from '../db/database.ts'
import { daysBetween, getListing } from '../db/listings.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { describeError, FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { backOffAfter, mustWait, pauseUntil } from '../model/back-off.ts'
import { feedDateAt } from '../model/feed-date.ts'
import { dayRef, type ListingRef } from '../model/listing.ts'
import type { Pace } from '../model/pace.ts'
import type { ListingOutcome, SyncReport } from '../model/sync-report.ts'
import { fetchListing } from '../sources/hugging-face.ts'
import { dueDays, isDue, oldestDueDay } from './policy.ts'
import { storeListing } from './store-listing.ts'

export interface SyncRequest {
  db: Database
  /** The base of every request, without a slash at its end. */
  endpoint: string
  /** Listings a page shows, besides the days that are due. */
  wanted?: readonly ListingRef[]
  /** How often to ask, and how far back. */
  pace?: Pace
  /** The reader asked: today and what is wanted are fetched even if fresh. */
  isReaderAsking?: boolean
  /** Ends it early: the endpoint is no longer the reader's. */
  signal?: AbortSignal
  /** The clock (ms) and the source of jitter in [0, 1), for tests. */
  now?: () => number
  random?: () => number
}

/**
 * Fetches what is due and what is wanted, and returns what became of it. Only one sync
 * runs at a time in the whole browser: a second waits for its turn and then looks again
 * at what is due, which by then is mostly nothing. Trouble with the feed is not thrown;
 * it is in the report and, for the next sync, in the stored back-off.
 */
export function syncFeed(request: SyncRequest): Promise<SyncReport> {
  return navigator.locks.request('paperboy-sync', () => syncAlone(request))
}

async function syncAlone(request: SyncRequest): Promise<SyncReport> {
  const { db, endpoint, isReaderAsking = false, now = Date.now, random = Math.random } = request
  const { signal } = request
  const startedAt = now()
  const { backOff, report: earlier } = await readSyncState(db)
  if (mustWait(backOff, endpoint, startedAt, isReaderAsking)) {
    const waiting = { until: backOff.retryAt, reason: backOff.reason }
    return { endpoint, startedAt, endedAt: startedAt, outcomes: [], waiting }
  }

  const outcomes: ListingOutcome[] = []
  const asked = new Set<string>()
  const stop = new AbortController()
  if (signal?.aborted) stop.abort()
  signal?.addEventListener('abort', () => stop.abort())
  for (;;) {
    // Each round may show that a day had no edition, and so make an older one due.
    const refs = (await listingsToFetch(request, now())).filter((ref) => !asked.has(nameOf(ref)))
    if (refs.length === 0 || stop.signal.aborted) break
    for (const ref of refs) asked.add(nameOf(ref))
    await Promise.all(refs.map(fetchAndStore))
  }
  const [refused] = outcomes
  const isRefused = outcomes.length > 1 && outcomes.every(({ result }) => result === 'failed')
  if (isRefused && refused && !stop.signal.aborted) {
    // Each was about its one question, but a source that refuses them all is in trouble.
    await backOffFor({ endpoint, reason: refused.problem ?? t('source.nothing') })
  }
  const isWell = !stop.signal.aborted && outcomes.some(({ result }) => result !== 'failed')
  if (isWell) await writeSyncState(db, 'backOff', undefined)

  const report = { endpoint, startedAt, endedAt: now(), outcomes }
  if (outcomes.length > 0) {
    const told = report.outcomes.concat(stillUnread(earlier, endpoint, asked))
    await writeSyncState(db, 'report', { ...report, outcomes: told })
  }
  return report

  async function fetchAndStore(ref: ListingRef): Promise<void> {
    try {
      const fetched = await fetchListing(endpoint, ref, stop.signal)
      outcomes.push(await storeListing(db, ref, fetched, now(), endpoint))
      if (fetched.quietUntil !== undefined && !stop.signal.aborted) {
        stop.abort()
        const quota = t('source.quota', { host: new URL(endpoint).host })
        await writeSyncState(db, 'backOff', pauseUntil(endpoint, fetched.quietUntil, quota))
      }
    } catch (error) {
      // Stopped for another listing's sake: it was not asked, so there is nothing to tell.
      if (stop.signal.aborted) return
      const problem = describeError(error)
      outcomes.push({ ref, result: 'failed', papers: 0, added: 0, dropped: [], problem })
      if (!(error instanceof FeedError && error.isOutage)) return
      stop.abort()
      await backOffFor({ endpoint, reason: problem, retryAt: error.retryAt })
    }
  }

  function backOffFor(outage: Parameters<typeof backOffAfter>[1]): Promise<void> {
    return writeSyncState(db, 'backOff', backOffAfter(backOff, outage, now(), random()))
  }
}

async function listingsToFetch(request: SyncRequest, now: number): Promise<ListingRef[]> {
  const { db, wanted = [], isReaderAsking = false } = request
  const today = feedDateAt(new Date(now))
  const due = dueDays(
    await daysBetween(db, oldestDueDay(now), today),
    now,
    request.endpoint,
    request.pace,
  )
  const wantedNow = isReaderAsking
    ? [...wanted, dayRef(today)]
    : await whatIsDue(request, wanted, now)
  return [...new Map([...wantedNow, ...due].map((ref) => [nameOf(ref), ref])).values()]
}

async function whatIsDue(
  { db, endpoint, pace }: SyncRequest,
  refs: readonly ListingRef[],
  now: number,
): Promise<ListingRef[]> {
  const listings = await Promise.all(refs.map((ref) => getListing(db, ref)))
  return refs.filter((ref, i) => isDue(listings[i], ref, now, endpoint, pace))
}

/** Listings of earlier syncs whose records could not be read, as long as nothing newer is known. */
function stillUnread(
  report: SyncReport | undefined,
  endpoint: string,
  asked: ReadonlySet<string>,
): ListingOutcome[] {
  if (report?.endpoint !== endpoint) return []
  return report.outcomes
    .filter(({ ref, dropped }) => dropped.length > 0 && !asked.has(nameOf(ref)))
    .slice(0, unreadListingsKept)
    .map(({ problem: _problem, ...outcome }) => outcome)
}

const unreadListingsKept = 30

function nameOf({ kind, key }: ListingRef): string {
  return `${kind} ${key}`
}
