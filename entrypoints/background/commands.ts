import { PaperboyDatabase } from '@/lib/db/database.ts'
import { readSyncState } from '@/lib/db/sync-state.ts'
import { publishFrontPage } from '@/lib/front-page/publish.ts'
import { readLocal } from '@/lib/local-store.ts'
import type { ListingRef } from '@/lib/model/listing.ts'
import { mergePaper } from '@/lib/model/paper.ts'
import type { SyncReport } from '@/lib/model/sync-report.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { fetchPaper } from '@/lib/sources/hugging-face.ts'
import { syncFeed } from '@/lib/sync-feed/sync-feed.ts'
import { scheduleNextSync } from './schedule.ts'

const db = new PaperboyDatabase()

/** Fetches what is due, writes the front page, and sets the alarm for the next time. */
export async function syncAndSchedule(
  wanted: ListingRef[] = [],
  isReaderAsking = false,
): Promise<SyncReport> {
  const endpoint = await feedEndpoint()
  try {
    const report = await syncFeed({ db, endpoint, wanted, isReaderAsking })
    await publishFrontPage(db)
    return report
  } finally {
    const { backOff } = await readSyncState(db)
    scheduleNextSync(backOff?.endpoint === endpoint ? backOff.retryAt : undefined)
  }
}

/** The same when nobody waits for the answer: the browser's console is the only reader. */
export function syncInBackground(): void {
  syncAndSchedule().catch((error: unknown) => console.error('Paperboy could not sync:', error))
}

/** Looks a paper up that is not stored; false when Hugging Face does not have it. */
export async function lookUpPaper(id: string): Promise<boolean> {
  const fetched = await fetchPaper(await feedEndpoint(), id)
  if (!fetched) return false
  await db.transaction('rw', db.papers, async () => {
    await db.papers.put(mergePaper(await db.papers.get(id), fetched, Date.now()))
  })
  return true
}

async function feedEndpoint(): Promise<string> {
  const { settings } = await readLocal('settings')
  return settings?.endpoint ?? defaultEndpoint
}
