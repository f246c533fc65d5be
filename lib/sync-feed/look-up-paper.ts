import type { Database } from '../db/database.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { FeedError } from '../errors.ts'
import { backOffAfter, mustWait } from '../model/back-off.ts'
import { fetchPaper } from '../sources/hugging-face.ts'
import { storePaper } from './store-paper.ts'

/**
 * Fetches one paper that is not stored and stores it; false when the source does not have it.
 * Throws an Error for the reader when the source is in trouble or is being left alone.
 */
export async function lookUpPaper(db: Database, endpoint: string, id: string): Promise<boolean> {
  const { backOff } = await readSyncState(db)
  const now = Date.now()
  if (mustWait(backOff, endpoint, now, true)) throw new FeedError(backOff.reason)
  const fetched = await fetchPaper(endpoint, id).catch(async (error: unknown) => {
    if (error instanceof FeedError && error.isOutage) {
      const outage = { endpoint, reason: error.message, retryAt: error.retryAt }
      const next = backOffAfter(backOff, outage, Date.now(), Math.random())
      await writeSyncState(db, 'backOff', next)
    }
    throw error
  })
  if (!fetched) return false
  await storePaper(db, fetched, now)
  return true
}
