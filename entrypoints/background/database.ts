import { PaperboyDatabase } from '@/lib/db/database.ts'
import { hasLeave } from '@/lib/host-leave.ts'
import { readLocal } from '@/lib/local-store.ts'
import type { Sources } from '@/lib/model/look-up.ts'
import { type Pace, paceOf } from '@/lib/model/pace.ts'
import { createFinder } from '@/lib/search/finder.ts'
import { defaultArxiv, defaultSettings } from '@/lib/settings.ts'
import { syncAfterChanges } from '@/lib/sync-library/alarm.ts'

/** The background's one connection to the database, and its one finder. */
export const db = new PaperboyDatabase()
syncAfterChanges(db)
export const finder = createFinder(db)

/** Whom papers may be asked of: arXiv only with the reader's leave. */
export async function readSources(): Promise<Sources> {
  const { settings = defaultSettings } = await readLocal('settings')
  const { endpoint, arxiv = defaultArxiv } = settings
  return (await hasLeave(arxiv)) ? { endpoint, arxiv } : { endpoint }
}

/** How often the feed is to be asked. */
export async function readPace(): Promise<Pace> {
  return paceOf((await readLocal('settings')).settings)
}
