import type { Database } from '../db/database.ts'
import { completeSaved } from '../db/pending.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { FeedError } from '../errors.ts'
import { backOffAfter, mustWait } from '../model/back-off.ts'
import type { LookUp, Sources } from '../model/look-up.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { isOldArxivId } from '../model/paper-id.ts'
import { fetchArxivPapers } from '../sources/arxiv.ts'
import { fetchPaper } from '../sources/hugging-face.ts'
import { askArxiv } from './ask-arxiv.ts'
import { paperTables, storePaper } from './store-paper.ts'

/**
 * Looks up one paper that is not stored, at Hugging Face and then at arXiv, and stores it.
 * Throws an Error for the reader when who might have it is in trouble or is being left alone.
 */
export async function lookUpPaper(db: Database, sources: Sources, id: string): Promise<LookUp> {
  const { endpoint, arxiv } = sources
  let trouble: unknown
  const fromHub = await fetchFromHub(db, endpoint, id, true).catch((error: unknown) => {
    trouble = error
    return undefined
  })
  const found = fromHub ?? (arxiv && (await fetchFromArxiv(db, arxiv, [id], true))[0])
  if (found) {
    await storeLookedUp(db, found)
    return 'stored'
  }
  if (trouble) throw trouble
  return arxiv ? 'unknown' : 'unasked'
}

/**
 * One paper from Hugging Face, unless that is being left alone; undefined when it lacks it, as it
 * does all of before April 2007.
 */
export async function fetchFromHub(
  db: Database,
  endpoint: string,
  id: string,
  isReaderAsking: boolean,
): Promise<FetchedPaper | undefined> {
  if (isOldArxivId(id)) return undefined
  const { backOff } = await readSyncState(db)
  if (mustWait(backOff, endpoint, Date.now(), isReaderAsking)) throw new FeedError(backOff.reason)
  return fetchPaper(endpoint, id).catch(async (error: unknown) => {
    if (error instanceof FeedError && error.isOutage) {
      const outage = { endpoint, reason: error.message, retryAt: error.retryAt }
      const next = backOffAfter(backOff, outage, Date.now(), Math.random())
      await writeSyncState(db, 'backOff', next)
    }
    throw error
  })
}

/** Those of some papers that arXiv has. */
export function fetchFromArxiv(
  db: Database,
  arxiv: string,
  ids: readonly string[],
  isReaderAsking: boolean,
): Promise<FetchedPaper[]> {
  return askArxiv(db, arxiv, isReaderAsking, () => fetchArxivPapers(arxiv, ids))
}

/** Stores a paper, has it found, and gives it to the saved one that waits for it, all at once. */
export async function storeLookedUp(db: Database, found: FetchedPaper): Promise<void> {
  await db.transaction('rw', [db.saved, ...paperTables(db)], async () => {
    await storePaper(db, found, Date.now())
    await completeSaved(db, found.id)
  })
}
