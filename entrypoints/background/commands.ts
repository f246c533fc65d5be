import { getPaper } from '@/lib/db/papers.ts'
import { readSyncState } from '@/lib/db/sync-state.ts'
import { publishFrontPage } from '@/lib/front-page/publish.ts'
import { backUpDaily } from '@/lib/library/backup/daily.ts'
import { openPaper } from '@/lib/library/save.ts'
import { tendLibrary } from '@/lib/library/tend.ts'
import type { HubAnswer } from '@/lib/model/hub-search.ts'
import type { ListingRef } from '@/lib/model/listing.ts'
import type { SyncReport } from '@/lib/model/sync-report.ts'
import { findHits, type Hits } from '@/lib/search/hits.ts'
import { maintainIndex } from '@/lib/search/store/maintain.ts'
import { warmUp } from '@/lib/search/warm-up.ts'
import { searchHub } from '@/lib/sync-feed/search-hub.ts'
import { syncFeed } from '@/lib/sync-feed/sync-feed.ts'
import { db, finder, readPace, readSources } from './database.ts'
import { fillInBehind } from './keep.ts'
import { layNextAheadSoon } from './lay-ahead.ts'
import { fetchPicturesBehind } from './pictures.ts'
import { scheduleNextSync } from './schedule.ts'

let underWay = new AbortController()

/** When to go on with a sync that the worker's death cut off. */
const goOnAfterMs = 60_000

/** Fetches what is due, writes the front page, and sets the alarm for the next time. */
export async function syncAndSchedule(
  wanted: ListingRef[] = [],
  isReaderAsking = false,
): Promise<SyncReport> {
  // The browser may end an idle worker in the middle of a slow answer, and then nothing below
  // is reached: this alarm brings it back, and what was stored by then is not asked for again.
  scheduleNextSync(Date.now() + goOnAfterMs)
  const [{ endpoint }, pace] = await Promise.all([readSources(), readPace()])
  const { signal } = underWay
  try {
    const report = await syncFeed({ db, endpoint, pace, wanted, isReaderAsking, signal })
    await publishFrontPage(db)
    layNextAheadSoon()
    fillInBehind('alarm')
    fetchPicturesBehind()
    maintainIndex(db).catch((error: unknown) => {
      console.error('Paperboy could not tend the search index:', error)
    })
    return report
  } finally {
    // The library is copied whether or not there is a network.
    backUpDaily(db).catch((error: unknown) => {
      console.error('Paperboy could not take the daily copy:', error)
    })
    tendLibrary(db).catch((error: unknown) => {
      console.error('Paperboy could not tend the library:', error)
    })
    const { backOff } = await readSyncState(db)
    scheduleNextSync(backOff?.endpoint === endpoint ? backOff.retryAt : undefined)
  }
}

/** The same when nobody waits for the answer: the browser's console is the only reader. */
export function syncInBackground(): void {
  syncAndSchedule().catch((error: unknown) => console.error('Paperboy could not sync:', error))
}

/** Ends the sync under way: what it still means to ask for is of an endpoint that was left. */
export function stopSync(): void {
  underWay.abort()
  underWay = new AbortController()
}

/** Asks the endpoint's own search, which stores nothing. */
export async function searchHuggingFace(words: string): Promise<HubAnswer> {
  const { endpoint } = await readSources()
  return searchHub(db, endpoint, words)
}

/** The best papers stored here, for the address bar. */
export function findPapers(query: string, limit: number, signal: AbortSignal): Promise<Hits> {
  return findHits(db, finder, query, limit, signal)
}

/** To be called when something is about to be searched for. */
export const expectSearch = warmUp(db, finder)

/** Remembers that a paper was opened, if it is stored. */
export async function markOpened(id: string): Promise<void> {
  if (await getPaper(db, id)) await openPaper(db, id)
}
