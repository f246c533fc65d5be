import type { Database } from '../db/database.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { FeedError } from '../errors.ts'
import { backOffAfter, mustWait } from '../model/back-off.ts'

/** https://info.arxiv.org/help/api/tou.html: one request in three seconds, one at a time. */
const betweenMs = 3000

/**
 * Asks arXiv's API for something, in the whole browser one request after the other and three
 * seconds apart: the lock holds over pages, the time in the database over the worker's death.
 * After trouble it is left alone for a while, which is a {@link FeedError} as well.
 */
export function askArxiv<T>(
  db: Database,
  endpoint: string,
  isReaderAsking: boolean,
  ask: () => Promise<T>,
): Promise<T> {
  return navigator.locks.request('paperboy-arxiv', async () => {
    const { arxivPause, arxivAskedAt = 0 } = await readSyncState(db)
    if (mustWait(arxivPause, endpoint, Date.now(), isReaderAsking)) {
      throw new FeedError(arxivPause.reason, { retryAt: arxivPause.retryAt })
    }
    // Never longer, whatever a clock that was wrong has left behind.
    const waitMs = Math.min(arxivAskedAt + betweenMs - Date.now(), betweenMs)
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    await writeSyncState(db, 'arxivAskedAt', Date.now())
    try {
      const answer = await ask()
      await writeSyncState(db, 'arxivPause', undefined)
      return answer
    } catch (error) {
      if (error instanceof FeedError && error.isOutage) {
        const outage = { endpoint, reason: error.message, retryAt: error.retryAt }
        const pause = backOffAfter(arxivPause, outage, Date.now(), Math.random())
        // It refuses without saying for how long: then not even the reader asks at once.
        const isRefused = error.status === 429 || error.status === 503
        const isBinding = pause.isBinding || isRefused
        await writeSyncState(db, 'arxivPause', { ...pause, isBinding })
      }
      throw error
    } finally {
      await writeSyncState(db, 'arxivAskedAt', Date.now())
    }
  })
}
