import type { Database } from '../db/database.ts'
import { pruneBin } from '../db/released.ts'
import { storeLost } from './store-records.ts'

/** What a library needs once a day; to be called whenever the background is awake. `now` in ms. */
export async function tendLibrary(db: Database, now = Date.now()): Promise<void> {
  if (await pruneBin(db, now)) await storeLost(db)
}
