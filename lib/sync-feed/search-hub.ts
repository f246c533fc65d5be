import type { Database } from '../db/database.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { type BackOff, mustWait, pauseUntil } from '../model/back-off.ts'
import type { HubAnswer } from '../model/hub-search.ts'
import { searchPapers } from '../sources/hugging-face.ts'

/** The window of the search's quota, for a refusal that does not say when it ends. */
const windowMs = 300_000

/**
 * Asks the endpoint's own search for `words`; nothing of the answer is stored. The search has a
 * quota of its own (50 in 5 minutes): when that is used up it is left alone, and the feed is not.
 */
export async function searchHub(db: Database, endpoint: string, words: string): Promise<HubAnswer> {
  const { searchPause } = await readSyncState(db)
  if (mustWait(searchPause, endpoint, Date.now(), true)) {
    return { problem: searchPause.reason, retryAt: searchPause.retryAt }
  }
  try {
    const { papers, dropped, quietUntil } = await searchPapers(endpoint, words)
    if (quietUntil !== undefined)
      await pause(
        pauseUntil(endpoint, quietUntil, t('source.quota', { host: new URL(endpoint).host })),
      )
    return { papers, dropped: dropped.length }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    const { message: problem, status } = error
    const retryAt = error.retryAt ?? (status === 429 ? Date.now() + windowMs : undefined)
    if (retryAt === undefined) return { problem }
    await pause(pauseUntil(endpoint, retryAt, problem))
    return { problem, retryAt }
  }

  function pause(until: BackOff): Promise<void> {
    return writeSyncState(db, 'searchPause', until)
  }
}
